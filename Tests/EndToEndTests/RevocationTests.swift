import Foundation
import Testing

/// Revocation lists and registered lists, from their files to the verdict; `openssl` makes the lists and judges them.
@Suite struct RevocationTests {
    let folder: Folder
    let tool: OpenSSLTool

    /// One seller's messages, all signed on 2026-11-20 before eight or earlier, with the certificate's issuer.
    final class Folder {
        let path = NSTemporaryDirectory() + "xacthuc-revocation-\(UUID().uuidString)"
        var ledgers = 0

        deinit { try? FileManager.default.removeItem(atPath: path) }
    }

    init() throws {
        folder = Folder()
        tool = OpenSSLTool(folder: folder.path)
        let made = try Program.run([
            "synth", folder.path, "--seed", "5", "--today", "2026-11-20", "--invoices", "2", "--certificates", "1",
        ])
        try #require(made.status == 0, "\(made.errors)")
        let certificates = try String(contentsOfFile: folder.path + "/anchors.pem", encoding: .utf8)
            .components(separatedBy: "-----BEGIN").dropFirst().map { "-----BEGIN" + $0 }
        for (place, name) in ["root", "ca-1", "ca-2", "ca-3"].enumerated() {
            try certificates[place].write(toFile: "\(folder.path)/\(name).pem", atomically: false, encoding: .utf8)
        }
    }

    /// The seller's row: tax code, no issuer, serial, first and last moment.
    var row: [String] {
        get throws {
            let text = try String(contentsOfFile: folder.path + "/certificates.csv", encoding: .utf8)
            let line = try #require(text.split(separator: "\n").dropFirst().first)
            let (tax, rest) = (line.prefix { $0 != "," }, line.components(separatedBy: "\",").last ?? "")
            return [String(tax), ""] + rest.split(separator: ",").map(String.init)
        }
    }

