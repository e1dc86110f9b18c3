import Foundation
import Testing

/// Archives of several segments, whole and damaged, through the program: clear sentences, exit status 3, and nothing
/// acknowledged that is not so.
@Suite struct SegmentTests {
    /// A submitted ledger of several segments, its store made again from them.
    private final class Place {
        let ledger: TownLedger
        let segments: Segments
        let count: Int
        /// Codes in the order of their transactions.
        let codes: [String]

        init() throws {
            ledger = try TownLedger()
            codes = try ledger.submit(nil, replies: nil, "--batch", "16").outcomes.compactMap { $0["code"] as? String }
            segments = try Segments(ledger: ledger.path)
            count = try segments.split(4)
            try #require(count >= 5)
        }

        func run(_ arguments: String...) throws -> Program.Result {
            try Program.run([arguments[0], ledger.path] + arguments.dropFirst())
        }

        func rebuild() throws {
            let result = try run("rebuild", "--progress", "off")
            try #require(result.status == 0, "\(result.errors)")
        }

        /// Nothing of what is sent is acknowledged, and the damaged place is named.
        func expectNamed(_ result: Program.Result, _ words: String...) {
            #expect(result.status == 3, "\(result.status) \(result.output)")
            let text = result.output + result.errors
            for word in words { #expect(text.contains(word), "\(word): \(text.prefix(600))") }
        }
    }

    @Test func `A store made of several segments answers as before, and the ledger goes on`() throws {
        let place = try Place()
        let plain = try TownLedger()
        _ = try plain.submit(nil, replies: "first", "--batch", "16")
        try place.rebuild()
        let audit = try place.run("audit", "--signatures", "--progress", "off")
        #expect(audit.status == 0, "\(audit.output)\(audit.errors)")
        #expect(try place.ledger.totals("day,rate") == plain.totals("day,rate"))
        for code in place.codes.enumerated().filter({ $0.offset % 40 == 0 }).map(\.element) {
            for more in [[], ["--reply"]] {
                let shown = try Program.run(["show", place.ledger.path, code] + more)
                let before = try Program.run(["show", plain.path, code] + more)
                #expect(shown.status == 0 && (more.isEmpty ? shown.output == before.output : !shown.output.isEmpty))
            }
        }
        #expect(try place.ledger.submit().summary["issued"] == 0)
    }

    @Test func `A segment that is missing, cut or changed is named, and nothing in it is answered wrongly`() throws {
        let place = try Place()
        try place.rebuild()
        let middle = place.segments.path(3)
        let good = try Data(contentsOf: URL(fileURLWithPath: middle))
        var flipped = good
        flipped[good.count / 2] ^= 0x10
        var header = good
        header[30] ^= 1
        for (what, content) in [("missing", nil), ("cut", good.dropLast(50)), ("flip", flipped), ("header", header)] {
            try FileManager.default.removeItem(atPath: middle)
            if let content { try Data(content).write(to: URL(fileURLWithPath: middle)) }
            place.expectNamed(try place.run("audit", "--json", "--progress", "off"), "3")
            place.expectNamed(try place.run("rebuild", "--progress", "off"), "archive segment 3")
            let some = place.codes.indices.filter { $0 % 13 == 0 }.map { place.codes[$0] }
            let shown = try some.map { try Program.run(["show", place.ledger.path, $0]) }
            #expect(shown.contains { $0.status == 3 && $0.errors.contains("archive segment 3") }, "\(what)")
            #expect(shown.allSatisfy { $0.status == 0 || ($0.status == 3 && $0.output.isEmpty) }, "\(what)")
            let sent = try place.run("submit", place.ledger.town.messages, "--json", "--progress", "off")
            place.expectNamed(sent, "archive segment 3")
            #expect(sent.outcomes.allSatisfy { $0["status"] as? String != "issued" }, "\(what)")
            try? FileManager.default.removeItem(atPath: middle)
            try good.write(to: URL(fileURLWithPath: middle))
        }
        #expect(try place.run("audit", "--progress", "off").status == 0)
    }

    @Test func `An archive shorter than its committed end takes nothing in`() throws {
        let place = try Place()
        try place.rebuild()
        let last = place.segments.path(place.count)
        let good = try Data(contentsOf: URL(fileURLWithPath: last))
        for content in [nil, good.prefix(0), good.prefix(64), good.dropLast(1)] {
            try FileManager.default.removeItem(atPath: last)
            if let content { try Data(content).write(to: URL(fileURLWithPath: last)) }
            for command in [["submit", place.ledger.town.messages, "--json"], ["rebuild"], ["audit"]] {
                let arguments = [command[0], place.ledger.path] + command.dropFirst() + ["--progress", "off"]
                let result = try Program.run(arguments)
                // Where the file is gone, a walk ends behind the one before, and that one is named.
                let isWalk = command[0] != "submit" && content == nil
                place.expectNamed(result, "\(isWalk ? place.count - 1 : place.count)")
                #expect(result.outcomes.allSatisfy { $0["status"] == nil }, "\(result.output)")
            }
            #expect(FileManager.default.fileExists(atPath: place.ledger.path + "/ledger.sqlite"))
            try? FileManager.default.removeItem(atPath: last)
            try good.write(to: URL(fileURLWithPath: last))
        }
        #expect(try place.run("audit", "--progress", "off").status == 0)
    }

    @Test(arguments: [true, false]) func `A segment of a newer version is refused by name`(isLast: Bool) throws {
        let place = try Place()
        try place.rebuild()
        let number = isLast ? place.count : 3
        try place.segments.setVersion(2, of: number)
        place.expectNamed(try place.run("rebuild", "--progress", "off"), "newer version", "segment \(number)")
        let sent = try place.run("submit", place.ledger.town.messages, "--json", "--progress", "off")
        place.expectNamed(sent, "Install the newer version")
        #expect(sent.outcomes.allSatisfy { $0["status"] as? String != "issued" })
        try place.segments.setVersion(1, of: number)
        #expect(try place.ledger.submit().summary["issued"] == 0)
    }

    @Test func `A rebuild killed at any time leaves the former store or is run again`() throws {
        let place = try Place()
        try place.rebuild()
        let totals = try place.ledger.totals("day,rate")
        var killed = 0
        for round in 0..<24 {
            let seconds = String(format: "%.3f", 0.01 + Double(round) * 0.012)
            let result = try Program.run(
                ["rebuild", place.ledger.path, "--progress", "off"],
                under: ["/usr/bin/timeout", "-s", "KILL", seconds]
            )
            if result.status == 0 { continue }
            killed += 1
            let asked = try place.run("totals", "--by", "day,rate", "--format", "json")
            if asked.status == 3 {
                #expect(asked.errors.contains("xacthuc rebuild"), "\(seconds) s: \(asked.errors)")
                try place.rebuild()
            }
            #expect(try place.ledger.totals("day,rate") == totals, "\(seconds) s")
        }
        #expect(killed > 0)
        try place.rebuild()
        let audit = try place.run("audit", "--progress", "off")
        #expect(audit.status == 0, "\(audit.output)\(audit.errors)")
        #expect(try place.ledger.submit().summary["issued"] == 0)
    }
}
