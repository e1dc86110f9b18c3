import DurableFiles
import Foundation
import InvoiceCode
import InvoiceModel
import Testing

@testable import InvoiceLedger

/// Somebody who knows the format and holds every key: writes an archive anew with check sums and chain that hold, and
/// the store from it, so that nothing but what the entries say can give it away.
struct Insider {
    /// A block with its entries; header and entries may be changed apart from each other.
    struct Block {
        var content: BlockContent
        var messages: [(entry: MessageEntry, bytes: [UInt8])] = []
        var changes: [(entry: ChangeEntry, payload: [UInt8])] = []
        /// Bytes behind the last original.
        var surplus: [UInt8] = []
    }

    let files: LedgerFiles
    let coding: EntryCoding
    var blocks: [Block] = []

    init(_ path: String) throws {
        files = LedgerFiles(path: path)
        coding = EntryCoding(identifierKey: try files.readIdentifierKey())
        let scan = try ArchiveScan(folder: files.archive)
        while let scanned = try scan.next() {
            let content = try scanned.content()
            var block = Block(content: content)
            switch try coding.entries(of: content) {
            case .messages(let entries):
                var start = 0
                for entry in entries {
                    let end = start + entry.originalLength
                    block.messages.append((entry, Array(content.originals[start..<end])))
                    start = end
                }
            case .changes(let changes): block.changes = changes
            case .head: break
            }
            blocks.append(block)
        }
    }

    /// Makes the archive anew, and a store from it.
    ///
    /// - Returns: whether there is a store: what cannot be stored at all leaves none.
    @discardableResult
    func write() throws -> Bool {
        try FileManager.default.removeItem(atPath: files.archive)
        try? FileManager.default.removeItem(atPath: files.index)
        for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: files.database + suffix) }
        let writer = try ArchiveWriter(folder: files.archive, end: .start)
        for block in blocks {
            var content = block.content
            if content.kind != .head {
                content.facts = []
                content.originals = block.messages.flatMap(\.bytes) + block.changes.flatMap(\.payload) + block.surplus
                for (entry, _) in block.messages { coding.append(entry, to: &content.facts) }
                for (entry, _) in block.changes { coding.append(entry, to: &content.facts) }
            }
            try writer.append(content)
        }
        try writer.sync()
        do {
            _ = try Replay(files: files).make(files.database, upTo: nil)
            return true
        } catch {
            for suffix in ["", "-wal", "-shm", "-journal"] {
                try? FileManager.default.removeItem(atPath: files.database + suffix)
            }
            return false
        }
    }

    /// Changes one message: the first of that status, behind so many others of it.
    mutating func change(
        _ status: MessageStatus,
        after skipped: Int = 0,
        _ body: (inout MessageEntry, inout [UInt8]) throws -> Void
    ) throws {
        var rest = skipped
        for block in blocks.indices {
            for place in blocks[block].messages.indices where blocks[block].messages[place].entry.status == status {
                if rest == 0 {
                    var (entry, bytes) = blocks[block].messages[place]
                    try body(&entry, &bytes)
                    entry.originalLength = bytes.count
                    blocks[block].messages[place] = (entry, bytes)
                    return
                }
                rest -= 1
            }
        }
        Issue.record("no message that is \(status)")
    }

    /// The first coded invoice behind so many others.
    func issued(after skipped: Int = 0) throws -> AcceptedInvoice {
        let entries = blocks.flatMap(\.messages).map(\.entry).filter { $0.status == .issued }
        guard let invoice = entries[skipped].invoices.first?.accepted else { throw CancellationError() }
        return invoice
    }

    /// The invoice with a code that its facts make true.
    func coded(_ invoice: AcceptedInvoice) throws -> AcceptedInvoice {
        let maker = CodeMaker(KeyRing([try files.masterKey(0)], current: 0))
        var invoice = invoice
        let facts = CodeFacts(invoice.facts, contentDigest: invoice.contentDigest)
        invoice.code = maker.issue(transaction: invoice.transaction, facts: facts).code
        return invoice
    }
}

extension InvoiceEntry {
    /// An invoice that got its code.
    static func issued(_ invoice: AcceptedInvoice) -> InvoiceEntry { InvoiceEntry(outcome: .accepted(invoice)) }
}

extension MessageEntry {
    /// The entry's coded invoice, changed and put back.
    mutating func changeInvoice(_ body: (inout AcceptedInvoice) throws -> Void) throws {
        guard var invoice = invoices.first?.accepted else { throw CancellationError() }
        try body(&invoice)
        invoices[0] = .issued(invoice)
    }
}
