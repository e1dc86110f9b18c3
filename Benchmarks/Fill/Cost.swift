import Foundation

/// What admission and commit took since the last line: elapsed time, time of the processor, and what is there now.
struct Cost {
    private let folder: String
    private var stored: Int
    private var invoices = 0
    private var elapsed = Duration.zero
    private var processor = 0
    private var writtenBefore = Cost.written()
    private let clock = ContinuousClock()

    /// - Parameters:
    ///   - folder: of the ledger.
    ///   - stored: invoices in it already.
    init(folder: String, stored: Int) {
        self.folder = folder
        self.stored = stored
    }

    /// Runs one batch of so many invoices; the time of the processor is that of all threads.
    mutating func measure(_ count: Int, _ body: () throws -> Void) rethrows {
        let (start, used) = (clock.now, Int(Foundation.clock()))
        try body()
        processor += Int(Foundation.clock()) - used
        elapsed += clock.now - start
        invoices += count
        stored += count
    }

    /// One line about the batches since the one before.
    mutating func line() -> String {
        let seconds = elapsed / .seconds(1)
        let written = Cost.written() - writtenBefore
        defer { (invoices, elapsed, processor, writtenBefore) = (0, .zero, 0, Cost.written()) }
        return "\(stored) stored: \(Int(Double(invoices) / seconds)) invoices/s, "
            + String(format: "%.2f µs each, ", seconds * 1e6 / Double(invoices))
            + String(format: "%.2f µs of the processor; ", Double(processor) / Double(invoices))
            + "\(written / max(1, invoices)) bytes written each, "
            + "memory at most \(peak() / 1024) MiB; bytes an invoice: sqlite \(each("ledger.sqlite")), "
            + "its log \(each("ledger.sqlite-wal")), index \(each("index")), archive \(each("archive"))"
    }

    /// KiB of the process at its largest.
    private func peak() -> Int {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        return usage.ru_maxrss
    }

    /// Bytes that this process has given to the system to write.
    private static func written() -> Int {
        let text = (try? String(contentsOfFile: "/proc/self/io", encoding: .utf8)) ?? ""
        return text.split(separator: "\n").first { $0.hasPrefix("wchar: ") }.flatMap { Int($0.dropFirst(7)) } ?? 0
    }

    private func each(_ name: String) -> String {
        String(format: "%.1f", Double(bytes(name)) / Double(max(1, stored)))
    }

    /// Bytes of a file, or of the files in a folder.
    private func bytes(_ name: String) -> Int {
        let path = folder + "/" + name
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)).map { $0.map { path + "/" + $0 } }
        return (names ?? [path]).reduce(0) { sum, file in
            let attributes = try? FileManager.default.attributesOfItem(atPath: file)
            return sum + ((attributes?[.size] as? Int) ?? 0)
        }
    }
}
