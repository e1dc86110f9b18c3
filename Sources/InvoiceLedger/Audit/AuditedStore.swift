import DurableFiles
import InvoiceModel
import SQLite

/// The live store under audit, in one state of it.
struct AuditedStore {
    let connection: Connection
    /// The archive's committed end; `nil` where the store does not say.
    let end: ArchivePosition?

    /// Opens the store for reading.
    ///
    /// - Returns: `nil` where it cannot be read at all; why is among the findings then.
    /// - Throws: where there is no ledger, or one that another version of this program audits.
    static func open(_ files: LedgerFiles, _ findings: inout [AuditFinding]) throws(LedgerError) -> AuditedStore? {
        let hasArchive = try LedgerError.files { () throws(FileError) in
            try DurableFiles.kind(of: files.archive) == .directory
        }
        func found(_ what: String) { findings.append(AuditFinding(.database, what)) }
        guard try LedgerError.files({ () throws(FileError) in try DurableFiles.kind(of: files.database) }) == .file
        else {
            guard hasArchive else { throw LedgerError(.notALedger, "\(files.path) holds no ledger") }
            found("there is no ledger.sqlite")
            return nil
        }
        let connection: Connection
        do throws(LedgerError) {
            connection = try ReadingConnection.open(files)
            try Ledger.checkFormat(connection, files)
        } catch {
            guard hasArchive, error.code != .olderFormat, error.code != .newerFormat else { throw error }
            found("ledger.sqlite cannot be read: \(error.message)")
            return nil
        }
        do throws(SQLiteError) {
            // One state for all questions, whoever writes meanwhile.
            try connection.execute("BEGIN")
            return AuditedStore(connection: connection, end: try BlockRows(connection).archiveEnd().position)
        } catch {
            found("the committed end of the archive cannot be read: \(error.message)")
            return AuditedStore(connection: connection, end: nil)
        }
    }

    /// Lets SQLite look at every page.
    func checkPages(_ findings: inout AuditFindings) {
        do throws(SQLiteError) {
            let rows = try connection.prepare("PRAGMA integrity_check(100)")
            while try rows.step() {
                if rows.text(0) != "ok" { findings.add(AuditFinding(.database, rows.text(0))) }
            }
        } catch {
            findings.add(AuditFinding(.database, error.message))
        }
    }
}
