public import OpenSSL

/// What is kept of a password: salt, cost and what scrypt makes of them; never the password.
public struct PasswordHash: Sendable, Hashable, CustomStringConvertible {
    /// Fewer characters are refused.
    public static let leastCharacters = 12
    /// More bytes are refused: nobody types them, and hashing them is work for nothing.
    public static let mostBytes = 1_024
    private static let saltBytes = 16
    private static let hashBytes = 32

    private let cost: Scrypt.Cost
    private let salt: [UInt8]
    private let hash: [UInt8]

    /// Why a password is not taken.
    public enum Refusal: Error, Sendable, Hashable {
        case tooShort
        case tooLong
        /// The system gives no random bytes, or not the memory.
        case system(OpenSSLError)
    }

    /// Of a new password.
    ///
    /// - Parameter salt: random bytes; `SecureRandom.bytes` where `nil`.
    public init(_ password: String, salt: [UInt8]? = nil, cost: Scrypt.Cost = .interactive) throws(Refusal) {
        guard password.count >= PasswordHash.leastCharacters else { throw .tooShort }
        guard password.utf8.count <= PasswordHash.mostBytes else { throw .tooLong }
        self.cost = cost
        do throws(OpenSSLError) {
            self.salt = if let salt { salt } else { try SecureRandom.bytes(PasswordHash.saltBytes) }
            hash = try PasswordHash.derive(password, self.salt, cost)
        } catch {
            throw .system(error)
        }
    }

    /// As it is stored: `scrypt$N$r$p$salt$hash`; `nil` where anything else stands there.
    public init?(stored text: String) {
        let parts = text.split(separator: "$", omittingEmptySubsequences: false)
        guard parts.count == 6, parts[0] == "scrypt", let rounds = UInt64(parts[1]), let blocks = UInt64(parts[2]),
            let lanes = UInt64(parts[3]), let salt = Hexadecimal.bytes(parts[4]),
            let hash = Hexadecimal.bytes(parts[5]), hash.count == PasswordHash.hashBytes
        else { return nil }
        cost = Scrypt.Cost(rounds: rounds, blocks: blocks, lanes: lanes)
        self.salt = salt
        self.hash = hash
    }

    /// As it is stored.
    public var stored: String {
        "scrypt$\(cost.rounds)$\(cost.blocks)$\(cost.lanes)$\(Hexadecimal.text(salt))$\(Hexadecimal.text(hash))"
    }

    /// Whether it is that password; takes as long whether it is or not.
    ///
    /// - Throws: `OpenSSLError` where it cannot be worked out: then nobody is let in.
    public func matches(_ password: String) throws(OpenSSLError) -> Bool {
        guard password.utf8.count <= PasswordHash.mostBytes else { return false }
        return ConstantTime.equal(try PasswordHash.derive(password, salt, cost), hash)
    }

    private static func derive(
        _ password: String,
        _ salt: [UInt8],
        _ cost: Scrypt.Cost
    ) throws(OpenSSLError) -> [UInt8] {
        try Scrypt.derive(password: Array(password.utf8), salt: salt, cost: cost, count: hashBytes)
    }

    /// Says nothing of it.
    public var description: String { "a password's hash" }
}
