import InvoiceModel

/// Reads `SigningTime`: `YYYY-MM-DDThh:mm:ss`, and what vendors add to it.
struct SigningTimeText {
    /// The moment; `nil` where it cannot be read.
    let moment: Timestamp?
    /// Whether a zone follows. `Z` is read as local time: that is what those vendors mean.
    let hasZone: Bool

    init(_ text: Span<UInt8>) {
        guard text.count >= 19, let local = Timestamp(wire: text.extracting(0..<19)) else {
            moment = nil
            hasZone = false
            return
        }
        var index = 19
        if index < text.count, text[index] == UInt8(ascii: ".") {
            let start = index + 1
            index = start
            while index < text.count, SigningTimeText.digit(text[index]) != nil { index += 1 }
            guard index > start else {
                moment = nil
                hasZone = false
                return
            }
        }
        let zone = text.extracting(index..<text.count)
        if zone.isEmpty {
            moment = local
            hasZone = false
        } else if zone.count == 1, zone[0] | 0x20 == UInt8(ascii: "z") {
            moment = local
            hasZone = true
        } else {
            moment = SigningTimeText.offset(zone).map { local.advanced(bySeconds: Timestamp.zoneOffset - $0) }
            hasZone = true
        }
    }

    /// The seconds of `+hh:mm`, or `nil`.
    private static func offset(_ zone: Span<UInt8>) -> Int64? {
        guard zone.count == 6, zone[0] == UInt8(ascii: "+") || zone[0] == UInt8(ascii: "-"),
            zone[3] == UInt8(ascii: ":"), let tens = digit(zone[1]), let ones = digit(zone[2]),
            let minuteTens = digit(zone[4]), let minutes = digit(zone[5])
        else { return nil }
        let seconds = (tens * 10 + ones) * 3_600 + (minuteTens * 10 + minutes) * 60
        guard seconds <= 14 * 3_600, minuteTens < 6 else { return nil }
        return zone[0] == UInt8(ascii: "-") ? -seconds : seconds
    }

    private static func digit(_ byte: UInt8) -> Int64? {
        byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") ? Int64(byte - UInt8(ascii: "0")) : nil
    }
}
