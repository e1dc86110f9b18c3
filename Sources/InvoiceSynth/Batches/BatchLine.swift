import InvoiceModel

/// One line of `manifest.ndjson` for a message of many: what must be answered for one invoice of it, or, without a
/// place, for the message as a whole.
struct BatchLine {
    /// What must be answered.
    enum Status: String {
        case registered, duplicate, rejected
    }

    var type: MessageType
    /// From 1 in the order of the message.
    var place: Int?
    var status: Status
    var codes: [RuleCode]
    var invoice: BatchInvoice?
    var taxpayer: String
    var vendor: Vendor
    /// Which way of being bad.
    var way: String?

    /// Compact JSON with a line end.
    func text(file: String, first: String?) -> String {
        let header = invoice?.parts.draft.header
        var fields: [(String, String?)] = [
            ("file", file), ("type", "\(type.rawValue)"), ("status", status.rawValue),
            ("seller", invoice?.parts.draft.seller.taxCode ?? taxpayer), ("form", header?.form),
            ("symbol", header?.symbol), ("number", header?.number), ("date", header?.date), ("code", invoice?.code),
        ]
        if let plan = invoice?.parts.plan, status != .rejected {
            let worth = plan.worth
            fields += [
                ("net", "\(Amount(millionths: worth.net))"), ("tax", "\(Amount(millionths: worth.tax))"),
                ("total", "\(Amount(millionths: worth.total))"), ("currency", plan.currency), ("rate", nil),
            ]
        }
        fields += [("vendor", "\(vendor)"), ("way", way), ("first", first)]
        var text = fields.map { "\"\($0.0)\":\($0.1.map(ManifestLine.quoted) ?? "null")" }.joined(separator: ",")
        text += ",\"place\":\(place.map(String.init) ?? "null")"
        text += ",\"codes\":[" + codes.map { ManifestLine.quoted($0.slug) }.joined(separator: ",") + "]"
        return "{\(text)}\n"
    }
}
