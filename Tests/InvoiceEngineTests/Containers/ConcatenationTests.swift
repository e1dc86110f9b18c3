import Compression
import Dispatch
import Foundation
import InvoiceModel
import Testing

@testable import InvoiceEngine

@Suite struct ConcatenationTests {
    private let fixture: ContainerFixture
    private let limits = Limits()

    init() throws {
        fixture = try ContainerFixture()
    }

    /// What a run hands to its workers and gets from them: names, `?` behind those that are not well-formed.
    private func run(_ paths: [String], batch: Int = 256, workers: Int = 2, messageBytes: Int? = nil) -> [String] {
        var policy = Policy()
        if let messageBytes { policy.limits.messageBytes = messageBytes }
        let state = LedgerState(registry: nil, trust: LedgerState.none.trust, policy: policy)
        let feed = InputFeed(paths.map { fixture.folder.path + "/" + $0 }, limits: policy.limits)
        let stage = InputStage(feed, state, workers: workers) { examiner, input, file, receivedAt in
            Seen(name: file.name, examiner.open(input, from: file, receivedAt: receivedAt).isUnreadable)
        }
        let prefix = fixture.folder.path.utf8.count + 1
        var lines: [String] = []
        var files = 0
        while let (read, _) = stage.next(count: batch, clock: { Timestamp(unixSeconds: 1_795_000_000) }) {
            #expect(read.slots.count <= batch)
            files += read.files
            for slot in read.slots {
                switch slot {
                case .opened(let seen): lines.append(seen.name.dropFirst(prefix) + (seen.isUnreadable ? "?" : ""))
                case .refused(let outcome):
                    let fault = outcome.fault.map { "\($0.code.rawValue) \($0.path)" } ?? ""
                    lines.append("\(outcome.file.dropFirst(prefix)): \(fault)")
                case .failure(let error): lines.append("\(error)")
                }
            }
        }
        lines.append("\(files) files")
        return lines
    }

    private struct Seen: OpenedInput {
        var name: String
        var isUnreadable: Bool

        init(name: String, _ isUnreadable: Bool) {
            self.name = name
            self.isUnreadable = isUnreadable
        }

        static func of(_ lines: Examination) -> Seen { Seen(name: "lines", false) }
    }

    private func message(_ index: Int) -> String { ContainerFixture.message("\(index)") }

    @Test(arguments: ["", "\n", "\u{FEFF}", "<!-- between --><?and this?>"])
    func `messages one after another are those messages`(_ between: String) throws {
        try fixture.folder.write(message(1) + between + message(2) + between + message(3), to: "x.xml")
        #expect(run(["x.xml"]) == ["x.xml!1", "x.xml!2", "x.xml!3", "1 files"])
        try fixture.folder.write(Gzip.deflate(fixture.bytes("x.xml")), to: "x.xml.gz")
        #expect(run(["x.xml.gz"]) == ["x.xml.gz!1", "x.xml.gz!2", "x.xml.gz!3", "1 files"])
    }

    @Test func `without declarations they are found too, and one message alone keeps its name`() throws {
        let declared = "<TDiep><TTChung/></TDiep><TDiep><TTChung/>&lt;</TDiep>"
        try fixture.folder.write(declared + "<TDiep b='>'><TDiep></TDiep></TDiep>", to: "x.xml")
        #expect(run(["x.xml"]) == ["x.xml!1", "x.xml!2", "x.xml!3", "1 files"])
        try fixture.folder.write(message(1) + "<!-- behind -->\n", to: "y.xml")
        #expect(run(["y.xml"]) == ["y.xml", "1 files"])
    }

