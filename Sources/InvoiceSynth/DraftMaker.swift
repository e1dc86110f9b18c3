import InvoiceModel

/// Writes out a planned invoice: parties, lines, rates and totals that add up.
struct DraftMaker: Sendable {
    let seed: UInt64
    let population: Population

    /// The text of an invoice; `original` is the one it corrects, with its number as sent.
    func draft(
        _ plan: PlannedInvoice,
        index: Int,
        original: (plan: PlannedInvoice, number: String)?
    ) -> Draft {
        let seller = population.sellers[plan.seller]
        return draft(plan, seller: seller, index: index, original: original)
    }

    /// The text of an invoice of anybody.
    func draft(
        _ plan: PlannedInvoice,
        seller: Party,
        index: Int,
        original: (plan: PlannedInvoice, number: String)? = nil
    ) -> Draft {
        var random = Random(seed: seed, stream: Stream.content, index: index)
        let vendor = seller.vendor
        var draft = Draft()
        header(of: plan, seller: seller, random: &random, to: &draft.header)
        draft.header.related = related(plan, original: original)
        draft.seller = sellerText(seller, random: &random)
        draft.buyer = buyer(of: plan, vendor: vendor, random: &random)
        FormText.add(plan, to: &draft, random: &random)
        var lines = LineMaker(plan: plan, vendor: vendor)
        draft.lines = lines.lines(&random)
        totals(of: plan, vendor: vendor, to: &draft)
        if random.happens(1, in: 3) {
            draft.freeFields = [
                Draft.FreeField(name: "MaTraCuu", type: "string", value: Hex.uppercase(random.bytes(6))),
                Draft.FreeField(name: "SoDonHang", type: "numeric", value: String(random.below(1_000_000))),
            ]
        }
        return draft
    }

    /// `SHDon` as that vendor writes it.
    static func number(_ number: UInt32, vendor: Vendor) -> String {
        let digits = String(number)
        guard vendor.padsNumbers else { return digits }
        return String(repeating: "0", count: max(0, 8 - digits.utf8.count)) + digits
    }

    private func header(of plan: PlannedInvoice, seller: Party, random: inout Random, to header: inout Draft.Header) {
        header.version = seller.vendor.version
        header.name = FormText.name(of: plan)
        header.form = String(plan.form)
        header.symbol = plan.symbol
        header.number = DraftMaker.number(plan.number, vendor: seller.vendor)
        header.date = plan.date.description
        header.currency = plan.currency
        if plan.exchangeRate != 0 {
            header.rate = Amount(millionths: plan.exchangeRate).description
        } else if seller.vendor == .indented {
            header.rate = "1"
        }
        header.payment = random.pick(["TM/CK", "Tiền mặt/Chuyển khoản", "Chuyển khoản", "TM"])
        header.solutionProvider = random.happens(1, in: 2) ? population.sellers.first?.taxCode.description : nil
        if plan.form == 2 { header.freeZoneFlag = "0" }
    }

    private func related(
        _ plan: PlannedInvoice,
        original: (plan: PlannedInvoice, number: String)?
    ) -> Draft.Related? {
        if let original {
            return Draft.Related(
                relation: plan.kind == .adjustment ? "2" : "1",
                source: "1",
                form: String(original.plan.form),
                symbol: original.plan.symbol,
                number: original.number,
                date: original.plan.date.description,
                note: plan.kind == .adjustment ? "Điều chỉnh số lượng theo biên bản" : nil
            )
        }
        guard plan.kind == .legacyReplacement else { return nil }
        return Draft.Related(
            relation: "1",
            source: "3",
            form: plan.form == 2 ? "02GTTT0/001" : "01GTKT0/001",
            symbol: "AA/20E",
            number: String(plan.number % 9_999 + 1),
            date: "2020-06-15"
        )
    }

