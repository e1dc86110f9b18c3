import DurableFiles
import InvoiceModel
import TestSupport
import Testing

@testable import InvoiceLedger

/// Every reply is lost once and everything is sent again, so that memory, runs and merged runs all have to answer.
@Suite struct LostReplyTests {
    private static let rules: AdmissionRules = { facts, original in
        guard facts.related != nil, original == nil else { return [] }
        return [Finding(.relOriginalExists, path: "TTHDLQuan")]
    }

    /// The runs' sizes, from "all in memory" to "a run a message".
    @Test(arguments: [(65_536, 8), (100, 8), (7, 2), (1, 3)]) func `what is sent again is answered as it was first`(
        _ memory: Int,
        _ merged: Int
    ) throws {
        let settings = MessageIndexSettings(memoryMessages: memory, mergedRuns: merged)
        let folder = try Folder()
        let messages = try RandomBatch.messages(seed: TestSeed.value, count: 300)
        var ledger = try Ledger.test(in: folder)
        let path = ledger.path
        ledger.close()
        ledger = try Ledger.open(at: path, sizes: FileSizes(lookup: settings))
        var first: [StoredMessage] = []
        var rest = messages[...]
        while !rest.isEmpty {
            let batch = Array(rest.prefix(23))
            rest = rest.dropFirst(batch.count)
            for admission in try ledger.take(batch, rules: LostReplyTests.rules) {
                first.append(try LostReplyTests.answer(admission, ledger))
            }
        }
        #expect(Set(first.map(\.status)) == Set(MessageStatus.allCases), "202, 204, 999 and duplicates occur")
        for round in 0..<2 {
            try LostReplyTests.sendAgain(messages, to: ledger, expecting: first)
            ledger.close()
            let runs = try DurableFiles.list("\(path)/index").filter { $0.hasSuffix(".run") }
            #expect(runs.isEmpty == (memory > messages.count), "\(runs)")
            // The second time without any run: all of it comes from the archive.
            if round == 1 { for run in runs { try DurableFiles.remove("\(path)/index/\(run)") } }
            ledger = try Ledger.open(at: path, sizes: FileSizes(lookup: settings))
        }
        try LostReplyTests.sendAgain(messages, to: ledger, expecting: first)
        let reader = try Ledger.open(at: path, access: .readOnly, sizes: FileSizes(lookup: settings))
        for message in first where message.status != .unreadable {
            let id = try #require(message.messageID)
            let holder = try #require(try reader.storedMessage(messageID: id))
            #expect(holder.messageID == id && holder.id <= message.id)
            #expect(try reader.storedMessage(sha256: message.sha256) == message)
        }
    }

    private static func sendAgain(
        _ messages: [Submission],
        to ledger: Ledger,
        expecting first: [StoredMessage]
    ) throws {
        let again = try ledger.take(messages, rules: rules)
        for (admission, expected) in zip(again, first) {
            guard case .repeated = admission.outcome else {
                Issue.record("\(admission) instead of the answer of message \(expected.id.sequence)")
                return
            }
            #expect(try answer(admission, ledger) == expected)
        }
    }

    /// The stored message that answers: its bytes, its reply's facts, and the reply's bytes where they are kept.
    private static func answer(_ admission: Admission, _ ledger: Ledger) throws -> StoredMessage {
        var id = admission.id
        if case .repeated(let earlier) = admission.outcome { id = earlier }
        let stored = try #require(id)
        return try #require(try ledger.storedMessage(stored))
    }
}
