import Compression
import DurableFiles

/// Writes run files: a page of entries at a time; only the filter being made is held as a whole.
enum RunWriter {
    private static let mode: UInt32 = 0o644
    /// Pages that go to the file in one write.
    private static let pagesAtOnce = 32

    /// Writes a run with the entries of two sources, durably and under its name only when it is whole.
    static func write<Source: RunSource>(
        _ header: RunHeader,
        to path: String,
        _ source: (IndexKind) throws(IndexError) -> Source
    ) throws(IndexError) {
        let write = { (file: borrowing OpenFile) throws(IndexError) in
            try put(header.bytes, file)
            var filters: [KeyFilter] = []
            for kind in IndexKind.allCases {
                var entries = try source(kind)
                filters.append(try writePages(&entries, count: header.counts[kind], path, file))
            }
            for filter in filters {
                try put(filter.bytes, file)
                var sum: [UInt8] = []
                RunBytes.append(UInt64(Checksum.crc32(filter.bytes.span)), bytes: 4, to: &sum)
                try put(sum, file)
            }
        }
        try DurableFiles.write(piecewiseTo: path, mode: mode, failure: IndexError.file, write)
    }

    private static func writePages<Source: RunSource>(
        _ source: inout Source,
        count: Int,
        _ path: String,
        _ file: borrowing OpenFile
    ) throws(IndexError) -> KeyFilter {
        var filter = KeyFilter(keys: count)
        var pages: [UInt8] = []
        pages.reserveCapacity(pagesAtOnce * RunHeader.pageBytes)
        var written = 0
        var onPage = 0
        while let entry = source.head {
            filter.insert(entry.key)
            RunBytes.append(entry.key, bytes: 8, to: &pages)
            RunBytes.append(entry.sequence, bytes: 6, to: &pages)
            written += 1
            onPage += 1
            if onPage == RunHeader.pageEntries {
                close(&pages)
                onPage = 0
                if pages.count == pagesAtOnce * RunHeader.pageBytes {
                    try put(pages, file)
                    pages.removeAll(keepingCapacity: true)
                }
            }
            try source.advance()
        }
        if onPage > 0 { close(&pages) }
        if !pages.isEmpty { try put(pages, file) }
        guard written == count else { throw .damage(path: path, what: "\(written) entries instead of \(count)") }
        return filter
    }

    /// Fills the last page up and adds its checksum.
    private static func close(_ pages: inout [UInt8]) {
        let start = (pages.count - 1) / RunHeader.pageBytes * RunHeader.pageBytes
        pages.append(contentsOf: repeatElement(0, count: start + RunHeader.pageContent - pages.count))
        let sum = Checksum.crc32(pages.span.extracting(start..<start + RunHeader.pageContent))
        RunBytes.append(UInt64(sum), bytes: 4, to: &pages)
        pages.append(contentsOf: repeatElement(0, count: start + RunHeader.pageBytes - pages.count))
    }

    private static func put(_ bytes: [UInt8], _ file: borrowing OpenFile) throws(IndexError) {
        do throws(FileError) { try file.write(bytes.span) } catch { throw .file(error) }
    }
}
