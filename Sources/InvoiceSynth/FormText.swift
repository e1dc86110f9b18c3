import InvoiceModel

/// What forms 3 to 6 have beside what every invoice has.
enum FormText {
    /// `THDon`.
    static func name(of plan: PlannedInvoice) -> String {
        switch (plan.form, plan.letter) {
        case (2, _): "Hóa đơn bán hàng"
        case (3, _): "Hóa đơn bán tài sản công"
        case (4, _): "Hóa đơn bán hàng dự trữ quốc gia"
        case (5, _): "Vé điện tử"
        case (6, "B"): "Phiếu xuất kho hàng gửi bán đại lý"
        case (6, _): "Phiếu xuất kho kiêm vận chuyển nội bộ"
        default: "Hóa đơn giá trị gia tăng"
        }
    }

    /// Puts seller and buyer as that form wants them.
    static func add(_ plan: PlannedInvoice, to draft: inout Draft, random: inout Random) {
        switch plan.form {
        case 3: publicAsset(plan, &draft, &random)
        case 4: reserve(&draft, &random)
        case 5:
            // Most tickets name nobody.
            if random.happens(3, in: 4) { draft.buyer = Draft.PartyText() }
        case 6: note(plan, &draft, &random)
        default: break
        }
    }

    private static func publicAsset(_ plan: PlannedInvoice, _ draft: inout Draft, _ random: inout Random) {
        draft.seller.more = [
            ("SQDinh", "\(random.within(1...900))/QĐ-TN"), ("NQDinh", plan.date.advanced(by: -30).description),
            ("CQBHQDinh", "Cơ quan Thử nghiệm"), ("HTBan", random.pick(["Đấu giá", "Niêm yết giá", "Chỉ định"])),
        ]
        guard random.happens(1, in: 4) else { return }
        draft.buyer.more = [
            ("DDVCHDen", "Kho Thử nghiệm số \(random.within(1...9))"), ("TGVCHDTu", plan.date.description),
            ("TGVCHDDen", plan.date.advanced(by: 3).description),
        ]
    }

    private static func reserve(_ draft: inout Draft, _ random: inout Random) {
        guard draft.buyer.taxCode == nil else { return }
        draft.buyer.more = [("CMND", "000" + String(100_000_000 + random.below(899_999_999)))]
    }

    /// Goods go from one warehouse to another: of the same firm, or of its agent.
    private static func note(_ plan: PlannedInvoice, _ draft: inout Draft, _ random: inout Random) {
        let isAgency = plan.letter == "B"
        draft.header.payment = nil
        draft.buyer.personName = nil
        draft.buyer.personalID = nil
        draft.buyer.passport = nil
        if !isAgency {
            draft.buyer.name = "Kho số \(random.within(1...9)) của \(draft.seller.name ?? "")"
            draft.buyer.taxCode = draft.seller.taxCode
            draft.buyer.budgetCode = nil
        }
        draft.buyer.address = Names.address(in: random.pick(TaxOffice.all), random: &random)
        draft.buyer.more = [("HVTNNHang", Names.person(&random))]
        let carrier = [
            ("HVTNXHang", Names.person(&random)), ("TNVChuyen", Names.person(&random)),
            ("HDSo", "\(random.within(1...99))/VC"), ("PTVChuyen", "29H-\(random.within(10_000...99_999))"),
        ]
        let order =
            isAgency
            ? [
                ("HDKTSo", "\(random.within(1...99))/HĐKT"), ("HDKTNgay", plan.date.advanced(by: -60).description),
            ] : [("LDDNBo", "Lệnh điều động số \(random.within(1...999))")]
        draft.seller.more = (order + carrier).map { (tag: $0.0, text: $0.1) }
    }
}
