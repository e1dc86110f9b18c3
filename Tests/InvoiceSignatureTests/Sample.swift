import InvoiceModel
import InvoiceXML

/// Writes messages 200 in the ways of several vendors, the signature still to be made.
struct Sample {
    /// Differences between vendors that a reader of signatures must bear.
    enum Style: String, CaseIterable, CustomStringConvertible {
        case plain
        case timeInPropertiesOnly
        case foreignNamespaceOnTime
        case keyValue
        case commentsInSignedInfo
        case canonicalTransforms
        case namespacesOnTheMessage
        case unusedNamespacesOnTheInvoice
        case indented
        case referencesAndSections

        var description: String { rawValue }
    }

    var style = Style.plain
    var signatureMethod = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"
    var digestMethod = "http://www.w3.org/2001/04/xmlenc#sha256"
    var taxCode = "0199999991"
    var delegate: String?
    var signingTime = "2026-11-21T11:58:00"
    var buyer = "CÔNG TY TNHH MUA"

    /// The message with an unsigned signature.
    var template: String {
        "<TDiep\(messageNamespaces)><TTChung><PBan>2.1.0</PBan><MNGui>V0199999983</MNGui><MNNhan>TCT</MNNhan>"
            + "<MLTDiep>200</MLTDiep><MTDiep>V01999999831A2B3C4D5E6F47089A0B1C2D3E4F5061</MTDiep><MTDTChieu/>"
            + "<MST>\(taxCode)</MST><SLuong>1</SLuong></TTChung><DLieu>\(invoice)</DLieu></TDiep>"
    }

    /// The invoice with an unsigned signature.
    var invoice: String {
        let named = style == .unusedNamespacesOnTheInvoice
        let namespaces =
            named ? " xmlns:inv=\"http://laphoadon.gdt.gov.vn/2014/09/invoicexml/v1\" xmlns:b=\"urn:b\"" : ""
        return
            "<HDon\(namespaces)>\(data)\(line(1))<DSCKS>\(line(2))<NBan>\(signature)</NBan>\(line(2))<NMua/>"
            + "</DSCKS></HDon>"
    }

    /// `DLHDon`.
    var data: String {
        "<DLHDon Id=\"data\">\(line(2))<TTChung><PBan>2.1.0</PBan><THDon>Hoá đơn giá trị gia tăng</THDon>"
            + "<KHMSHDon>1</KHMSHDon><KHHDon>C26TAA</KHHDon><SHDon>7</SHDon><NLap>2026-11-21</NLap><DVTTe>VND</DVTTe>"
            + (delegate.map { "<MSTDVNUNLHDon>\($0)</MSTDVNUNLHDon>" } ?? "") + "</TTChung>\(line(2))<NDHDon><NBan>"
            + "<Ten>CÔNG TY TNHH VÍ DỤ</Ten><MST>\(taxCode)</MST><DChi>Số 1</DChi></NBan><NMua><Ten>\(buyerText)</Ten>"
            + "</NMua><DSHHDVu><HHDVu><TChat>1</TChat><STT>1</STT><THHDVu>Hàng</THHDVu><ThTien>100</ThTien>"
            + "<TSuat>10%</TSuat></HHDVu></DSHHDVu><TToan><TgTCThue>100</TgTCThue><TgTThue>10</TgTThue>"
            + "<TgTTTBSo>110</TgTTTBSo></TToan></NDHDon>\(line(1))</DLHDon>"
    }

    /// `Signature`, with places for digests, value and certificate.
    var signature: String {
        let comments = style == .commentsInSignedInfo
        let form = comments ? "#WithComments" : ""
        let timeID = style == .timeInPropertiesOnly ? "props" : "time"
        return "<Signature xmlns=\"http://www.w3.org/2000/09/xmldsig#\" Id=\"seller\">\(line(4))<SignedInfo>"
            + (comments ? "<!-- kept -->" : "")
            + "<CanonicalizationMethod Algorithm=\"http://www.w3.org/TR/2001/REC-xml-c14n-20010315\(form)\"/>"
            + "<SignatureMethod Algorithm=\"\(signatureMethod)\"/>\(reference("data", transforms: true))"
            + "\(reference(timeID, transforms: false))</SignedInfo><SignatureValue/><KeyInfo>"
            + (style == .keyValue ? "<KeyValue/>" : "")
            + "<X509Data><X509SubjectName/><X509Certificate/></X509Data></KeyInfo>\(object)</Signature>"
    }

    private var object: String {
        switch style {
        case .timeInPropertiesOnly:
            "<Object><SignatureProperties Id=\"props\"><SignatureProperty Target=\"#seller\">"
                + "<SigningTime>\(signingTime)</SigningTime></SignatureProperty></SignatureProperties></Object>"
        case .foreignNamespaceOnTime:
            "<Object Id=\"time\"><SignatureProperties><SignatureProperty Target=\"#seller\"><SigningTime "
                + "xmlns=\"http://example.org/#signatureProperties\">\(signingTime)</SigningTime></SignatureProperty>"
                + "</SignatureProperties></Object>"
        default:
            "<Object Id=\"time\"><SignatureProperties xmlns=\"\"><SignatureProperty Target=\"#seller\">"
                + "<SigningTime>\(signingTime)</SigningTime></SignatureProperty></SignatureProperties></Object>"
        }
    }

    private func reference(_ id: String, transforms: Bool) -> String {
        let canonical = "<Transform Algorithm=\"http://www.w3.org/TR/2001/REC-xml-c14n-20010315\"/>"
        let enveloped = "<Transform Algorithm=\"http://www.w3.org/2000/09/xmldsig#enveloped-signature\"/>"
        var list = transforms ? enveloped : ""
        if style == .canonicalTransforms { list += canonical }
        return "<Reference URI=\"#\(id)\">" + (list.isEmpty ? "" : "<Transforms>\(list)</Transforms>")
            + "<DigestMethod Algorithm=\"\(digestMethod)\"/><DigestValue/></Reference>"
    }

    private var messageNamespaces: String {
        guard style == .namespacesOnTheMessage else { return "" }
        return " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xmlns:xsd='http://www.w3.org/2001/XMLSchema'"
            + " xml:lang=\"vi\""
    }

    private var buyerText: String {
        guard style == .referencesAndSections else { return buyer }
        return "A &amp; B &#x110;&#10;&lt;<![CDATA[<C> & D]]> \"E\" &gt;\r\n\t<!-- không ký -->F"
    }

    private func line(_ depth: Int) -> String {
        style == .indented ? "\r\n" + String(repeating: "  ", count: depth) : ""
    }
}

/// Reads bytes that must be readable.
func parsed(_ bytes: [UInt8]) throws -> ParsedMessage {
    switch ParsedMessage.read(bytes, limits: .init()) {
    case .message(let message): return message
    case .unreadable(let fault, _): throw fault
    }
}
