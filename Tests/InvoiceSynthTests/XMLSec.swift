import Foundation

/// xmlsec1, the outside judge of signatures.
enum XMLSec {
    /// Whether it accepts the first signature of a file, or of that holder in `DSCKS`, made over elements of that name.
    static func accepts(_ path: String, signed element: String, in holder: String? = nil) throws -> Bool {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/xmlsec1")
        let dsig = "http://www.w3.org/2000/09/xmldsig#"
        process.arguments = [
            "--verify", "--insecure", "--id-attr:Id", element, "--id-attr:Id", "\(dsig):Object", "--id-attr:Id",
            "\(dsig):SignatureProperties",
        ]
        if let holder {
            let place = "//*[local-name()='DSCKS']/*[local-name()='\(holder)']/*[local-name()='Signature']"
            process.arguments? += ["--node-xpath", place]
        }
        process.arguments? += [path]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return process.terminationStatus == 0
    }
}
