public import InvoiceCode
public import InvoiceModel
import SQLite

/// What the checks need of the ledger, each as one immutable value.
extension Ledger {
    /// The registry as of now; the same object until it changes.
    public func registry() throws(LedgerError) -> Registry {
        try read { core throws(SQLiteError) in
            if let cached = core.registryCache { return cached }
            let registry = try RegistryStore(connection: core.connection).load()
            // A reader beside a writing process cannot know when its copy grows old.
            if core.isWritable { core.registryCache = registry }
            return registry
        }
    }

    /// Trust anchors and revocation lists as of now.
    public func trustMaterial() throws(LedgerError) -> TrustMaterial {
        try read { core throws(SQLiteError) in
            func blobs(_ sql: String) throws(SQLiteError) -> [[UInt8]] {
                let rows = try core.connection.prepare(sql)
                var blobs: [[UInt8]] = []
                while try rows.step() { blobs.append(rows.blob(0)) }
                return blobs
            }
            let version = try core.connection.integer(
                """
                SELECT max((SELECT coalesce(max(change), 0) FROM trust_anchor),
                           (SELECT coalesce(max(change), 0) FROM revocation_list))
                """
            )
            return TrustMaterial(
                anchors: try blobs("SELECT certificate FROM trust_anchor ORDER BY change"),
                revocationLists: try blobs("SELECT list FROM revocation_list ORDER BY change"),
                version: UInt64(version ?? 0)
            )
        }
    }

    /// The policy's text as set last, or `nil` where none was.
    public func policyText() throws(LedgerError) -> String? {
        try read { core throws(SQLiteError) in
            let rows = try core.connection.prepare(
                "SELECT payload FROM change WHERE kind = 'policy' ORDER BY sequence DESC LIMIT 1"
            )
            guard try rows.step() else { return nil }
            return String(decoding: rows.blob(0), as: UTF8.self)
        }
    }

    /// The keys that codes are made and opened with.
    public func keyRing() throws(LedgerError) -> KeyRing {
        try read { core throws(SQLiteError) in core.keyRing }
    }

    /// Every certificate and key the authority ever had here, oldest first; the last one signs.
    public func authorities() throws(LedgerError) -> [AuthorityIdentity] {
        var identities = try read { core throws(SQLiteError) in
            var identities: [AuthorityIdentity] = []
            let rows = try core.connection.prepare("SELECT id, certificate, pem FROM authority ORDER BY id")
            while try rows.step() {
                identities.append(
                    AuthorityIdentity(
                        id: UInt32(truncatingIfNeeded: rows.integer(0)),
                        certificateDER: rows.blob(1),
                        certificatePEM: rows.blob(2),
                        privateKeyPEM: []
                    )
                )
            }
            return identities
        }
        let files = LedgerFiles(path: path)
        for index in identities.indices {
            identities[index].privateKeyPEM = try files.privateKeyPEM(identities[index].id)
        }
        return identities
    }

    /// The log of administrative actions, oldest first.
    public func changes() throws(LedgerError) -> [Change] {
        try read { core throws(SQLiteError) in
            var changes: [Change] = []
            let rows = try core.connection.prepare(
                "SELECT sequence, after_message, at, actor, kind, payload FROM change ORDER BY sequence"
            )
            while try rows.step() {
                guard let kind = Change.Kind(rawValue: rows.text(4)) else { throw .damage("a kind of change") }
                changes.append(
                    Change(
                        sequence: UInt64(rows.integer(0)),
                        afterMessage: UInt64(rows.integer(1)),
                        at: Timestamp(localSeconds: rows.integer(2)),
                        actor: rows.text(3),
                        kind: kind,
                        payload: rows.blob(5)
                    )
                )
            }
            return changes
        }
    }
}
