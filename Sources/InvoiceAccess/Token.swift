public import OpenSSL

/// A secret that the service gives out and keeps only the hash of: 32 random bytes nobody can guess, so that the hash
/// may be a fast one.
public struct Token: Sendable, CustomStringConvertible {
    /// What stands before a token of the kind, so that a leaked one is recognised.
    public enum Kind: String, Sendable {
        /// An API key.
        case key = "xtk"
        /// A browser's session.
        case session = "xts"
    }

    /// Bytes of the secret.
    public static let byteCount = 32
    /// Characters of an id.
    public static let idLength = 16

    /// What it is for.
    public let kind: Kind
    /// Names it, in logs and lists; no secret.
    public let id: String
    private let secret: [UInt8]

    /// A new one.
    ///
    /// - Parameter random: gives so many random bytes; `SecureRandom.bytes` but in tests.
    /// - Throws: `OpenSSLError` where the system gives no random bytes.
    public init(
        _ kind: Kind,
        random: (Int) throws(OpenSSLError) -> [UInt8] = { (count) throws(OpenSSLError) in
            try SecureRandom.bytes(count)
        }
    ) throws(OpenSSLError) {
        self.kind = kind
        id = Hexadecimal.text(try random(Token.idLength / 2))
        secret = try random(Token.byteCount)
    }

    /// Reads what somebody presents, or `nil` where it has not that form.
    public init?(_ text: String, _ kind: Kind) {
        let parts = text.split(separator: "_", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0] == kind.rawValue, parts[1].utf8.count == Token.idLength,
            Hexadecimal.bytes(parts[1]) != nil, let secret = Hexadecimal.bytes(parts[2]),
            secret.count == Token.byteCount
        else { return nil }
        self.kind = kind
        id = String(parts[1])
        self.secret = secret
    }

    /// What is given to its owner, once.
    public var text: String { "\(kind.rawValue)_\(id)_\(Hexadecimal.text(secret))" }

    /// What is kept: SHA-256 of kind, id and secret.
    public var digest: [UInt8] { SHA256.hash(Array(text.utf8)) }

    /// Names it without its secret.
    public var description: String { "\(kind.rawValue)_\(id)" }
}

/// Lower-case hexadecimal digits.
enum Hexadecimal {
    private static let digits = Array("0123456789abcdef".utf8)

    static func text(_ bytes: [UInt8]) -> String {
        String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }

    /// The bytes, or `nil` where anything else stands there.
    static func bytes(_ text: some StringProtocol) -> [UInt8]? {
        let values = text.utf8.map { byte in digits.firstIndex(of: byte) }
        guard values.count % 2 == 0, !values.contains(nil) else { return nil }
        return stride(from: 0, to: values.count, by: 2).map { place in
            UInt8((values[place] ?? 0) << 4 | (values[place + 1] ?? 0))
        }
    }
}