    @Test func `nothing behind an unreadable message is read, whatever the batch`() throws {
        let broken = "<?xml version=\"1.0\"?><TDiep><TTChung></b></TDiep>"
        try fixture.folder.write(message(1) + broken + message(3) + message(4), to: "x.xml")
        try fixture.folder.write(message(1), to: "y.xml")
        let offset = (message(1) + broken).utf8.count
        let expected = ["x.xml!1", "x.xml!2?", "x.xml: container.rest byte \(offset)", "y.xml", "2 files"]
        for batch in [1, 2, 3, 4, 256] { #expect(run(["x.xml", "y.xml"], batch: batch) == expected, "\(batch)") }
        #expect(run(["x.xml", "y.xml"], workers: 1) == expected)
        let packed = try Gzip.deflate(Array((message(1) + broken + message(3)).utf8)).dropLast(9)
        try fixture.folder.write(Array(packed), to: "z.xml.gz")
        let torn = run(["z.xml.gz"])
        for batch in [1, 2, 3] { #expect(run(["z.xml.gz"], batch: batch) == torn) }
    }

    @Test func `what is no second message leaves the file one unreadable message`() throws {
        for (place, rest) in ["text", "</TDiep>", "\u{0}", "&"].enumerated() {
            try fixture.folder.write(message(1) + rest, to: "\(place).xml")
            #expect(run(["\(place).xml"]).first?.hasPrefix("\(place).xml") == true)
        }
        try fixture.folder.write(message(1) + "text", to: "x.xml")
        #expect(run(["x.xml"]) == ["x.xml?", "1 files"])
        try fixture.folder.write("<a><b></a>" + message(2), to: "y.xml")
        #expect(run(["y.xml"]) == ["y.xml?", "1 files"])
        try fixture.folder.write(message(1) + "<TDiep/>", to: "v.xml")
        #expect(run(["v.xml"]) == ["v.xml?", "1 files"])
        try fixture.folder.write("<HDon/>" + message(2), to: "w.xml")
        #expect(run(["w.xml"]) == ["w.xml?", "1 files"])
        try fixture.folder.write(message(1) + "<TDiep><TTChung>", to: "z.xml")
        #expect(run(["z.xml"]) == ["z.xml!1", "z.xml!2?", "1 files"])
    }

    @Test func `a message at the limit is read, one past it ends the stream`() throws {
        let size = message(1).utf8.count
        try fixture.folder.write(message(1) + message(2) + message(33) + message(4), to: "x.xml")
        #expect(
            run(["x.xml"], messageBytes: size) == [
                "x.xml!1", "x.xml!2", "x.xml!3?", "x.xml: container.rest byte \(3 * size + 1)", "1 files",
            ]
        )
        #expect(run(["x.xml"], messageBytes: size + 1).dropLast() == ["x.xml!1", "x.xml!2", "x.xml!3", "x.xml!4"])
    }

    @Test func `a stream larger than any message is read in pieces`() throws {
        let count = 3_000
        let body = (0..<count).map { message(1_000 + $0) }.joined()
        try fixture.folder.write(body, to: "x.xml")
        let names = (1...count).map { "x.xml!\($0)" } + ["1 files"]
        #expect(run(["x.xml"], messageBytes: 1_000) == names)
    }

    @Test(arguments: [1, 2, 5, 256]) func `containers and files come in the order of the walk`(batch: Int) throws {
        try fixture.shell(
            "cd in && mkdir w && cp a.xml w/1.xml && cat a.xml a.xml > w/2.xml && zip -qj w/3.zip a.xml sub/b.xml"
                + " && cp a.xml w/4.xml && tar czf w/5.tgz a.xml sub && cat a.xml a.xml a.xml | gzip > w/6.xml.gz"
                + " && cp a.xml w/7.xml && echo '<' > w/8.xml && mv w .."
        )
        #expect(
            run(["w", "none"], batch: batch).map { $0.replacing("w/", with: "", maxReplacements: 1) }.dropLast(2) == [
                "1.xml", "2.xml!1", "2.xml!2", "3.zip!a.xml", "3.zip!b.xml", "4.xml", "5.tgz!a.xml",
                "5.tgz!sub/b.xml", "6.xml.gz!1", "6.xml.gz!2", "6.xml.gz!3", "7.xml", "8.xml?",
            ]
        )
        #expect(run(["w"], batch: batch, workers: 1) == run(["w"]))
        #expect(run(["w"], batch: batch).last == "8 files")
    }

    @Test func `a pipe of a name is read once`() throws {
        try fixture.shell("mkfifo p q")
        let one = Array(message(1).utf8)
        for (name, bytes) in [("p", one + one), ("q", one)] {
            let path = fixture.folder.path + "/" + name
            // Opening waits for the reader.
            DispatchQueue.global().async {
                FileHandle(forWritingAtPath: path)?.write(Data(bytes))
            }
        }
        #expect(run(["p", "q"]) == ["p!1", "p!2", "q", "2 files"])
    }
}
