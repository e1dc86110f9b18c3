import InvoiceLedger
import InvoiceModel
import OpenSSL

extension Engine {
    /// The audit trail: every administrative action, oldest first, with who, when and what.
    public func history() throws(EngineError) -> Report {
        let changes = try storing { () throws(LedgerError) in try ledger.changes() }
        let columns: [Report.Column] = [
            .init("number", .count), .init("at"), .init("after_message", .count), .init("who"), .init("kind"),
            .init("what"),
        ]
        return Report(
            columns: columns,
            rows: changes.map { change in
                [
                    "\(change.sequence)", "\(change.at)", "\(change.afterMessage)", change.actor, change.kind.rawValue,
                    ChangeWords.words(change),
                ]
            }
        )
    }
}

/// What an administrative action did, in words, from what the archive keeps of it.
enum ChangeWords {
    static func words(_ change: Change) -> String {
        let payload = change.payload
        switch change.kind {
        case .created: return created(payload)
        case .taxpayers: return counted(lines(payload).count, "taxpayer")
        case .certificates: return certificates(payload)
        case .stops: return counted(lines(payload).count, "stop")
        case .delegations: return counted(lines(payload).count, "delegation")
        case .anchor: return certificate(payload).map { "trusts \($0)" } ?? "a trust anchor"
        case .revocationList: return revocations(payload)
        case .policy: return policy(payload)
        case .codeKey: return "code keys, generation \(generation(payload) ?? "unknown")"
        case .authority: return "the authority's certificate: \(authority(payload) ?? "unreadable")"
        case .rebuilt: return "the store was made again from the archive"
        case .upgraded: return "the ledger was brought from format 1 to this program's"
        case .head: return "a signed head"
        }
    }

    private static func created(_ payload: [UInt8]) -> String {
        var words: [String] = []
        for line in lines(payload) {
            let parts = line.split(separator: "=", maxSplits: 1).map(String.init)
            guard parts.count == 2 else { continue }
            switch parts[0] {
            case "test": words.append(parts[1] == "yes" ? "a TEST ledger" : "a ledger")
            case "signature_profile": words.append("signs with \(parts[1])")
            case "place_name": words.append("in \(parts[1])")
            case "fixed_clock": words.append("clock fixed at \(parts[1])")
            default: continue
            }
        }
        return words.joined(separator: ", ")
    }

    private static func certificates(_ payload: [UInt8]) -> String {
        let rows = lines(payload).map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
        // A list without any certificate is one line with the tax code alone.
        let count = rows.count { $0.count > 1 }
        let owners = Set(rows.compactMap(\.first)).count
        return "\(counted(count, "certificate")) of \(counted(owners, "taxpayer"))"
    }

    private static func revocations(_ payload: [UInt8]) -> String {
        guard let list = try? RevocationList(der: payload) else { return "a revocation list" }
        return "revocation list of \(list.issuer)"
    }

    private static func policy(_ payload: [UInt8]) -> String {
        guard let policy = try? PolicyText.read(payload) else { return "policy of another version" }
        let count = policy.changedRules.count
        return "policy: \(counted(count, "rule")) \(count == 1 ? "differs" : "differ")"
    }

    private static func generation(_ payload: [UInt8]) -> String? {
        let line = lines(payload).first { $0.hasPrefix("generation=") }
        return line.flatMap { UInt8($0.dropFirst("generation=".count)) }.map { Hex.uppercase([$0]) }
    }

    private static func authority(_ payload: [UInt8]) -> String? {
        guard let blocks = try? PEM.blocks(payload), let block = blocks.first(where: { $0.label == "CERTIFICATE" })
        else { return certificate(payload) }
        return certificate(block.der)
    }

    private static func certificate(_ der: [UInt8]) -> String? {
        (try? Certificate(der: der))?.subject
    }

    private static func lines(_ payload: [UInt8]) -> [String] {
        String(decoding: payload, as: UTF8.self).split(separator: "\n").map(String.init)
    }

    private static func counted(_ count: Int, _ noun: String) -> String {
        "\(count) \(noun)\(count == 1 ? "" : "s")"
    }
}
