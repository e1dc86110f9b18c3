import InvoiceModel
import InvoiceSignature
import InvoiceXML
import Testing

/// Writes packages of cash-register invoices, signed once over `DLieu`; the signature still to be made.
struct BatchSample {
    var sample = Sample()
    /// The Id of `DLieu`.
    static let id = "_3365A65D1A4DEA9EFEA5017251D9507F"

    init(style: Sample.Style = .plain, taxCode: String = "0199999991") {
        sample.style = style
        sample.taxCode = taxCode
    }

    /// The message with an unsigned signature: two invoices of one Id.
    var template: String {
        let message = sample.template
        let head = message.prefix(upTo: message.firstRange(of: "<DLieu>")?.lowerBound ?? message.startIndex)
        let header = String(head).replacing(first: "<MLTDiep>200<", with: "<MLTDiep>206<")
            .replacing(first: "<SLuong>1</SLuong></TTChung>", with: "<SLuong>2</SLuong></TTChung>")
        let signature = sample.signature.replacing(first: "URI=\"#data\"", with: "URI=\"#\(BatchSample.id)\"")
        return
            "\(header)<DLieu Id=\"\(BatchSample.id)\">\(invoice(7))\(invoice(8))</DLieu><CKSNNT>\(signature)</CKSNNT>"
            + "</TDiep>"
    }

    private func invoice(_ number: Int) -> String {
        let data = sample.data.replacing(first: "C26TAA", with: "C26MAA")
            .replacing(first: "<SHDon>7<", with: "<SHDon>\(number)<")
        let namespaces = sample.style == .unusedNamespacesOnTheInvoice ? " xmlns:b=\"urn:b\"" : ""
        return "<HDon\(namespaces)>\(data)<MCCQT>M1-26-ABCDE-0000000000\(number)</MCCQT>"
            + "<DSCKS><NBan/><NMua/></DSCKS></HDon>"
    }
}

/// Checks the signature over a package; by default under the test's trust, at noon.
func checkBatch(_ bytes: [UInt8], registry: Registry = .empty) throws -> BatchVerification {
    SignatureChecker(trust: try TestPki.shared.trust(), policy: Policy())
        .checkBatch(try parsed(bytes), registry: registry, receivedAt: TestPki.receivedAt)
}

extension BatchVerification {
    var spots: [Spot] { findings.map { Spot($0.code, $0.path) } }
}

extension Judge {
    /// The package signed by xmlsec1, after changes before and after.
    func sign(
        _ batch: BatchSample,
        before: [(String, String)] = [],
        after: [(String, String)] = []
    ) throws -> [UInt8] {
        let seller = try #require(TestPki.shared.rsa[2_048])
        var template = batch.template
        for (old, new) in before {
            try #require(template.contains(old), "\(old)")
            template = template.replacing(first: old, with: new)
        }
        var text = String(decoding: try sign(template: template, by: seller, as: "CKSNNT"), as: UTF8.self)
        for (old, new) in after {
            try #require(text.contains(old), "\(old)")
            text = text.replacing(first: old, with: new)
        }
        return Array(text.utf8)
    }
}
