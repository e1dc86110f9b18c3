import InvoiceModel
import SQLite

/// The rows that follow from administrative actions.
struct ChangeRows {
    private let connection: Connection
    private let registry: RegistryStore
    private let change: Statement

    init(_ connection: Connection) throws(SQLiteError) {
        self.connection = connection
        registry = RegistryStore(connection: connection)
        change = try connection.prepare(
            "INSERT INTO change VALUES (?, (SELECT coalesce(max(sequence), 0) FROM message), ?, ?, ?, ?)"
        )
    }

    func apply(_ changes: [(entry: ChangeEntry, payload: [UInt8])], block: UInt64) throws(SQLiteError) {
        for (entry, payload) in changes {
            guard entry.sequence <= UInt64(Int64.max) else { throw .damage("change \(entry.sequence)") }
            change.bind(1, Int64(entry.sequence))
            change.bind(2, entry.at.localSeconds)
            change.bind(3, entry.actor)
            change.bind(4, entry.kind.rawValue)
            change.bind(5, Int64(bitPattern: block))
            try change.run()
            guard try apply(entry.kind, payload, Int64(entry.sequence)) else {
                throw .damage("change \(entry.sequence) (\(entry.kind.rawValue)) cannot be read")
            }
        }
    }

    /// Does the action; `false` where its payload is none that we could have written.
    private func apply(_ kind: Change.Kind, _ payload: [UInt8], _ number: Int64) throws(SQLiteError) -> Bool {
        switch kind {
        case .created:
            guard let settings = ChangePayload.settings(payload) else { return false }
            try settings.store(in: connection)
        case .taxpayers:
            guard let taxpayers = RegistryText.taxpayers(payload) else { return false }
            try registry.replace(taxpayers)
        case .certificates:
            guard let lists = RegistryText.certificates(payload) else { return false }
            try registry.replace(lists)
        case .stops:
            guard let stops = RegistryText.stops(payload) else { return false }
            try registry.replace(stops)
        case .delegations:
            guard let delegations = RegistryText.delegations(payload) else { return false }
            try registry.replace(delegations)
        case .anchor: try insert("trust_anchor", number, payload)
        case .revocationList: try insert("revocation_list", number, payload)
        case .policy: try setPolicy(payload, number)
        case .codeKey:
            guard let key = ChangePayload.codeKey(payload) else { return false }
            let insert = try connection.prepare(insert: "code_key", columns: 3)
            insert.bind(1, Int64(key.generation))
            insert.bind(2, Int64(bitPattern: key.checkValue))
            insert.bind(3, number)
            try insert.run()
        case .authority:
            guard let identity = ChangePayload.authority(payload) else { return false }
            let insert = try connection.prepare(insert: "authority", columns: 3)
            insert.bind(1, Int64(identity.id))
            insert.bind(2, identity.certificateDER)
            insert.bind(3, identity.certificatePEM)
            try insert.run()
        case .rebuilt, .upgraded, .head: break
        }
        return true
    }

    private func insert(_ table: String, _ number: Int64, _ bytes: [UInt8]) throws(SQLiteError) {
        let insert = try connection.prepare(insert: table, columns: 2)
        insert.bind(1, number)
        insert.bind(2, bytes)
        try insert.run()
    }

    private func setPolicy(_ payload: [UInt8], _ number: Int64) throws(SQLiteError) {
        let set = try connection.prepare("INSERT OR REPLACE INTO policy VALUES (1, ?, ?)")
        set.bind(1, number)
        set.bind(2, String(decoding: payload, as: UTF8.self))
        try set.run()
    }
}
