import InvoiceLedger
import InvoiceModel
import InvoiceXML

/// One message that tried to have a number accepted and did not, or had it already.
struct Attempt: Sendable, Hashable, Encodable {
    /// When it arrived.
    let receivedAt: String
    /// `MTDiep`.
    let messageID: String?
    /// Which invoice of a message of many, from 1.
    let place: Int?
    /// `rejected` or `duplicate`.
    let status: String
    /// The first rule that refused it, or else warned.
    let code: String?
    /// Where.
    let path: String?
    /// Its sentence.
    let message: String?

    private enum CodingKeys: String, CodingKey {
        case place, status, code, path, message
        case receivedAt = "received_at"
        case messageID = "message_id"
    }

    init(_ message: StoredMessage, place: Int?, status: Outcome.Status, findings: [WeighedFinding]) {
        receivedAt = message.receivedAt.description
        messageID = message.messageID
        self.place = place
        self.status = status.rawValue
        let first = (findings.first { $0.severity == .reject } ?? findings.first).map { FindingReport($0) }
        code = first?.weighed.finding.code.slug
        path = first?.weighed.finding.path
        self.message = first?.message
    }

    /// For people.
    var line: String {
        let name = (messageID ?? "-") + (place.map { ", invoice \($0)" } ?? "")
        let reason = code.map { "  \($0): \(message ?? "")" } ?? ""
        return "  \(receivedAt)  \(status.padding(to: 9))  \((name + reason).onOneLine)"
    }
}

/// Attempts on one number, the oldest first.
struct AttemptList: Sendable, Hashable {
    /// The latest of them, at most `listLimit`.
    var attempts: [Attempt] = []
    /// Whether all messages were looked through and all attempts are listed.
    var isComplete = true

    /// Messages looked through for one question.
    static let searchLimit = 5_000
    /// Attempts listed.
    static let listLimit = 100

    var isEmpty: Bool { attempts.isEmpty }

    /// For people: nothing where there are none.
    var lines: [String] {
        guard !isEmpty else { return [] }
        let head = "attempts on this number, the oldest first:"
        let note = "  earlier ones may be missing: only the latest messages and attempts are listed"
        return [head] + attempts.map(\.line) + (isComplete ? [] : [note])
    }
}

extension Engine {
    /// Refused and repeated attempts on a number.
    func attempts(on key: InvoiceKey) throws(EngineError) -> AttemptList {
        var found: [Attempt] = []
        let isAll = try storing { () throws(LedgerError) in
            try ledger.attempts(by: key.seller, among: AttemptList.searchLimit) { message in
                found += Engine.attempts(on: key, in: message)
                // One more than is listed says that there are more.
                return found.count <= AttemptList.listLimit
            }
        }
        let listed = found.prefix(AttemptList.listLimit)
        return AttemptList(attempts: listed.reversed(), isComplete: isAll && found.count == listed.count)
    }

    /// Those of one message, the last first.
    private static func attempts(on key: InvoiceKey, in stored: StoredMessage) -> [Attempt] {
        guard stored.status != .unreadable, let read = stored.read() else { return [] }
        let message = read.message
        var attempts: [Attempt] = []
        for (invoice, place) in zip(message.invoices, read.places) where message.key(of: invoice) == key {
            switch stored.status {
            case .issued, .unreadable, .manifest: break
            case .refused, .rejected:
                attempts.append(Attempt(stored, place: nil, status: .rejected, findings: stored.findings))
            case .duplicate:
                attempts.append(Attempt(stored, place: nil, status: .duplicate, findings: stored.findings))
            case .registered, .lines:
                guard place < stored.invoices.count else { continue }
                let admission = stored.invoices[place]
                let findings = (stored.findings + admission.findings).inOrderOfRules
                switch admission.outcome {
                case .registered: break
                case .refused:
                    attempts.append(Attempt(stored, place: place + 1, status: .rejected, findings: findings))
                case .duplicate:
                    attempts.append(Attempt(stored, place: place + 1, status: .duplicate, findings: findings))
                }
            }
        }
        return attempts.reversed()
    }
}

extension ParsedMessage {
    /// What an invoice says it is; `nil` where a part of it cannot be read.
    fileprivate func key(of invoice: ParsedInvoice) -> InvoiceKey? {
        guard let seller = TaxCode(wire: text(of: invoice.seller.taxCode)),
            let form = UInt8(string(of: invoice.header.form)).flatMap({ InvoiceForm($0) }),
            let symbol = InvoiceSymbol(wire: text(of: invoice.header.symbol)),
            let number = InvoiceNumber(wire: text(of: invoice.header.number))
        else { return nil }
        return InvoiceKey(seller: seller, form: form, symbol: symbol, number: number)
    }
}
