import Testing

/// The import table, held over every file below `Sources`.
@Suite struct ImportTests {
    @Test func `every import is in the table`() {
        let offences = Tree.files.flatMap(ImportTable.offences)
        #expect(offences.isEmpty, "\n\(offences.map(\.description).joined(separator: "\n"))")
    }

    @Test func `every target has its row and every row its target`() {
        #expect(Set(ImportTable.rows.map(\.target)) == Set(Tree.targets))
    }

    @Test func `imports go only up the list`() {
        let targets = ImportTable.rows.map(\.target)
        for (index, row) in ImportTable.rows.enumerated() {
            let below = row.imports.intersection(targets[index...])
            #expect(below.isEmpty, "\(row.target) looks down at \(below.sorted())")
        }
    }

    @Test func `a C library is imported only by its wrapper`() {
        for row in ImportTable.rows where ["CSQLite", "COpenSSL", "CZlib", "CZstd"].contains(row.target) {
            let users = ImportTable.rows.filter { $0.imports.contains(row.target) }.map(\.target)
            let wrapper = ["CZlib", "CZstd"].contains(row.target) ? "Compression" : String(row.target.dropFirst())
            #expect(users == [wrapper])
        }
    }

    @Test(arguments: [
        ("import InvoiceLedger", "InvoiceLedger"),
        ("public import InvoiceLedger", "InvoiceLedger"),
        ("@testable import InvoiceLedger", "InvoiceLedger"),
        ("@_spi(Testing) package import InvoiceLedger", "InvoiceLedger"),
        ("import struct InvoiceLedger.Ledger", "InvoiceLedger"),
        ("@preconcurrency import InvoiceLedger  // why", "InvoiceLedger"),
    ])
    func `a forbidden import is caught however it is written`(_ line: String, _ module: String) {
        let file = SourceFile(path: "Sources/InvoiceRules/A.swift", text: "// import Nothing\n\(line)\n")
        #expect(ImportTable.imports(of: file).map(\.module) == [module])
        #expect(ImportTable.offences(in: file).map(\.line) == [2])
    }

    @Test func `allowed imports pass and words about imports are not imports`() {
        let text = "import InvoiceModel\nimport Synchronization\nlet imports = \"import Foundation\"  // import X\n"
        #expect(ImportTable.offences(in: SourceFile(path: "Sources/InvoiceRules/A.swift", text: text)).isEmpty)
    }

    @Test func `a target without a row is caught`() {
        let file = SourceFile(path: "Sources/Stranger/A.swift", text: "")
        #expect(ImportTable.offences(in: file).count == 1)
    }
}
