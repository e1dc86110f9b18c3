import Foundation
import InvoiceCode
import Testing

@testable import InvoiceLedger

/// A ledger that the first release wrote, in a folder of its own, and what that release said about it.
///
/// `Fixtures/make-format-1` tells how it was made.
final class FormatOneFixture {
    private let folder: Folder
    /// The ledger.
    var ledger: String { "\(folder.path)/ledger" }
    var database: String { "\(ledger)/ledger.sqlite" }

    /// How the first release answers a message that is sent again.
    struct Answer {
        var sha256: String
        var status: String
        /// `nil` where it has none.
        var code: String?
        /// 202, 204 or 999.
        var replyType: String
        var replySHA256: String
    }

    init() throws {
        folder = try Folder()
        let fixture = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/format-1.tar.gz")
        let output = try run("/usr/bin/env", ["tar", "-xzf", fixture.path, "-C", folder.path])
        try #require(output == "", "\(output)")
    }

    /// A file of what the release said.
    func said(_ name: String) throws -> String {
        try String(contentsOfFile: "\(folder.path)/said/\(name)", encoding: .utf8)
    }

    /// The answers, in the order of admission.
    func answers() throws -> [Answer] {
        try said("answers.tsv").split(separator: "\n").map { line in
            let columns = line.split(separator: "\t").map(String.init)
            try #require(columns.count == 5)
            return Answer(
                sha256: columns[0],
                status: columns[1],
                code: columns[2] == "-" ? nil : columns[2],
                replyType: columns[3],
                replySHA256: columns[4]
            )
        }
    }

    /// The keys of its codes, which come from its seed.
    func keyRing() throws -> KeyRing {
        KeyRing((0...2).map { MasterKey.test(generation: $0, seed: "format-1") }, current: 2)
    }
}