    var serial: String { get throws { try #require(row.dropFirst(2).first) } }

    /// A ledger at that moment of 2026-11-20 and what `trust crl` said of each list.
    func ledger(
        at time: String,
        lists: [String],
        certificates: String = "certificates.csv"
    ) throws -> (path: String, said: [String]) {
        folder.ledgers += 1
        let ledger = "\(folder.path)/ledger-\(folder.ledgers)"
        let steps = [
            ["init", ledger, "--test", "--seed", "7", "--clock", "2026-11-20T\(time)"],
            ["taxpayers", "import", ledger, folder.path + "/taxpayers.csv"],
            ["taxpayers", "certificates", ledger, "\(folder.path)/\(certificates)"],
            ["trust", "add", ledger, folder.path + "/anchors.pem"],
        ]
        var said: [String] = []
        for step in steps + lists.map({ ["trust", "crl", ledger, "\(folder.path)/\($0)"] }) {
            let result = try Program.run(step)
            try #require(result.status == 0, "\(step): \(result.errors)")
            if step[1] == "crl" { said.append(result.errors) }
        }
        return (ledger, said)
    }

    /// What `submit` answers at that moment, with these lists added: one set of rules a message, and its status.
    func verdicts(at time: String, lists: [String], certificates: String = "certificates.csv") throws -> [String] {
        let ledger = try ledger(at: time, lists: lists, certificates: certificates).path
        let result = try Program.run(["submit", ledger, folder.path + "/messages", "--json", "--progress", "off"])
        #expect(result.outcomes.count == 2)
        return result.outcomes.map { outcome in
            let codes = (outcome["findings"] as? [[String: Any]] ?? []).compactMap { $0["code"] as? String }
            let own = codes.filter { $0.hasPrefix("sig.") && $0 != "sig.algorithm" && $0 != "sig.time-not-old" }
            return ([outcome["status"] as? String ?? "-"] + own).joined(separator: " ")
        }
    }

    /// What openssl says of the seller's certificate by that list at that moment.
    func judged(by list: String, at seconds: Int) throws -> String {
        let verdict = try tool.run([
            "verify", "-partial_chain", "-crl_check", "-CRLfile", list, "-CAfile", "anchors.pem", "-attime",
            "\(seconds)", "pki/sellers.pem",
        ])
        return verdict.output
    }

    /// 2026-11-20T10:00:00 +07:00.
    static let ten = 1_795_143_600

    @Test func `revoked at ten: refused from ten on, whatever time the signature claims`() throws {
        try tool.list(
            "revoked.pem",
            issuer: "ca-1.pem",
            key: "pki/ca-1.key.pem",
            revoked: [(serial, "20261120030000")],
            from: "20261119170000",
            to: "20261220170000"
        )
        #expect(try verdicts(at: "09:59:59", lists: ["revoked.pem"]) == ["issued", "issued"])
        let refused = ["rejected sig.cert-not-revoked", "rejected sig.cert-not-revoked"]
        #expect(try verdicts(at: "10:00:00", lists: ["revoked.pem"]) == refused)
        #expect(try judged(by: "revoked.pem", at: Self.ten).contains("certificate revoked"))
        let path = try ledger(at: "10:00:01", lists: ["revoked.pem"]).path
        for outcome in try Program.run(["check", folder.path + "/messages", "--ledger", path, "--json"]).outcomes {
            let signature = try #require((outcome["signatures"] as? [[String: Any]])?.first)
            #expect(signature["chain"] as? String == "revoked" && signature["integrity"] as? String == "valid")
            // Long before the revocation: it does not help.
            #expect(signature["signing_time"] as? String ?? "9" < "2026-11-20T08:00:00")
        }
    }

    @Test func `lists of a wrong key and of another issuer revoke nothing, and it is said`() throws {
        try tool.run([
            "req", "-x509", "-new", "-newkey", "rsa:2048", "-nodes", "-keyout", "other.key.pem", "-out", "other.pem",
            "-subj", "/C=VN/O=TEST PKI/CN=TEST CA 1", "-days", "9",
        ])
        let revoked = [(serial: try serial, since: "20261119170000")]
        let lists = [("forged.pem", "other.pem", "other.key.pem"), ("elsewhere.pem", "ca-2.pem", "pki/ca-2.key.pem")]
        for (name, issuer, key) in lists {
            try tool.list(
                name,
                issuer: issuer,
                key: key,
                revoked: revoked,
                from: "20261119170000",
                to: "20261220170000"
            )
        }
        try tool.run([
            "req", "-x509", "-new", "-newkey", "rsa:2048", "-nodes", "-keyout", "none.key.pem", "-out", "none.pem",
            "-subj", "/CN=NOBODY", "-days", "9",
        ])
        try tool.list(
            "stranger.pem",
            issuer: "none.pem",
            key: "none.key.pem",
            revoked: revoked,
            from: "20261119170000",
            to: "20261220170000"
        )
        #expect(try judged(by: "forged.pem", at: Self.ten).contains("CRL signature failure"))
        #expect(try judged(by: "elsewhere.pem", at: Self.ten).contains("unable to get certificate CRL"))
        let names = ["forged.pem", "elsewhere.pem", "stranger.pem"]
        #expect(try verdicts(at: "12:00:00", lists: names) == ["issued", "issued"])
        let said = try ledger(at: "12:00:00", lists: names).said
        #expect(said[0].contains("does not count: the trusted certificate did not sign it"))
        #expect(!said[1].contains("count") && said[1].contains("1 revocation lists added."))
        #expect(said[2].contains("no trusted certificate has that name"))
    }

    @Test func `a list past its next update warns and still revokes; a later one ends the warning`() throws {
        for (name, revoked, to) in [
            ("short.pem", [], "20261120020000"), ("later.pem", [], "20261220170000"),
            ("old.pem", [(serial: try serial, since: "20261101000000")], "20261120020000"),
        ] as [(String, [(serial: String, since: String)], String)] {
            try tool.list(
                name,
                issuer: "ca-1.pem",
                key: "pki/ca-1.key.pem",
                revoked: revoked,
                from: "20261119170000",
                to: to
            )
        }
        #expect(try judged(by: "short.pem", at: Self.ten).contains("CRL has expired"))
        #expect(try judged(by: "later.pem", at: Self.ten).contains("pki/sellers.pem: OK"))
        #expect(try verdicts(at: "09:00:00", lists: ["short.pem"]) == ["issued", "issued"])
        let warned = ["issued sig.revocation-fresh", "issued sig.revocation-fresh"]
        #expect(try verdicts(at: "09:00:01", lists: ["short.pem"]) == warned)
        #expect(
            try ledger(at: "09:00:01", lists: ["short.pem"]).said[0].contains("was due for renewal at 2026-11-20T09")
        )
        #expect(try verdicts(at: "09:00:01", lists: ["short.pem", "later.pem"]) == ["issued", "issued"])
        #expect(try verdicts(at: "12:00:00", lists: []) == ["issued", "issued"])
        let refused = ["rejected sig.cert-not-revoked", "rejected sig.cert-not-revoked"]
        #expect(try verdicts(at: "12:00:00", lists: ["old.pem", "later.pem"]) == refused)
    }

    @Test func `a registered certificate counts from its first second to its last`() throws {
        let message = folder.path + "/messages/0000/00000002.xml"
        let text = try String(contentsOfFile: message, encoding: .utf8)
        let place = try #require(text.range(of: "2026-11-20T0[0-9]:[0-9]{2}:[0-9]{2}", options: .regularExpression))
        let signed = String(text[place])
        func moment(_ step: Int) throws -> String {
            let format = ISO8601DateFormatter()
            format.formatOptions = [.withFullDate, .withTime, .withColonSeparatorInTime]
            let time = try #require(format.date(from: signed))
            return format.string(from: time.addingTimeInterval(Double(step)))
        }
        #expect(try moment(0) == signed)
        for (from, to, holds) in [(0, 9, true), (1, 9, false), (-9, 0, true), (-9, -1, false)] {
            var cells = try row
            (cells[3], cells[4]) = (try moment(from), try moment(to))
            let csv = "tax_code,issuer,serial,valid_from,valid_to\n\(cells.joined(separator: ","))\n"
            try csv.write(toFile: folder.path + "/dated.csv", atomically: false, encoding: .utf8)
            let found = try verdicts(at: "12:00:00", lists: [], certificates: "dated.csv")[1]
            #expect(found == (holds ? "issued" : "rejected sig.cert-registered"), "\(from) \(to)")
        }
        // A day is meant from its first second to its last.
        for (day, holds) in [("2026-11-20", true), ("2026-11-19", false)] {
            var cells = try row
            (cells[3], cells[4]) = ("2026-11-01", day)
            let csv = "tax_code,issuer,serial,valid_from,valid_to\n\(cells.joined(separator: ","))\n"
            try csv.write(toFile: folder.path + "/dated.csv", atomically: false, encoding: .utf8)
            let found = try verdicts(at: "12:00:00", lists: [], certificates: "dated.csv")[1]
            #expect(found == (holds ? "issued" : "rejected sig.cert-registered"), "\(day)")
        }
    }
}
