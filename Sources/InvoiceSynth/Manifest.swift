import InvoiceModel

/// One line of `manifest.ndjson`: what must be answered for one file, and what it is worth.
struct ManifestLine {
    var file: String
    var status: ExpectedStatus
    var codes: [RuleCode] = []
    var parts: MessageParts
    /// Which way of being bad.
    var fault: Fault?
    /// The file this one repeats.
    var first: String?

    /// Compact JSON with a line end; amounts are canonical decimals, and only there where a code is due.
    var text: String {
        let plan = parts.plan
        let header = parts.draft.header
        let isIssued = status == .issued || status == .duplicate
        var fields: [(String, String?)] = [
            ("file", file), ("status", status.rawValue), ("seller", parts.draft.seller.taxCode),
            ("form", header.form), ("symbol", header.symbol), ("number", header.number), ("date", header.date),
        ]
        if isIssued {
            let worth = plan.worth
            fields += [
                ("net", "\(Amount(millionths: worth.net))"), ("tax", "\(Amount(millionths: worth.tax))"),
                ("total", "\(Amount(millionths: worth.total))"), ("currency", plan.currency),
                ("rate", plan.exchangeRate == 0 ? nil : "\(Amount(millionths: plan.exchangeRate))"),
            ]
        }
        fields += [("vendor", "\(parts.party.vendor)"), ("way", fault?.rawValue), ("first", first)]
        var text = fields.map { "\"\($0.0)\":\($0.1.map(ManifestLine.quoted) ?? "null")" }.joined(separator: ",")
        text += ",\"codes\":[" + codes.map { ManifestLine.quoted($0.slug) }.joined(separator: ",") + "]"
        return "{\(text)}\n"
    }

    static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}
