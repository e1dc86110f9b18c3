import InvoiceModel

extension FaultMaker {
    /// Changes of the text before it is signed.
    static func alterContent(_ parts: inout MessageParts, _ fault: Fault) {
        switch fault {
        case .badDate:
            let text = parts.plan.date.description.split(separator: "-")
            parts.draft.header.date = text.reversed().joined(separator: "/")
        case .missingAddress: parts.draft.seller.address = nil
        case .badNumber: parts.draft.totals?.net = "1.200,50"
        case .exponent: parts.draft.totals?.tax = "1E3"
        case .longName: parts.draft.buyer.name = String(repeating: "Ơ", count: 401)
        case .shortPersonalID: parts.draft.buyer.personalID = "012345678"
        case .shortBudgetCode: parts.draft.buyer.budgetCode = "123"
        case .noLines: parts.draft.lines = []
        case .lineKind: parts.draft.lines[0].kind = "7"
        case .lineWithoutAmount: parts.draft.lines[0].amount = nil
        case .unknownRate:
            for index in parts.draft.lines.indices { parts.draft.lines[index].rate = "7%" }
            parts.draft.rates = [.init(rate: "7%", net: parts.draft.totals?.net, tax: parts.draft.totals?.tax)]
        case .noTotals: parts.draft.totals = nil
        case .overCeiling: raise(&parts)
        case .badCurrency: parts.draft.header.currency = "US$"
        case .badExchangeRate:
            parts.draft.header.currency = "USD"
            parts.draft.header.rate = "26138.505"
        default: break
        }
    }

    /// Changes of what forms 3 to 6 ask for.
    static func alterForm(_ parts: inout MessageParts, _ fault: Fault) {
        switch fault {
        case .noteWithoutOrder: parts.draft.seller.more.removeAll { $0.tag == "LDDNBo" }
        case .noteWithoutContract: parts.draft.seller.more.removeAll { $0.tag == "HDKTSo" }
        case .noteWithoutWarehouse: parts.draft.buyer.address = nil
        case .letterOfNotes:
            parts.draft.header.symbol = parts.draft.header.symbol.map { "\($0.prefix(3))B\($0.suffix(2))" }
        case .assetWithoutName: parts.draft.header.name = nil
        case .reserveWithoutAddress: parts.draft.seller.address = nil
        case .reserveWithoutTotal: parts.draft.totals?.total = nil
        case .ticketRate:
            for index in parts.draft.lines.indices { parts.draft.lines[index].rate = "7%" }
            parts.draft.rates = []
        case .ticketWithoutAmount: parts.draft.lines[0].amount = nil
        default: break
        }
    }

    /// Amounts a thousand times beyond the ceiling, adding up.
    private static func raise(_ parts: inout MessageParts) {
        let net = Int128(2_000_000_000_000_000) * Amount.scale
        let text = Amount(millionths: net).description
        var line = Draft.Line()
        line.name = Names.goods[0].name
        line.unit = Names.goods[0].unit
        line.quantity = "1"
        line.price = text
        line.amount = text
        line.rate = "KCT"
        parts.draft.lines = [line]
        parts.draft.rates = [.init(rate: "KCT", net: text, tax: nil)]
        parts.draft.totals = .init(net: text, tax: "0", total: text, words: "Hai triệu tỷ đồng.")
    }
}

/// Changes of the bytes after signing.
enum ByteFaults {
    /// Makes the change that fault asks for, if any.
    static func apply(_ fault: Fault, to bytes: inout [UInt8], parts: MessageParts) throws(SynthError) {
        switch fault {
        case .tamperedAmount: try tamper(&bytes, after: "<TgTTTBSo>")
        case .tamperedTime: try tamper(&bytes, after: "T", behind: "<SigningTime")
        case .tamperedValue: try tamper(&bytes, after: "<DigestValue>")
        case .doctype: try insert("<!DOCTYPE TDiep>", before: "<TDiep", in: &bytes)
        case .entity: try insert("&nbsp;", before: "</TTChung>", in: &bytes)
        case .truncated:
            bytes.removeLast(bytes.count / 3)
            // After a tag: within a character it would be another fault.
            while let last = bytes.last, last != UInt8(ascii: ">") { bytes.removeLast() }
        case .otherEncoding:
            strip(&bytes)
            bytes = Array("<?xml version=\"1.0\" encoding=\"windows-1258\"?>".utf8) + bytes
        case .brokenUTF8: try insert([0xC3, 0x28], before: "</TTChung>", in: &bytes)
        case .trailing: bytes += Array("<TDiep/>".utf8)
        case .unboundPrefix: try insert("<x:Them/>", before: "</TTChung>", in: &bytes)
        case .controlCharacter: try insert("&#1;", before: "</TTChung>", in: &bytes)
        default: break
        }
    }

    /// Another digit, or letter, in the place of the first one after that text.
    private static func tamper(_ bytes: inout [UInt8], after text: String, behind other: String = "") throws(SynthError)
    {
        let start = try position(of: other, in: bytes, from: 0) + other.utf8.count
        let index = try position(of: text, in: bytes, from: start) + text.utf8.count
        switch bytes[index] {
        case UInt8(ascii: "1"): bytes[index] = UInt8(ascii: "2")
        case UInt8(ascii: "A"): bytes[index] = UInt8(ascii: "B")
        case UInt8(ascii: "0")...UInt8(ascii: "9"): bytes[index] = UInt8(ascii: "1")
        default: bytes[index] = UInt8(ascii: "A")
        }
    }

    private static func insert(_ text: String, before tag: String, in bytes: inout [UInt8]) throws(SynthError) {
        try insert(Array(text.utf8), before: tag, in: &bytes)
    }

    private static func insert(_ text: [UInt8], before tag: String, in bytes: inout [UInt8]) throws(SynthError) {
        bytes.insert(contentsOf: text, at: try position(of: tag, in: bytes, from: 0))
    }

    /// Takes byte order mark, XML declaration and instructions away.
    private static func strip(_ bytes: inout [UInt8]) {
        let start = (try? position(of: "<TDiep", in: bytes, from: 0)) ?? 0
        bytes.removeFirst(start)
    }

    private static func position(of text: String, in bytes: [UInt8], from start: Int) throws(SynthError) -> Int {
        let wanted = Array(text.utf8)
        guard !wanted.isEmpty else { return start }
        var index = start
        while index + wanted.count <= bytes.count {
            if bytes[index] == wanted[0], bytes[index..<index + wanted.count].elementsEqual(wanted) { return index }
            index += 1
        }
        throw .options("a message without \(text) cannot be altered there")
    }
}
