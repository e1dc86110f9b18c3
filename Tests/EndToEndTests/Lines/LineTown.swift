import Foundation
import Testing

/// Two sellers, a provider and a stranger with certificates of one authority, made by `openssl`; lines of their
/// invoices; ledgers that know them. All of today, whenever that is.
final class LineTown: Sendable {
    let folder: String
    let seller = "0199999991"
    let other = "0299999992"
    let provider = "0399999993"
    let stranger = "0499999994"
    /// `YYYY-MM-DD`, in Vietnam.
    let today: String

    init() throws {
        folder = NSTemporaryDirectory() + "xacthuc-lines-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        today = String(Date(timeIntervalSinceNow: 25_200).ISO8601Format().prefix(10))
        try openssl([
            "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-keyout", "ca.key",
            "-out", "ca.pem", "-subj", "/C=VN/CN=CA of the lines", "-days", "3650",
        ])
        for (place, code) in [seller, other, provider, stranger].enumerated() {
            try certificate(code, subject: "/C=VN/CN=\(code)/UID=MST:\(code)", serial: 100 + place)
        }
        let rows = [seller, other, provider].map { "\($0),CÔNG TY \($0),10100,active,C,1,,2020-01-01" }
        let head = "tax_code,name,office_code,status,methods,forms,cash_register_code,registered_on"
        try write(([head] + rows).joined(separator: "\n") + "\n", to: "taxpayers.csv")
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    func path(_ name: String) -> String { "\(folder)/\(name)" }

    @discardableResult
    func write(_ text: String, to name: String) throws -> String {
        try text.write(toFile: path(name), atomically: false, encoding: .utf8)
        return path(name)
    }

    /// Runs a script of the shell in the folder.
    func shell(_ script: String) throws {
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = ["-e", "-c", script]
        process.currentDirectoryURL = URL(filePath: folder)
        try process.run()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0, "\(script)")
    }

    private func openssl(_ arguments: [String]) throws {
        let made = try OpenSSLTool(folder: folder).run(arguments)
        guard made.status == 0 else { throw OpenSSLTool.Failure(output: made.output) }
    }

    /// A key and a certificate of the town's authority, `NAME.key` and `NAME.pem`.
    func certificate(_ name: String, subject: String, serial: Int) throws {
        try openssl([
            "req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-keyout", "\(name).key",
            "-out", "\(name).csr", "-subj", subject,
        ])
        try openssl([
            "x509", "-req", "-in", "\(name).csr", "-CA", "ca.pem", "-CAkey", "ca.key", "-set_serial", "\(serial)",
            "-days", "3000", "-out", "\(name).pem",
        ])
    }

    /// An invoice of 1,000,000 đồng at 8 %, as a line.
    func line(_ number: Int, of seller: String? = nil, net: Int = 1_000_000, delegate: String? = nil) -> String {
        let delegated = delegate.map {
            ",\"MSTDVNUNLHDon\":\"\($0)\",\"TDVNUNLHDon\":\"CÔNG TY \($0)\",\"DCDVNUNLHDon\":\"Hà Nội\""
        }
        let seller = seller ?? self.seller
        let (tax, year) = (net * 8 / 100, today.dropFirst(2).prefix(2))
        return """
            {"DLHDon":{"TTChung":{"PBan":"2.1.0","THDon":"Hóa đơn giá trị gia tăng","KHMSHDon":"1",\
            "KHHDon":"C\(year)TAA","SHDon":\(number),"NLap":"\(today)","DVTTe":"VND","HTTToan":"Chuyển khoản",\
            "MSTTCGP":"0199999991"\(delegated ?? "")},\
            "NDHDon":{"NBan":{"Ten":"CÔNG TY \(seller)","MST":"\(seller)","DChi":"Hà Nội"},\
            "NMua":{"Ten":"Người mua \(number)","DChi":"Huế"},\
            "DSHHDVu":{"HHDVu":[{"TChat":1,"STT":1,"THHDVu":"Xi măng","DVTinh":"bao","SLuong":1,"DGia":\(net),\
            "ThTien":\(net),"TSuat":"8%"}]},\
            "TToan":{"THTTLTSuat":{"LTSuat":[{"TSuat":"8%","ThTien":\(net),"TThue":\(tax)}]},\
            "TgTCThue":\(net),"TgTThue":\(tax),"TgTTTBSo":\(net + tax),"TgTTTBChu":"Một triệu đồng"}}}}
            """
    }

