import InvoiceModel

/// Registry files into values: `taxpayers import` and `taxpayers certificates`.
enum RegistryImport {
    typealias Cells = (String) throws(CellFault) -> String

    /// Reads `tax_code,name,office_code,status,methods,forms,cash_register_code,registered_on`, and `valid_from` where
    /// there is such a column.
    ///
    /// - Returns: rows without a day first: they say what held before the others, wherever in the file they stand.
    static func taxpayers(_ file: InputFile) throws(EngineError) -> [Taxpayer] {
        let table = try RegistryTable(
            file,
            required: ["tax_code", "name", "office_code", "status", "methods", "forms", "registered_on"]
        )
        let taxpayers = try table.map(name: file.name) { (cell) throws(CellFault) in try taxpayer(cell) }
        return taxpayers.filter { $0.validFrom == nil } + taxpayers.filter { $0.validFrom != nil }
    }

    /// Reads `tax_code,issuer,serial,valid_from,valid_to`: the certificates of each taxpayer.
    static func certificates(_ file: InputFile) throws(EngineError) -> [(TaxCode, RegisteredCertificate)] {
        let table = try RegistryTable(file, required: ["tax_code", "serial", "valid_from", "valid_to"])
        return try table.map(name: file.name) { (cell) throws(CellFault) in try certificate(cell) }
    }

    private static func taxpayer(_ cell: Cells) throws(CellFault) -> Taxpayer {
        let status = try parse(cell, "status", "active, suspended or closed") { Taxpayer.Status(rawValue: $0) }
        return try Taxpayer(
            taxCode: taxCode(cell),
            name: parse(cell, "name", "a name") { $0.isEmpty ? nil : $0 },
            officeCode: cell("office_code"),
            status: status,
            methods: parse(cell, "methods", "any of C, K and M joined by +", methods),
            forms: parse(cell, "forms", "digits 1 to 9 joined by +", forms),
            cashRegisterCode: cell("cash_register_code"),
            registeredOn: parse(cell, "registered_on", dayWords) { CalendarDate($0) },
            validFrom: optional(cell, "valid_from", dayWords) { CalendarDate($0) }
        )
    }

    private static func certificate(_ cell: Cells) throws(CellFault) -> (TaxCode, RegisteredCertificate) {
        let serial = try parse(cell, "serial", "a hexadecimal number") { text in
            let isSerial = !text.isEmpty && text.allSatisfy { $0.isHexDigit || $0 == ":" || $0 == " " }
            return isSerial ? text : nil
        }
        let certificate = try RegisteredCertificate(
            issuer: cell("issuer"),
            serial: serial,
            validFrom: parse(cell, "valid_from", momentWords) { moment($0, endOfDay: false) },
            validTo: parse(cell, "valid_to", momentWords) { moment($0, endOfDay: true) }
        )
        return (try taxCode(cell), certificate)
    }

    static func taxCode(_ cell: Cells, _ column: String = "tax_code") throws(CellFault) -> TaxCode {
        try parse(cell, column, "a tax code (10 digits, 10 and a branch -001, or 12 digits)") { TaxCode($0) }
    }

    static func parse<Value>(
        _ cell: Cells,
        _ column: String,
        _ expected: String,
        _ read: (String) -> Value?
    ) throws(CellFault) -> Value {
        let text = try cell(column)
        guard let value = read(text) else { throw CellFault(column: column, found: text, expected: expected) }
        return value
    }

    /// As `parse`; `nil` for an empty cell.
    static func optional<Value>(
        _ cell: Cells,
        _ column: String,
        _ expected: String,
        _ read: (String) -> Value?
    ) throws(CellFault) -> Value? {
        try cell(column).isEmpty ? nil : parse(cell, column, expected, read)
    }

    static func methods(_ text: String) -> Taxpayer.Methods? {
        var methods: Taxpayer.Methods = []
        for part in text.split(separator: "+") {
            switch part {
            case "C": methods.insert(.coded)
            case "K": methods.insert(.uncoded)
            case "M": methods.insert(.cashRegister)
            default: return nil
            }
        }
        return methods
    }

    static func forms(_ text: String) -> Set<UInt8>? {
        var forms: Set<UInt8> = []
        for part in text.split(separator: "+") {
            guard let digit = UInt8(part), (1...9).contains(digit) else { return nil }
            forms.insert(digit)
        }
        return forms
    }

    static let dayWords = "a day as YYYY-MM-DD"
    static let momentWords = "a day as YYYY-MM-DD or a time as YYYY-MM-DDThh:mm:ss"

    /// A time, or a day read as its first or last second.
    static func moment(_ text: String, endOfDay: Bool) -> Timestamp? {
        if let time = Timestamp(text) { return time }
        guard let day = CalendarDate(text) else { return nil }
        return endOfDay ? Timestamp(day.advanced(by: 1)).advanced(bySeconds: -1) : Timestamp(day)
    }
}
