public import InvoiceModel
import SQLite

/// What is known of an API key besides its secret.
public struct APIKey: Sendable, Hashable {
    /// Names it; no secret.
    public var id: String
    /// Whose it is, in words.
    public var owner: String
    /// Who presents it.
    public var principal: Principal
    /// From when on it counts.
    public var madeAt: Timestamp
    /// The first second at which it does not count any more.
    public var expiresAt: Timestamp
    /// When it was ended before its time.
    public var withdrawnAt: Timestamp?
    /// The id of the key that came with its rotation.
    public var replacedBy: String?

    /// Whether it counts at a time.
    public func counts(at time: Timestamp) -> Bool { time < expiresAt && withdrawnAt == nil }
}

/// What a new key is for.
public struct KeyRequest: Sendable {
    /// Whose it is, in words.
    public var owner: String
    /// Any but that of nobody.
    public var role: Role
    /// For whom it sends and asks.
    public var scope: Scope
    /// Fewer than its role's, where not all are wanted.
    public var permissions: Set<Permission>?
    /// The code under which a provider sends (`MNGui`).
    public var provider: String?
    /// How long it counts, in seconds.
    public var seconds: Int64

    /// A year's key with all permissions of its role, where nothing else is said.
    public init(
        owner: String,
        role: Role,
        scope: Scope,
        permissions: Set<Permission>? = nil,
        provider: String? = nil,
        seconds: Int64 = KeyRequest.year
    ) {
        self.owner = owner
        self.role = role
        self.scope = scope
        self.permissions = permissions
        self.provider = provider
        self.seconds = seconds
    }

    /// Seconds of a year.
    public static let year: Int64 = 365 * 86_400
}

extension AccessStore {
    /// Seconds for which a key still counts after its rotation.
    public static let overlap: Int64 = 7 * 86_400

    private static let columns =
        "id, owner, role, scope, permissions, provider, made_at, expires_at, withdrawn_at, replaced_by"

    /// Makes a key; its text is told this once.
    public func makeKey(_ request: KeyRequest, at time: Timestamp) throws(AccessError) -> Token {
        guard request.role != .anyone else { throw .role(request.role) }
        let token = try newToken(.key)
        try write { (connection) throws(AccessError) in try insert(token, request, at: time, connection) }
        return token
    }

    /// Makes the key that follows another one, which counts for a week more, or less where it ends before.
    public func rotateKey(id: String, seconds: Int64, at time: Timestamp) throws(AccessError) -> Token {
        let token = try newToken(.key)
        try write { (connection) throws(AccessError) in
            guard let old = try AccessStore.key("id", .text(id), connection), old.counts(at: time) else {
                throw .unknown
            }
            let request = KeyRequest(
                owner: old.owner,
                role: old.principal.role,
                scope: old.principal.scope,
                permissions: old.principal.permissions,
                provider: old.principal.provider,
                seconds: seconds
            )
            try insert(token, request, at: time, connection)
            let end = min(old.expiresAt, time.advanced(bySeconds: AccessStore.overlap))
            try stored { () throws(SQLiteError) in
                let update = try connection.prepare("UPDATE api_key SET expires_at = ?, replaced_by = ? WHERE id = ?")
                update.bind(1, end.localSeconds)
                update.bind(2, token.id)
                update.bind(3, id)
                try update.run()
            }
        }
        return token
    }

    /// Ends a key at once.
    public func withdrawKey(id: String, at time: Timestamp) throws(AccessError) {
        try write { (connection) throws(AccessError) in
            guard try AccessStore.key("id", .text(id), connection) != nil else { throw .unknown }
            try stored { () throws(SQLiteError) in
                let update = try connection.prepare(
                    "UPDATE api_key SET withdrawn_at = coalesce(withdrawn_at, ?) WHERE id = ?"
                )
                update.bind(1, time.localSeconds)
                update.bind(2, id)
                try update.run()
            }
        }
    }

    /// Who presents that key, or `nil` where it is none that counts.
    public func principal(forKey text: String, at time: Timestamp) throws(AccessError) -> Principal? {
        guard let token = Token(text, .key) else { return nil }
        let digest = token.digest
        return try write { (connection) throws(AccessError) in
            // Found by its hash: nothing that is compared tells of the secret.
            guard let key = try AccessStore.key("digest", .bytes(digest), connection), key.counts(at: time) else {
                return nil
            }
            return key.principal
        }
    }

    /// Every key, the newest first.
    public func keys() throws(AccessError) -> [APIKey] {
        try write { (connection) throws(AccessError) in
            let select = try stored { () throws(SQLiteError) in
                try connection.prepare("SELECT \(AccessStore.columns) FROM api_key ORDER BY made_at DESC, id")
            }
            var keys: [APIKey] = []
            while try stored({ () throws(SQLiteError) in try select.step() }) {
                keys.append(try AccessStore.key(select))
            }
            return keys
        }
    }

    func newToken(_ kind: Token.Kind) throws(AccessError) -> Token {
        do {
            return try Token(kind, random: random)
        } catch {
            throw .system(error)
        }
    }

    private func insert(
        _ token: Token,
        _ request: KeyRequest,
        at time: Timestamp,
        _ connection: Connection
    ) throws(AccessError) {
        let permissions = request.permissions?.intersection(request.role.permissions) ?? request.role.permissions
        try stored { () throws(SQLiteError) in
            let insert = try connection.prepare(
                "INSERT INTO api_key (\(AccessStore.columns), digest) VALUES (?, ?, ?, ?, ?, ?, ?, ?, NULL, NULL, ?)"
            )
            insert.bind(1, token.id)
            insert.bind(2, request.owner)
            insert.bind(3, request.role.rawValue)
            insert.bind(4, request.scope.stored)
            insert.bind(5, permissions.stored)
            insert.bind(6, request.provider)
            insert.bind(7, time.localSeconds)
            insert.bind(8, time.advanced(bySeconds: request.seconds).localSeconds)
            insert.bind(9, token.digest)
            try insert.run()
        }
    }

    private enum Value {
        case text(String)
        case bytes([UInt8])
    }

    private static func key(
        _ column: String,
        _ value: Value,
        _ connection: Connection
    ) throws(AccessError) -> APIKey? {
        let select = try stored { () throws(SQLiteError) in
            try connection.prepare("SELECT \(columns) FROM api_key WHERE \(column) = ?")
        }
        switch value {
        case .text(let text): select.bind(1, text)
        case .bytes(let bytes): select.bind(1, bytes)
        }
        guard try stored({ () throws(SQLiteError) in try select.step() }) else { return nil }
        defer { select.reset() }
        return try key(select)
    }

    private static func key(_ row: Statement) throws(AccessError) -> APIKey {
        guard let role = Role(rawValue: row.text(2)), let scope = Scope(stored: row.text(3)),
            let permissions = Set<Permission>(stored: row.text(4)), let made = Timestamp(stored: row.integer(6)),
            let expires = Timestamp(stored: row.integer(7))
        else { throw .damaged("api_key \(row.text(0))") }
        return APIKey(
            id: row.text(0),
            owner: row.text(1),
            principal: Principal(
                name: "key:" + row.text(0),
                role: role,
                scope: scope,
                permissions: permissions,
                provider: row.optionalText(5)
            ),
            madeAt: made,
            expiresAt: expires,
            withdrawnAt: row.optionalInteger(8).flatMap { Timestamp(stored: $0) },
            replacedBy: row.optionalText(9)
        )
    }
}
