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
            let rows = try core.connection.prepare("SELECT text FROM policy")
            return try rows.step() ? rows.text(0) : nil
        }
    }

    /// The keys that codes are made and opened with.
    public func keyRing() throws(LedgerError) -> KeyRing {
        try read { core throws(SQLiteError) in core.keyRing }
    }

    /// Every certificate the authority ever had here, oldest first, without its key; the last one signs.
    public func authorities() throws(LedgerError) -> [AuthorityIdentity] {
        try read { core throws(SQLiteError) in
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
    }

    /// The key of one of the authority's certificates: only for whoever is about to sign.
    public func signingKeyPEM(_ id: UInt32) throws(LedgerError) -> [UInt8] {
        try LedgerFiles(path: path).privateKeyPEM(id)
    }

    /// The log of administrative actions, oldest first, read from the archive.
    public func changes() throws(LedgerError) -> [Change] {
        try look { core throws(LedgerError) in
            let (rows, blocks) = try LedgerError.database { () throws(SQLiteError) in
                var rows: [(sequence: UInt64, afterMessage: UInt64)] = []
                var blocks: [StoredBlock] = []
                let select = try core.connection.prepare(
                    "SELECT sequence, after_message, block FROM change ORDER BY sequence"
                )
                while try select.step() {
                    rows.append((UInt64(bitPattern: select.integer(0)), UInt64(bitPattern: select.integer(1))))
                    let number = UInt64(bitPattern: select.integer(2))
                    guard blocks.last?.location.block != number else { continue }
                    guard let block = try core.blocks.block(number) else { throw .damage("block \(number)") }
                    blocks.append(block)
                }
                return (rows, blocks)
            }
            var changes: [Change] = []
            for block in blocks {
                for (entry, payload) in try core.archive.changes(in: block) {
                    guard changes.count < rows.count, rows[changes.count].sequence == entry.sequence else {
                        throw LedgerError(.databaseDamaged, "the store is damaged: change \(entry.sequence)")
                    }
                    changes.append(
                        Change(
                            sequence: entry.sequence,
                            afterMessage: rows[changes.count].afterMessage,
                            at: entry.at,
                            actor: entry.actor,
                            kind: entry.kind,
                            payload: payload
                        )
                    )
                }
            }
            return changes
        }
    }
}
