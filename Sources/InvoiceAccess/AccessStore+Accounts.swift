public import InvoiceModel
public import OpenSSL
import SQLite

/// What is known of a person's account besides its secrets.
public struct Account: Sendable, Hashable {
    /// Names it, in logs and records.
    public var login: String
    /// The person's name.
    public var name: String
    /// One of people.
    public var role: Role
    /// Whose invoices its owner may see.
    public var scope: Scope
    /// When it was made.
    public var madeAt: Timestamp
    /// When it was closed; it counts no more from then on.
    public var closedAt: Timestamp?

    /// What is known of an account.
    public init(login: String, name: String, role: Role, scope: Scope, madeAt: Timestamp, closedAt: Timestamp? = nil) {
        self.login = login
        self.name = name
        self.role = role
        self.scope = scope
        self.madeAt = madeAt
        self.closedAt = closedAt
    }

    /// Who it is for one request.
    public var principal: Principal { Principal(name: login, role: role, scope: scope) }
}

/// An account with what its login needs.
struct AccountSecrets: Sendable {
    var account: Account
    var password: PasswordHash
    var secondFactor: OneTimeCode
    var lastCode: Int64
}

extension AccessStore {
    private static let accountColumns =
        "login, name, role, scope, password, second_factor, last_code, made_at, closed_at"

    /// Makes an account; the secret of its second factor is told this once.
    ///
    /// - Parameter cost: of the password's hash; less in tests.
    public func makeAccount(
        _ account: Account,
        password: String,
        cost: Scrypt.Cost = .interactive
    ) throws(AccessError) -> OneTimeCode {
        guard account.role.isOfPeople else { throw .role(account.role) }
        let (hash, factor) = try secrets(password, cost)
        try write { (connection) throws(AccessError) in
            guard try AccessStore.account(account.login, connection) == nil else { throw .loginTaken }
            try stored { () throws(SQLiteError) in
                let insert = try connection.prepare(
                    "INSERT INTO account (\(AccessStore.accountColumns)) VALUES (?, ?, ?, ?, ?, ?, 0, ?, NULL)"
                )
                insert.bind(1, account.login)
                insert.bind(2, account.name)
                insert.bind(3, account.role.rawValue)
                insert.bind(4, account.scope.stored)
                insert.bind(5, hash.stored)
                insert.bind(6, factor.storedSecret)
                insert.bind(7, account.madeAt.localSeconds)
                try insert.run()
            }
        }
        return factor
    }

    /// Closes an account at once: its sessions end.
    public func closeAccount(_ login: String, at time: Timestamp) throws(AccessError) {
        try write { (connection) throws(AccessError) in
            guard try AccessStore.account(login, connection) != nil else { throw .unknown }
            try stored { () throws(SQLiteError) in
                let close = try connection.prepare(
                    "UPDATE account SET closed_at = coalesce(closed_at, ?) WHERE login = ?"
                )
                close.bind(1, time.localSeconds)
                close.bind(2, login)
                try close.run()
                try AccessStore.endSessions(of: login, connection)
            }
        }
    }

    /// Gives an account another password and second factor, told this once: its sessions end.
    public func resetAccount(
        _ login: String,
        password: String,
        cost: Scrypt.Cost = .interactive
    ) throws(AccessError) -> OneTimeCode {
        let (hash, factor) = try secrets(password, cost)
        try write { (connection) throws(AccessError) in
            guard try AccessStore.account(login, connection) != nil else { throw .unknown }
            try stored { () throws(SQLiteError) in
                let reset = try connection.prepare(
                    "UPDATE account SET password = ?, second_factor = ?, last_code = 0 WHERE login = ?"
                )
                reset.bind(1, hash.stored)
                reset.bind(2, factor.storedSecret)
                reset.bind(3, login)
                try reset.run()
                try AccessStore.endSessions(of: login, connection)
            }
        }
        return factor
    }

    /// Every account, by login.
    public func accounts() throws(AccessError) -> [Account] {
        try write { (connection) throws(AccessError) in
            let select = try stored { () throws(SQLiteError) in
                try connection.prepare("SELECT \(AccessStore.accountColumns) FROM account ORDER BY login")
            }
            var accounts: [Account] = []
            while try stored({ () throws(SQLiteError) in try select.step() }) {
                accounts.append(try AccessStore.secrets(select).account)
            }
            return accounts
        }
    }

    private func secrets(_ password: String, _ cost: Scrypt.Cost) throws(AccessError) -> (PasswordHash, OneTimeCode) {
        let hash: PasswordHash
        do {
            hash = try PasswordHash(password, cost: cost)
        } catch {
            throw .password(error)
        }
        do {
            return (hash, OneTimeCode(secret: try random(OneTimeCode.secretBytes)))
        } catch {
            throw .system(error)
        }
    }

    static func account(_ login: String, _ connection: Connection) throws(AccessError) -> AccountSecrets? {
        let select = try stored { () throws(SQLiteError) in
            try connection.prepare("SELECT \(accountColumns) FROM account WHERE login = ?")
        }
        select.bind(1, login)
        guard try stored({ () throws(SQLiteError) in try select.step() }) else { return nil }
        defer { select.reset() }
        return try secrets(select)
    }

    private static func secrets(_ row: Statement) throws(AccessError) -> AccountSecrets {
        guard let role = Role(rawValue: row.text(2)), let scope = Scope(stored: row.text(3)),
            let password = PasswordHash(stored: row.text(4)), let made = Timestamp(stored: row.integer(7))
        else { throw .damaged("account \(row.text(0))") }
        return AccountSecrets(
            account: Account(
                login: row.text(0),
                name: row.text(1),
                role: role,
                scope: scope,
                madeAt: made,
                closedAt: row.optionalInteger(8).flatMap { Timestamp(stored: $0) }
            ),
            password: password,
            secondFactor: OneTimeCode(secret: row.blob(5)),
            lastCode: row.integer(6)
        )
    }

    static func endSessions(of login: String, _ connection: Connection) throws(SQLiteError) {
        let end = try connection.prepare("DELETE FROM session WHERE login = ?")
        end.bind(1, login)
        try end.run()
    }
}