    /// Lines with those numbers, as a file.
    @discardableResult
    func lines(_ numbers: some Sequence<Int>, of seller: String? = nil, in name: String) throws -> String {
        try write(numbers.map { line($0, of: seller) + "\n" }.joined(), to: name)
    }

    /// Makes a ledger that knows them.
    func ledger(_ name: String, isTest: Bool) throws -> String {
        let path = path(name)
        let kind = isTest ? ["--test", "--seed", "7", "--clock", "\(today)T12:00:00"] : []
        try run(["init", path] + kind)
        try run(["taxpayers", "import", path, self.path("taxpayers.csv")])
        try run(["trust", "add", path, self.path("ca.pem")])
        return path
    }

    @discardableResult
    func run(_ arguments: [String]) throws -> Program.Result {
        let result = try Program.run(arguments)
        try #require(result.status == 0, "\(arguments): \(result.errors)\(result.output)")
        return result
    }

    /// Signs what `xacthuc manifest` writes of a file, or chunks of some lines each.
    func sign(_ name: String, by code: String, linesOfChunk: Int? = nil, as output: String? = nil) throws {
        let stem = String(name.prefix { $0 != "." })
        if let linesOfChunk {
            try write(try manifest(of: name, linesOfChunk), to: "\(stem).manifest")
        } else {
            try run(["manifest", path(name), "-o", path("\(stem).manifest")])
        }
        try openssl([
            "cms", "-sign", "-nodetach", "-binary", "-outform", "DER", "-in", "\(stem).manifest", "-signer",
            "\(code).pem", "-inkey", "\(code).key", "-out", output ?? "\(stem).manifest.p7s",
        ])
    }

    /// The text of a manifest made here, by another hand than the program's.
    private func manifest(of name: String, _ size: Int) throws -> String {
        let lines = try String(contentsOfFile: path(name), encoding: .utf8).split(separator: "\n").map { "\($0)\n" }
        var rows: [String] = []
        for start in stride(from: 0, to: lines.count, by: size) {
            let part = lines[start..<min(start + size, lines.count)]
            try write(part.joined(), to: "chunk")
            let digest = try OpenSSLTool(folder: folder).run(["dgst", "-sha256", "-r", "chunk"]).output.prefix(64)
            rows.append("\(part.count) \(part.joined().utf8.count) \(digest)")
        }
        let bytes = lines.joined().utf8.count
        let head = ["xacthuc manifest 1", "chunks: \(rows.count)", "lines: \(lines.count)", "bytes: \(bytes)"]
        return (head + rows).joined(separator: "\n") + "\n"
    }

    /// Submits files of lines.
    func submit(_ ledger: String, _ names: [String], _ more: String..., input: [UInt8] = []) throws -> Program.Result {
        let files = names.map { $0 == "-" ? $0 : path($0) }
        let result = try Program.run(["submit", ledger, "--json", "--progress", "off"] + files + more, input: input)
        try #require(result.status < 2, "\(result.errors)")
        return result
    }

    /// What an audit finds; empty where all holds.
    func audit(_ ledger: String) throws -> String {
        let result = try Program.run(["audit", ledger])
        return result.status == 0 ? "" : result.output
    }
}

extension Program.Result {
    /// The codes told, in order.
    var codes: [String?] { outcomes.map { $0["code"] as? String } }
    /// The statuses told, in order.
    var statuses: [String?] { outcomes.map { $0["status"] as? String } }
    /// The rules of the findings that refuse, in order of the outcomes.
    var refusals: [[String]] {
        outcomes.map { outcome in
            (outcome["findings"] as? [[String: Any]] ?? []).filter { $0["severity"] as? String == "reject" }
                .compactMap { $0["code"] as? String }
        }
    }
}
