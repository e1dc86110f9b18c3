/// Which target may import what. A record goes down the list; imports go only up it.
enum ImportTable {
    /// One target and what it may import besides the standard library.
    struct Row: Sendable {
        let target: String
        let imports: Set<String>

        init(_ target: String, _ imports: String...) {
            self.target = target
            self.imports = Set(imports.flatMap { $0.split(separator: " ").map(String.init) })
        }
    }

    /// The table of `Documentation/ARCHITECTURE.md`.
    static let rows: [Row] = [
        Row("CSQLite"), Row("COpenSSL"), Row("CZlib"), Row("CZstd"),
        Row("SQLite", "CSQLite Glibc"),
        Row("OpenSSL", "COpenSSL Glibc"),
        Row("Compression", "CZlib CZstd Glibc"),
        Row("DurableFiles", "Glibc"),
        Row("InvoiceModel"),
        Row("InvoiceXML", "InvoiceModel Glibc"),
        Row("InvoiceSignature", "InvoiceModel InvoiceXML OpenSSL"),
        Row("InvoiceRules", "InvoiceModel InvoiceXML"),
        Row("InvoiceCode", "InvoiceModel OpenSSL"),
        Row("InvoiceLedger", "InvoiceModel InvoiceCode SQLite OpenSSL DurableFiles Compression Dispatch"),
        Row(
            "InvoiceEngine",
            "InvoiceModel InvoiceXML InvoiceSignature InvoiceRules InvoiceCode InvoiceLedger",
            "OpenSSL Compression DurableFiles Foundation Dispatch SwiftCSV"
        ),
        Row("InvoiceAccess", "InvoiceModel OpenSSL SQLite"),
        Row("InvoiceSynth", "InvoiceModel InvoiceXML InvoiceSignature OpenSSL DurableFiles Foundation"),
        Row("xacthuc", "InvoiceModel InvoiceEngine InvoiceSynth ArgumentParser Foundation"),
    ]

    /// Parts of the standard library that need an import; everybody may use them.
    static let standard: Set<String> = ["Swift", "Synchronization"]

    static func row(of target: String) -> Row? {
        rows.first { $0.target == target }
    }

    /// The modules a file imports, each with its line from 1.
    static func imports(of file: SourceFile) -> [(line: Int, module: String)] {
        zip(1..., file.code).compactMap { number, line in
            guard line.contains("import") else { return nil }
            let pattern =
                #/^\s*(@\w+(\(\w+\))?\s+)*((public|package|internal|fileprivate|private)\s+)?import\s+(?<rest>.+)$/#
            guard let match = line.firstMatch(of: pattern) else { return nil }
            let kinds: Set<Substring> = ["struct", "class", "enum", "protocol", "typealias", "func", "let", "var"]
            let words = match.rest.split(separator: " ").drop { kinds.contains($0) }
            guard let module = words.first?.split(whereSeparator: { $0 == "." || $0 == ";" }).first else { return nil }
            return (number, String(module))
        }
    }

    /// Imports the table does not allow.
    static func offences(in file: SourceFile) -> [Offence] {
        guard let target = file.target else { return [] }
        guard let row = row(of: target) else {
            return [
                Offence(path: file.path, line: 1, what: "\(target) has no row in the import table", instead: "a row")
            ]
        }
        return imports(of: file).filter { !row.imports.contains($0.module) && !standard.contains($0.module) }.map {
            Offence(
                path: file.path,
                line: $0.line,
                what: "\(target) may not import \($0.module)",
                instead: row.imports.isEmpty ? "nothing" : row.imports.sorted().joined(separator: ", ")
            )
        }
    }
}

extension Habit {
    static let foundation = importing(
        "Foundation",
        onlyIn: ["InvoiceEngine", "InvoiceSynth", "xacthuc"],
        instead: "the standard library; files and clocks come in from the engine"
    )

    static let dispatch = importing(
        "Dispatch",
        onlyIn: ["InvoiceEngine", "InvoiceLedger"],
        instead: "plain functions; the engine owns the workers"
    )

    private static func importing(_ module: String, onlyIn targets: [String], instead: String) -> Habit {
        Habit(
            name: "\(module) only in \(targets.joined(separator: ", "))",
            offenders: [
                Sample("Sources/InvoiceRules/A.swift", "import \(module)\n"),
                Sample("Sources/InvoiceRules/A.swift", "@preconcurrency public import \(module)\n"),
            ],
            innocents: [Sample("Sources/\(targets[0])/A.swift", "import \(module)\n")],
            applies: { $0.target.map { !targets.contains($0) } ?? false },
            find: { file in
                ImportTable.imports(of: file).filter { $0.module == module }.map {
                    Offence(path: file.path, line: $0.line, what: "`import \(module)`", instead: instead)
                }
            }
        )
    }
}
