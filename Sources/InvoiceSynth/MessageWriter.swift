/// How the text around the signed part departs from a good one.
enum BodyFault: Sendable {
    /// No signature at all.
    case unsigned
    /// An `MCCQT` with text.
    case carriesCode
    /// A second `DLHDon` beside the signed one.
    case secondData
    /// An element with the Id of `DLHDon`.
    case doubledID
    /// A second `HDon` in the message.
    case secondInvoice
}

/// Writes whole messages.
struct MessageWriter {
    let vendor: Vendor
    let signer: Signer
    let envelope: Envelope
    let signingTime: String
    /// Keeps Ids of one message apart from those of another.
    let serial: Int
    /// Whether the `HDon` was signed before it was wrapped into the `TDiep`.
    var signsAlone = false
    var signatureFault: SignatureFault?
    var bodyFault: BodyFault?
    /// Who signs beside the seller.
    var extras: [ExtraSigner] = []

    /// The bytes of a message with that invoice.
    func message(_ draft: Draft) throws(SynthError) -> [UInt8] {
        let invoice = try invoice(draft)
        return wrap(bodyFault == .secondInvoice ? invoice + invoice : invoice)
    }

    /// The signed `HDon` alone.
    func invoice(_ draft: Draft) throws(SynthError) -> [UInt8] {
        let names = attributes(vendor.invoiceNamespaces)
        let inherited = attributes(
            (signsAlone ? [] : vendor.messageNamespaces) + vendor.invoiceNamespaces
        )
        let dataID = vendor.dataID(serial: serial)
        let data = InvoiceWriter.write(
            draft,
            vendor: vendor,
            id: dataID,
            inherited: inherited,
            textStyle: vendor.textStyle
        )
        var signature: [UInt8] = []
        if bodyFault != .unsigned {
            let writer = SignatureWriter(
                vendor: vendor,
                signer: signer,
                signingTime: signingTime,
                dataID: dataID,
                inherited: inherited,
                serial: serial,
                fault: signatureFault
            )
            signature = try writer.signature(over: data.canonical)
        }
        let others = try extras.map { (extra) throws(SynthError) in
            try party(extra, data: data.canonical, dataID: dataID, inherited: inherited)
        }
        return invoice(names: names, data: data.raw, dataID: dataID, signature: signature, others: others)
    }

    /// `NMua` or `CCKSKhac` with its signature.
    private func party(
        _ extra: ExtraSigner,
        data: [UInt8],
        dataID: String,
        inherited: String
    ) throws(SynthError) -> [UInt8] {
        let writer = SignatureWriter(
            vendor: vendor,
            signer: extra.signer,
            signingTime: extra.signingTime ?? "",
            dataID: dataID,
            inherited: inherited,
            serial: serial,
            place: extra.place,
            hasTime: extra.signingTime != nil
        )
        let line = vendor.isIndented ? "\r\n      " : ""
        let signature = try writer.signature(over: extra.isBroken ? data + [0x20] : data)
        return Array("\(line)<\(extra.holder)>".utf8) + signature + Array("\(line)</\(extra.holder)>".utf8)
    }

    private func invoice(
        names: String,
        data: [UInt8],
        dataID: String,
        signature: [UInt8],
        others: [[UInt8]]
    ) -> [UInt8] {
        let line = vendor.isIndented ? "\r\n    " : ""
        var bytes = Array("\(line)<HDon\(names)>".utf8) + data
        switch bodyFault {
        case .secondData:
            // The same content under another Id, as one who wraps a signature would put it.
            bytes += Array("<DLHDon Id=\"other-\(dataID)\"".utf8) + (data.drop { $0 != UInt8(ascii: ">") })
        case .doubledID: bytes += Array("<TTKhac Id=\"\(dataID)\"/>".utf8)
        case .carriesCode:
            bytes += Array("<MCCQT Id=\"Id-\(serial)\">00D4E1F0C3B2A19887766554433221100F</MCCQT>".utf8)
        default: break
        }
        if vendor == .padded { bytes += Array("<Fkey>\(serial)</Fkey>".utf8) }
        let inner = vendor.isIndented ? "\r\n      " : ""
        bytes += Array("\(inner)<DSCKS>\(inner)<NBan>".utf8) + signature + Array("\(inner)</NBan>".utf8)
        if vendor == .wrapped, !extras.contains(where: { $0.place == .buyer }) { bytes += Array("<NMua/>".utf8) }
        for other in others { bytes += other }
        bytes += Array("\(inner)</DSCKS>\(line)</HDon>".utf8)
        return bytes
    }

    /// A message around invoices.
    func wrap(_ invoices: [UInt8]) -> [UInt8] {
        var head = head()
        head.open("DLieu")
        var tail = DualWriter(depth: 2)
        tail.isIndented = vendor.isIndented
        tail.close("DLieu")
        tail.close("TDiep")
        if vendor.isIndented { tail.verbatim("\r\n") }
        return head.raw + invoices + tail.raw
    }

    /// Everything of a message before `DLieu`.
    func head() -> DualWriter {
        var out = DualWriter(depth: 0)
        out.isIndented = vendor.isIndented
        switch vendor {
        case .compact: break
        case .indented:
            out.verbatim(
                "<?xml version=\"1.0\" encoding=\"utf-8\"?>\r\n<?xml-stylesheet type=\"text/xsl\" href=\"hd.xsl\"?>"
            )
        case .wrapped: out.verbatim(serial % 5 == 0 ? "\u{FEFF}" : "")
        case .padded: out.verbatim("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"no\"?>")
        }
        out.open("TDiep", attributes(vendor.messageNamespaces))
        out.open("TTChung")
        out.leaf("PBan", envelope.version)
        out.leaf("MNGui", envelope.sender)
        out.leaf("MNNhan", envelope.receiver)
        out.leaf("MLTDiep", envelope.type)
        out.leaf("MTDiep", envelope.messageID)
        out.empty("MTDTChieu")
        out.leaf("MST", envelope.taxpayer)
        out.leaf("SLuong", envelope.count)
        out.close("TTChung")
        return out
    }

    func attributes(_ names: [(prefix: String, name: String)]) -> String {
        names.sorted { $0.prefix < $1.prefix }.map { " xmlns:\($0.prefix)=\"\($0.name)\"" }.joined()
    }
}
