import Foundation
import InvoiceModel

@testable import InvoiceLedger

private let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()

/// What an outside program prints; its errors too.
func run(_ program: String, _ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: output, as: UTF8.self)
}

/// What the outside judges find wrong with a ledger's rows: nothing, if all is well.
func judge(_ ledger: Ledger) throws -> String {
    let rows = try run("/usr/bin/python3", [tests.appending(path: "Oracle/ledger_rows.py").path, ledger.path])
    let rates = try run("/usr/bin/python3", [tests.appending(path: "Oracle/ledger_rates.py").path, ledger.path])
    return [rows, rates].filter { $0.hasPrefix("error") || $0.contains("Traceback") }.joined()
}

/// Every row of every table, as the sqlite3 program prints them; equal ledgers print equal texts.
func dump(_ ledger: Ledger) throws -> String {
    try run("/usr/bin/sqlite3", ["\(ledger.path)/ledger.sqlite", ".dump"])
}

/// The same without what depends on how messages were parted into batches: blocks, and where they lie.
func dumpWithoutBlocks(_ ledger: Ledger) throws -> String {
    let copy = "\(ledger.path)-without-blocks.sqlite"
    let statements = """
        DELETE FROM block; DELETE FROM archive_end; UPDATE message SET block = 0; UPDATE change SET block = 0
        """
    _ = try run("/usr/bin/sqlite3", ["\(ledger.path)/ledger.sqlite", ".backup '\(copy)'"])
    _ = try run("/usr/bin/sqlite3", [copy, statements])
    return try run("/usr/bin/sqlite3", [copy, ".dump"])
}
