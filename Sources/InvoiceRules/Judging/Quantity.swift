import InvoiceModel
import InvoiceXML

/// A number of the invoice: absent, unreadable, or a value; parsed once.
struct Quantity: Sendable {
    private enum State: UInt8 {
        case absent
        case unreadable
        case value
    }

    private let state: State
    private let stored: Amount

    /// Reads a field.
    init(_ field: Field, in message: ParsedMessage) {
        guard !field.isEmpty else {
            state = .absent
            stored = .zero
            return
        }
        let amount = Amount(wire: message.text(of: field))
        state = amount == nil ? .unreadable : .value
        stored = amount ?? .zero
    }

    /// The value, or `nil` where there is none or it cannot be read.
    var value: Amount? { state == .value ? stored : nil }
    /// The value, zero where nothing stands; `nil` where it cannot be read.
    var valueOrZero: Amount? { state == .unreadable ? nil : stored }
    /// Whether nothing stands there.
    var isAbsent: Bool { state == .absent }
    /// Whether a value other than zero, or something unreadable, stands there.
    var isSomething: Bool { state == .unreadable || stored != .zero }
}

/// What a line is (`TChat`; Decision 1450, appendix IV; 5 since version 2.1.0).
enum LineKind: UInt8, Sendable {
    /// Goods or services.
    case goods = 1
    /// Promotion.
    case promotion = 2
    /// Trade discount.
    case discount = 3
    /// Note.
    case note = 4
    /// Special goods.
    case special = 5
}

/// One line with its numbers read.
struct LineReading: Sendable {
    /// `TChat`, or `nil` outside 1…5.
    let kind: LineKind?
    /// `SLuong`.
    let quantity: Quantity
    /// `DGia`.
    let price: Quantity
    /// `STCKhau`.
    let discount: Quantity
    /// `TLCKhau`.
    let discountRate: Quantity
    /// `ThTien`.
    let amount: Quantity
    /// `TSuat` where it is on the list.
    let rate: TaxRate?

    /// Reads a line; what its form does not know stays unread.
    init(_ line: InvoiceLine, in message: ParsedMessage, readsRate: Bool) {
        kind = message.text(of: line.kind).digit.flatMap(LineKind.init)
        quantity = Quantity(line.quantity, in: message)
        price = Quantity(line.price, in: message)
        discount = Quantity(line.discount, in: message)
        discountRate = Quantity(line.discountRate, in: message)
        amount = Quantity(line.amount, in: message)
        rate = readsRate && !line.rate.isEmpty ? TaxRate(wire: message.text(of: line.rate)) : nil
    }

    /// Whether it is sold: goods, services, special goods.
    var isSale: Bool { kind == .goods || kind == .special }
}

/// One row of the table by rate with its numbers read.
struct RateReading: Sendable {
    /// `TSuat` where it is on the list.
    let rate: TaxRate?
    /// `ThTien`.
    let net: Quantity
    /// `TThue`.
    let tax: Quantity

    /// Reads a row.
    init(_ row: RateRow, in message: ParsedMessage) {
        rate = row.rate.isEmpty ? nil : TaxRate(wire: message.text(of: row.rate))
        net = Quantity(row.net, in: message)
        tax = Quantity(row.tax, in: message)
    }
}
