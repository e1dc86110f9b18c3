import Foundation
import InvoiceModel

/// Hands out the files of a run in batches that are bounded in number and, as far as sizes tell, in bytes.
struct InputFeed {
    /// Bytes of messages held at once, about.
    static let batchBytes = 32 << 20

    private var walk: InputWalk
    private let limits: Limits
    /// A failure met while the batch before was being filled.
    private var isDone = false

    init(_ paths: [String], limits: Limits) {
        walk = InputWalk(paths)
        self.limits = limits
    }

    /// The next files, at most `count`; `nil` at the end. Paths that cannot be walked go to `failed`.
    mutating func next(count: Int, failed: (EngineError) -> Void) -> [InputFile]? {
        var files: [InputFile] = []
        var bytes = 0
        while !isDone, files.count < count, bytes < InputFeed.batchBytes {
            switch walk.next() {
            case nil: isDone = true
            case .failure(let path, let reason): failed(EngineError(.file, "\(path): \(reason)."))
            case .file(let file):
                files.append(file)
                bytes += size(of: file)
            }
        }
        return files.isEmpty ? nil : files
    }

    /// About as many bytes as the message will take; a compressed one is taken to be as large as allowed.
    private func size(of file: InputFile) -> Int {
        let attributes = try? FileManager.default.attributesOfItem(atPath: file.name)
        guard let size = attributes?[.size] as? Int, !file.name.hasSuffix(".gz") else { return limits.messageBytes }
        return min(size, limits.messageBytes)
    }
}
