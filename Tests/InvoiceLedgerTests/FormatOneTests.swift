import InvoiceCode
import InvoiceModel
import OpenSSL
import SQLite
import Testing

@testable import InvoiceLedger

struct FormatOneTests {
    /// Everything the fixture holds, in its order.
    private func entries(_ fixture: FormatOneFixture) throws -> [FormatOne.Entry] {
        let reader = try FormatOne(Connection(path: fixture.database, access: .readOnly), keys: fixture.keyRing())
        var entries: [FormatOne.Entry] = []
        while let entry = try reader.next() { entries.append(entry) }
        #expect(UInt64(entries.count) == reader.counts.messages + reader.counts.changes)
        return entries
    }

    @Test func `messages are read in the order of their admission, with the codes they were given`() throws {
        let fixture = try FormatOneFixture()
        let answers = try fixture.answers()
        var index = 0
        for case .message(let message, let bytes) in try entries(fixture) {
            let answer = answers[index]
            index += 1
            #expect(message.sequence == UInt64(index))
            #expect(message.sha256.description == answer.sha256)
            #expect(Digest(SHA256.hash(bytes).span) == message.sha256 && bytes.count == message.originalLength)
            let codes = message.invoices.compactMap { $0.accepted?.code?.description }
            switch message.status {
            case .issued: #expect(codes == [answer.code] && answer.replyType == "202")
            case .duplicate: #expect(message.reply == nil && answer.replyType == "202")
            case .refused: #expect(message.noticeNumber != nil && answer.replyType == "204")
            case .registered, .lines, .manifest: Issue.record("format 1 knows messages of one invoice only")
            case .rejected, .unreadable: #expect(codes == [] && answer.replyType == "999")
            }
            // Refusals are kept word for word: their digest is the reply's.
            if let reply = message.replyBytes {
                #expect(Hex.lowercase(SHA256.hash(reply)) == answer.replySHA256)
            }
        }
        #expect(index == answers.count && index == 212)
    }

    @Test func `changes stand between the messages where they were made`() throws {
        let fixture = try FormatOneFixture()
        var kinds: [String] = []
        var messages = 0
        for entry in try entries(fixture) {
            switch entry {
            case .message: messages += 1
            case .change(let change, let payload):
                #expect(change.payloadLength == payload.count)
                kinds.append("\(messages):\(change.kind.rawValue)")
            }
        }
        #expect(kinds.prefix(3) == ["0:created", "0:codeKey", "0:authority"])
        let rotated = kinds.filter { $0.hasSuffix("codeKey") }
        #expect(rotated.count == 3 && Set(rotated).count == 3)
        #expect(kinds.filter { $0.hasSuffix("policy") }.count == 2)
    }

    @Test func `a corrected invoice names the one that corrects it`() throws {
        let fixture = try FormatOneFixture()
        var byTransaction: [UInt64: InvoiceKey] = [:]
        var relations: [RelatedInvoice.Relation: Int] = [:]
        for case .message(let message, _) in try entries(fixture) {
            for invoice in message.invoices.compactMap(\.accepted) {
                byTransaction[invoice.transaction] = invoice.facts.key
                guard let related = invoice.facts.related, let original = invoice.relatedTransaction else { continue }
                relations[related.relation, default: 0] += 1
                #expect(related.key == byTransaction[original])
            }
        }
        #expect(relations == [.replaces: 1, .adjusts: 3])
    }

    @Test func `a hole in the messages is damage, not a shorter ledger`() throws {
        let fixture = try FormatOneFixture()
        for sql in [
            "DELETE FROM message WHERE sequence = 7", "DELETE FROM original WHERE message = 9",
            "UPDATE change SET after_message = 9999 WHERE sequence = 4",
        ] {
            let broken = try FormatOneFixture()
            _ = try run("/usr/bin/sqlite3", [broken.database, sql])
            #expect(throws: SQLiteError.self, "\(sql)") { try entries(broken) }
        }
        #expect(try !entries(fixture).isEmpty)
    }
}
