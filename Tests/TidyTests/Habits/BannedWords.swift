extension Habit {
    static let unfinishedMarks = banning(
        "no mark of unfinished work is left",
        #"\b(TODO|FIXME|XXX|HACK)\b"#,
        in: \.comments,
        instead: "an issue, or finish it",
        offenders: [Sample("Sources/InvoiceXML/A.swift", "let a = 1  // TODO: later\n/* FIXME */\n")],
        innocents: [Sample("Sources/InvoiceXML/A.swift", "let text = \"TODO\"  // the word itself\n")],
        where: { $0.isSwift }
    )

    static let forcedOperations = banning(
        "nothing is forced: no try!, as!, fatalError",
        #"\btry!|\bas!|\bfatalError\("#,
        in: \.code,
        instead: "a typed throw, `as?`, or a `precondition` that says what is broken",
        offenders: [
            Sample("Sources/InvoiceXML/A.swift", "let a = try! read()\n"),
            Sample("Sources/InvoiceXML/A.swift", "let a = b as! Int\n"),
            Sample("Tests/InvoiceXMLTests/A.swift", "func f() { fatalError(\"no\") }\n"),
        ],
        innocents: [Sample("Sources/InvoiceXML/A.swift", "let a = try read() as? Int // never try! or fatalError(\n")],
        where: { $0.isSwift }
    )

    static let printing = banning(
        "only the executable prints",
        #"(^|[^.\w])(print|debugPrint|dump)\("#,
        in: \.code,
        instead: "a returned value; the executable prints",
        offenders: [Sample("Sources/InvoiceEngine/A.swift", "func f() { print(1) }\n")],
        innocents: [
            Sample("Sources/xacthuc/A.swift", "func f() { print(1) }\n"),
            Sample("Sources/InvoiceEngine/A.swift", "printer.print(1); fingerprint(2)\n"),
        ],
        where: { $0.target != nil && $0.target != "xacthuc" }
    )

    static let sleeping = banning(
        "no test sleeps",
        #"(^|[^.\w])(Task\.sleep|Thread\.sleep|usleep|nanosleep|sleep)\s*\("#,
        in: \.code,
        instead: "an injected clock, or wait for the event itself",
        offenders: [
            Sample("Tests/InvoiceXMLTests/A.swift", "try await Task.sleep(for: .seconds(1))\n"),
            Sample("Tests/InvoiceXMLTests/A.swift", "usleep(10)\n"),
        ],
        innocents: [Sample("Tests/InvoiceXMLTests/A.swift", "let sleeper = 1  // no Task.sleep(\n")],
        where: { $0.isSwift && $0.path.hasPrefix("Tests/") }
    )

    static let uncheckedOptimisation = banning(
        "checks stay in the release",
        "Ounchecked",
        in: \.lines,
        instead: "the plain release build: -Ounchecked removes every precondition",
        offenders: [Sample("Package.swift", "swiftSettings: [.unsafeFlags([\"-Ounchecked\"])]\n")],
        innocents: [Sample("Package.swift", "swiftSettings: [.strictMemorySafety()]\n")],
        where: { !$0.path.hasPrefix("Tests/TidyTests/") }
    )

    static let machinePaths = banning(
        "no path of one machine is written down",
        #"(/work/|/root/|/home/)\w"#,
        in: \.lines,
        instead: "a path relative to the project",
        offenders: [Sample("Scripts/a", "cd /home/somebody\n")],
        innocents: [Sample("Scripts/a", "cd \"$root\"\n")],
        where: { !$0.path.hasPrefix("Tests/TidyTests/") }
    )
}
