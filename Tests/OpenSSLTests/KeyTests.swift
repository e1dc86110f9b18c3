import OpenSSL
import Testing

@Suite struct KeyTests {
    @Test(arguments: [KeyKind.rsa(bits: 1_024), .rsa(bits: 2_048), .rsa(bits: 3_072), .p256])
    func `keys come back from PEM and the openssl command accepts what they sign`(kind: KeyKind) throws {
        let judge = try Judge()
        defer { judge.remove() }
        let key = try PrivateKey.generate(kind)
        #expect(key.kind == kind)
        let again = try PrivateKey(pem: key.pem)
        #expect(again.publicKey.der == key.publicKey.der)
        try judge.write(key.publicKey.der, "public.der")
        let signer = try SignContext(key: again)
        let data = Array("the signed part".utf8)
        try judge.write(data, "data")
        for _ in 0..<8 {
            let value = try signer.sign(digest: SHA256.hash(data))
            #expect(value.count == signer.signatureByteCount)
            try judge.write(kind == .p256 ? der(raw: value) : value, "signature")
            let verdict = try judge.openssl(
                "dgst",
                "-sha256",
                "-verify",
                "public.der",
                "-keyform",
                "DER",
                "-signature",
                "signature",
                "data"
            )
            #expect(verdict.status == 0, "\(verdict.output)")
        }
    }

    @Test(arguments: [KeyKind.rsa(bits: 1_024), .rsa(bits: 4_096), .p256], [HashAlgorithm.sha1, .sha256])
    func `what the openssl command signs is accepted, and nothing near it`(
        kind: KeyKind,
        algorithm: HashAlgorithm
    ) throws {
        let judge = try Judge()
        defer { judge.remove() }
        let key = try PrivateKey.generate(kind)
        try judge.write(key.pem, "key.pem")
        let context = try #require(VerifyContext(key: key.publicKey, algorithm: algorithm))
        for round in 0..<8 {
            let data = Array("the signed part \(round)".utf8)
            try judge.write(data, "data")
            try judge.openssl(
                "dgst",
                algorithm == .sha1 ? "-sha1" : "-sha256",
                "-sign",
                "key.pem",
                "-out",
                "signature",
                "data"
            )
            var value = try judge.read("signature")
            if kind == .p256 { value = try #require(raw(der: value)) }
            let digest = HashContext(algorithm).hash(data)
            #expect(context.verify(digest: digest, signature: value))
            var other = value
            other[value.count / 2] ^= 1
            #expect(!context.verify(digest: digest, signature: other))
            #expect(!context.verify(digest: digest, signature: Array(value.dropLast())))
            let wrong = HashContext(algorithm).hash(Array("another".utf8))
            #expect(!context.verify(digest: wrong, signature: value))
            #expect(context.verify(digest: digest, signature: value), "the context is good for another")
        }
    }

    @Test func `a key encrypted or cut short is a typed failure`() throws {
        let text = try PrivateKey.generate(.p256).pem
        #expect(throws: OpenSSLError.self) { try PrivateKey(pem: Array(text.prefix(60))) }
        #expect(throws: OpenSSLError.self) { try PrivateKey(pem: []) }
    }

    /// DER of an ECDSA value, written here apart from the product's own.
    private func der(raw: [UInt8]) -> [UInt8] {
        let integers = [raw.prefix(32), raw.suffix(32)].flatMap { half -> [UInt8] in
            var digits = Array(half.drop { $0 == 0 })
            if digits.first.map({ $0 >= 128 }) ?? true { digits.insert(0, at: 0) }
            return [2, UInt8(digits.count)] + digits
        }
        return [0x30, UInt8(integers.count)] + integers
    }

    private func raw(der: [UInt8]) -> [UInt8]? {
        guard der.count > 8 else { return nil }
        let first = Array(der[4..<4 + Int(der[3])])
        let second = Array(der[(6 + first.count)...])
        return [first, second].flatMap { half -> [UInt8] in
            let digits = half.drop { $0 == 0 }
            return [UInt8](repeating: 0, count: 32 - digits.count) + digits
        }
    }
}
