import InvoiceCode
import InvoiceLedger
public import InvoiceModel
import OpenSSL

extension Engine {
    /// Sums of the accepted invoices.
    public func totals(_ request: TotalsRequest) throws(EngineError) -> Report {
        let query = try request.query()
        let rows = try storing { () throws(LedgerError) in try ledger.totals(query) }
        return Report(rows, by: query.groupings)
    }

    /// Accepted invoices, in the order of their acceptance.
    public func list(_ request: ListRequest) throws(EngineError) -> Report {
        let query = try request.query()
        return Report(try storing { () throws(LedgerError) in try ledger.list(query) })
    }

    /// What the ledger knows of the invoice with that code.
    ///
    /// - Throws: `.notFound` where it has none, with the reason.
    public func lookup(code text: String) throws(EngineError) -> InvoiceDetails {
        try details(record(code: text))
    }

    /// What the ledger knows of the invoice with that number, and of attempts on it that were refused or repeated.
    ///
    /// - Throws: `.notFound` where it has neither.
    public func lookup(_ key: InvoiceKey) throws(EngineError) -> InvoiceDetails {
        let attempts = try attempts(on: key)
        guard let record = try storing({ () throws(LedgerError) in try ledger.lookup(key) }) else {
            let sentence = "No invoice \(key.form)\(key.symbol) number \(key.number) of \(key.seller) was accepted here"
            guard !attempts.isEmpty else {
                let count = AttemptList.searchLimit
                let searched = "; of refused and repeated messages only the latest \(count) were searched."
                throw EngineError(.notFound, sentence + (attempts.isComplete ? "." : searched))
            }
            return InvoiceDetails(key, attempts: attempts)
        }
        var details = try details(record)
        details.attempts = attempts
        return details
    }

    /// The message of the invoice with that code, as it was received; of one that came in a line, that line.
    public func original(code: String) throws(EngineError) -> [UInt8] {
        let record = try record(code: code)
        let message = try message(record.message)
        return message.status == .lines ? try message.line(of: record.transaction) : message.bytes
    }

    /// The reply to the message of the invoice with that code, byte for byte as it was first.
    public func reply(code: String) throws(EngineError) -> [UInt8] {
        try firstReply(to: message(record(code: code).message))
    }

    /// Generations of code keys and certificates of the authority, without any secret.
    public func keys() throws(EngineError) -> Report {
        let ring = try storing { () throws(LedgerError) in try ledger.keyRing() }
        let identities = try storing { () throws(LedgerError) in try ledger.authorities() }
        var rows: [[String?]] = ring.generations.map { generation in
            let use = generation == ring.current ? "current" : "earlier"
            return ["code", Hex.uppercase([generation]), use, nil, nil, nil]
        }
        for identity in identities {
            let use = identity.id == identities.last?.id ? "current" : "earlier"
            do {
                let certificate = try Certificate(der: identity.certificateDER)
                let from = Timestamp(unixSeconds: certificate.notBefore).description
                let to = Timestamp(unixSeconds: certificate.notAfter).description
                rows.append(["authority", "\(identity.id)", use, certificate.subject, from, to])
            } catch {
                throw EngineError(.store, "The authority's certificate \(identity.id) cannot be read: \(error)")
            }
        }
        let columns = ["kind", "id", "use", "subject", "valid_from", "valid_to"]
        return Report(columns: columns.map { Report.Column($0) }, rows: rows)
    }

    /// The stored message of that sequence number.
    func message(_ id: StoredID) throws(EngineError) -> StoredMessage {
        let message = try storing { () throws(LedgerError) in try ledger.storedMessage(id) }
        guard let message else {
            throw EngineError(.store, "The ledger misses the message \(id.sequence), which it named itself.")
        }
        return message
    }

    /// The invoice with that code, whoever made it.
    private func record(code text: String) throws(EngineError) -> InvoiceRecord {
        if let code = CashRegisterCode(text.uppercased()) {
            guard let record = try storing({ () throws(LedgerError) in try ledger.lookup(code) }) else {
                throw EngineError(.notFound, "\(code): no invoice with that code of a cash register was accepted here.")
            }
            return record
        }
        guard let code = AuthenticationCode(text.uppercased()) else {
            throw EngineError(.usage, "\"\(text)\" is no code: 34 characters, 0 to 9 and A to F, or M1-26-…")
        }
        let lookup = try storing { () throws(LedgerError) in try ledger.lookup(code) }
        guard let record = lookup.record else { throw EngineError(.notFound, "\(code): \(lookup.sentence)") }
        return record
    }

    private func details(_ record: InvoiceRecord) throws(EngineError) -> InvoiceDetails {
        let message = try message(record.message)
        func code(_ transaction: UInt64?) throws(EngineError) -> String? {
            guard let transaction else { return nil }
            let other = try storing { () throws(LedgerError) in try ledger.lookup(transaction: transaction) }
            return other?.codeText
        }
        let related: [(name: String, value: String?)] = [
            ("relation", record.relation.map { $0 == .replaces ? "replaces" : "adjusts" }),
            ("related_code", try code(record.relatedTransaction)),
            ("replaced_by", try code(record.replacedBy)),
            ("adjusted_by", try code(record.adjustedBy)),
        ]
        return InvoiceDetails(record, message: message, related: related)
    }
}

extension CodeLookup {
    /// What it means, in a sentence.
    var sentence: String {
        switch self {
        case .authentic: "This ledger gave the code to that invoice."
        case .unknownGeneration: "This ledger has no key of the code's generation."
        case .beyondHighWater: "The code was made up: it names a transaction that never happened."
        case .tagMismatch: "The code was made up or changed: the transaction it names has another code."
        }
    }
}
