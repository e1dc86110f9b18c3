import Foundation
import InvoiceEngine
import InvoiceModel
import OpenSSL
import Testing

@testable import InvoiceLedger

/// Chunks of lines and manifests written anew by somebody with every key: the audit names what cannot be.
@Suite struct LineInsiderTests {
    /// What somebody does, and what the audit says of it.
    struct Deed: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var proof: String
        var words: String
        var act: @Sendable (inout Insider) throws -> Void
    }

    private static let deeds: [Deed] = [
        Deed(testDescription: "a forged total", proof: "content", words: "the facts of the original") { insider in
            let read = insider
            try insider.change(.lines) { entry, _ in
                guard var forged = entry.invoices[2].accepted else { throw CancellationError() }
                forged.facts.total.millionths += 1_000_000
                entry.invoices[2] = .issued(try read.coded(forged))
            }
        },
        Deed(testDescription: "a line dropped from what became of it", proof: "verdicts", words: "has 5 invoices") {
            insider in
            try insider.change(.lines) { entry, _ in entry.invoices.removeLast() }
        },
        Deed(testDescription: "a broken line that only warns", proof: "verdicts", words: "invoice 2 has other findings")
        {
            insider in
            try insider.change(.lines) { entry, _ in entry.invoices[1].findings[0].severity = .warn }
        },
        Deed(testDescription: "a changed line", proof: "verdicts", words: "lines.changed") { insider in
            try insider.change(.lines) { entry, bytes in
                let place = try #require(bytes.firstRange(of: Array("Người mua 3".utf8)))
                bytes[place.upperBound - 1] = UInt8(ascii: "9")
                entry.sha256 = Digest(SHA256.hash(bytes).span)
            }
        },
        Deed(testDescription: "lines without their manifest", proof: "verdicts", words: "nobody signed") { insider in
            try insider.change(.lines) { entry, bytes in
                bytes.removeFirst(75)
                entry.sha256 = Digest(SHA256.hash(bytes).span)
            }
        },
        Deed(testDescription: "another manifest's name", proof: "verdicts", words: "no manifest comes before") {
            insider in
            try insider.change(.lines) { entry, bytes in
                bytes.replaceSubrange(10..<74, with: repeatElement(UInt8(ascii: "0"), count: 64))
                entry.sha256 = Digest(SHA256.hash(bytes).span)
            }
        },
        Deed(testDescription: "a manifest changed", proof: "signatures", words: "manifest cannot be read") { insider in
            try insider.change(.manifest) { entry, bytes in
                let place = try #require(bytes.firstRange(of: Array("lines: 5".utf8)))
                bytes[place.upperBound - 1] = UInt8(ascii: "6")
                entry.sha256 = Digest(SHA256.hash(bytes).span)
            }
        },
        Deed(testDescription: "more lines than are read", proof: "archive", words: "cannot be read") { insider in
            try insider.change(.lines) { entry, bytes in
                bytes += Array(repeating: 0x0A, count: MessageEntry.linesBytes + 1 - bytes.count)
                entry.sha256 = Digest(SHA256.hash(bytes).span)
            }
        },
        Deed(testDescription: "a line without its code", proof: "archive", words: "accepted without a code") {
            insider in
            try insider.change(.lines) { entry, _ in
                guard var bare = entry.invoices[0].accepted else { throw CancellationError() }
                bare.code = nil
                entry.invoices[0] = InvoiceEntry(outcome: .accepted(bare))
            }
        },
    ]

    @Test func `lines of more bytes than any ledger takes in are damage`() throws {
        var maker = try Insider(try LineInsiderTests.submitted.get().ledger)
        var found: MessageEntry?
        try maker.change(.lines) { entry, _ in found = entry }
        var entry = try #require(found)
        entry.originalLength = MessageEntry.linesBytes
        #expect(entry.isPossible)
        entry.originalLength += 1
        #expect(!entry.isPossible)
        // Other messages are read in other ways.
        entry.status = .unreadable
        #expect(entry.isPossible)
        // What the cutter cuts, with the line that names the manifest, is well below.
        #expect(2 * LineLimits.bytes + Limits().messageBytes + 75 < MessageEntry.linesBytes)
    }

    private static let submitted = Result {
        let town = try LineTown()
        var lines = (1...5).map { town.line($0) }
        lines[1] = "{"
        try town.write(lines.joined(separator: "\n") + "\n", to: "a.ndjson")
        try town.sign("a.ndjson", by: town.seller)
        let ledger = try town.ledger("ledger", isTest: false)
        // Each message in a block of its own, which then may be large.
        try #require(try town.submit(ledger, ["a.ndjson"], "--batch", "1").summary["issued"] == 4)
        return Made(town: town, ledger: ledger)
    }

    private struct Made: Sendable {
        let town: LineTown
        let ledger: String
    }

    @Test(arguments: deeds) func `what was written anew is named`(deed: Deed) throws {
        let made = try LineInsiderTests.submitted.get()
        let path = made.town.path("insider-\(UUID().uuidString)")
        try FileManager.default.copyItem(atPath: made.ledger, toPath: path)
        var insider = try Insider(path)
        try deed.act(&insider)
        try insider.write()
        let result = try Program.run(["audit", path, "--json", "--progress", "off"])
        #expect(result.status == 3)
        let named = result.outcomes.filter {
            $0["proof"] as? String == deed.proof && ($0["what"] as? String)?.contains(deed.words) == true
        }
        #expect(!named.isEmpty, "\(result.output.prefix(4_000))\(result.errors)")
    }

    @Test func `an archive of lines written anew without a change is clean`() throws {
        let made = try LineInsiderTests.submitted.get()
        let path = made.town.path("insider-same")
        try FileManager.default.copyItem(atPath: made.ledger, toPath: path)
        try #require(try Insider(path).write())
        let result = try Program.run(["audit", path, "--signatures", "--progress", "off"])
        #expect(result.status == 0, "\(result.output)\(result.errors)")
    }
}
