import InvoiceModel
import InvoiceXML

/// The amounts of the lines added up.
struct LineSums {
    /// Σ `ThTien` of goods, services and special goods.
    var sold = Amount.zero
    /// Σ `ThTien` of trade discounts.
    var discounts = Amount.zero
    /// Lines that were added.
    var count = 0

    /// What the lines come to, or `nil` where it does not fit.
    var net: Amount? { sold.subtracting(discounts) }
}

extension InvoiceReading {
    /// The lines added up; `nil` where one that counts cannot be read or the sum does not fit.
    func lineSums() -> LineSums? {
        var sums = LineSums()
        for line in lines where line.isSale || line.kind == .discount {
            guard let amount = line.amount.value else { return nil }
            if line.isSale {
                guard let sold = sums.sold.adding(amount) else { return nil }
                sums.sold = sold
            } else {
                guard let discounts = sums.discounts.adding(amount) else { return nil }
                sums.discounts = discounts
            }
            sums.count += 1
        }
        return sums
    }

    /// Σ `TPhi`, or `nil` where one cannot be read.
    func feeSum() -> Amount? {
        var sum = Amount.zero
        for fee in invoice.fees {
            guard let amount = Quantity(fee.amount, in: message).valueOrZero, let next = sum.adding(amount) else {
                return nil
            }
            sum = next
        }
        return sum
    }
}
