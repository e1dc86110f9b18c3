import InvoiceModel

/// Breaks the net of each rate into lines whose quantity times price, less discount, is their amount.
struct LineMaker {
    let plan: PlannedInvoice
    let vendor: Vendor
    private var lines: [Draft.Line] = []

    /// Whether its form knows no discounts.
    private var isPlain: Bool { plan.form > 2 }

    init(plan: PlannedInvoice, vendor: Vendor) {
        self.plan = plan
        self.vendor = vendor
    }

    mutating func lines(_ random: inout Random) -> [Draft.Line] {
        for group in plan.groups { add(group, &random) }
        let isPositive = plan.net > 0 && !isPlain
        if isPositive, random.happens(1, in: 25) { addPromotion(&random) }
        if random.happens(1, in: 25) || plan.kind == .adjustment { addNote() }
        return lines
    }

    private mutating func add(_ group: PlannedInvoice.Group, _ random: inout Random) {
        let rate = plan.isTaxed ? group.rate.description : nil
        let isWhole = group.net % Amount.scale == 0 && plan.currency == "VND"
        var rest = group.net
        // A trade discount is a line of its own, positive and subtracted.
        let hasTradeDiscount = isWhole && !isPlain && group.net > 1_000 * Amount.scale && random.happens(1, in: 30)
        let discount = hasTradeDiscount ? rounded(group.net / 20, to: Amount.scale) : 0
        rest += discount
        let count = group.net <= 1_000 * Amount.scale ? 1 : 1 + random.weighted([50, 25, 12, 6, 4, 3])
        for index in 0..<count {
            var part = rest
            if index < count - 1 {
                let unit = isWhole ? Amount.scale : 10_000
                part = rounded(rest * Int128(random.within(20...60)) / 100, to: unit)
            }
            rest -= part
            addGoods(amount: part, rate: rate, isWhole: isWhole, &random)
        }
        guard discount != 0 else { return }
        var line = Draft.Line()
        line.kind = "3"
        line.name = "Chiết khấu thương mại theo hợp đồng"
        line.amount = vendor.text(of: Amount(millionths: discount))
        line.rate = rate
        lines.append(line)
    }

    private mutating func addGoods(amount: Int128, rate: String?, isWhole: Bool, _ random: inout Random) {
        let item = random.below(Names.goods.count)
        let goods = Names.goods[item]
        var discount: Int128 = 0
        var line = Draft.Line()
        if isPlain {
            // No tag for one.
        } else if amount > 20_000 * Amount.scale, isWhole, random.happens(1, in: 12) {
            let percent = Int128(random.within(1...10))
            discount = rounded(amount * percent / 100, to: Amount.scale)
            line.discount = vendor.text(of: Amount(millionths: discount))
            if vendor == .compact {
                let share = discount * 100 * Amount.scale / (amount + discount) / 100 * 100
                line.discountRate = Amount(millionths: share).description
            }
        } else if vendor == .compact || vendor == .indented {
            line.discountRate = "0"
            line.discount = "0"
        }
        let (quantity, price) = factors(of: (amount + discount), &random)
        line.itemCode = vendor.hasLineItemCodes ? "SP\(100 + item)" : nil
        line.name = goods.name
        // A service needs no unit; most have one all the same.
        line.unit = goods.unit ?? (random.happens(1, in: 20) ? nil : "lần")
        line.quantity = vendor.text(of: Amount(millionths: quantity))
        line.price = vendor.text(of: Amount(millionths: price))
        line.amount = vendor.text(of: Amount(millionths: amount))
        line.rate = rate
        lines.append(line)
    }

    /// Quantity and price whose product is within a thousandth of the amount; the quantity carries the sign.
    private func factors(of amount: Int128, _ random: inout Random) -> (quantity: Int128, price: Int128) {
        let sign: Int128 = amount < 0 ? -1 : 1
        let magnitude = amount * sign
        let tries = (0..<4).map { _ in Int128(random.within(1...40)) }
        for quantity in tries where magnitude % (quantity * Amount.scale) == 0 {
            return (sign * quantity * Amount.scale, magnitude / quantity)
        }
        guard random.happens(1, in: 2) else { return (sign * Amount.scale, magnitude) }
        // A quantity with decimals, such as 2.5; the price is rounded to its six decimals.
        let tenths = Int128(random.within(1...400))
        return (sign * tenths * Amount.scale / 10, rounded(magnitude * 10 / tenths, to: 1))
    }

    private mutating func addPromotion(_ random: inout Random) {
        var line = Draft.Line()
        line.kind = "2"
        line.name = "Hàng khuyến mại không thu tiền"
        line.unit = "hộp"
        line.quantity = vendor.text(of: Amount(units: Int64(random.within(1...5))))
        line.price = "0"
        line.amount = "0"
        line.rate = plan.isTaxed ? plan.groups.first?.rate.description : nil
        lines.append(line)
    }

    private mutating func addNote() {
        var line = Draft.Line()
        line.kind = "4"
        line.name =
            plan.kind == .adjustment ? "Điều chỉnh theo biên bản hai bên đã ký" : "Hàng giao theo hợp đồng thử nghiệm"
        line.amount = vendor == .padded ? "" : nil
        lines.append(line)
    }
}
