import InvoiceCode
import InvoiceModel
import SQLite

/// Writes the ordered log of administrative actions, inside the transaction of the action itself.
enum ChangeLog {
    /// Appends one action and returns its number.
    static func append(
        _ connection: Connection,
        _ kind: Change.Kind,
        _ payload: [UInt8],
        by actor: Actor
    ) throws(SQLiteError) -> Int64 {
        let sequence = (try connection.integer("SELECT coalesce(max(sequence), 0) FROM change") ?? 0) + 1
        let insert = try connection.prepare(
            """
            INSERT INTO change VALUES (?, (SELECT coalesce(max(sequence), 0) FROM message), ?, ?, ?, ?)
            """
        )
        insert.bind(1, sequence)
        insert.bind(2, actor.at.localSeconds)
        insert.bind(3, actor.name)
        insert.bind(4, kind.rawValue)
        insert.bind(5, payload)
        try insert.run()
        return sequence
    }

    /// The first entries of a new ledger: its making, its first keys, its first certificate.
    static func recordCreation(
        _ connection: Connection,
        authority: AuthorityIdentity,
        key: MasterKey,
        _ settings: LedgerSettings,
        _ actor: Actor
    ) throws(SQLiteError) {
        var lines = "test=\(settings.isTest ? "yes" : "no")\nsignature_profile=\(settings.profile.rawValue)\n"
        lines += "place_name=\(settings.placeName)\ncreated_at=\(settings.createdAt)\n"
        if let seed = settings.seed { lines += "seed=\(seed)\n" }
        if let clock = settings.fixedClock { lines += "fixed_clock=\(clock)\n" }
        _ = try append(connection, .created, Array(lines.utf8), by: actor)
        try record(connection, key, by: actor)
        try record(connection, authority, by: actor)
    }

    /// A new generation of code keys; the key itself is a file.
    static func record(_ connection: Connection, _ key: MasterKey, by actor: Actor) throws(SQLiteError) {
        let payload = Array("generation=\(key.generation)\n".utf8)
        let change = try append(connection, .codeKey, payload, by: actor)
        let insert = try connection.prepare("INSERT INTO code_key VALUES (?, ?, ?)")
        insert.bind(1, Int64(key.generation))
        insert.bind(2, Int64(bitPattern: key.checkValue))
        insert.bind(3, change)
        try insert.run()
    }

    /// A new certificate of the authority; the private key is a file.
    static func record(_ connection: Connection, _ identity: AuthorityIdentity, by actor: Actor) throws(SQLiteError) {
        _ = try append(connection, .authority, identity.certificatePEM, by: actor)
        let insert = try connection.prepare("INSERT INTO authority VALUES (?, ?, ?)")
        insert.bind(1, Int64(identity.id))
        insert.bind(2, identity.certificateDER)
        insert.bind(3, identity.certificatePEM)
        try insert.run()
    }
}
