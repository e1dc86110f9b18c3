import InvoiceXML

/// What the details of special goods (`TTHHDTrung/TTin`, version 2.1.0) say.
struct SpecialGoods {
    /// Whether a detail has type, field and value.
    var isComplete = false
    /// Whether a detail names a field that the notes do not know.
    var hasUnknownField = false
    /// Whether a chassis number (`SKhung`) is given.
    var hasChassis = false
    /// Whether an engine number (`SMay`) is given.
    var hasEngine = false
    /// What is said of the one who sends freight.
    var sender: FreightSender = []

    /// The fields that the provider's notes on version 2.1.0 know.
    static let fields = [
        "SKhung", "SMay", "BKSPTVChuyen", "TNGHang", "DCNGHang", "MSTNGHang", "MDDNGHang",
    ]
}

/// What a freight line says of the one who sends the goods.
struct FreightSender: OptionSet {
    let rawValue: UInt8

    /// `TNGHang`.
    static let name = FreightSender(rawValue: 1)
    /// `DCNGHang`.
    static let address = FreightSender(rawValue: 2)
    /// `MSTNGHang` or `MDDNGHang`.
    static let code = FreightSender(rawValue: 4)
    /// All of it.
    static let complete: FreightSender = [.name, .address, .code]
}

extension InvoiceReading {
    /// The details of a line, walked only where it has some.
    func specialGoods(of line: InvoiceLine) -> SpecialGoods {
        var goods = SpecialGoods()
        guard line.specialGoods >= 0 else { return goods }
        for detail in message.children(of: line.specialGoods) where message.elements[Int(detail)].tag == .TTin {
            let field = message.field(.TTruong, in: detail)
            guard !field.isEmpty, !message.field(.DLieu, in: detail).isEmpty else { continue }
            if !message.field(.LHHDTrung, in: detail).isEmpty { goods.isComplete = true }
            let name = message.text(of: field)
            if name.equals("SKhung") { goods.hasChassis = true }
            if name.equals("SMay") { goods.hasEngine = true }
            if name.equals("TNGHang") { goods.sender.insert(.name) }
            if name.equals("DCNGHang") { goods.sender.insert(.address) }
            if name.equals("MSTNGHang") || name.equals("MDDNGHang") { goods.sender.insert(.code) }
            var isKnown = false
            for field in SpecialGoods.fields where name.equals(field) { isKnown = true }
            if !isKnown { goods.hasUnknownField = true }
        }
        return goods
    }

    /// Whether a line sells a car or motorcycle: something with a chassis or an engine number.
    var sellsVehicles: Bool {
        for line in invoice.lines where line.specialGoods >= 0 {
            let goods = specialGoods(of: line)
            if goods.hasChassis || goods.hasEngine { return true }
        }
        return false
    }
}
