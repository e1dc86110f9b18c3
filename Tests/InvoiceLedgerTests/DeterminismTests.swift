import InvoiceModel
import TestSupport
import Testing

@testable import InvoiceLedger

struct DeterminismTests {
    private static let rules: AdmissionRules = { facts, original in
        guard facts.related != nil else { return [] }
        guard let original else { return [Finding(.relOriginalExists, path: "TTHDLQuan")] }
        return original.isReplaced ? [Finding(.relNotAlreadyReplaced, path: "TTHDLQuan")] : []
    }

    /// Takes all messages in batches of random sizes, the ledger opened anew now and then.
    private static func take(
        _ messages: [Submission],
        in folder: Folder,
        name: String,
        largest: Int,
        random: inout SeededRandom
    ) throws -> (ledger: Ledger, outcomes: [Admission]) {
        var ledger = try Ledger.test(in: folder, name: name)
        var outcomes: [Admission] = []
        var rest = messages[...]
        while !rest.isEmpty {
            let batch = rest.prefix(Int.random(in: 1...largest, using: &random))
            rest = rest.dropFirst(batch.count)
            outcomes += try ledger.take(Array(batch), rules: rules)
            if Int.random(in: 0..<10, using: &random) == 0 {
                ledger.close()
                ledger = try Ledger.open(at: ledger.path)
            }
        }
        return (ledger, outcomes)
    }

    @Test func `any split into batches gives the same rows, and all sums equal the invoices`() throws {
        for seed in [UInt64(1), TestSeed.value] {
            let folder = try Folder()
            var random = SeededRandom(seed: seed)
            let messages = try RandomBatch.messages(seed: seed, count: 250)
            let whole = try DeterminismTests.take(messages, in: folder, name: "whole", largest: 1_000, random: &random)
            let first = try dumpWithoutBlocks(whole.ledger)
            #expect(try judge(whole.ledger) == "", "SEED=\(seed)")
            for (index, largest) in [1, 3, 50].enumerated() {
                let split = try DeterminismTests.take(
                    messages,
                    in: folder,
                    name: "split \(index)",
                    largest: largest,
                    random: &random
                )
                #expect(split.outcomes == whole.outcomes, "SEED=\(seed), batches of at most \(largest)")
                #expect(try dumpWithoutBlocks(split.ledger) == first, "SEED=\(seed), batches of at most \(largest)")
            }
            let kinds = Set(
                try messages.indices.compactMap {
                    try whole.ledger.storedMessage(
                        StoredID(sequence: UInt64($0 + 1))
                    )?.status
                }
            )
            #expect(kinds == Set(MessageStatus.allCases), "SEED=\(seed): every kind of message occurs")
        }
    }

    @Test func `everything sent again changes nothing and gets the first answers`() throws {
        let folder = try Folder()
        let messages = try RandomBatch.messages(seed: 7, count: 200)
        let ledger = try Ledger.test(in: folder)
        try ledger.take(messages, rules: DeterminismTests.rules)
        let before = try dump(ledger)
        for admission in try ledger.take(messages, rules: DeterminismTests.rules) {
            guard case .repeated = admission.outcome else {
                Issue.record("\(admission)")
                continue
            }
        }
        #expect(try dump(ledger) == before)
    }
}
