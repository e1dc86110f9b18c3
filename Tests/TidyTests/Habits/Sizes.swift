import Testing

extension Habit {
    /// Lines of one file.
    static let fileLines = 400
    /// Lines of a file that has a reason.
    static let fileLinesWithReason = 600
    /// Files longer than `fileLines`, each with its reason.
    static let longFiles: [String: String] = [:]
    /// Lines of one function, from its name to its closing brace.
    static let functionLines = 70
    /// Characters of one line.
    static let lineCharacters = 120

    static let fileLength = Habit(
        name: "a file has at most \(fileLines) lines",
        offenders: [Sample("Sources/A/A.swift", String(repeating: "//\n", count: fileLines + 1))],
        innocents: [Sample("Sources/A/A.swift", String(repeating: "//\n", count: fileLines))],
        applies: { !$0.isGenerated },
        find: { file in
            let limit = longFiles[file.path] == nil ? fileLines : fileLinesWithReason
            guard file.lines.count > limit else { return [] }
            return [
                Offence(
                    path: file.path,
                    line: limit + 1,
                    what: "\(file.lines.count) lines, the limit is \(limit)",
                    instead: "one file a concept"
                )
            ]
        }
    )

    /// `Scripts/generate` is left out: it holds lines of other files as text.
    static let lineLength = Habit(
        name: "a line has at most \(lineCharacters) characters",
        offenders: [Sample("Sources/A/A.swift", String(repeating: "x", count: lineCharacters + 1))],
        innocents: [
            Sample("Sources/A/A.swift", String(repeating: "ế", count: lineCharacters)),
            Sample("Sources/A/A.swift", "// " + "https://example.vn/" + String(repeating: "x", count: lineCharacters)),
        ],
        applies: { !$0.isGenerated && $0.path != "Scripts/generate" },
        find: { file in
            zip(1..., file.lines).compactMap { number, line in
                guard line.utf8.count > lineCharacters, line.count > lineCharacters, !line.contains("https://") else {
                    return nil
                }
                return Offence(
                    path: file.path,
                    line: number,
                    what: "\(line.count) characters, the limit is \(lineCharacters)",
                    instead: "more lines"
                )
            }
        }
    )

    static let functionLength = Habit(
        name: "a function has at most \(functionLines) lines",
        offenders: [
            Sample("Sources/A/A.swift", function("func long(_ a: [Int] = { [1] }())", lines: functionLines + 1)),
            Sample("Sources/A/A.swift", function("    public init?(a: Int)", lines: functionLines + 1)),
            Sample("Sources/A/A.swift", function("var long: Int", lines: functionLines + 1)),
        ],
        innocents: [
            Sample("Sources/A/A.swift", function("func short()", lines: functionLines)),
            Sample("Sources/A/A.swift", function("struct Long", lines: functionLines + 1)),
            Sample("Sources/A/A.swift", "protocol P {\n    func a()\n}\n" + function("struct B", lines: functionLines)),
        ],
        applies: { $0.isSwift && !$0.isGenerated },
        find: { file in
            FunctionScanner(file).functions.filter { $0.lines > functionLines }.map { function in
                Offence(
                    path: file.path,
                    line: function.firstLine,
                    what: "a function of \(function.lines) lines, the limit is \(functionLines)",
                    instead: "functions with names of their own"
                )
            }
        }
    )

    private static func function(_ head: String, lines: Int) -> String {
        head + " {\n" + String(repeating: "    step()\n", count: lines - 2) + "}\n"
    }
}

/// Finds the functions of a file and their lengths.
struct FunctionScanner {
    /// Where a function is and how long.
    struct Function {
        let firstLine: Int
        let lines: Int
    }

    private(set) var functions: [Function] = []

    /// Scans the code of one file.
    init(_ file: SourceFile) {
        for (index, line) in file.code.enumerated() where FunctionScanner.declares(line) {
            guard let last = FunctionScanner.lastLine(of: index, in: file.code) else { continue }
            functions.append(Function(firstLine: index + 1, lines: last - index + 1))
        }
    }

    private static func declares(_ line: String) -> Bool {
        let isFunction = line.contains("func ") || line.contains("init") || line.contains("subscript")
        if isFunction, line.firstMatch(of: #/(^|[^.\w])(func\s+\S|init[?(<]|init!\(|subscript[(<])/#) != nil {
            return true
        }
        return line.contains("var ") && line.firstMatch(of: #/\bvar\s+`?\w+`?\s*:[^=]*\{\s*$/#) != nil
    }

    /// The line of the brace that closes the function declared on a line, or `nil` where it has no body.
    private static func lastLine(of first: Int, in code: [String]) -> Int? {
        var brackets = 0
        var braces = 0
        for index in first..<code.count {
            if index > first, braces == 0, brackets == 0, declares(code[index]) { return nil }
            for byte in code[index].utf8 {
                switch byte {
                case UInt8(ascii: "("), UInt8(ascii: "["): brackets += 1
                case UInt8(ascii: ")"), UInt8(ascii: "]"): brackets -= 1
                case UInt8(ascii: "{") where braces > 0 || brackets == 0: braces += 1
                case UInt8(ascii: "}") where braces > 0 || brackets == 0:
                    if braces <= 1 { return braces == 1 ? index : nil }
                    braces -= 1
                default: break
                }
            }
        }
        return nil
    }
}
