import DurableFiles
import Foundation
import InvoiceLedger
import InvoiceModel
import InvoiceSignature

extension Engine {
    /// Signs how far the ledger has come, records who asked, keeps the head in the archive and exports it to `heads/`.
    ///
    /// - Returns: the head's text.
    public func signHead() throws(EngineError) -> String {
        let actor = try actor()
        try storing { () throws(LedgerError) in try ledger.recordHead(by: actor) }
        return try signHead(actor.at.date, at: actor.at)
    }

    /// Before anything of a later day is written, the day before gets its head.
    func closeDay(before time: Timestamp) throws(EngineError) {
        let last = try storing { () throws(LedgerError) in try ledger.lastDay() }
        guard last.day < time.date else { return }
        if last.hasHead {
            // The one that was signed may not have been exported for want of room.
            try exportHeads()
        } else {
            _ = try signHead(last.day, at: time)
        }
    }

    private func signHead(_ day: CalendarDate, at time: Timestamp) throws(EngineError) -> String {
        let authorities = try Authorities(ledger)
        guard let signer = authorities.signers[authorities.current] else {
            throw EngineError(.store, "The ledger has no key of the authority.")
        }
        let facts = try storing { () throws(LedgerError) in try ledger.headFacts(day) }
        let text: String
        do {
            text = try DayHead(facts, at: time, by: signer).text
        } catch {
            throw EngineError(.store, "The head of \(day) cannot be signed: \(error)")
        }
        try storing { () throws(LedgerError) in try ledger.storeHead(text, at: time) }
        try export(text, of: day)
        try exportHeads()
        return text
    }

    /// Writes the newest head of every day of which no file is there: removed by somebody, or never written.
    private func exportHeads() throws(EngineError) {
        let texts = try storing { () throws(LedgerError) in try ledger.storedHeads() }
        var newest: [CalendarDate: String] = [:]
        for text in texts {
            guard let head = DayHead(text: text) else { continue }
            newest[head.facts.day] = text
        }
        for (day, text) in newest.sorted(by: { $0.key < $1.key }) {
            guard !FileManager.default.fileExists(atPath: HeadFolder.file(ledger.path, day)) else { continue }
            try export(text, of: day)
        }
    }

    private func export(_ text: String, of day: CalendarDate) throws(EngineError) {
        do {
            let folder = HeadFolder.path(ledger.path)
            // Durable, as FileManager would not make it.
            if try DurableFiles.kind(of: folder) == nil { try DurableFiles.makeDirectory(folder, mode: 0o755) }
            try DurableFiles.write(Array(text.utf8).span, to: HeadFolder.file(ledger.path, day), mode: 0o644)
        } catch {
            throw EngineError(
                .file,
                "The head of \(day) is in the archive, but cannot be exported: \(error). "
                    + "Make room; the next head writes it again."
            )
        }
    }
}

/// Where a ledger's heads are exported to.
enum HeadFolder {
    static func path(_ ledger: String) -> String { "\(ledger)/heads" }
    static func file(_ ledger: String, _ day: CalendarDate) -> String { "\(path(ledger))/\(day).head" }

    /// Names of the heads that are there.
    static func names(_ ledger: String) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path(ledger))) ?? []
        return names.filter { $0.hasSuffix(".head") }.sorted()
    }
}
