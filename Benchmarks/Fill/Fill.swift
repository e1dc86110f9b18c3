import Foundation
import InvoiceLedger
import InvoiceModel

/// Fills a test ledger through the ledger's own way in, without checks and signatures:
/// `Fill LEDGER MESSAGES COUNT [EACH [STEP]]`.
///
/// LEDGER has been made by `xacthuc init --test`; MESSAGES is a folder of `synth`, whose messages are the pattern of
/// what is stored: the same text, other digests, signatures, numbers and amounts. 20,000 sellers are added to the
/// registry. What was filled before goes on with the next numbers. With EACH, messages are chunks of that many
/// lines, an invoice of 180 bytes each. After every STEP invoices, by default all, it tells what admission
/// and commit took, without the making of the messages.
@main struct Fill {
    /// Invoices that become durable together; at least one message.
    static let batch = 256
    static let sellers = 20_000

    static func main() throws {
        let arguments = Array(CommandLine.arguments.dropFirst())
        let numbers = arguments.dropFirst(2).map { Int($0) ?? 0 }
        guard arguments.count >= 3, arguments.count <= 5, numbers.allSatisfy({ $0 > 0 }) else {
            throw FillError(text: "usage: Fill LEDGER MESSAGES COUNT [EACH [STEP]]")
        }
        let count = numbers[0]
        let each = numbers.count > 1 ? numbers[1] : 1
        let patterns = try Pattern.read(below: arguments[1])
        let ledger = try Ledger.open(at: arguments[0], holder: "Fill")
        guard ledger.settings.isTest, let time = ledger.settings.fixedClock else {
            throw FillError(text: "only a test ledger with a fixed clock is filled")
        }
        let made = try (0..<sellers).map { try Invoices.seller($0) }
        try ledger.importTaxpayers(made.map { Invoices.taxpayer($0, on: time.date) }, by: Actor("Fill", at: time))
        let before = try ledger.highWaterMark
        var invoices = Invoices(patterns: patterns, sellers: made, time: time, first: before, each: each)
        var cost = Cost(folder: arguments[0], stored: Int(before))
        var done = 0
        while done < count {
            let end = min(count, done + (numbers.count > 2 ? numbers[2] : count))
            while done < end {
                let messages = max(1, min(batch, end - done) / each)
                let submissions = try invoices.next(messages)
                try cost.measure(messages * each) { try commit(submissions, to: ledger, at: time) }
                done += messages * each
            }
            note(cost.line())
        }
        ledger.close()
    }

    /// One batch from admission to its durable point.
    private static func commit(_ submissions: [Submission], to ledger: Ledger, at time: Timestamp) throws {
        let batch = try ledger.beginBatch(policy: Policy()) { _, _ in [] }
        for (place, admission) in try batch.admit(submissions).enumerated() {
            guard let id = admission.id, isNew(admission) else {
                throw FillError(text: "an invoice of the filling is not new: \(admission.outcome)")
            }
            if case .lines = admission.outcome { continue }
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

    /// Whether every invoice of a message got its code.
    private static func isNew(_ admission: Admission) -> Bool {
        switch admission.outcome {
        case .issued: true
        case .lines(let invoices): invoices.allSatisfy { $0.code != nil }
        default: false
        }
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
