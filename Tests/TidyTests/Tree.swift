import Foundation

/// The files of the project, read once.
enum Tree {
    /// The folder that holds `Package.swift`.
    static let root: URL = {
        var folder = URL(filePath: #filePath).deletingLastPathComponent()
        while !FileManager.default.fileExists(atPath: folder.appending(path: "Package.swift").path) {
            precondition(folder.path != "/", "no Package.swift above \(#filePath)")
            folder.deleteLastPathComponent()
        }
        return folder
    }()

    /// Swift files and scripts of the project, in byte order of their paths.
    static let files: [SourceFile] = ["Package.swift", "Sources", "Tests", "Benchmarks", "Scripts", ".ci"]
        .flatMap(paths(below:)).sorted().compactMap(read)

    /// The names of the folders below `Sources`.
    static let targets: [String] = (content(of: "Sources") ?? []).sorted()

    /// The names in a folder, or `nil` where there is no folder of that path.
    private static func content(of folder: String) -> [String]? {
        let names = try? FileManager.default.contentsOfDirectory(atPath: root.appending(path: folder).path)
        return names?.filter { !$0.hasPrefix(".") && $0 != "__pycache__" }
    }

    private static func paths(below path: String) -> [String] {
        guard let names = content(of: path) else { return [path] }
        return names.flatMap { paths(below: path + "/" + $0) }
    }

    private static func read(_ path: String) -> SourceFile? {
        let isScript = path.hasSuffix(".py") || path.hasPrefix("Scripts/") || path.hasPrefix(".ci/")
        guard path.hasSuffix(".swift") || isScript else { return nil }
        guard let text = try? String(contentsOf: root.appending(path: path), encoding: .utf8) else { return nil }
        return SourceFile(path: path, text: text)
    }
}
