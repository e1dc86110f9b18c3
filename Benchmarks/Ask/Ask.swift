import Foundation
import InvoiceEngine
import InvoiceLedger
import InvoiceModel
import OpenSSL

/// Times questions to a ledger in one process: `Ask LEDGER COUNT`.
///
/// COUNT codes are drawn from the whole ledger, the same ones each time; each is asked for the original and for the
/// reply, as `show CODE` and `show CODE --reply` do. The first round warms the system's cache and is not counted.
@main struct Ask {
    static func main() throws {
        let arguments = CommandLine.arguments.dropFirst()
        guard arguments.count == 2, let path = arguments.first, let count = arguments.last.flatMap({ Int($0) }),
            count > 0
        else { throw AskError(text: "usage: Ask LEDGER COUNT") }
        let codes = try draw(count, from: path)
        let engine = try Engine.open(path, for: .reading)
        let original = Question(name: "show CODE") { try engine.original(code: $0.code) }
        let reply = Question(name: "show --reply") { try engine.reply(code: $0.code) }
        for question in [original, reply] {
            _ = try question.ask(codes)
            // Another order: blocks read lately are found in memory only as often as chance has it.
            let milliseconds = try question.ask(codes.reversed())
            let (half, most) = (milliseconds[count / 2], milliseconds[min(count - 1, count * 99 / 100)])
            print(
                "\(question.name): \(count) codes, p50 \(Ask.text(half)), p99 \(Ask.text(most)), "
                    + "max \(Ask.text(milliseconds[count - 1])) ms"
            )
        }
        let wrong = try codes.filter { code in
            guard Digest(SHA256.hash(try engine.original(code: code.code)).span) == code.sha256 else { return true }
            return !String(decoding: try engine.reply(code: code.code), as: UTF8.self).contains(code.code)
        }
        print("originals and replies right: \(count - wrong.count) of \(count)")
        guard wrong.isEmpty else { throw AskError(text: "\(wrong.count) wrong answers") }
    }

    /// A code, and what its message must hash to.
    struct Sample {
        var code: String
        var sha256: Digest
    }

    /// Codes of transactions all over the ledger.
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
            return Sample(code: code, sha256: message.sha256)
        }
    }

    private static func text(_ milliseconds: Double) -> String { String(format: "%.3f", milliseconds) }
}

/// One kind of question.
struct Question {
    let name: String
    let ask: (Ask.Sample) throws -> [UInt8]

    /// Milliseconds of each, sorted.
    func ask(_ codes: [Ask.Sample]) throws -> [Double] {
        let clock = ContinuousClock()
        var times: [Double] = []
        for code in codes {
            let start = clock.now
            guard try !ask(code).isEmpty else { throw AskError(text: "an empty answer") }
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
