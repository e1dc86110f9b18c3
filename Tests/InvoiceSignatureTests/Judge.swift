import Foundation

/// xmlsec1 as the outside judge, on files in a folder of its own.
struct Judge: Sendable {
    let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("xmlsec-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    func remove() { try? FileManager.default.removeItem(at: folder) }

    func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

    func write(_ bytes: [UInt8], _ name: String) throws {
        try Data(bytes).write(to: folder.appendingPathComponent(name))
    }

    func read(_ name: String) throws -> [UInt8] {
        try [UInt8](Data(contentsOf: folder.appendingPathComponent(name)))
    }

    /// Runs a program in the folder: its exit status and what it printed.
    func run(_ program: String, _ arguments: [String]) throws -> (status: Int32, output: String) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        process.currentDirectoryURL = folder
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: output, as: UTF8.self))
    }

    /// Which elements' `Id` xmlsec1 knows.
    static let identifiers = [
        "DLHDon", "DLTBao", "MCCQT", "http://www.w3.org/2000/09/xmldsig#:Object",
        "http://www.w3.org/2000/09/xmldsig#:SignatureProperties", "SignatureProperties",
        "http://www.w3.org/2000/09/xmldsig#:Signature", "NDHDon", "HDon", "DLieu",
    ].flatMap { ["--id-attr:Id", $0] }

    /// The same for one message: xmlsec1 reads no document in which two of them have one `Id`, as the invoices of a
    /// package may.
    static func identifiers(in message: [UInt8]) -> [String] {
        let text = String(decoding: message, as: UTF8.self)
        guard text.ranges(of: "<DLHDon Id=\"data\">").count > 1 else { return identifiers }
        return identifiers.indices.filter { identifiers[$0 | 1] != "DLHDon" }.map { identifiers[$0] }
    }

    static func holder(_ party: String) -> [String] {
        let place = party == "CKSNNT" ? "/*" : "//*[local-name()='DSCKS']"
        return ["--node-xpath", "\(place)/*[local-name()='\(party)']/*[local-name()='Signature']"]
    }

    /// Whether xmlsec1 accepts that party's signature, digests, value and chain.
    func accepts(_ bytes: [UInt8], party: String, pki: TestPki) throws -> (accepted: Bool, output: String) {
        try write(bytes, "message.xml")
        try write(Array(pki.rootPEM.utf8), "root.pem")
        try write(Array(pki.issuerPEM.utf8), "issuer.pem")
        try write(Array(pki.authorityPEM.utf8), "authority.pem")
        let result = try run(
            "/usr/bin/xmlsec1",
            ["--verify", "--enabled-key-data", "x509", "--trusted-pem", "root.pem", "--trusted-pem", "issuer.pem"]
                + ["--trusted-pem", "authority.pem", "--verification-time", "2026-11-21 12:00:00"]
                + Judge.identifiers(in: bytes) + Judge.holder(party) + ["message.xml"]
        )
        return (result.status == 0, result.output)
    }

    /// The template signed by xmlsec1 with that key.
    func sign(_ template: String, key: String, certificate: String, as party: String) throws -> [UInt8] {
        try write(Array(template.utf8), "template.xml")
        try write(Array(key.utf8), "key.pem")
        try write(Array(certificate.utf8), "certificate.pem")
        let result = try run(
            "/usr/bin/xmlsec1",
            ["--sign", "--privkey-pem", "key.pem,certificate.pem", "--output", "signed.xml"]
                + Judge.identifiers(in: Array(template.utf8)) + Judge.holder(party) + ["template.xml"]
        )
        guard result.status == 0 else { throw JudgeError(output: result.output) }
        return try read("signed.xml")
    }
}

struct JudgeError: Error {
    let output: String
}
