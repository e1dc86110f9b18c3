import OpenSSL

/// Makes and opens codes with reusable cryptographic contexts: one per worker, not `Sendable`.
///
///     code = KK ‖ HEX( AES-128-ECB( Kenc[KK], transaction: 8 bytes big-endian ‖ tag: 8 bytes ) )
///     tag  = first 8 bytes of HMAC-SHA-256( Kmac[KK], "xacthuc/code/1" ‖ transaction ‖ facts )
///
/// Test vectors: Documentation/CODE.md.
public final class CodeMaker {
    private struct Contexts {
        let encryption: AESBlock
        let authentication: HMACContext
    }

    private let current: UInt8
    private let contexts: [UInt8: Contexts]
    private var scratch: [UInt8] = []
    private var mac: [UInt8] = []

    /// Contexts for every generation of a key ring.
    public init(_ ring: KeyRing) {
        current = ring.current
        contexts = ring.keys.mapValues { keys in
            Contexts(encryption: AESBlock(key: keys.encryption), authentication: HMACContext(key: keys.authentication))
        }
    }

    /// The code of an accepted invoice, and the tag inside it.
    public func issue(transaction: UInt64, facts: CodeFacts) -> (code: AuthenticationCode, tag: UInt64) {
        guard let context = contexts[current] else { preconditionFailure("the current generation has no key") }
        let tag = tag(context, transaction: transaction, facts: facts)
        return (code(context, generation: current, transaction: transaction, tag: tag), tag)
    }

    /// The code again from what a row of the ledger holds, or `nil` without that generation's key.
    public func code(generation: UInt8, transaction: UInt64, tag: UInt64) -> AuthenticationCode? {
        guard let context = contexts[generation] else { return nil }
        return code(context, generation: generation, transaction: transaction, tag: tag)
    }

    /// The transaction number and tag inside a code, or `nil` without that generation's key.
    ///
    /// Any 34 digits open to something: only the comparison of the tag says whether the code is authentic.
    public func open(_ code: AuthenticationCode) -> OpenedCode? {
        guard let context = contexts[code.generation] else { return nil }
        scratch.removeAll(keepingCapacity: true)
        scratch.append(bigEndian: code.high)
        scratch.append(bigEndian: code.low)
        let block = context.encryption.decrypt(scratch)
        return OpenedCode(generation: code.generation, transaction: word(block), tag: word(block, from: 8))
    }

    /// Whether the code was made for exactly those facts.
    public func verify(_ code: AuthenticationCode, facts: CodeFacts) -> Bool {
        guard let context = contexts[code.generation], let opened = open(code) else { return false }
        return opened.hasTag(tag(context, transaction: opened.transaction, facts: facts))
    }

    private func tag(_ context: Contexts, transaction: UInt64, facts: CodeFacts) -> UInt64 {
        var bytes = FactBytes()
        bytes.append(contentsOf: CodeMaker.label)
        bytes.append(bigEndian: transaction)
        facts.append(to: &bytes)
        context.authentication.update(bytes.room.span.extracting(0..<bytes.count))
        context.authentication.finish(into: &mac)
        return word(mac)
    }

    private func code(
        _ context: Contexts,
        generation: UInt8,
        transaction: UInt64,
        tag: UInt64
    ) -> AuthenticationCode {
        scratch.removeAll(keepingCapacity: true)
        scratch.append(bigEndian: transaction)
        scratch.append(bigEndian: tag)
        let block = context.encryption.encrypt(scratch)
        return AuthenticationCode(generation: generation, high: word(block), low: word(block, from: 8))
    }

    private static let label = Array("xacthuc/code/1".utf8)
}

/// What is inside a code.
public struct OpenedCode: Sendable, Hashable {
    /// The generation of keys it was made with.
    public let generation: UInt8
    /// The transaction number it claims.
    public let transaction: UInt64
    /// The tag it claims: to be stored. To compare it, ask `hasTag`, whose time says nothing.
    public let tag: UInt64

    init(generation: UInt8, transaction: UInt64, tag: UInt64) {
        self.generation = generation
        self.transaction = transaction
        self.tag = tag
    }

    /// Whether the tag is that one, in the same time wherever they differ.
    public func hasTag(_ other: UInt64) -> Bool {
        var left: [UInt8] = []
        var right: [UInt8] = []
        left.append(bigEndian: tag)
        right.append(bigEndian: other)
        return ConstantTime.equal(left, right)
    }
}
