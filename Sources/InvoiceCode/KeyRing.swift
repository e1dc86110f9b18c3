public import OpenSSL

/// A master key: 32 bytes from which the keys of one generation are derived.
public struct MasterKey: Sendable, Hashable, CustomStringConvertible {
    /// Which generation: 00–7F the authority, 80–FF delegated providers.
    public let generation: UInt8
    /// 32 secret bytes.
    public let bytes: [UInt8]

    /// Bytes of a master key.
    public static let byteCount = 32

    /// A key with those 32 bytes.
    ///
    /// - Precondition: `bytes` has 32 bytes.
    public init(generation: UInt8, bytes: [UInt8]) {
        precondition(bytes.count == MasterKey.byteCount, "a master key has 32 bytes")
        self.generation = generation
        self.bytes = bytes
    }

    /// A key nobody can guess.
    public static func random(generation: UInt8) throws(OpenSSLError) -> MasterKey {
        MasterKey(generation: generation, bytes: try SecureRandom.bytes(byteCount))
    }

    /// The key of a test ledger: the same for the same seed, and no secret.
    public static func test(generation: UInt8, seed: String) -> MasterKey {
        let info = Array("xacthuc/test/master/".utf8) + twoDigits(generation)
        return MasterKey(
            generation: generation,
            bytes: HKDF.derive(secret: Array(seed.utf8), info: info, count: byteCount)
        )
    }

    /// Eight bytes that tell whether a key file holds the key it held before; they reveal nothing of it.
    public var checkValue: UInt64 {
        word(HMACContext(key: bytes).authenticate(Array("xacthuc/check".utf8)))
    }

    /// Names the key without its secret.
    public var description: String { "key generation \(generation)" }
}

/// The code keys of every generation, derived from their master keys; immutable, shared by every worker.
public struct KeyRing: Sendable {
    /// Both keys of one generation.
    struct Keys: Sendable {
        let encryption: [UInt8]
        let authentication: [UInt8]
    }

    /// The generation that new codes are made with.
    public let current: UInt8
    let keys: [UInt8: Keys]

    /// Derives the keys.
    ///
    /// - Precondition: one master key has the current generation, and no two have the same.
    public init(_ masters: [MasterKey], current: UInt8) {
        keys = Dictionary(
            uniqueKeysWithValues: masters.map { master in (master.generation, KeyRing.derive(master)) }
        )
        precondition(keys[current] != nil, "the current generation has no key")
        self.current = current
    }

    /// The generations there are, in order.
    public var generations: [UInt8] { keys.keys.sorted() }

    private static func derive(_ master: MasterKey) -> Keys {
        let number = twoDigits(master.generation)
        return Keys(
            encryption: HKDF.derive(secret: master.bytes, info: Array("xacthuc/enc/".utf8) + number, count: 16),
            authentication: HKDF.derive(secret: master.bytes, info: Array("xacthuc/mac/".utf8) + number, count: 32)
        )
    }
}

/// A generation as two upper-case hexadecimal digits.
func twoDigits(_ generation: UInt8) -> [UInt8] {
    let digits = Array("0123456789ABCDEF".utf8)
    return [digits[Int(generation >> 4)], digits[Int(generation & 15)]]
}

/// The first eight bytes as one word, the first one highest.
func word(_ bytes: [UInt8], from start: Int = 0) -> UInt64 {
    (start..<start + 8).reduce(0) { $0 << 8 | UInt64(bytes[$1]) }
}
