/// One file of the project as the habits see it.
struct SourceFile: Sendable {
    /// Relative to the top of the project.
    let path: String
    /// Every line as written.
    let lines: [String]
    /// The lines without comments and without the content of string literals.
    let code: [String]
    /// The comments alone.
    let comments: [String]

    /// A file by its path and text; other files than Swift are all code.
    init(path: String, text: String) {
        self.path = path
        lines = SourceFile.split(text)
        guard path.hasSuffix(".swift") else {
            code = lines
            comments = lines
            return
        }
        let scrubbed = Scrubber(text)
        code = SourceFile.split(String(decoding: scrubbed.code, as: UTF8.self))
        comments = SourceFile.split(String(decoding: scrubbed.comments, as: UTF8.self))
    }

    /// The target a file below `Sources` belongs to, or `nil`.
    var target: String? {
        let parts = path.split(separator: "/")
        return parts.count > 2 && parts[0] == "Sources" ? String(parts[1]) : nil
    }

    /// Whether `Scripts/generate` wrote it.
    var isGenerated: Bool { path.contains("/Generated/") }

    var isSwift: Bool { path.hasSuffix(".swift") }

    private static func split(_ text: String) -> [String] {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        if lines.last == "" { lines.removeLast() }
        return lines
    }
}

/// One place that breaks a habit.
struct Offence: Sendable, CustomStringConvertible {
    let path: String
    /// From 1.
    let line: Int
    let what: String
    let instead: String

    var description: String { "\(path):\(line): error: \(what); use \(instead)" }
}
