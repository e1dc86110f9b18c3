import Foundation
import InvoiceModel
import InvoiceSynth
import Testing

/// The signatures of good messages against an outside judge.
@Suite struct SignatureTests {
    @Test(arguments: ["compact", "indented", "wrapped", "padded"])
    func `xmlsec1 verifies every signature of that vendor's good messages`(vendor: String) throws {
        let folder = SynthFolder()
        _ = try folder.run {
            $0.invoices = 120
            $0.badShare = 0.3
        }
        let lines = try folder.manifest().filter {
            $0["vendor"] as? String == vendor && ["issued", "duplicate"].contains($0["status"] as? String)
        }
        #expect(lines.count >= 10)
        for line in lines {
            let file = try #require(line["file"] as? String)
            try expectVerified(folder.path + "/" + file)
        }
    }

    @Test func `xmlsec1 refuses a message that was changed after signing`() throws {
        let folder = SynthFolder()
        _ = try folder.run {
            $0.invoices = 20
            $0.badShare = 10
        }
        let tampered = try folder.manifest().filter { ($0["way"] as? String)?.hasPrefix("tampered") == true }
        #expect(tampered.count >= 6)
        for line in tampered {
            let file = try #require(line["file"] as? String)
            #expect(try verify(folder.path + "/" + file) == false, "\(line)")
        }
    }

    /// In place, or with the `HDon` as a document of its own (some vendors sign before they wrap).
    private func expectVerified(_ path: String) throws {
        if try verify(path) { return }
        let bytes = Array(try #require(FileManager.default.contents(atPath: path)))
        let text = String(decoding: bytes, as: UTF8.self)
        let start = try #require(text.range(of: "<HDon"))
        let end = try #require(text.range(of: "</HDon>"))
        let alone = path + ".alone"
        try text[start.lowerBound..<end.upperBound].write(toFile: alone, atomically: false, encoding: .utf8)
        #expect(try verify(alone), "\(path)")
    }

    private func verify(_ path: String) throws -> Bool { try XMLSec.accepts(path, signed: "DLHDon") }
}
