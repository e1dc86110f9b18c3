public import OpenSSL
public import SQLite

/// Why something about keys and accounts cannot be done.
public enum AccessError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The store failed.
    case store(SQLiteError)
    /// The system gives no random bytes.
    case system(OpenSSLError)
    /// The store was made by a newer program.
    case newerFormat(Int64)
    /// What stands in the store is none of ours.
    case damaged(String)
    /// The login is taken.
    case loginTaken
    /// No such login or key.
    case unknown
    /// The password is too short or too long.
    case password(PasswordHash.Refusal)
    /// The role is not one of people, or not one of systems.
    case role(Role)
    /// A purpose must be given.
    case withoutPurpose

    /// What happened, without anything secret.
    public var description: String {
        switch self {
        case .store(let error): "The store of keys and accounts failed: \(error.description)"
        case .system(let error): "The system failed: \(error.description)"
        case .newerFormat(let format): "The store of keys and accounts has format \(format), made by a newer program."
        case .damaged(let what): "The store of keys and accounts is damaged: \(what)"
        case .loginTaken: "There is an account of that login already."
        case .unknown: "There is no account or key of that name."
        case .password(.tooShort): "A password has at least \(PasswordHash.leastCharacters) characters."
        case .password(.tooLong): "A password has at most \(PasswordHash.mostBytes) bytes."
        case .password(.system(let error)): "The system failed: \(error.description)"
        case .role(let role): "The role \(role.rawValue) is not for this."
        case .withoutPurpose: "What an officer asks is recorded with its purpose; none was given."
        }
    }
}

/// Runs something of the database; its failures become ours.
func stored<Value>(_ body: () throws(SQLiteError) -> Value) throws(AccessError) -> Value {
    do {
        return try body()
    } catch {
        throw .store(error)
    }
}
