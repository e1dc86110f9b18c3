import COpenSSL

/// scrypt (RFC 7914): a password made into bytes so dearly that guessing many does not pay.
public enum Scrypt {
    /// How dear: memory is 128 × `blocks` × `rounds` bytes.
    public struct Cost: Sendable, Hashable {
        /// N, a power of two above 1.
        public var rounds: UInt64
        /// r.
        public var blocks: UInt64
        /// p.
        public var lanes: UInt64

        /// A cost; which ones are taken, `derive` says.
        public init(rounds: UInt64, blocks: UInt64, lanes: UInt64) {
            self.rounds = rounds
            self.blocks = blocks
            self.lanes = lanes
        }

        /// For passwords of people: 32 MiB, some 50 to 100 ms.
        public static let interactive = Cost(rounds: 1 << 15, blocks: 8, lanes: 1)
    }

    /// The most memory one derivation may take, in bytes.
    public static let memoryLimit: UInt64 = 64 << 20

    /// Derives that many bytes from a password.
    ///
    /// - Throws: `OpenSSLError` where the cost is none of scrypt's, or takes more memory than the limit.
    public static func derive(
        password: [UInt8],
        salt: [UInt8],
        cost: Cost,
        count: Int
    ) throws(OpenSSLError) -> [UInt8] {
        precondition(count > 0, "no bytes are wanted")
        var derived = 0 as Int32
        let characters = password.map { CChar(bitPattern: $0) }
        // OpenSSL reads password and salt during the call only, and fills exactly `count` bytes.
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            derived = unsafe EVP_PBE_scrypt(
                characters,
                characters.count,
                salt,
                salt.count,
                cost.rounds,
                cost.blocks,
                cost.lanes,
                memoryLimit,
                buffer.baseAddress,
                count
            )
            filled = derived == 1 ? count : 0
        }
        guard derived == 1 else { throw OpenSSLError.taken("a password could not be made into a key") }
        return bytes
    }
}
