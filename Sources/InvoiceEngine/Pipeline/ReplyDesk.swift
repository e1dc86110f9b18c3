import InvoiceCode
import InvoiceLedger
import InvoiceModel
import InvoiceRules
import InvoiceSignature
import InvoiceXML
import OpenSSL

/// A reply ready to leave.
struct OutgoingReply: Sendable {
    /// `202`, `204` or `999`.
    var type: String
    /// The whole reply.
    var bytes: [UInt8]
    /// With these the same bytes are written again.
    var facts: ReplyFacts
    /// The bytes, where the ledger keeps them word for word: a notice may use what changes later, such as names.
    var keptBytes: [UInt8]? { facts.kind == .issued ? nil : bytes }
}

/// Writes the authority's replies from what was decided: no decisions here. One a worker: it keeps buffers.
final class ReplyDesk {
    private let ledger: Ledger
    private let registry: Registry?
    private let authorities: Authorities
    private let copier: ReplyCopier

    init(_ ledger: Ledger, _ authorities: Authorities, registry: Registry?) {
        self.ledger = ledger
        self.authorities = authorities
        self.registry = registry
        copier = ReplyCopier(authorities.signers)
    }

    /// The reply to a message that was just admitted; `nil` where an earlier reply answers it.
    func reply(
        to examination: Examination,
        _ admission: Admission,
        at time: Timestamp
    ) throws(EngineError) -> OutgoingReply? {
        guard let id = admission.id else { return nil }
        switch admission.outcome {
        case .repeated, .duplicate, .lines, .manifest: return nil
        case .issued(_, let code):
            guard let message = examination.message else { preconditionFailure("an unread message has no code") }
            let facts = facts(.issued, of: id, at: time, notice: nil, in: message)
            return try copier.write("202", signer: facts.signer) { (maker) throws(SignatureError) in
                try maker.issued(
                    message,
                    code: code.description,
                    facts: facts,
                    checked: examination.invoices.first?.checked
                )
            }
        case .registered(let invoices, let number):
            guard let notice = results(examination, admission.findings, invoices) else {
                preconditionFailure("only a served message of many is registered")
            }
            let facts = facts(.results, of: id, at: time, notice: number)
            return try copier.write("204", signer: facts.signer) { (maker) throws(SignatureError) in
                try maker.results(notice, facts: facts)
            }
        case .refused(.notice, let number):
            let notice = RefusalNotice(
                heading: heading(examination),
                invoice: RefusedInvoice(examination.outcomes[0], reasons: ReplyDesk.reasons(admission.findings))
            )
            let facts = facts(.refused, of: id, at: time, notice: number)
            return try copier.write("204", signer: facts.signer) { (maker) throws(SignatureError) in
                try maker.refused(notice, facts: facts)
            }
        case .refused(.technical, _), .unreadable:
            let facts = facts(.technical, of: id, at: time, notice: nil)
            let reply = technical(examination.submission, admission.findings)
            return OutgoingReply(type: "999", bytes: ReplyWriter.technical(reply, facts: facts), facts: facts)
        }
    }
}

extension ReplyDesk {
    /// The reply that answered a stored message, byte for byte as it was first.
    func reply(again message: StoredMessage) throws(EngineError) -> OutgoingReply { try copier.reply(again: message) }

    /// Facts of a new reply; Ids that occur in the sender's bytes are drawn again.
    private func facts(
        _ kind: ReplyFacts.Kind,
        of id: StoredID,
        at time: Timestamp,
        notice: UInt64?,
        in message: ParsedMessage? = nil
    ) -> ReplyFacts {
        var facts = ReplyFacts(
            kind: kind,
            replyID: ledger.replyID(id, .reply),
            repliedAt: time,
            noticeNumber: notice,
            signer: kind == .technical ? 0 : authorities.current
        )
        guard kind != .technical else { return facts }
        facts.elementID = ledger.replyID(id, .element)
        facts.signatureID = ledger.replyID(id, .signature)
        facts.timeID = ledger.replyID(id, .time)
        while let message, !ReplyWriter.idsAreFree(facts, in: message) {
            facts.elementID = Array(SHA256.hash(facts.elementID).prefix(16))
            facts.signatureID = Array(SHA256.hash(facts.signatureID).prefix(16))
            facts.timeID = Array(SHA256.hash(facts.timeID).prefix(16))
        }
        return facts
    }

