public import OpenSSL

/// The key from which a ledger draws the ids in its replies: the same message always gets the same ones, whatever
/// worker writes the reply, and nobody else can foresee them.
public struct IdentifierKey: Sendable {
    /// 32 secret bytes.
    public let bytes: [UInt8]

    /// What an id is for; the number goes into its making, so it never changes.
    public enum Purpose: UInt8, Sendable, CaseIterable {
        /// The reply's own id (`MTDiep`).
        case reply = 1
        /// The Id of `MCCQT` or `DLTBao`.
        case element = 2
        /// The Id of the authority's `Signature`.
        case signature = 3
        /// The Id of the `Object` with the signing time.
        case time = 4
    }

    /// A key with those 32 bytes.
    ///
    /// - Precondition: `bytes` has 32 bytes.
    public init(bytes: [UInt8]) {
        precondition(bytes.count == MasterKey.byteCount, "an id key has 32 bytes")
        self.bytes = bytes
    }

    /// A key nobody can guess.
    public static func random() throws(OpenSSLError) -> IdentifierKey {
        IdentifierKey(bytes: try SecureRandom.bytes(MasterKey.byteCount))
    }

    /// The key of a test ledger: the same for the same seed, and no secret.
    public static func test(seed: String) -> IdentifierKey {
        let info = Array("xacthuc/test/id".utf8)
        return IdentifierKey(
            bytes: HKDF.derive(secret: Array(seed.utf8), info: info, count: MasterKey.byteCount)
        )
    }

    /// The 16 bytes of one id of the message with that sequence number, in the shape of a UUID of version 4.
    public func identifier(sequence: UInt64, _ purpose: Purpose) -> [UInt8] {
        var text = Array("xacthuc/id/1".utf8)
        text.append(bigEndian: sequence)
        text.append(purpose.rawValue)
        var id = Array(HMACContext(key: bytes).authenticate(text).prefix(16))
        id[6] = id[6] & 0x0F | 0x40
        id[8] = id[8] & 0x3F | 0x80
        return id
    }
}
