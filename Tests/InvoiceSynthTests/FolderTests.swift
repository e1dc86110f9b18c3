import Foundation
import InvoiceModel
import InvoiceSynth
import OpenSSL
import Testing

/// The tables and certificates beside the messages.
@Suite struct FolderTests {
    @Test func `taxpayers have valid check digits, real offices and different names`() throws {
        let folder = SynthFolder()
        _ = try folder.run { $0.invoices = 1 }
        let rows = try folder.text("taxpayers.csv").split(separator: "\n").dropFirst()
        #expect(rows.count > 100)
        var names: Set<String> = []
        var shapes: Set<TaxCode.Shape> = []
        for row in rows {
            let columns = row.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            #expect(columns.count == 8, "\(row)")
            let code = try #require(TaxCode(columns[0]))
            #expect(code.hasValidCheckDigit, "\(row)")
            #expect(TaxOffice.named(columns[2]) != nil, "\(row)")
            #expect(Taxpayer.Status(rawValue: columns[3]) != nil, "\(row)")
            #expect(CalendarDate(columns[7]) != nil, "\(row)")
            names.insert(columns[1])
            shapes.insert(code.shape)
        }
        #expect(names.count == rows.count)
        #expect(shapes.count == 3)
    }

    @Test func `trusted authorities signed every seller's certificate and each is registered`() throws {
        let folder = SynthFolder()
        _ = try folder.run { $0.invoices = 1 }
        let anchors = try certificates(folder, "anchors.pem")
        let sellers = try certificates(folder, "pki/sellers.pem")
        #expect(anchors.count == 4 && sellers.count == 16)
        let listed = try folder.text("certificates.csv")
        for seller in sellers {
            #expect(anchors.contains { $0.subject == seller.issuer }, "\(seller.subject)")
            #expect(listed.contains(seller.serial), "\(seller.subject)")
        }
        #expect(Set(sellers.map(\.publicKey.kind)).count == 4)
        let lists = try PEM.blocks(folder.bytes("crl.pem")).map { try RevocationList(der: $0.der) }
        #expect(lists.count == 3)
        #expect(lists.reduce(0) { $0 + $1.revoked.count } == 1)
    }

    @Test func `keys are readable by their owner alone`() throws {
        let folder = SynthFolder()
        _ = try folder.run { $0.invoices = 1 }
        let pki = folder.path + "/pki"
        let keys = try FileManager.default.contentsOfDirectory(atPath: pki).filter { $0.hasSuffix(".key.pem") }
        #expect(keys.count == 21)
        for key in keys {
            let mode = try FileManager.default.attributesOfItem(atPath: pki + "/" + key)[.posixPermissions] as? Int
            #expect(mode == 0o600, "\(key)")
        }
    }

    @Test func `files stand in the manifest in byte order and corrections come after what they correct`() throws {
        let folder = SynthFolder()
        _ = try folder.run {
            $0.invoices = 1_500
            $0.badShare = 0.05
        }
        let manifest = try folder.manifest()
        let files = manifest.compactMap { $0["file"] as? String }
        #expect(files == files.sorted() && files.count == 1_575)
        var issued: Set<String> = []
        var corrections = 0
        for line in manifest where line["status"] as? String == "issued" {
            let text = try folder.text(try #require(line["file"] as? String))
            let key = try ["MST", "KHMSHDon", "KHHDon", "SHDon"].map { try #require(value($0, in: text)) }
            #expect(issued.insert(key.joined(separator: "/")).inserted, "\(key)")
            guard let form = value("KHMSHDCLQuan", in: text), form.count == 1 else { continue }
            corrections += 1
            let original = try [key[0], form, "KHHDCLQuan", "SHDCLQuan"].enumerated().map { index, tag in
                index < 2 ? tag : try #require(value(tag, in: text))
            }
            #expect(issued.contains(original.joined(separator: "/")), "\(original)")
        }
        #expect(corrections > 10)
    }

    private func value(_ tag: String, in text: String) -> String? {
        guard let start = text.range(of: "<\(tag)>"), let end = text.range(of: "</\(tag)>") else { return nil }
        return String(text[start.upperBound..<end.lowerBound])
    }

    private func certificates(_ folder: SynthFolder, _ name: String) throws -> [Certificate] {
        try PEM.blocks(folder.bytes(name)).map { try Certificate(der: $0.der) }
    }
}
