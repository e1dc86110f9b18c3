import InvoiceModel

/// A total in Vietnamese words (`TgTTTBChu`).
enum Words {
    private static let digits = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"]
    static let groups = ["", " nghìn", " triệu", " tỷ", " nghìn tỷ", " triệu tỷ"]

    /// The amount rounded to whole units, with the currency's name; cents are named for foreign currencies.
    static func text(of amount: Amount, currency: String) -> String {
        let magnitude = amount.millionths.magnitude
        let units: UInt128
        var cents: UInt128 = 0
        if currency == "VND" {
            units = (magnitude + UInt128(Amount.scale) / 2) / UInt128(Amount.scale)
        } else {
            let allCents = (magnitude + 5_000) / 10_000
            units = allCents / 100
            cents = allCents % 100
        }
        var text = amount.millionths < 0 ? "âm " : ""
        text += number(units) + " " + unitName(currency)
        if cents > 0 { text += " và " + number(cents) + " xu" }
        return text.prefix(1).uppercased() + text.dropFirst() + "."
    }

    private static func unitName(_ currency: String) -> String {
        switch currency {
        case "VND": "đồng"
        case "USD": "đô la Mỹ"
        default: "euro"
        }
    }

    private static func number(_ value: UInt128) -> String {
        guard value > 0 else { return digits[0] }
        var parts: [String] = []
        var rest = value
        var place = 0
        while rest > 0, place < groups.count {
            let group = Int(rest % 1_000)
            rest /= 1_000
            if group > 0 { parts.append(three(group, isFirst: rest == 0) + groups[place]) }
            place += 1
        }
        return parts.reversed().joined(separator: " ")
    }

    /// Three digits; the hundreds are spoken even where they are zero, unless the number begins here.
    static func three(_ value: Int, isFirst: Bool) -> String {
        let (hundreds, tens, ones) = (value / 100, value / 10 % 10, value % 10)
        var words: [String] = []
        if hundreds > 0 || !isFirst { words += [digits[hundreds], "trăm"] }
        switch tens {
        case 0: if ones > 0, !words.isEmpty { words.append("lẻ") }
        case 1: words.append("mười")
        default: words += [digits[tens], "mươi"]
        }
        switch ones {
        case 0: break
        case 1 where tens > 1: words.append("mốt")
        case 5 where tens > 0: words.append("lăm")
        default: words.append(digits[ones])
        }
        return words.joined(separator: " ")
    }
}
