import Testing

/// Something every file keeps, with the proof that breaking it would be noticed.
struct Habit: Sendable, CustomTestStringConvertible {
    /// A text under a path, to try the habit on.
    struct Sample: Sendable {
        let path: String
        let text: String

        init(_ path: String, _ text: String) {
            self.path = path
            self.text = text
        }
    }

    /// What holds, as a sentence.
    let name: String
    /// Each must be caught.
    let offenders: [Sample]
    /// The nearest things that are allowed; none may be caught.
    let innocents: [Sample]
    /// Which files it speaks about.
    let applies: @Sendable (SourceFile) -> Bool
    /// Where a file breaks it.
    let find: @Sendable (SourceFile) -> [Offence]

    var testDescription: String { name }

    /// Where the file breaks the habit; nothing where the habit does not speak about it.
    func offences(in file: SourceFile) -> [Offence] {
        applies(file) ? find(file) : []
    }

    /// Every habit of the house.
    static let all: [Habit] = [
        unfinishedMarks, forcedOperations, printing, sleeping, uncheckedOptimisation, machinePaths,
        fileLength, functionLength, lineLength, unsafeCode, sendableReasons, foundation, dispatch,
    ]
}

extension Habit {
    /// A habit that forbids a pattern on a line of one view of the file.
    static func banning(
        _ name: String,
        _ pattern: String,
        in view: @escaping @Sendable (SourceFile) -> [String],
        instead: String,
        offenders: [Sample],
        innocents: [Sample],
        where applies: @escaping @Sendable (SourceFile) -> Bool
    ) -> Habit {
        Habit(name: name, offenders: offenders, innocents: innocents, applies: applies) { file in
            guard let regex = try? Regex(pattern).wordBoundaryKind(.simple) else {
                return [
                    Offence(path: file.path, line: 1, what: "bad pattern \(pattern)", instead: "a regular expression")
                ]
            }
            return zip(1..., view(file)).compactMap { number, line in
                guard let match = line.firstMatch(of: regex) else { return nil }
                let found = line[match.range].drop { $0 == " " || $0 == "(" }
                return Offence(path: file.path, line: number, what: "`\(found)` is banned here", instead: instead)
            }
        }
    }
}
