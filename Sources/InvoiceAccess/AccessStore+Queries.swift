public import InvoiceModel
import SQLite

/// What an officer asked, and why.
public struct RecordedQuery: Sendable, Hashable {
    /// Its number, from 1; 0 before it is recorded.
    public var id: Int64
    /// When.
    public var at: Timestamp
    /// Whose account asked.
    public var login: String
    /// What was asked for, as `invoice` or `totals by taxpayer`.
    public var what: String
    /// The taxpayer or invoice, empty where none was named.
    public var subject: String
    /// In the officer's words.
    public var purpose: String

    /// A query; its number is the store's.
    public init(id: Int64 = 0, at: Timestamp, login: String, what: String, subject: String, purpose: String) {
        self.id = id
        self.at = at
        self.login = login
        self.what = what
        self.subject = subject
        self.purpose = purpose
    }
}

extension AccessStore {
    /// Characters of a purpose that are kept.
    public static let purposeCharacters = 500

    /// Writes down what an officer asks, before it is answered.
    ///
    /// - Throws: `.withoutPurpose` where none is given.
    public func record(_ query: RecordedQuery) throws(AccessError) {
        let words = query.purpose.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard !words.isEmpty else { throw .withoutPurpose }
        try write { (connection) throws(AccessError) in
            try stored { () throws(SQLiteError) in
                let insert = try connection.prepare(
                    "INSERT INTO query (at, login, what, subject, purpose) VALUES (?, ?, ?, ?, ?)"
                )
                insert.bind(1, query.at.localSeconds)
                insert.bind(2, query.login)
                insert.bind(3, query.what)
                insert.bind(4, query.subject)
                insert.bind(5, String(words.prefix(AccessStore.purposeCharacters)))
                try insert.run()
            }
        }
    }

    /// What was asked, the latest first.
    ///
    /// - Parameters:
    ///   - login: of one officer; of all where `nil`.
    ///   - before: only queries with a smaller id, to go on where a list ended.
    public func queries(
        login: String? = nil,
        before: Int64? = nil,
        limit: Int
    ) throws(AccessError) -> [RecordedQuery] {
        try write { (connection) throws(AccessError) in
            try stored { () throws(SQLiteError) in
                let select = try connection.prepare(
                    "SELECT id, at, login, what, subject, purpose FROM query "
                        + "WHERE (?1 IS NULL OR login = ?1) AND (?2 IS NULL OR id < ?2) ORDER BY id DESC LIMIT ?3"
                )
                select.bind(1, login)
                select.bind(2, before)
                select.bind(3, Int64(limit))
                var found: [RecordedQuery] = []
                while try select.step() {
                    found.append(
                        RecordedQuery(
                            id: select.integer(0),
                            at: Timestamp(localSeconds: select.integer(1)),
                            login: select.text(2),
                            what: select.text(3),
                            subject: select.text(4),
                            purpose: select.text(5)
                        )
                    )
                }
                return found
            }
        }
    }
}
