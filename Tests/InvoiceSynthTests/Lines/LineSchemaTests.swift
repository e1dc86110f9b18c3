import Foundation
import InvoiceModel
import InvoiceSynth
import Testing

/// `Data/invoice-line.schema.json` held against Python's jsonschema.
@Suite struct LineSchemaTests {
    @Test func `the schema takes what synth writes and nothing that is broken`() throws {
        let folder = SynthFolder()
        let lines = folder.path + "/lines.ndjson"
        _ = try Synth.run(
            LinesOptions(
                directory: folder.path,
                output: lines,
                seed: 9,
                today: SynthFolder.today,
                extent: .invoices(300)
            )
        )
        let top = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
        process.arguments = [
            top.path + "/Tests/Judges/line_schema.py", top.path + "/Data/invoice-line.schema.json", lines,
            folder.path + "/out",
        ]
        try process.run()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0)
        #expect(try folder.text("out") == "300 30")
    }
}
