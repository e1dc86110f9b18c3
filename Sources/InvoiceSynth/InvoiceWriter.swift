/// Writes `DLHDon` in a vendor's order of tags.
struct InvoiceWriter {
    let vendor: Vendor
    private var out: DualWriter

    /// The signed part of a draft: as written, and canonical with the namespaces in scope.
    static func write(
        _ draft: Draft,
        vendor: Vendor,
        id: String,
        inherited: String,
        textStyle: DualWriter.TextStyle
    ) -> DualWriter {
        var writer = InvoiceWriter(vendor: vendor, out: DualWriter(depth: 3))
        writer.out.reserve(4_096)
        writer.out.isIndented = vendor.isIndented
        writer.out.style = textStyle
        writer.out.openApex("DLHDon", " Id=\"\(id)\"", canonical: inherited)
        writer.header(draft.header)
        writer.out.open("NDHDon")
        writer.party("NBan", draft.seller)
        writer.party("NMua", draft.buyer)
        writer.lines(draft.lines)
        writer.totals(draft)
        writer.out.close("NDHDon")
        writer.freeFields(draft.freeFields)
        writer.out.close("DLHDon")
        return writer.out
    }

    private init(vendor: Vendor, out: DualWriter) {
        self.vendor = vendor
        self.out = out
    }

    private mutating func header(_ header: Draft.Header) {
        out.open("TTChung")
        out.leaf("PBan", header.version)
        out.leaf("THDon", header.name)
        out.leaf("KHMSHDon", header.form)
        out.leaf("KHHDon", header.symbol)
        out.leaf("SHDon", header.number)
        out.leaf("NLap", header.date)
        out.leaf("DVTTe", header.currency)
        out.leaf("TGia", header.rate)
        out.leaf("HTTToan", header.payment)
        out.leaf("MSTTCGP", header.solutionProvider)
        if let related = header.related { self.related(related) }
        out.leaf("HDDCKPTQuan", header.freeZoneFlag)
        if vendor == .wrapped { out.empty("TTKhac") }
        out.close("TTChung")
    }

    private mutating func related(_ related: Draft.Related) {
        out.open("TTHDLQuan")
        out.leaf("TCHDon", related.relation)
        out.leaf("LHDCLQuan", related.source)
        out.leaf("KHMSHDCLQuan", related.form)
        out.leaf("KHHDCLQuan", related.symbol)
        out.leaf("SHDCLQuan", related.number)
        out.leaf("NLHDCLQuan", related.date)
        out.leaf("GChu", related.note)
        out.close("TTHDLQuan")
    }

    private mutating func party(_ tag: String, _ party: Draft.PartyText) {
        out.open(tag)
        if vendor.swapsTags { out.leaf("HVTNMHang", party.personName) }
        out.leaf("Ten", party.name)
        out.leaf("MST", party.taxCode)
        out.leaf("MDVQHNSach", party.budgetCode)
        out.leaf("DChi", party.address)
        out.leaf("SDThoai", party.phone)
        out.leaf("CCCDan", party.personalID)
        out.leaf("SHChieu", party.passport)
        if !vendor.swapsTags { out.leaf("HVTNMHang", party.personName) }
        out.leaf("STKNHang", party.bankAccount)
        out.leaf("TNHang", party.bankName)
        for field in party.more { out.leaf(field.tag, field.text) }
        out.close(tag)
    }

    private mutating func lines(_ lines: [Draft.Line]) {
        guard !lines.isEmpty else { return }
        out.open("DSHHDVu")
        for (index, line) in lines.enumerated() {
            out.open("HHDVu")
            out.leaf("TChat", line.kind)
            out.leaf("STT", String(index + 1))
            out.leaf("MHHDVu", line.itemCode)
            out.leaf("THHDVu", line.name)
            out.leaf("DVTinh", line.unit)
            out.leaf("SLuong", line.quantity)
            out.leaf("DGia", line.price)
            out.leaf("TLCKhau", line.discountRate)
            out.leaf("STCKhau", line.discount)
            if vendor.swapsTags { out.leaf("TSuat", line.rate) }
            out.leaf("ThTien", line.amount)
            if !vendor.swapsTags { out.leaf("TSuat", line.rate) }
            out.close("HHDVu")
        }
        out.close("DSHHDVu")
    }

    private mutating func totals(_ draft: Draft) {
        guard let totals = draft.totals else { return }
        out.open("TToan")
        if let rates = draft.rates { rateTable(rates) }
        out.leaf("TgTCThue", totals.net)
        out.leaf("TgTThue", totals.tax)
        if !draft.fees.isEmpty {
            out.open("DSLPhi")
            for fee in draft.fees {
                out.open("LPhi")
                out.leaf("TLPhi", fee.name)
                out.leaf("TPhi", fee.amount)
                out.close("LPhi")
            }
            out.close("DSLPhi")
        }
        out.leaf("TTCKTMai", totals.tradeDiscount)
        out.leaf("TgTTTBSo", totals.total)
        out.leaf("TgTTTBChu", totals.words)
        out.close("TToan")
    }

    private mutating func rateTable(_ rates: [Draft.Rate]) {
        guard !rates.isEmpty else {
            out.empty("THTTLTSuat")
            return
        }
        out.open("THTTLTSuat")
        for rate in rates {
            out.open("LTSuat")
            out.leaf("TSuat", rate.rate)
            if vendor.swapsTags { out.leaf("TThue", rate.tax) }
            out.leaf("ThTien", rate.net)
            if !vendor.swapsTags { out.leaf("TThue", rate.tax) }
            out.close("LTSuat")
        }
        out.close("THTTLTSuat")
    }

    private mutating func freeFields(_ fields: [Draft.FreeField]) {
        guard !fields.isEmpty else { return }
        out.open("TTKhac")
        for field in fields {
            out.open("TTin")
            if vendor.swapsFreeFields {
                out.leaf("DLieu", field.value)
                out.leaf("KDLieu", field.type)
                out.leaf("TTruong", field.name)
            } else {
                out.leaf("TTruong", field.name)
                out.leaf("KDLieu", field.type)
                out.leaf("DLieu", field.value)
            }
            out.close("TTin")
        }
        out.close("TTKhac")
    }
}