    /// What a 204 says of the message it answers: the taxpayer's name is the registry's.
    private func heading(_ examination: Examination) -> NoticeHeading {
        let submission = examination.submission
        return NoticeHeading(
            sender: submission.sender ?? "",
            messageID: submission.messageID ?? "",
            taxpayer: submission.taxpayer ?? "",
            taxpayerName: name(examination),
            place: ledger.settings.placeName,
            sentAt: submission.receivedAt.description
        )
    }

    /// What a 204 says of many invoices: those that were refused, each with its reasons; what concerns the whole
    /// message comes first.
    private func results(
        _ examination: Examination,
        _ whole: [WeighedFinding],
        _ invoices: [InvoiceAdmission]
    ) -> ResultNotice? {
        guard let type = examination.message?.type else { return nil }
        let common = ReplyDesk.reasons(whole)
        let refused = zip(examination.outcomes, invoices).filter { !$0.1.isAccepted }
        // A notice is a message too and has its limit; each invoice gets at least one reason.
        let limit = max(1, ReplyDesk.noticeReasons / max(1, refused.count))
        let list = refused.map { outcome, admission in
            RefusedInvoice(
                outcome,
                reasons: Array((common + ReplyDesk.reasons(admission.findings)).prefix(limit))
            )
        }
        return ResultNotice(
            heading: heading(examination),
            type: type,
            kind: ResultNotice.kind(of: type, refused: list),
            count: invoices.count
        )
    }

    /// Reasons in a notice about many invoices.
    private static let noticeReasons = 2_000

    private func technical(_ submission: Submission, _ findings: [WeighedFinding]) -> TechnicalReply {
        TechnicalReply(
            sender: submission.sender ?? "",
            messageID: submission.messageID ?? "",
            receivedAt: submission.receivedAt.description,
            reasons: ReplyDesk.reasons(findings)
        )
    }

    /// The taxpayer's name: the registry's, else the seller's.
    private func name(_ examination: Examination) -> String {
        let submission = examination.submission
        if let taxCode = submission.taxpayer.flatMap({ TaxCode($0) }),
            let taxpayer = registry?.taxpayer(taxCode, on: submission.receivedAt.date)
        {
            return taxpayer.name
        }
        guard let message = examination.message, let invoice = message.invoices.first else { return "" }
        return message.string(of: invoice.seller.name)
    }

    private static func reasons(_ findings: [WeighedFinding]) -> [ReplyReason] {
        findings.filter { $0.severity == .reject }.map { weighed in
            let entry = RuleBook.entry(for: weighed.finding.code)
            return ReplyReason(
                code: entry.wireCode,
                text: entry.vietnamese,
                path: weighed.finding.path,
                remedy: entry.remedyVietnamese,
                slug: weighed.finding.code.slug
            )
        }
    }
}

extension RefusedInvoice {
    /// The key as sent, with the reasons.
    fileprivate init(_ outcome: Outcome, reasons: [ReplyReason]) {
        self.init(
            form: outcome.form ?? "",
            symbol: outcome.symbol ?? "",
            number: outcome.number ?? "",
            date: outcome.date ?? "",
            reasons: reasons
        )
    }
}

extension Limits {
    /// For what the ledger holds already.
    static var unlimited: Limits {
        var limits = Limits()
        limits.messageBytes = Int(Int32.max)
        limits.depth = 1 << 20
        limits.elements = 1 << 30
        limits.attributes = 1 << 15
        limits.nameBytes = 1 << 30
        limits.textBytes = 1 << 30
        limits.namespaces = 1 << 15
        limits.lines = 1 << 30
        limits.invoices = 1 << 30
        return limits
    }
}
