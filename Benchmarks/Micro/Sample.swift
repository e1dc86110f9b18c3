import Foundation
import InvoiceModel
import InvoiceSignature
import InvoiceSynth
import InvoiceXML
import OpenSSL

/// Good messages of a small seeded run, with the trust they need.
struct Sample {
    let messages: [[UInt8]]
    let parsed: [ParsedMessage]
    let trust: TrustStore
    let receivedAt: Timestamp

    static let invoices = 256

    init() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "xacthuc-micro").path
        guard let today = CalendarDate("2026-11-20") else { preconditionFailure("a real day") }
        _ = try Synth.run(SynthOptions(directory: folder, seed: 1, today: today, invoices: Sample.invoices))
        receivedAt = Timestamp(today).advanced(bySeconds: 9 * 3_600)
        let names = try FileManager.default.subpathsOfDirectory(atPath: folder + "/messages").filter {
            $0.hasSuffix(".xml")
        }
        messages = try names.sorted().map { Array(try Data(contentsOf: URL(filePath: "\(folder)/messages/\($0)"))) }
        parsed = messages.map { bytes in
            guard case .message(let message) = ParsedMessage.read(bytes, limits: Limits()) else {
                preconditionFailure("a good message is read")
            }
            return message
        }
        func certificates(_ name: String) throws -> [[UInt8]] {
            try PEM.blocks(Array(try Data(contentsOf: URL(filePath: "\(folder)/\(name)")))).map(\.der)
        }
        trust = try TrustStore(anchors: certificates("anchors.pem"), crls: certificates("crl.pem"))
    }

    /// Bytes of all messages together.
    var byteCount: Int { messages.reduce(0) { $0 + $1.count } }
}
