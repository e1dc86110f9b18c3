import Foundation
import InvoiceLedger

extension Engine {
    /// Proves that the ledger is what it says, on one state of it; other processes may write meanwhile.
    ///
    /// - Parameter tell: called from this thread, after each group of messages and for each table.
    /// - Throws: where there is no ledger, or one of another format; what does not hold is in the report.
    public static func audit(
        _ path: String,
        _ options: AuditOptions = AuditOptions(),
        _ tell: @escaping (AuditProgress) -> Void = { _ in }
    ) throws(EngineError) -> AuditReport {
        precondition(options.workers > 0, "someone has to check")
        let folder = "\(temporary(path, options))/xacthuc-audit-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let exported = try AuditHeads.read(path, given: options.heads)
        let audit = try storing { () throws(LedgerError) in try LedgerAudit(path, temporary: folder) }
        return try AuditRun(audit, AuditHeads(audit, exported: exported), options, folder: folder, tell).run()
    }

    /// Beside the ledger there is room for another store; where nothing may be written there, the system's folder.
    private static func temporary(_ path: String, _ options: AuditOptions) -> String {
        if let folder = options.temporary { return folder }
        let beside = URL(fileURLWithPath: path).standardizedFileURL.deletingLastPathComponent().path
        return FileManager.default.isWritableFile(atPath: beside) ? beside : FileManager.default.temporaryDirectory.path
    }
}
