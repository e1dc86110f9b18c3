/// How one vendor's software writes a message. Every quirk was seen in delivered or accepted invoices.
enum Vendor: Int, Sendable, CaseIterable {
    /// One line, SHA-256, `SigningData`, every special character escaped, `2.1.0`.
    case compact
    /// Indented with CR LF, SHA-1, a stylesheet instruction, tags in another order, `2.0.1`.
    case indented
    /// Unused prefixes on `HDon`, `xmlns:xsi` on `TDiep`, `SignatureProperties` in no namespace, `2.0.0`.
    case wrapped
    /// A foreign namespace and `Z` on the signing time, leading zeros, six decimals, `Fkey`, CDATA, `2.1.0`.
    case padded

    /// `PBan` of message and invoice.
    var version: String {
        switch self {
        case .compact, .padded: "2.1.0"
        case .indented: "2.0.1"
        case .wrapped: "2.0.0"
        }
    }

    /// Whether the tags of version 2.1.0 (personal id, passport, budget code) may be used.
    var knowsPersonalIDs: Bool { version == "2.1.0" }

    var usesSHA1: Bool { self == .indented }
    var isIndented: Bool { self == .indented }
    var writesSixDecimals: Bool { self == .padded }
    var padsNumbers: Bool { self == .padded }
    var swapsTags: Bool { self == .indented }
    var swapsFreeFields: Bool { self == .padded }
    var hasLineItemCodes: Bool { self != .wrapped }

    /// How it writes special characters.
    var textStyle: DualWriter.TextStyle {
        switch self {
        case .compact: .everything
        case .padded: .cdata
        default: .plain
        }
    }

    /// The Id of `DLHDon`.
    func dataID(serial: Int) -> String {
        switch self {
        case .compact: "SigningData"
        case .indented: "data"
        case .wrapped: "_\(349_000 + serial)"
        case .padded: "TS24_\(serial)"
        }
    }

    /// Namespaces declared on `TDiep`, as prefix and name, sorted by prefix.
    var messageNamespaces: [(prefix: String, name: String)] {
        self == .wrapped ? [("xsi", "http://www.w3.org/2001/XMLSchema-instance")] : []
    }

    /// Namespaces declared on `HDon` and never used, sorted by prefix.
    var invoiceNamespaces: [(prefix: String, name: String)] {
        self == .wrapped
            ? [
                ("ds", "http://www.w3.org/2000/09/xmldsig#"),
                ("inv", "http://laphoadon.gdt.gov.vn/2014/09/invoicexml/v1"),
            ] : []
    }
}
