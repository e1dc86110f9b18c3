import InvoiceModel
import SQLite

/// The rows that every message has, whatever became of it.
struct MessageRows {
    private let message: Statement
    private let notice: Statement

    init(_ connection: Connection) throws(SQLiteError) {
        message = try connection.prepare(insert: "message", columns: 6)
        notice = try connection.prepare("INSERT OR REPLACE INTO notice_counter VALUES (?, ?)")
    }

    func apply(_ entries: [MessageEntry], block: UInt64) throws(SQLiteError) {
        var notices: [Int64: Int64] = [:]
        for entry in entries {
            guard entry.sequence <= UInt64(Int64.max), (entry.noticeNumber ?? 0) <= UInt64(Int64.max) else {
                throw .damage("message \(entry.sequence)")
            }
            message.bind(1, Int64(entry.sequence))
            message.bind(2, Int64(entry.status.rawValue))
            message.bind(3, entry.receivedAt.localSeconds)
            message.bind(4, Int64(bitPattern: block))
            message.bind(5, entry.soleTransaction.map { Int64(bitPattern: $0) })
            message.bind(6, entry.noticeNumber.map { Int64($0) })
            try message.run()
            guard let number = entry.noticeNumber else { continue }
            notices[Int64(number / Counters.noticesPerYear)] = Int64(number % Counters.noticesPerYear)
        }
        for (year, last) in notices.sorted(by: { $0.key < $1.key }) {
            notice.bind(1, year)
            notice.bind(2, last)
            try notice.run()
        }
    }
}

extension MessageEntry {
    /// The transaction of a message of one invoice; of a duplicate, the first one's.
    var soleTransaction: UInt64? { status.isOfMany ? nil : invoices.first?.transaction }
}
