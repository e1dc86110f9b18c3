import Foundation
import InvoiceModel
import InvoiceRules
import InvoiceXML
import Testing

@Suite struct ReplyFieldTests {
    /// What a reply repeats of a bad message, as it was sent: the key of the invoice and who sent it.
    private static let repeated: Set<String> = [
        "KHMSHDon", "KHHDon", "SHDon", "NLap", "MNNhan", "MTDTChieu", "MST", "MGDDTu", "MTDiep", "MNGui",
    ]

    @Test func `every reply is read by our own reader and keeps the field table`() throws {
        let ledger = try TownLedger()
        _ = try ledger.submit(replies: "r")
        let folder = "\(ledger.folder)/r"
        let names = try FileManager.default.contentsOfDirectory(atPath: folder)
        var kinds: Set<String> = []
        for name in names {
            let bytes = Array(try Data(contentsOf: URL(filePath: "\(folder)/\(name)")))
            guard case .message(let reply) = ParsedMessage.read(bytes, limits: Limits()) else {
                Issue.record("\(name) is not read")
                continue
            }
            let type = reply.string(of: reply.header.type)
            kinds.insert(type)
            let own = InvoiceRules.fields(ofReply: reply).filter { finding in
                // The invoice in a 202 is the sender's, but for code and signature.
                let isSenders = finding.path.hasPrefix("HDon/") && !finding.path.contains("CQT")
                let tag = finding.path.split(separator: "/").last.map(String.init) ?? ""
                return !isSenders && !ReplyFieldTests.repeated.contains(tag)
            }
            #expect(own == [], "\(name)")
        }
        #expect(kinds == ["202", "204", "999"])
    }
}
