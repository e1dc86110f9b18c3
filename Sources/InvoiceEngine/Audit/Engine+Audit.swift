import Foundation
import InvoiceLedger

extension Engine {
    /// Proves that the ledger is what it says, on one state of it; other processes may write meanwhile.
    ///
    /// - Parameter tell: called from this thread, after each group of messages and for each table.
    /// - Throws: where the ledger cannot even be opened; what does not hold is in the report.
    public static func audit(
        _ path: String,
        _ options: AuditOptions = AuditOptions(),
        _ tell: @escaping (AuditProgress) -> Void = { _ in }
    ) throws(EngineError) -> AuditReport {
        precondition(options.workers > 0, "someone has to check")
        let engine = try open(path, for: .reading)
        let folder = "\(temporary(path, options))/xacthuc-audit-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let audit = try storing { () throws(LedgerError) in try LedgerAudit(engine.ledger, temporary: folder) }
        return try AuditRun(audit, engine.ledger, options, tell).run()
    }

    /// Beside the ledger there is room for another store; where nothing may be written there, the system's folder.
    private static func temporary(_ path: String, _ options: AuditOptions) -> String {
        if let folder = options.temporary { return folder }
        let beside = URL(fileURLWithPath: path).standardizedFileURL.deletingLastPathComponent().path
        return FileManager.default.isWritableFile(atPath: beside) ? beside : FileManager.default.temporaryDirectory.path
    }
}
