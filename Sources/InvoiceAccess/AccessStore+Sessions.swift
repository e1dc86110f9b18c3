public import InvoiceModel
import OpenSSL
import SQLite

/// What came of an attempt to log in.
public enum LoginOutcome: Sendable {
    /// Somebody is in; the token goes into the browser's cookie.
    case entered(Token, Principal)
    /// Login, password or code are wrong; which, nobody is told.
    case refused
    /// Too many failures: no try counts for so many seconds.
    case wait(seconds: Int64)
}

extension AccessStore {
    /// Seconds without a request after which a session ends.
    public static let idle: Int64 = 1_800
    /// Seconds after which a session ends in any case.
    public static let longest: Int64 = 8 * 3_600

    /// Somebody wants in.
    ///
    /// - Parameter address: where the attempt comes from; its failures count too, whatever the login.
    public func logIn(
        _ login: String,
        password: String,
        code: String,
        from address: String,
        at time: Timestamp
    ) throws(AccessError) -> LoginOutcome {
        let subjects = ["login:" + login, "address:" + address]
        let (known, wait) = try write { (connection) throws(AccessError) in
            var wait: Int64 = 0
            for subject in subjects { wait = max(wait, try AccessStore.throttle(subject, connection).wait(at: time)) }
            return (try AccessStore.account(login, connection), wait)
        }
        guard wait == 0 else { return .wait(seconds: wait) }
        // The password is hashed outside the transaction, and for a login that nobody has as well: time tells nothing.
        let matches = try matches(password, known?.password)
        let token = try newToken(.session)
        return try write { (connection) throws(AccessError) in
            // Asked again: another attempt may have taken the same code meanwhile.
            guard matches, let known = try AccessStore.account(login, connection), known.account.closedAt == nil,
                let counter = known.secondFactor.accepted(code, at: time, after: known.lastCode)
            else {
                for subject in subjects { try AccessStore.fail(subject, at: time, connection) }
                return .refused
            }
            try stored { () throws(SQLiteError) in
                let taken = try connection.prepare("UPDATE account SET last_code = ? WHERE login = ?")
                taken.bind(1, counter)
                taken.bind(2, login)
                try taken.run()
                try AccessStore.forget("login:" + login, connection)
                let begin = try connection.prepare(
                    "INSERT INTO session (id, digest, login, begun_at, used_at) VALUES (?, ?, ?, ?, ?)"
                )
                begin.bind(1, token.id)
                begin.bind(2, token.digest)
                begin.bind(3, login)
                begin.bind(4, time.localSeconds)
                begin.bind(5, time.localSeconds)
                try begin.run()
            }
            return .entered(token, known.account.principal)
        }
    }

    /// Who has that session, which goes on by this; `nil` where there is none, or it has ended.
    public func principal(forSession text: String, at time: Timestamp) throws(AccessError) -> Principal? {
        guard let token = Token(text, .session) else { return nil }
        return try write { (connection) throws(AccessError) in
            let select = try stored { () throws(SQLiteError) in
                try connection.prepare("SELECT digest, login, begun_at, used_at FROM session WHERE id = ?")
            }
            select.bind(1, token.id)
            guard try stored({ () throws(SQLiteError) in try select.step() }) else { return nil }
            let (digest, login) = (select.blob(0), select.text(1))
            let (begun, used) = (select.integer(2), select.integer(3))
            select.reset()
            guard ConstantTime.equal(digest, token.digest) else { return nil }
            guard time.localSeconds - begun < AccessStore.longest, time.localSeconds - used < AccessStore.idle,
                let known = try AccessStore.account(login, connection), known.account.closedAt == nil
            else {
                try AccessStore.end(token.id, connection)
                return nil
            }
            try stored { () throws(SQLiteError) in
                let use = try connection.prepare("UPDATE session SET used_at = ? WHERE id = ?")
                use.bind(1, time.localSeconds)
                use.bind(2, token.id)
                try use.run()
            }
            return known.account.principal
        }
    }

    /// Ends a session; that there was none is no error.
    public func logOut(session text: String) throws(AccessError) {
        guard let token = Token(text, .session) else { return }
        try write { (connection) throws(AccessError) in try AccessStore.end(token.id, connection) }
    }

    /// A hash like any other, for logins that nobody has.
    private static let decoy = try? PasswordHash("nobody has this password", salt: Array(repeating: 0, count: 16))

    private func matches(_ password: String, _ hash: PasswordHash?) throws(AccessError) -> Bool {
        do {
            guard let hash else {
                _ = try AccessStore.decoy?.matches(password)
                return false
            }
            return try hash.matches(password)
        } catch {
            throw .system(error)
        }
    }

    private static func end(_ id: String, _ connection: Connection) throws(AccessError) {
        try stored { () throws(SQLiteError) in
            let end = try connection.prepare("DELETE FROM session WHERE id = ?")
            end.bind(1, id)
            try end.run()
        }
    }

    private static func throttle(_ subject: String, _ connection: Connection) throws(AccessError) -> Throttle {
        try stored { () throws(SQLiteError) in
            let select = try connection.prepare("SELECT failures, last_at FROM throttle WHERE subject = ?")
            select.bind(1, subject)
            guard try select.step() else { return Throttle() }
            defer { select.reset() }
            return Throttle(failures: Int(select.integer(0)), last: Timestamp(localSeconds: select.integer(1)))
        }
    }

    private static func fail(
        _ subject: String,
        at time: Timestamp,
        _ connection: Connection
    ) throws(AccessError) {
        var throttle = try throttle(subject, connection)
        throttle.fail(at: time)
        try stored { () throws(SQLiteError) in
            let update = try connection.prepare(
                "INSERT INTO throttle (subject, failures, last_at) VALUES (?1, ?2, ?3) "
                    + "ON CONFLICT (subject) DO UPDATE SET failures = ?2, last_at = ?3"
            )
            update.bind(1, subject)
            update.bind(2, Int64(throttle.failures))
            update.bind(3, time.localSeconds)
            try update.run()
        }
    }

    private static func forget(_ subject: String, _ connection: Connection) throws(SQLiteError) {
        let forget = try connection.prepare("DELETE FROM throttle WHERE subject = ?")
        forget.bind(1, subject)
        try forget.run()
    }
}
