import Foundation
import InvoiceLedger
import InvoiceModel

/// Fills a test ledger through the ledger's own way in, without checks and signatures: `Fill LEDGER MESSAGES COUNT`.
///
/// LEDGER has been made by `xacthuc init --test`; MESSAGES is a folder of `synth`, whose messages are the pattern of
/// what is stored: the same text, other digests, signatures, numbers and amounts. 20,000 sellers are added to the
/// registry. What was filled before goes on with the next numbers.
@main struct Fill {
    static let batch = 1_024
    static let sellers = 20_000

    static func main() throws {
        let arguments = CommandLine.arguments.dropFirst()
        guard arguments.count == 3, let ledgerPath = arguments.first, let messages = arguments.dropFirst().first,
            let count = arguments.last.flatMap({ Int($0) }), count > 0
        else { throw FillError(text: "usage: Fill LEDGER MESSAGES COUNT") }
        let patterns = try Pattern.read(below: messages)
        let ledger = try Ledger.open(at: ledgerPath, holder: "Fill")
        guard ledger.settings.isTest, let time = ledger.settings.fixedClock else {
            throw FillError(text: "only a test ledger with a fixed clock is filled")
        }
        let made = try (0..<sellers).map { try Invoices.seller($0) }
        try ledger.importTaxpayers(made.map { Invoices.taxpayer($0, on: time.date) }, by: Actor("Fill", at: time))
        let before = try ledger.highWaterMark
        var invoices = Invoices(patterns: patterns, sellers: made, time: time, first: before)
        let clock = ContinuousClock()
        let start = clock.now
        var done = 0
        while done < count {
            try commit(invoices.next(min(batch, count - done)), to: ledger, at: time)
            done += min(batch, count - done)
            if done.isMultiple(of: batch * 64) { note("\(done) of \(count)") }
        }
        let seconds = (clock.now - start) / .seconds(1)
        ledger.close()
        note("\(count) invoices in \(Int(seconds)) s, \(Int(Double(count) / seconds)) a second")
    }

    /// One batch from admission to its durable point.
    private static func commit(_ submissions: [Submission], to ledger: Ledger, at time: Timestamp) throws {
        let batch = try ledger.beginBatch(policy: Policy()) { _, _ in [] }
        for (place, admission) in try batch.admit(submissions).enumerated() {
            guard case .issued = admission.outcome, let id = admission.id else {
                throw FillError(text: "an invoice of the filling is not new: \(admission.outcome)")
            }
            let facts = ReplyFacts(
                kind: .issued,
                replyID: ledger.replyID(id, .reply),
                repliedAt: time,
                elementID: ledger.replyID(id, .element),
                signatureID: ledger.replyID(id, .signature),
                timeID: ledger.replyID(id, .time),
                // As long as a P-256 signature, and as little to be compressed.
                signature: submissions[place].sha256.bytes + submissions[place].sha256.bytes.reversed(),
                signer: 1
            )
            try batch.setReply(facts, for: id)
        }
        try batch.commit()
    }

    static func note(_ text: String) {
        FileHandle.standardError.write(Data((text + "\n").utf8))
    }
}

/// A filling that cannot go on.
struct FillError: Error, CustomStringConvertible {
    let text: String
    var description: String { text }
}
