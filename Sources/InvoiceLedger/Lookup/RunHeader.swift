import Compression
import InvoiceModel

/// The beginning of a run file, and where things lie behind it.
///
/// ```
/// 0     magic "XACTRUN1"                                       8 bytes, everything little-endian
/// 8     first and last sequence number                         2 × 8
/// 24    entries by SHA-256, entries by message id              2 × 8
/// 40    anchor: digest of the block holding the last sequence  32
/// 72    zeros, then the CRC-32 of the 124 bytes before         56
/// 4096  pages of entries by SHA-256, then by message id: 292 entries of 14 bytes (8 key, 6 sequence) in the order
///       of their keys, zeros, and at 4088 the CRC-32 of the page's first 4088 bytes
/// then  the filter by SHA-256, its CRC-32, the filter by message id, its CRC-32
/// ```
struct RunHeader: Hashable {
    static let pageBytes = 4_096
    static let entryBytes = 14
    static let pageEntries = 292
    static let pageContent = pageEntries * entryBytes
    static let byteCount = 128
    private static let magic = Array("XACTRUN1".utf8)

    var first: UInt64
    var last: UInt64
    var counts: InlineCounts
    var anchor: Digest

    /// A number for each kind of key.
    struct InlineCounts: Hashable {
        var sha256: Int
        var messageID: Int

        subscript(_ kind: IndexKind) -> Int { kind == .sha256 ? sha256 : messageID }
    }

    /// Messages.
    var messages: UInt64 { last - first + 1 }

    func pages(_ kind: IndexKind) -> Int {
        (counts[kind] + RunHeader.pageEntries - 1) / RunHeader.pageEntries
    }

    /// Where the pages of a kind begin.
    func start(_ kind: IndexKind) -> Int {
        RunHeader.pageBytes * (1 + (kind == .sha256 ? 0 : pages(.sha256)))
    }

    func filterStart(_ kind: IndexKind) -> Int {
        let end = start(.messageID) + RunHeader.pageBytes * pages(.messageID)
        return kind == .sha256 ? end : end + filterBytes(.sha256) + 4
    }

    func filterBytes(_ kind: IndexKind) -> Int { KeyFilter.byteCount(keys: counts[kind]) }

    /// Bytes of the whole file.
    var fileBytes: Int { filterStart(.messageID) + filterBytes(.messageID) + 4 }

    /// The file's name: `1-65536.run` with leading zeros, so that names sort as numbers do.
    var name: String { "\(RunHeader.digits(first))-\(RunHeader.digits(last)).run" }

    /// First and last sequence number in a file's name, or `nil` for another name.
    static func range(ofName name: String) -> (first: UInt64, last: UInt64)? {
        let parts = name.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[1].hasSuffix(".run"), let first = UInt64(parts[0]),
            let last = UInt64(parts[1].dropLast(4)), first >= 1, first <= last
        else { return nil }
        return (first, last)
    }

    private static func digits(_ number: UInt64) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, 15 - text.utf8.count)) + text
    }
}

extension RunHeader {
    /// The first page.
    var bytes: [UInt8] {
        var bytes = RunHeader.magic
        for number in [first, last, UInt64(counts.sha256), UInt64(counts.messageID)] {
            RunBytes.append(number, bytes: 8, to: &bytes)
        }
        bytes += anchor.bytes
        bytes += [UInt8](repeating: 0, count: RunHeader.byteCount - 4 - bytes.count)
        RunBytes.append(UInt64(Checksum.crc32(bytes.span)), bytes: 4, to: &bytes)
        bytes += [UInt8](repeating: 0, count: RunHeader.pageBytes - bytes.count)
        return bytes
    }

    /// Reads the first page back; `nil` where it is not one we wrote.
    init?(_ bytes: [UInt8]) {
        guard bytes.count >= RunHeader.byteCount, bytes.starts(with: RunHeader.magic) else { return nil }
        let content = RunHeader.byteCount - 4
        let sum = UInt64(Checksum.crc32(bytes.span.extracting(..<content)))
        guard RunBytes.number(bytes, at: content, bytes: 4) == sum else { return nil }
        let numbers = (0..<4).map { RunBytes.number(bytes, at: 8 + 8 * $0, bytes: 8) }
        let limit = UInt64(1) << 48
        guard numbers[0] >= 1, numbers[0] <= numbers[1], numbers[1] < limit,
            numbers[2] == numbers[1] - numbers[0] + 1, numbers[3] <= numbers[2]
        else { return nil }
        first = numbers[0]
        last = numbers[1]
        counts = InlineCounts(sha256: Int(numbers[2]), messageID: Int(numbers[3]))
        anchor = Digest(bytes.span.extracting(40..<72))
    }
}

/// Little-endian numbers in bytes.
enum RunBytes {
    static func append(_ number: UInt64, bytes count: Int, to bytes: inout [UInt8]) {
        for index in 0..<count { bytes.append(UInt8(truncatingIfNeeded: number >> UInt64(8 * index))) }
    }

    static func number(_ bytes: [UInt8], at offset: Int, bytes count: Int) -> UInt64 {
        var number: UInt64 = 0
        for index in 0..<count { number |= UInt64(bytes[offset + index]) << UInt64(8 * index) }
        return number
    }
}
