import Testing

/// The habits of the house, held over every file, and each proved able to fail.
@Suite struct HabitTests {
    @Test(arguments: Habit.all) func `every file keeps the habit`(_ habit: Habit) {
        let offences = Tree.files.flatMap { habit.offences(in: $0) }
        #expect(offences.isEmpty, "\n\(offences.map(\.description).joined(separator: "\n"))")
    }

    @Test(arguments: Habit.all) func `a planted offender is caught and its innocent neighbour is not`(_ habit: Habit) {
        #expect(!habit.offenders.isEmpty && !habit.innocents.isEmpty)
        for sample in habit.offenders {
            let found = habit.offences(in: SourceFile(path: sample.path, text: sample.text))
            #expect(!found.isEmpty, "not caught: \(sample.text.prefix(80))")
        }
        for sample in habit.innocents {
            let found = habit.offences(in: SourceFile(path: sample.path, text: sample.text))
            #expect(found.isEmpty, "caught for nothing: \(found)")
        }
    }

    @Test func `an offence says where, what, and what to use instead`() {
        let file = SourceFile(path: "Sources/InvoiceXML/A.swift", text: "// one\nlet a = try! f()\n")
        #expect(
            Habit.forcedOperations.offences(in: file).map(\.description) == [
                "Sources/InvoiceXML/A.swift:2: error: `try!` is banned here; "
                    + "use a typed throw, `as?`, or a `precondition` that says what is broken"
            ]
        )
    }

    @Test func `a file that is allowed to be long is long and says why`() {
        for (path, reason) in Habit.longFiles {
            let file = Tree.files.first { $0.path == path }
            #expect((file?.lines.count ?? 0) > Habit.fileLines, "\(path) needs no exception any more")
            #expect(!reason.isEmpty)
        }
    }

    @Test func `the tree was read`() {
        #expect(Tree.files.contains { $0.path == "Package.swift" })
        #expect(Tree.files.contains { $0.path == "Sources/InvoiceModel/Amount.swift" })
        #expect(Tree.files.contains { $0.path == "Scripts/check" })
    }
}