    private func sellerText(_ seller: Party, random: inout Random) -> Draft.PartyText {
        var text = Draft.PartyText()
        text.name = seller.taxpayer.name
        text.taxCode = seller.taxCode.description
        text.address = seller.address
        if random.happens(1, in: 2) {
            text.phone = seller.phone
            text.bankAccount = "000000000" + String(random.within(100...999))
            text.bankName = "Ngân hàng Ví Dụ"
        }
        return text
    }

    private func buyer(of plan: PlannedInvoice, vendor: Vendor, random: inout Random) -> Draft.PartyText {
        var text = Draft.PartyText()
        let isRetail = plan.form == 2 && random.happens(2, in: 3)
        switch isRetail ? 90 : random.below(100) {
        case 0..<70:
            let buyer = random.pick(population.buyers)
            text.name = buyer.taxpayer.name
            text.taxCode = buyer.taxCode.description
            text.address = buyer.address
            if random.happens(1, in: 4) { text.personName = Names.person(&random) }
        case 70..<80 where vendor.knowsPersonalIDs:
            text.personName = Names.person(&random)
            text.personalID = "000" + String(100_000_000 + random.below(899_999_999))
            text.address = Names.address(in: random.pick(TaxOffice.all), random: &random)
        case 80..<84 where vendor.knowsPersonalIDs:
            text.name = "TRƯỜNG THỬ NGHIỆM SỐ \(random.within(1...99))"
            text.budgetCode = String(1_000_000 + random.below(8_999_999))
            text.address = Names.address(in: random.pick(TaxOffice.all), random: &random)
        case 84..<86 where vendor.knowsPersonalIDs:
            text.personName = "Alex Example"
            text.passport = "X" + String(1_000_000 + random.below(8_999_999))
        default:
            text.name = "Bán cho người tiêu dùng"
        }
        return text
    }

    private func totals(of plan: PlannedInvoice, vendor: Vendor, to draft: inout Draft) {
        let total = Amount(millionths: plan.total)
        var totals = Draft.Totals()
        totals.total = text(total, vendor)
        totals.words = Words.text(of: total, currency: plan.currency)
        if plan.fee != 0 {
            draft.fees = [Draft.Fee(name: "Phí bảo vệ môi trường", amount: String(plan.fee))]
        }
        draft.totals = totals
        guard plan.isTaxed else {
            draft.rates = nil
            if plan.form == 6 { draft.totals = nil }
            return
        }
        draft.totals?.net = text(Amount(millionths: plan.net), vendor)
        draft.totals?.tax = text(Amount(millionths: plan.tax), vendor)
        draft.totals?.tradeDiscount = vendor == .wrapped ? nil : "0"
        let isUntaxed = plan.groups.allSatisfy { $0.rate == .notSubject }
        // Seen in 58 of 58 invoices that hold only goods not subject to tax: a table without rows.
        if isUntaxed, vendor == .indented || vendor == .wrapped {
            draft.rates = []
            return
        }
        draft.rates = plan.groups.map { group in
            let hasTax = group.rate.factor != nil || vendor == .compact
            return Draft.Rate(
                rate: group.rate.description,
                net: text(Amount(millionths: group.net), vendor),
                tax: hasTax ? text(Amount(millionths: group.tax), vendor) : nil
            )
        }
    }

    private func text(_ amount: Amount, _ vendor: Vendor) -> String { vendor.text(of: amount) }
}

extension Vendor {
    /// A number as this vendor writes it.
    func text(of amount: Amount) -> String {
        guard writesSixDecimals else { return amount.description }
        let whole = amount.millionths.magnitude / UInt128(Amount.scale)
        let fraction = String(amount.millionths.magnitude % UInt128(Amount.scale) + UInt128(Amount.scale)).dropFirst()
        // 21 digits are the wire's limit.
        guard String(whole).utf8.count <= 15 else { return amount.description }
        return (amount.millionths < 0 ? "-" : "") + "\(whole).\(fraction)"
    }
}
