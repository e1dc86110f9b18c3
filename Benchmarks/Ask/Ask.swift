import Foundation
import InvoiceEngine
import InvoiceLedger
import InvoiceModel
import OpenSSL

/// Times questions to a ledger in one process: `Ask LEDGER COUNT [--sums]`.
///
/// COUNT codes are drawn from the whole ledger, the same ones each time. Each is looked up, by code and by number; each
/// is asked for the original and, where there is one, for the reply, as `show CODE` and `show CODE --reply` do. With
/// `--sums` officers ask for sums too, each question 200 times. The first round of everything warms the system's cache
/// and is not counted.
@main struct Ask {
    static func main() throws {
        var arguments = Array(CommandLine.arguments.dropFirst())
        let asksSums = arguments.last == "--sums"
        if asksSums { arguments.removeLast() }
        guard arguments.count == 2, let path = arguments.first, let count = arguments.last.flatMap({ Int($0) }),
            count > 0
        else { throw AskError(text: "usage: Ask LEDGER COUNT [--sums]") }
        let samples = try draw(count, from: path)
        let engine = try Engine.open(path, for: .reading)
        try Question<Sample>(name: "look up by code") { sample in
            // A code that is not known is an error.
            _ = try engine.lookup(code: sample.code)
            return true
        }
        .ask(samples)
        try Question<Sample>(name: "look up by number") { sample in
            _ = try engine.lookup(sample.key)
            return true
        }
        .ask(samples)
        try Question<Sample>(name: "show CODE") { try !engine.original(code: $0.code).isEmpty }.ask(samples)
        // Only messages have replies; lines have none.
        let replied = samples.filter(\.hasReply)
        if !replied.isEmpty {
            try Question<Sample>(name: "show --reply") { try !engine.reply(code: $0.code).isEmpty }.ask(replied)
            let wrong = try replied.filter { code in
                guard Digest(SHA256.hash(try engine.original(code: code.code)).span) == code.sha256 else { return true }
                return !String(decoding: try engine.reply(code: code.code), as: UTF8.self).contains(code.code)
            }
            print("originals and replies right: \(replied.count - wrong.count) of \(replied.count)")
            guard wrong.isEmpty else { throw AskError(text: "\(wrong.count) wrong answers") }
        }
        if asksSums { try Sums(engine, samples).ask() }
    }

    /// An invoice, and what its message must hash to.
    struct Sample {
        var code: String
        var key: InvoiceKey
        var sha256: Digest
        var hasReply: Bool
        var date: CalendarDate
    }

    /// Invoices all over the ledger.
    private static func draw(_ count: Int, from path: String) throws -> [Sample] {
        let ledger = try Ledger.open(at: path, access: .readOnly)
        defer { ledger.close() }
        let mark = try ledger.highWaterMark
        guard mark > 0 else { throw AskError(text: "an empty ledger") }
        var state: UInt64 = 0x5EED
        return try (0..<count).map { _ in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            guard let record = try ledger.lookup(transaction: 1 + (state >> 24) % mark),
                let message = try ledger.storedMessage(record.message), let code = record.codeText
            else { throw AskError(text: "a transaction is missing, or has no code") }
            return Sample(
                code: code,
                key: record.facts.key,
                sha256: message.sha256,
                hasReply: message.status == .issued,
                date: record.facts.date
            )
        }
    }
}

/// One kind of question about something drawn.
struct Question<Subject> {
    let name: String
    /// Whether there was an answer.
    let answer: (Subject) throws -> Bool

    /// Asks about each, twice, and prints how long the second answers took.
    func ask(_ subjects: [Subject]) throws {
        _ = try times(subjects)
        // Another order: blocks read lately are found in memory only as often as chance has it.
        let times = try times(subjects.reversed())
        let most = times[min(times.count - 1, times.count * 99 / 100)]
        let figures = [times[times.count / 2], most, times[times.count - 1]].map { String(format: "%.3f", $0) }
        print("\(name): \(times.count) times, p50 \(figures[0]), p99 \(figures[1]), max \(figures[2]) ms")
    }

    /// Milliseconds of each, sorted.
    private func times(_ subjects: [Subject]) throws -> [Double] {
        let clock = ContinuousClock()
        var times: [Double] = []
        for subject in subjects {
            let start = clock.now
            guard try answer(subject) else { throw AskError(text: "\(name): no answer") }
            times.append((clock.now - start) / .milliseconds(1))
        }
        return times.sorted()
    }
}

/// A measurement that cannot go on.
struct AskError: Error, CustomStringConvertible {
    let text: String
    var description: String { text }
}
