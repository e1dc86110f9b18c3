public import OpenSSL
import Synchronization

/// The key from which a ledger draws the ids in its replies: the same message always gets the same ones, whatever
/// worker writes the reply, and nobody else can foresee them.
public struct IdentifierKey: Sendable {
    /// 32 secret bytes.
    public let bytes: [UInt8]
    private let drawing: IdentifierDrawing

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
        drawing = IdentifierDrawing(key: bytes)
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
        drawing.identifier(sequence: sequence, purpose.rawValue)
    }
}

/// The context under the key, made once: starting one costs as much as several ids. The copies of a key share it; who
/// draws waits for another no longer than an id takes.
///
/// The ids drawn last are kept, because the commit draws those again, from the ledger's one key, that a reply was
/// written with just before.
private final class IdentifierDrawing: Sendable {
    private struct Drawn {
        var sequence: UInt64
        var purpose: UInt8
        var id: [UInt8]
    }

    private struct Context {
        let hmac: HMACContext
        var text: [UInt8] = []
        var value: [UInt8] = []
        var drawn: [Drawn?] = []
    }

    private static let label = Array("xacthuc/id/1".utf8)
    private static let byteCount = 16
    /// Ids kept, four for each message: some 1 MB.
    private static let keptCount = 8_192

    private let context: Mutex<Context>

    init(key: [UInt8]) {
        context = Mutex(Context(hmac: HMACContext(key: key)))
    }

    func identifier(sequence: UInt64, _ purpose: UInt8) -> [UInt8] {
        context.withLock { context in
            // A key that only checks something keeps nothing before its first id.
            if context.drawn.isEmpty {
                context.drawn = [Drawn?](repeating: nil, count: IdentifierDrawing.keptCount)
            }
            let place = Int((sequence &* 4 &+ UInt64(purpose)) % UInt64(IdentifierDrawing.keptCount))
            if let drawn = context.drawn[place], drawn.sequence == sequence, drawn.purpose == purpose {
                return drawn.id
            }
            context.text.removeAll(keepingCapacity: true)
            context.text.append(contentsOf: IdentifierDrawing.label)
            context.text.append(bigEndian: sequence)
            context.text.append(purpose)
            context.hmac.update(context.text.span)
            context.hmac.finish(into: &context.value)
            var id = Array(context.value.prefix(IdentifierDrawing.byteCount))
            id[6] = id[6] & 0x0F | 0x40
            id[8] = id[8] & 0x3F | 0x80
            context.drawn[place] = Drawn(sequence: sequence, purpose: purpose, id: id)
            return id
        }
    }
}
