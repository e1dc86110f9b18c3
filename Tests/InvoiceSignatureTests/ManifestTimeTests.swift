import Foundation
import InvoiceModel
import OpenSSL
import Testing

@testable import InvoiceSignature

/// The signing time of a manifest, as somebody with a key may write it.
@Suite struct ManifestTimeTests {
    let pki = TestPki.shared

    /// A manifest that openssl signed, its signing time then replaced by a text of as many bytes and signed anew.
    private func manifest(time: String?) throws -> [UInt8] {
        let judge = try Judge()
        defer { judge.remove() }
        let seller = try #require(pki.rsa[2_048])
        let digest = Digest(SHA256.hash(Array("{}\n".utf8)).span)
        let text = Manifest([Manifest.Chunk(lines: 1, bytes: 3, sha256: digest)]).text
        try judge.write(Array(text.utf8), "manifest")
        try judge.write(Array(seller.keyPEM.utf8), "key.pem")
        try judge.write(Array(seller.certificatePEM.utf8), "certificate.pem")
        let made = try judge.run(
            "/usr/bin/openssl",
            ["cms", "-sign", "-nodetach", "-binary", "-nosmimecap", "-outform", "DER", "-in", "manifest"]
                + ["-signer", "certificate.pem", "-inkey", "key.pem", "-out", "signed"]
        )
        try #require(made.status == 0, "\(made.output)")
        var bytes = try judge.read("signed")
        guard let time else { return bytes }
        // signingTime (1.2.840.113549.1.9.5): a SET of one UTCTime.
        let name: [UInt8] = [0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x09, 0x05, 0x31, 0x0F, 0x17, 0x0D]
        let place = try #require(bytes.firstRange(of: name)).upperBound
        try #require(time.utf8.count == 13)
        bytes.replaceSubrange(place..<place + 13, with: time.utf8)
        // The signed attributes, of less than 128 bytes, begin with contentType; they are signed as a SET.
        let first: [UInt8] = [0x30, 0x18, 0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x09, 0x03]
        let start = try #require(bytes.firstRange(of: first)).lowerBound
        try #require(bytes[start - 2] == 0xA0 && bytes[start - 1] < 0x80)
        let attributes = [0x31] + bytes[start - 1..<start + Int(bytes[start - 1])]
        let value = try SignContext(key: seller.key).sign(digest: SHA256.hash(attributes))
        bytes.replaceSubrange(bytes.count - value.count..<bytes.count, with: value)
        return bytes
    }

    private func found(_ manifest: SignedManifest) throws -> [Finding] {
        SignatureChecker(trust: try pki.trust(), policy: Policy())
            .check(manifest, registry: .empty, receivedAt: TestPki.receivedAt).findings
    }

    @Test func `a signing time is read, however old`() throws {
        for (text, time) in [("261121045800Z", "2026-11-21T11:58:00"), ("491231235959Z", "2050-01-01T06:59:59")] {
            #expect(try SignedManifest(manifest(time: text)).signingTime == Timestamp(time))
        }
        #expect(try SignedManifest(manifest(time: "700101000000Z")).signingTime == Timestamp(unixSeconds: 0))
        #expect(try SignedManifest(manifest(time: "500101000000Z")).signingTime == Timestamp(unixSeconds: -631_152_000))
        #expect(try SignedManifest(manifest(time: nil)).signingTime != nil)
    }

    @Test(arguments: [
        "261321045800Z", "261131045800Z", "261121246000Z", "2611210458000", "yesterday, 5Z",
        "\0\0\0\0\0\0\0\0\0\0\0\0\0",
    ])
    func `one that cannot be read is none, and refused as such`(text: String) throws {
        let manifest = try SignedManifest(manifest(time: text))
        #expect(manifest.signingTime == nil)
        let findings = try found(manifest)
        #expect(findings.map(\.code) == [.sigCoversSigningTime])
        #expect(findings.first?.expected == "a signingTime that can be read, among what is signed (RFC 5652, 11.3)")
        #expect(Policy().severity(of: .sigCoversSigningTime) == .reject)
    }
}
