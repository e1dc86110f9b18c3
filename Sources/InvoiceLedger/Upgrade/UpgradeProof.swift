import InvoiceCode
import InvoiceModel
import SQLite

/// Holds archive and new store against the old database, before anything is switched over.
struct UpgradeProof {
    let files: LedgerFiles
    /// The new store's file.
    let store: String
    let end: ArchivePosition
    let keys: KeyRing

    /// - Throws: `.corrupt` with the first difference.
    func prove(against old: Connection, _ progress: (UpgradeProgress) -> Void) throws(LedgerError) {
        try proveTables()
        try proveEntries(old, progress)
    }

    /// Tables that are the same in both formats, and the columns of those that are not.
    private static let tables: [(name: String, columns: String)] = [
        ("setting", "*"), ("certificate_list", "*"), ("registered_certificate", "*"),
        ("trust_anchor", "*"), ("revocation_list", "*"), ("authority", "*"), ("code_key", "*"),
        ("notice_counter", "*"), ("series", "*"), ("invoice_rate", "*"), ("number", "*"),
        ("taxpayer", "tax_code, name, office, status, methods, forms, cash_register_code, registered_on"),
        (
            "invoice",
            """
            transaction_number, message, series, number, issued_on, received_on, office, buyer, currency,
            exchange_units, exchange_millionths, net_units, net_millionths, tax_units, tax_millionths, total_units,
            total_millionths, rate, content, generation, tag, relation, related, replaced_by, adjusted_by
            """
        ),
        ("message", "sequence, status, received_at, transaction_number, notice_number"),
        ("change", "sequence, after_message, at, actor, kind"),
    ]

    private func proveTables() throws(LedgerError) {
        let difference = try LedgerError.database { () throws(SQLiteError) -> String? in
            let connection = try Connection(path: store, access: .readWrite)
            let attach = try connection.prepare("ATTACH ? AS old")
            attach.bind(1, files.database)
            try attach.run()
            for (name, columns) in UpgradeProof.tables {
                // The upgrade's own entry is new.
                let new = "main.\(name)" + (name == "change" ? " WHERE kind <> '\(Change.Kind.upgraded.rawValue)'" : "")
                let missing = "SELECT \(columns) FROM old.\(name) EXCEPT SELECT \(columns) FROM \(new)"
                // Every row has its own key: as many rows, and none missing, are the same rows.
                let isEqual = try connection.integer(
                    """
                    SELECT (SELECT count(*) FROM old.\(name)) = (SELECT count(*) FROM \(new))
                        AND NOT EXISTS (\(missing))
                    """
                )
                if isEqual != 1 { return name }
            }
            return try UpgradedSums.difference(connection)
        }
        guard let difference else { return }
        throw LedgerError(.corrupt, "the upgraded table \(difference) is not the old one; nothing was changed")
    }

    /// Every entry of the archive with its bytes, read back and held against the old tables.
    private func proveEntries(
        _ old: Connection,
        _ progress: (UpgradeProgress) -> Void
    ) throws(LedgerError) {
        let coding = EntryCoding(identifierKey: try files.readIdentifierKey())
        let scan = try LedgerError.archive { () throws(ArchiveError) in
            try ArchiveScan(folder: files.archive, upTo: end)
        }
        let reader = try LedgerError.database { () throws(SQLiteError) in try FormatOne(old, keys: keys) }
        func next() throws(LedgerError) -> FormatOne.Entry? {
            try LedgerError.database { () throws(SQLiteError) in try reader.next() }
        }
        while let block = try LedgerError.archive({ () throws(ArchiveError) in try scan.next() }) {
            let content = try LedgerError.archive { () throws(ArchiveError) in try block.content() }
            let entries = try LedgerError.entries(at: block.location) { () throws(EntryError) in
                try coding.entries(of: content)
            }
            switch entries {
            case .messages(let messages):
                var start = 0
                for message in messages {
                    guard case .message(let before, let bytes)? = try next(), before == message,
                        content.originals[start...].prefix(message.originalLength).elementsEqual(bytes)
                    else {
                        throw LedgerError(.corrupt, "message \(message.sequence) of the archive is not the old one")
                    }
                    start += message.originalLength
                    progress(
                        UpgradeProgress(stage: .proof, done: message.sequence, total: reader.counts.messages)
                    )
                }
            case .changes(let changes):
                for (change, _) in changes where change.kind != .upgraded {
                    guard case .change(var before, _)? = try next() else {
                        throw LedgerError(.corrupt, "change \(change.sequence) of the archive is not the old one")
                    }
                    // What two of them hold besides is held against the tables.
                    before.payloadLength = change.payloadLength
                    guard before == change else {
                        throw LedgerError(.corrupt, "change \(change.sequence) of the archive is not the old one")
                    }
                }
            case .head: throw LedgerError(.corrupt, "the archive holds a head that nobody signed")
            }
        }
        guard try next() == nil else { throw LedgerError(.corrupt, "the archive holds less than the old database") }
    }
}
