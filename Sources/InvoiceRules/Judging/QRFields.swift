/// The fields of a QR code (Decision 1450, part I.IV.7): two digits of id, two of length in characters, then the value.
struct QRFields: ~Escapable {
    private let text: Span<UInt8>

    /// The fields of a text, or of a field's value.
    @_lifetime(copy text)
    init(_ text: Span<UInt8>) {
        self.text = text
    }

    /// Whether the text is fields to its end.
    var isWhole: Bool {
        var place = 0
        while let field = field(at: place) { place = field.value.upperBound }
        return place == text.count
    }

    /// The value of the first field of that id, or `nil`.
    @_lifetime(copy self)
    func value(_ id: Int) -> Span<UInt8>? {
        var place = 0
        while let field = field(at: place) {
            if field.id == id { return text.extracting(field.value) }
            place = field.value.upperBound
        }
        return nil
    }

    private func field(at place: Int) -> (id: Int, value: Range<Int>)? {
        guard let id = digits(at: place), let length = digits(at: place + 2), length > 0 else { return nil }
        var end = place + 4
        for _ in 0..<length {
            guard end < text.count else { return nil }
            end += 1
            while end < text.count, text[end] & 0xC0 == 0x80 { end += 1 }
        }
        return (id, place + 4..<end)
    }

    private func digits(at place: Int) -> Int? {
        guard place + 2 <= text.count, text.extracting(place..<place + 2).isDigits(2) else { return nil }
        return Int(text[place] - UInt8(ascii: "0")) * 10 + Int(text[place + 1] - UInt8(ascii: "0"))
    }
}
