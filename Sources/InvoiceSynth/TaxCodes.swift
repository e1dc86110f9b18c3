import InvoiceModel

/// Draws tax codes that exist only here: the middle digits are 999, which no real code observed has.
struct TaxCodes: Sendable {
    private var used: Set<UInt64> = []
    private var random: Random

    init(random: Random) {
        self.random = random
    }

    /// Ten digits with a valid check digit.
    mutating func organisation() -> TaxCode {
        let weights = [31, 29, 23, 19, 17, 13, 7, 5, 3]
        while true {
            let digits = [random.below(7), random.below(9) + 1, 9, 9, 9] + (0..<4).map { _ in random.below(10) }
            let check = 10 - zip(weights, digits).reduce(0) { $0 + $1.0 * $1.1 } % 11
            guard check < 10 else { continue }
            let text = (digits + [check]).map(String.init).joined()
            guard let code = TaxCode(text), code.hasValidCheckDigit, used.insert(code.packed).inserted else { continue }
            return code
        }
    }

    /// A branch of an organisation.
    mutating func branch(of parent: TaxCode, number: Int) -> TaxCode {
        precondition(parent.shape == .organisation && (1...999).contains(number), "a branch has 001…999 and a parent")
        let digits = String(number)
        guard let code = TaxCode("\(parent)-" + String(repeating: "0", count: 3 - digits.utf8.count) + digits) else {
            preconditionFailure("ten digits, a dash and three digits are a tax code")
        }
        used.insert(code.packed)
        return code
    }

    /// Twelve digits: a personal identification number that begins with 000, which no province has.
    mutating func person() -> TaxCode {
        while true {
            let text = "000" + (0..<9).map { _ in String(random.below(10)) }.joined()
            guard let code = TaxCode(text), used.insert(code.packed).inserted else { continue }
            return code
        }
    }
}
