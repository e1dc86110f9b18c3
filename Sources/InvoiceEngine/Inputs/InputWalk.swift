import DurableFiles

/// Every file below some paths, one at a time: what was named as it was named, folders recursively in byte order.
///
/// Byte order is that of whole paths, as `find | LC_ALL=C sort` gives it. In a folder only messages and containers by
/// their names count, and neither hidden files nor links to folders; what is named itself is read whatever its name.
struct InputWalk: IteratorProtocol {
    enum Step: Sendable {
        /// A file that can be read from any place, and how large it is.
        case file(InputFile, size: Int)
        /// A pipe or a device, which can be read once.
        case pipe(InputFile)
        /// A path that cannot be read, and why.
        case failure(path: String, reason: String)
    }

    private enum Pending {
        case named(String)
        case file(String, size: Int)
        case folder(String)
        case unreadable(String, reason: String)
    }

    /// What is still to do, the next one last.
    private var pending: [Pending]

    init(_ paths: [String]) {
        pending = paths.reversed().map { .named($0) }
    }

    mutating func next() -> Step? {
        while let item = pending.popLast() {
            switch item {
            case .named("-"): return .pipe(.standardInput)
            case .named(let path):
                guard let status = FileStatus(of: path, followingLinks: true) else {
                    return .failure(path: path, reason: "there is no such file or folder")
                }
                switch status.kind {
                case .folder: pending.append(.folder(path))
                case .regular: return .file(InputFile(name: path), size: status.size)
                case .link, .other: return .pipe(InputFile(name: path))
                }
            case .file(let path, let size): return .file(InputFile(name: path), size: size)
            case .unreadable(let path, let reason): return .failure(path: path, reason: reason)
            case .folder(let path):
                do throws(FileError) {
                    try pending.append(contentsOf: InputWalk.entries(of: path).reversed())
                } catch {
                    return .failure(path: path, reason: "the folder cannot be read")
                }
            }
        }
        return nil
    }

    private static func entries(of folder: String) throws(FileError) -> [Pending] {
        let prefix = folder.hasSuffix("/") ? folder : folder + "/"
        var entries: [(key: [UInt8], item: Pending)] = []
        for bytes in try DurableFiles.names(in: folder) where bytes.first != UInt8(ascii: ".") {
            let name = String(decoding: bytes, as: UTF8.self)
            let path = prefix + name
            let isWanted = InputFile.isWanted(name)
            switch FileStatus(of: path, followingLinks: false) {
            case let status? where status.kind == .folder:
                // With its slash a folder sorts where its files' whole paths would.
                entries.append((bytes + [UInt8(ascii: "/")], .folder(path)))
            case let status? where status.kind == .regular:
                if isWanted { entries.append((bytes, .file(path, size: status.size))) }
            case let status? where status.kind == .link && isWanted:
                guard let target = FileStatus(of: path, followingLinks: true), target.kind == .other else {
                    entries.append((bytes, .file(path, size: 0)))
                    continue
                }
                entries.append((bytes, .unreadable(path, reason: "it is not a file")))
            case let status:
                // One bad name or a pipe nobody writes to must not hold up the other files.
                let reason = status == nil ? "its name is not UTF-8, or it is gone" : "it is not a file"
                if isWanted { entries.append((bytes, .unreadable(path, reason: reason))) }
            }
        }
        entries.sort { $0.key.lexicographicallyPrecedes($1.key) }
        return entries.map(\.item)
    }
}
