import Compression
import DurableFiles
import InvoiceModel

/// One run file, open: filters in memory, entries read page by page.
///
/// Costs 2.5 bytes of memory a message.
final class Run: Sendable {
    let header: RunHeader
    private let file: PageFile
    private let sha256Filter: KeyFilter
    private let messageIDFilter: KeyFilter

    /// Opens a run and proves header, size and filters; pages are proved when they are read.
    init(opening path: String) throws(IndexError) {
        let file = try IndexError.files { () throws(FileError) in try PageFile(opening: path) }
        guard file.size >= RunHeader.pageBytes else { throw .damage(path: path, what: "shorter than its header") }
        var page: [UInt8] = []
        try Run.read(file, at: 0, count: RunHeader.pageBytes, into: &page)
        guard let header = RunHeader(page) else { throw .damage(path: path, what: "header") }
        guard file.size == header.fileBytes else {
            throw .damage(path: path, what: "\(file.size) bytes instead of \(header.fileBytes)")
        }
        self.file = file
        self.header = header
        sha256Filter = try Run.filter(.sha256, header, file)
        messageIDFilter = try Run.filter(.messageID, header, file)
    }

    var path: String { file.path }

    /// Hands the messages with that key to `visit` in their order, until it says `false`.
    ///
    /// - Parameter page: reused from one question to the next.
    func visit<Failure: Error>(
        _ key: UInt64,
        _ kind: IndexKind,
        page: inout [UInt8],
        failure: (IndexError) -> Failure,
        _ visit: (UInt64) throws(Failure) -> Bool
    ) throws(Failure) -> Bool {
        let filter = kind == .sha256 ? sha256Filter : messageIDFilter
        guard filter.mayContain(key) else { return true }
        var sequences: [UInt64] = []
        do throws(IndexError) {
            guard var number = try find(key, kind, page: &page) else { return true }
            // Equal keys may fill pages.
            while try collect(key, kind, page: page, number, into: &sequences), number + 1 < header.pages(kind) {
                number += 1
                try read(page: number, kind, into: &page)
            }
        } catch { throw failure(error) }
        for sequence in sequences { guard try visit(sequence) else { return false } }
        return true
    }

    /// Reads and proves one page.
    func read(page number: Int, _ kind: IndexKind, into page: inout [UInt8]) throws(IndexError) {
        try Run.read(
            file,
            at: header.start(kind) + number * RunHeader.pageBytes,
            count: RunHeader.pageBytes,
            into: &page
        )
        let sum = UInt64(Checksum.crc32(page.span.extracting(0..<RunHeader.pageContent)))
        guard RunBytes.number(page, at: RunHeader.pageContent, bytes: 4) == sum else {
            throw .damage(path: file.path, what: "page \(number) by \(kind)")
        }
    }

    /// Entries of a page.
    func entries(of kind: IndexKind, page number: Int) -> Int {
        min(RunHeader.pageEntries, header.counts[kind] - number * RunHeader.pageEntries)
    }

    /// One entry of a page.
    static func entry(_ index: Int, of page: [UInt8]) -> IndexEntry {
        let start = index * RunHeader.entryBytes
        return IndexEntry(
            key: RunBytes.number(page, at: start, bytes: 8),
            sequence: RunBytes.number(page, at: start + 8, bytes: 6)
        )
    }
}

extension Run {
    /// The first page whose last key is not below `key`, left in `page`; `nil` where all keys are below.
    ///
    /// Keys are digests, so their places can be foretold: two or three pages are read. Whoever makes digests
    /// that are not evenly spread makes it a binary search, no worse.
    private func find(_ key: UInt64, _ kind: IndexKind, page: inout [UInt8]) throws(IndexError) -> Int? {
        // The answer lies in low...high; `high` itself stands for "none".
        var low = 0
        var high = header.pages(kind)
        var guess = Int(truncatingIfNeeded: key.multipliedFullWidth(by: UInt64(max(1, high))).high)
        var held = -1
        var steps = 0
        while low < high {
            let number = min(max(guess, low), high - 1)
            try read(page: number, kind, into: &page)
            held = number
            let count = entries(of: kind, page: number)
            let firstKey = Run.entry(0, of: page).key
            let lastKey = Run.entry(count - 1, of: page).key
            guard firstKey <= lastKey else { throw .damage(path: file.path, what: "entries out of order") }
            if lastKey < key {
                low = number + 1
            } else {
                high = number
                // Below the first key of a page nothing of it can lie on the page before.
                if firstKey < key { low = number }
            }
            steps += 1
            guess = steps > 4 ? (low + high) / 2 : Run.foretell(key, from: number, firstKey, lastKey)
        }
        guard low < header.pages(kind) else { return nil }
        if held != low { try read(page: low, kind, into: &page) }
        return low
    }

    /// Where a key should be, seen from a page: as many pages away as its distance in pages' widths.
    private static func foretell(_ key: UInt64, from number: Int, _ first: UInt64, _ last: UInt64) -> Int {
        let width = max(1, last - first)
        if key > last { return number + 1 + Int(min((key - last) / width, 1 << 32)) }
        if key <= first { return number - 1 - Int(min((first - key) / width, 1 << 32)) }
        return number
    }

    /// Collects the sequences of a key on one page; `true` where the next page may go on with it.
    private func collect(
        _ key: UInt64,
        _ kind: IndexKind,
        page: [UInt8],
        _ number: Int,
        into sequences: inout [UInt64]
    ) throws(IndexError) -> Bool {
        let count = entries(of: kind, page: number)
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if Run.entry(middle, of: page).key < key { low = middle + 1 } else { high = middle }
        }
        while low < count {
            let entry = Run.entry(low, of: page)
            guard entry.key == key else { return false }
            guard entry.sequence >= header.first, entry.sequence <= header.last else {
                throw .damage(path: file.path, what: "an entry of another run")
            }
            sequences.append(entry.sequence)
            low += 1
        }
        return true
    }

    private static func filter(
        _ kind: IndexKind,
        _ header: RunHeader,
        _ file: PageFile
    ) throws(IndexError) -> KeyFilter {
        let count = header.filterBytes(kind)
        var bytes: [UInt8] = []
        try read(file, at: header.filterStart(kind), count: count, into: &bytes)
        var sum: [UInt8] = []
        try read(file, at: header.filterStart(kind) + count, count: 4, into: &sum)
        guard RunBytes.number(sum, at: 0, bytes: 4) == UInt64(Checksum.crc32(bytes.span)) else {
            throw .damage(path: file.path, what: "filter by \(kind)")
        }
        return KeyFilter(stored: bytes)
    }

    private static func read(
        _ file: PageFile,
        at offset: Int,
        count: Int,
        into bytes: inout [UInt8]
    ) throws(IndexError) {
        try IndexError.files { () throws(FileError) in try file.read(at: offset, count: count, into: &bytes) }
    }
}
