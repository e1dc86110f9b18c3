import Foundation

/// The `openssl` of the system, as maker of revocation lists and as judge of them.
struct OpenSSLTool {
    /// Where it works.
    let folder: String

    /// Runs it there: its exit status and everything it printed.
    @discardableResult func run(_ arguments: [String]) throws -> (status: Int32, output: String) {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/openssl")
        process.arguments = arguments
        process.currentDirectoryURL = URL(filePath: folder)
        let log = folder + "/openssl.log"
        try Data().write(to: URL(filePath: log))
        process.standardOutput = try FileHandle(forWritingTo: URL(filePath: log))
        process.standardError = process.standardOutput
        try process.run()
        process.waitUntilExit()
        return (process.terminationStatus, try String(contentsOfFile: log, encoding: .utf8))
    }

    /// A revocation list in PEM; times as `YYYYMMDDhhmmss` UTC.
    ///
    /// - Parameter revoked: serials with the time each is revoked from.
    func list(
        _ name: String,
        issuer: String,
        key: String,
        revoked: [(serial: String, since: String)],
        from: String,
        to: String
    ) throws {
        let entries = revoked.map { "R\t400101000000Z\t\($0.since.dropFirst(2))Z\t\($0.serial)\tunknown\t/CN=x\n" }
        try entries.joined().write(toFile: folder + "/index.txt", atomically: false, encoding: .utf8)
        let settings = "[ca]\ndefault_ca=own\n[own]\ndatabase=index.txt\ndefault_md=sha256\n"
        try settings.write(toFile: folder + "/ca.cnf", atomically: false, encoding: .utf8)
        let made = try run([
            "ca", "-config", "ca.cnf", "-gencrl", "-cert", issuer, "-keyfile", key, "-crl_lastupdate", from + "Z",
            "-crl_nextupdate", to + "Z", "-out", name,
        ])
        guard made.status == 0 else { throw Failure(output: made.output) }
    }

    /// It did not do what it was asked.
    struct Failure: Error {
        let output: String
    }
}
