import OpenSSL
import Testing

@Suite struct ScryptTests {
    // RFC 7914, section 12.
    @Test(arguments: [
        ("", "", Scrypt.Cost(rounds: 16, blocks: 1, lanes: 1), "77d6576238657b203b19ca42c18a0497"),
        ("password", "NaCl", Scrypt.Cost(rounds: 1_024, blocks: 8, lanes: 16), "fdbabe1c9d3472007856e7190d01e9fe"),
        (
            "pleaseletmein", "SodiumChloride", Scrypt.Cost(rounds: 16_384, blocks: 8, lanes: 1),
            "7023bdcb3afd7348461c06cd81fd38eb"
        ),
    ])
    func `keys are those of the standard`(_ password: String, _ salt: String, _ cost: Scrypt.Cost, _ key: String) throws
    {
        let made = try Scrypt.derive(password: Array(password.utf8), salt: Array(salt.utf8), cost: cost, count: 64)
        #expect(made.count == 64 && hex(made).hasPrefix(key))
    }

    @Test func `costs that are none, or take too much memory, are refused`() {
        // 64 MiB is the limit: 2^16 rounds of 8 blocks are just that, and OpenSSL counts a little on top.
        for cost in [
            Scrypt.Cost(rounds: 0, blocks: 8, lanes: 1), Scrypt.Cost(rounds: 3, blocks: 8, lanes: 1),
            Scrypt.Cost(rounds: 1 << 16, blocks: 8, lanes: 1),
        ] {
            #expect(throws: OpenSSLError.self) {
                try Scrypt.derive(password: [1], salt: [2], cost: cost, count: 32)
            }
        }
        #expect(throws: Never.self) { try Scrypt.derive(password: [1], salt: [2], cost: .interactive, count: 32) }
    }
}
