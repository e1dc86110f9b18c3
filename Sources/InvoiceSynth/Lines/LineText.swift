import InvoiceModel

/// Bytes of NDJSON being written, and the words they are made of.
struct LineText {
    /// What was written.
    var bytes: [UInt8] = []

    /// The words of the thousand numbers below 1,000: at the beginning with a capital letter, and after it with all
    /// their hundreds.
    private static let first = Pieces(
        (0..<1_000).map { number in
            let words = Words.three(number, isFirst: true)
            return words.prefix(1).uppercased() + words.dropFirst()
        }
    )
    private static let next = Pieces((0..<1_000).map { " " + Words.three($0, isFirst: false) })
    private static let groups = Pieces(Words.groups)

    private let first = LineText.first
    private let next = LineText.next
    private let groups = LineText.groups

    /// Text as a string of JSON.
    static func string(_ text: String) -> String {
        var quoted = "\""
        for character in text.unicodeScalars {
            if character == "\"" || character == "\\" { quoted.append("\\") }
            quoted.unicodeScalars.append(character)
        }
        return quoted + "\""
    }

    /// Appends bytes.
    @inline(__always)
    mutating func put(_ text: [UInt8]) {
        bytes.append(contentsOf: text)
    }

    /// Appends a whole number.
    @inline(__always)
    mutating func put(_ number: Int64) {
        var digits = InlineArray<20, UInt8>(repeating: 0)
        var rest = number.magnitude
        var place = 20
        repeat {
            place -= 1
            digits[place] = 0x30 + UInt8(truncatingIfNeeded: rest % 10)
            rest /= 10
        } while rest > 0
        if number < 0 { bytes.append(0x2D) }
        while place < 20 {
            bytes.append(digits[place])
            place += 1
        }
    }

    /// Appends an amount in words, as `Words.text` writes it, without its full stop.
    mutating func putWords(_ amount: Int64) {
        precondition(amount > 0, "lines have amounts")
        var place = 0
        var power: Int64 = 1
        while amount / power >= 1_000 {
            power *= 1_000
            place += 1
        }
        first.append(Int(amount / power), to: &bytes)
        groups.append(place, to: &bytes)
        var rest = amount % power
        while place > 0 {
            place -= 1
            power /= 1_000
            let group = Int(rest / power)
            rest %= power
            guard group > 0 else { continue }
            next.append(group, to: &bytes)
            groups.append(place, to: &bytes)
        }
    }
}

/// Short texts one after another.
struct Pieces: Sendable {
    private var bytes: [UInt8] = []
    private var starts: [Int] = [0]

    init(_ texts: [String]) {
        for text in texts {
            bytes += text.utf8
            starts.append(bytes.count)
        }
    }

    /// How many.
    var count: Int { starts.count - 1 }

    /// Appends one of them.
    @inline(__always)
    func append(_ index: Int, to output: inout [UInt8]) {
        output.append(contentsOf: bytes[starts[index]..<starts[index + 1]])
    }
}
