import Foundation

/// One thing to read: a file, or standard input.
public struct InputFile: Sendable, Hashable {
    /// What people know it by: the path as given, below the folder as given, or `-`.
    public var name: String

    /// Standard input.
    public static let standardInput = InputFile(name: "-")

    /// Whether it is standard input.
    public var isStandardInput: Bool { name == "-" }

    /// A file by its path.
    public init(name: String) {
        self.name = name
    }
}

/// Every file below some paths, one at a time: what was named as it was named, folders recursively in byte order.
///
/// Byte order is that of whole paths, as `find | LC_ALL=C sort` gives it. In a folder only `.xml` and `.xml.gz` count,
/// and neither hidden files nor links to folders; what is named itself is read whatever its name.
struct InputWalk: IteratorProtocol {
    enum Step: Sendable {
        case file(InputFile)
        /// A path that cannot be read, and why.
        case failure(path: String, reason: String)
    }

    private enum Pending {
        case named(String)
        case file(String)
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
            case .named("-"): return .file(.standardInput)
            case .named(let path):
                guard let type = InputWalk.type(of: path) else {
                    return .failure(path: path, reason: "there is no such file or folder")
                }
                guard type == .typeDirectory else { return .file(InputFile(name: path)) }
                pending.append(.folder(path))
            case .file(let path): return .file(InputFile(name: path))
            case .unreadable(let path, let reason): return .failure(path: path, reason: reason)
            case .folder(let path):
                do {
                    try pending.append(contentsOf: InputWalk.entries(of: path).reversed())
                } catch {
                    return .failure(path: path, reason: "the folder cannot be read")
                }
            }
        }
        return nil
    }

    private static func entries(of folder: String) throws -> [Pending] {
        let manager = FileManager.default
        let prefix = folder.hasSuffix("/") ? folder : folder + "/"
        var entries: [(key: [UInt8], item: Pending)] = []
        for name in try manager.contentsOfDirectory(atPath: folder) where !name.hasPrefix(".") {
            let path = prefix + name
            switch type(ofEntry: path) {
            case .typeDirectory?:
                // With its slash a folder sorts where its files' whole paths would.
                entries.append((Array((name + "/").utf8), .folder(path)))
            case .typeRegular?, .typeSymbolicLink?:
                if isMessageName(name) { entries.append((Array(name.utf8), .file(path))) }
            case let type:
                // One bad name or a pipe nobody writes to must not hold up the other files.
                let reason = type == nil ? "its name is not UTF-8, or it is gone" : "it is not a file"
                if isMessageName(name) { entries.append((Array(name.utf8), .unreadable(path, reason: reason))) }
            }
        }
        entries.sort { $0.key.lexicographicallyPrecedes($1.key) }
        return entries.map(\.item)
    }

    /// What an entry of a folder is, links not followed; `nil` where it cannot be examined.
    private static func type(ofEntry path: String) -> FileAttributeType? {
        (try? FileManager.default.attributesOfItem(atPath: path))?[.type] as? FileAttributeType
    }

    /// What a named path leads to, links followed.
    private static func type(of path: String) -> FileAttributeType? {
        let target = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
        let attributes = try? FileManager.default.attributesOfItem(atPath: target)
        return attributes?[.type] as? FileAttributeType
    }

    private static func isMessageName(_ name: String) -> Bool {
        let lowered = name.lowercased()
        return lowered.hasSuffix(".xml") || lowered.hasSuffix(".xml.gz")
    }
}
