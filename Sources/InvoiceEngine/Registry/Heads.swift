import DurableFiles
import InvoiceLedger
import InvoiceModel
import InvoiceSignature

extension Engine {
    /// Signs how far the ledger has come, keeps the head in the archive and exports it to `heads/`.
    ///
    /// - Returns: the head's text.
    public func signHead() throws(EngineError) -> String {
        let time = now()
        return try signHead(time.date, at: time)
    }

    /// Before anything of a later day is written, the day before gets its head.
    func closeDay(before time: Timestamp) throws(EngineError) {
        let last = try storing { () throws(LedgerError) in try ledger.lastDay() }
        guard last.day < time.date, !last.hasHead else { return }
        _ = try signHead(last.day, at: time)
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
        do {
            let folder = "\(ledger.path)/heads"
            if try DurableFiles.kind(of: folder) == nil { try DurableFiles.makeDirectory(folder, mode: 0o755) }
            try DurableFiles.write(Array(text.utf8).span, to: "\(folder)/\(day).head", mode: 0o644)
        } catch {
            throw EngineError(
                .file,
                "The head of \(day) is in the archive, but cannot be exported: \(error). Make room and sign again."
            )
        }
        return text
    }
}
