extension Habit {
    /// The only targets with unsafe code: the reader, and the wrappers of C libraries and of the file system.
    static let unsafeTargets: Set<String> = ["InvoiceXML", "OpenSSL", "SQLite", "Compression", "DurableFiles"]

    static let unsafeCode = banning(
        "unsafe code lies only in \(unsafeTargets.sorted().joined(separator: ", "))",
        #"\bunsafe\b|\bUnsafe\w*Pointer\b|\bwithUnsafe\w+|\bUnmanaged\b|\bunsafeBitCast\b"#,
        in: \.code,
        instead: "`Span`, or a safe function of a wrapper target",
        offenders: [
            Sample("Sources/InvoiceLedger/A.swift", "let a = unsafe pointer.pointee\n"),
            Sample("Sources/InvoiceLedger/A.swift", "func f(_ p: UnsafeMutableRawPointer) {}\n"),
            Sample("Sources/InvoiceLedger/A.swift", "nonisolated(unsafe) var a = 1\n"),
            Sample("Sources/InvoiceEngine/A.swift", "a.withUnsafeBytes { $0 }\n"),
        ],
        innocents: [
            Sample("Sources/SQLite/A.swift", "let a = unsafe pointer.pointee\n"),
            Sample("Sources/InvoiceLedger/A.swift", "let unsafely = \"unsafe\"  // nothing unsafe\n"),
        ],
        where: { $0.target.map { !unsafeTargets.contains($0) } ?? false }
    )

    static let sendableReasons = Habit(
        name: "every @unchecked Sendable says why it holds",
        offenders: [
            Sample("Sources/A/A.swift", "/// A thing.\nfinal class A: @unchecked Sendable {}\n"),
            Sample("Sources/A/A.swift", "extension A: @unchecked Sendable {}\n"),
        ],
        innocents: [
            Sample("Sources/A/A.swift", "// Only its own queue touches it.\nfinal class A: @unchecked Sendable {}\n"),
            Sample(
                "Sources/A/A.swift",
                "/// A thing.\n///\n/// Sendable: never written after init.\nfinal class A: @unchecked Sendable {}\n"
            ),
        ],
        applies: { $0.isSwift },
        find: { file in
            zip(0..., file.code).compactMap { index, line in
                guard line.contains("@unchecked Sendable") else { return nil }
                var above: [String] = []
                var row = index - 1
                while row >= 0, file.comments[row].contains("//") || file.code[row].contains("@") {
                    above.append(file.comments[row])
                    row -= 1
                }
                let isReason = { (text: String) in
                    (text.contains("//") && !text.contains("///")) || text.contains("Sendable")
                }
                guard !above.contains(where: isReason) else { return nil }
                return Offence(
                    path: file.path,
                    line: index + 1,
                    what: "`@unchecked Sendable` without a reason",
                    instead: "a checked type, or a // comment above that says why it holds"
                )
            }
        }
    )
}
