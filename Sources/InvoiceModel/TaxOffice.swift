/// A tax office (`MCQT`): five digits, with its province since the merger of 2025.
public struct TaxOffice: Sendable, Hashable {
    /// Five digits.
    public var code: String
    /// The province or city, as `Tỉnh An Giang`.
    public var province: String
    /// Its name, as `Thuế cơ sở 2-Hà Nội`.
    public var name: String

    /// Every office, sorted by code.
    public static let all: [TaxOffice] = TaxOfficeTable.text.split(separator: "\n").compactMap { line in
        let columns = line.split(separator: "\t")
        guard columns.count == 3 else { return nil }
        return TaxOffice(code: String(columns[0]), province: String(columns[1]), name: String(columns[2]))
    }

    /// The office of that code, or `nil` outside the list.
    public static func named(_ code: String) -> TaxOffice? { byCode[code] }

    private static let byCode: [String: TaxOffice] = Dictionary(
        uniqueKeysWithValues: all.map { ($0.code, $0) }
    )
}
