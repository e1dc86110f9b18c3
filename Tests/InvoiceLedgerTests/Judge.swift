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
