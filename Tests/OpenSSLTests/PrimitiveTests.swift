import OpenSSL
import Testing

@Suite struct PrimitiveTests {
    @Test func `hashes equal the openssl command's, one context used again and again`() throws {
        let judge = try Judge()
        defer { judge.remove() }
        var random = Seeded(state: 20_261_121)
        let contexts = [(HashContext(.sha1), "-sha1"), (HashContext(.sha256), "-sha256")]
        for count in [0, 1, 55, 56, 64, 1_000, 4_096] {
            let bytes = random.bytes(count)
            try judge.write(bytes, "data")
            for (context, name) in contexts {
                let printed = try judge.openssl("dgst", name, "-r", "data").output
                #expect(printed.hasPrefix(hex(context.hash(bytes))), "\(count) bytes \(name)")
            }
        }
    }

    @Test func `HMAC equals the openssl command's and starts anew under its key`() throws {
        let judge = try Judge()
        defer { judge.remove() }
        var random = Seeded(state: 7)
        for keyCount in [1, 32, 64, 65, 200] {
            let key = random.bytes(keyCount)
            for (context, name) in [(HMACContext(key: key), "-sha256"), (HMACContext(key: key, .sha1), "-sha1")] {
                for count in [0, 1, 256] {
                    let bytes = random.bytes(count)
                    try judge.write(bytes, "data")
                    let printed = try judge.openssl(
                        "dgst",
                        name,
                        "-mac",
                        "HMAC",
                        "-macopt",
                        "hexkey:\(hex(key))",
                        "-r",
                        "data"
                    )
                    #expect(printed.output.hasPrefix(hex(context.authenticate(bytes)) + " "))
                }
            }
        }
    }

    @Test func `HKDF gives the values of RFC 5869`() {
        let secret = [UInt8](repeating: 0x0B, count: 22)
        let output = HKDF.derive(
            secret: secret,
            salt: unhex("000102030405060708090a0b0c"),
            info: unhex("f0f1f2f3f4f5f6f7f8f9"),
            count: 42
        )
        #expect(
            hex(output) == "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865"
        )
        let unsalted = HKDF.derive(secret: secret, info: [], count: 42)
        #expect(
            hex(unsalted) == "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8"
        )
    }

    @Test func `AES-128 gives the value of FIPS 197 and comes back, again and again`() {
        let block = AESBlock(key: unhex("000102030405060708090a0b0c0d0e0f"))
        let plain = unhex("00112233445566778899aabbccddeeff")
        for _ in 0..<3 {
            let secret = block.encrypt(plain)
            #expect(hex(secret) == "69c4e0d86a7b0430d8cdb78070b4c55a")
            #expect(block.decrypt(secret) == plain)
        }
    }

    @Test func `base64 comes back for every length, with white space anywhere`() throws {
        let judge = try Judge()
        defer { judge.remove() }
        var random = Seeded(state: 11)
        for count in 0..<70 {
            let bytes = random.bytes(count)
            try judge.write(bytes, "data")
            let printed = try judge.openssl("base64", "-A", "-in", "data").output
            let text: String = Base64.encode(bytes)
            #expect(text == printed.filter { $0 != "\n" })
            #expect(Base64.decode(text) == bytes)
            #expect(Base64.decode(text.map { " \($0)\r\n\t" }.joined()) == bytes)
        }
    }

    @Test(arguments: ["A", "AA", "AAA", "AA=", "AA===", "AB==", "AAB=", "A=AA", "====", "AA==AA==", "AAAA=", "A-_A"])
    func `what is not base64 is refused`(text: String) {
        #expect(Base64.decode(text) == nil)
    }

    @Test func `equal bytes are equal in constant time`() {
        #expect(ConstantTime.equal([1, 2, 3], [1, 2, 3]))
        #expect(!ConstantTime.equal([1, 2, 3], [1, 2, 4]))
        #expect(!ConstantTime.equal([1, 2, 3], [1, 2]))
    }

    @Test func `random bytes differ`() throws {
        let first = try SecureRandom.bytes(32)
        #expect(first.count == 32)
        #expect(try SecureRandom.bytes(32) != first)
    }
}
