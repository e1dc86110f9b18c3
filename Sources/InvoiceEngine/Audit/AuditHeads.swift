import Foundation
import InvoiceLedger
import InvoiceModel
import InvoiceSignature
import OpenSSL

/// Proves signed heads against the chain as it is walked.
struct AuditHeads {
    /// A head found outside the archive, read before the ledger was.
    struct Exported {
        var name: String
        /// The day its name says; `nil` for a file given by hand.
        var day: CalendarDate?
        var bytes: [UInt8]
    }

    private let audit: LedgerAudit
    let exported: [Exported]
    /// In the archive.
    private(set) var count: UInt64 = 0
    private var lastTime: Timestamp?

    init(_ audit: LedgerAudit, exported: [Exported]) {
        self.audit = audit
        self.exported = exported
    }

    /// Reads the heads that were given, and those that lie in the ledger's own folder.
    ///
    /// Before the ledger's state is fixed: whatever head is exported then is in that state.
    static func read(_ ledger: String, given: [String]) throws(EngineError) -> [Exported] {
        var exported: [Exported] = []
        for name in given {
            let bytes = try InputReader.bytes(of: InputFile(name: name), limit: DayHead.maximumBytes)
            exported.append(Exported(name: name, day: nil, bytes: bytes))
        }
        for name in HeadFolder.names(ledger) {
            let file = InputFile(name: "\(HeadFolder.path(ledger))/\(name)")
            let bytes = try InputReader.bytes(of: file, limit: DayHead.maximumBytes)
            exported.append(Exported(name: "heads/\(name)", day: CalendarDate(String(name.dropLast(5))), bytes: bytes))
        }
        return exported
    }

    /// The latest moment before the block in the walk: what a head closes.
    mutating func passed(_ time: Timestamp?) { lastTime = time ?? lastTime }

    /// A head in the archive.
    mutating func check(_ text: String, at block: AuditedBlock) throws(EngineError) {
        count += 1
        guard let head = DayHead(text: text) else {
            return audit.add(AuditFinding(.heads, "a head that cannot be read", at: block.place))
        }
        var faults = try faults(of: head)
        if head.facts.blocks != block.place.block - 1 { faults.append("it does not name the block before it") }
        if head.signedAt != block.writtenAt { faults.append("it was signed at another time than it was stored") }
        if head.facts.day != head.signedAt.date, head.facts.day != lastTime?.date {
            faults.append("it closes another day than the one before it")
        }
        if audit.state.authorities.last?.id != head.signer { faults.append("its signer was not the one in force") }
        for fault in faults {
            audit.add(AuditFinding(.heads, "the head of \(head.facts.day): \(fault)", at: block.place))
        }
    }

    /// All heads found outside; to be asked when the walk is over.
    func checkExported() throws(EngineError) {
        for file in exported {
            guard let text = String(validating: file.bytes, as: UTF8.self), let head = DayHead(text: text) else {
                audit.add(AuditFinding(.heads, "\(file.name) is not a head, or was changed"))
                continue
            }
            var faults = try faults(of: head)
            if let day = file.day, day != head.facts.day { faults.append("it is the head of \(head.facts.day)") }
            for fault in faults { audit.add(AuditFinding(.heads, "\(file.name): \(fault)")) }
        }
    }

    /// What of a head does not hold against the chain and the authority's certificates.
    private func faults(of head: DayHead) throws(EngineError) -> [String] {
        var faults: [String] = []
        let facts = head.facts
        if audit.identity != facts.ledger {
            faults.append("it is of another ledger, or the first block was changed")
        }
        let mark = try storing { () throws(LedgerError) in try audit.mark(ofBlock: facts.blocks) }
        if let mark {
            if mark.digest != facts.chain {
                faults.append("block \(facts.blocks) has another digest: what stands up to there was changed since")
            }
            if (mark.messages, mark.transactions, mark.changes) != (facts.messages, facts.transactions, facts.changes) {
                faults.append("its counts are not those of the archive up to block \(facts.blocks)")
            }
        } else {
            faults.append("block \(facts.blocks) of the archive is missing, or lies behind damage")
        }
        if !head.isSignatureValid { faults.append("its signature does not hold") }
        let known = audit.state.authorities.first { $0.id == head.signer }
        if known?.certificateDER != head.certificateDER {
            faults.append("it is signed with a certificate that is not the authority's")
        } else if let certificate = try? Certificate(der: head.certificateDER),
            !certificate.isValid(at: head.signedAt.unixSeconds)
        {
            faults.append("its certificate was not valid at \(head.signedAt)")
        }
        return faults
    }
}
