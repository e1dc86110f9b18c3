import Foundation
import InvoiceModel
import InvoiceSignature
import OpenSSL
import Testing

@Suite struct DayHeadTests {
    private static let facts = HeadFacts(
        ledger: Digest(SHA256.hash(Array("first block".utf8)).span),
        day: TestPki.receivedAt.date,
        blocks: 12,
        messages: 2_561,
        transactions: 2_500,
        changes: 7,
        chain: Digest(SHA256.hash(Array("last block".utf8)).span)
    )

    private static func signer(_ profile: SignatureProfile) throws -> AuthoritySigner {
        let identity = try #require(TestPki.shared.authority[profile])
        return try AuthoritySigner(
            certificateDER: identity.certificate.der,
            privateKeyPEM: identity.key.pem,
            signerID: 3
        )
    }

    private static func head(_ profile: SignatureProfile = .p256) throws -> DayHead {
        try DayHead(facts, at: TestPki.receivedAt, by: signer(profile))
    }

    @Test(arguments: SignatureProfile.allCases)
    func `openssl alone confirms a head from the lines of its text`(profile: SignatureProfile) throws {
        let judge = try Judge()
        defer { judge.remove() }
        try judge.write(Array(Self.head(profile).text.utf8), "day.head")
        let script = """
            set -e
            sed '/^signature: /d' day.head > signed.txt
            sed -n 's/^signature: //p' day.head | base64 -d > signature.bin
            sed -n 's/^certificate: //p' day.head | base64 -d | openssl x509 -inform DER -noout -pubkey > key.pem
            openssl dgst -sha256 -verify key.pem -signature signature.bin signed.txt
            sed -i 's/^messages: .*/messages: 2560/' signed.txt
            openssl dgst -sha256 -verify key.pem -signature signature.bin signed.txt && exit 9
            exit 0
            """
        let result = try judge.run("/bin/bash", ["-c", script])
        #expect(result.status == 0, "\(result.output)")
        #expect(result.output.hasPrefix("Verified OK"))
    }

    @Test func `A head is read back from its text and holds`() throws {
        let head = try Self.head()
        let again = try #require(DayHead(text: head.text))
        #expect(again == head)
        #expect(again.isSignatureValid)
        #expect(again.facts == Self.facts)
        #expect(again.signer == 3)
    }

    @Test func `No other bytes are a head that holds`() throws {
        let text = Array(try Self.head().text.utf8)
        for place in text.indices {
            for change: UInt8 in [0x01, 0x20, 0x80] {
                var other = text
                other[place] ^= change
                let head = String(validating: other, as: UTF8.self).flatMap { DayHead(text: $0) }
                #expect(head?.isSignatureValid != true, "byte \(place) xor \(change)")
            }
        }
    }

    @Test(arguments: [
        ("blocks: 12\n", "blocks: 012\n"), ("blocks: 12\n", "blocks: +12\n"), ("blocks: 12\n", "blocks:  12\n"),
        ("\nday: ", "\nDay: "), ("xacthuc head 1\n", "xacthuc head 2\n"), ("\nsigner: 3\n", "\n"),
        ("\n", "\r\n"), ("signer: 3\n", "signer: 3\nnote: x\n"),
    ])
    func `Other spellings of the same values are no head`(old: String, new: String) throws {
        let text = try Self.head().text
        #expect(text.contains(old))
        #expect(DayHead(text: text.replacing(old, with: new)) == nil)
        #expect(DayHead(text: text + "\n") == nil)
        #expect(DayHead(text: String(text.dropLast())) == nil)
    }

    @Test func `A signer without its key signs no head`() throws {
        let identity = try #require(TestPki.shared.authority[.p256])
        let signer = try AuthoritySigner(certificateDER: identity.certificate.der, privateKeyPEM: nil, signerID: 1)
        #expect(throws: SignatureError.noPrivateKey) {
            try DayHead(Self.facts, at: TestPki.receivedAt, by: signer)
        }
    }
}
