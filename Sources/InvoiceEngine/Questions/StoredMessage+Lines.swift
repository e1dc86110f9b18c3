import InvoiceLedger
import InvoiceModel
import InvoiceXML

extension StoredMessage {
    /// Its invoices, and the place of each among what the message came to; `nil` where it cannot be read.
    func read() -> (message: ParsedMessage, places: [Int])? {
        guard status != .manifest else { return nil }
        guard status == .lines else {
            guard case .message(let message) = ParsedMessage.read(bytes, limits: .unlimited) else { return nil }
            return (message, Array(message.invoices.indices))
        }
        let lines = readLines()
        let places = lines.entries.indices.filter { place in
            if case .invoice = lines.entries[place].result { true } else { false }
        }
        return (lines.message, places)
    }

    /// The line in which the invoice of a transaction came, without its line end.
    func line(of transaction: UInt64) throws(EngineError) -> [UInt8] {
        let lines = readLines()
        let place = invoices.firstIndex { $0.outcome == .registered(transaction: transaction) }
        guard let place, place < lines.entries.count else {
            let sentence = "The message \(id.sequence) in the ledger has no line of transaction \(transaction)."
            throw EngineError(.store, sentence)
        }
        let start = LineChunk.parts(of: bytes).start
        let range = lines.entries[place].bytes.range
        return Array(bytes[start + range.lowerBound..<start + range.upperBound])
    }

    private func readLines() -> InvoiceLines {
        var reader = LineReader(limits: .unlimited)
        var lines = InvoiceLines()
        reader.read(bytes.span.extracting(LineChunk.parts(of: bytes).start...), into: &lines)
        return lines
    }
}
