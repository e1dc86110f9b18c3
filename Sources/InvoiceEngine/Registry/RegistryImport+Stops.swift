import InvoiceModel

/// `taxpayers stops` and `taxpayers delegations`.
extension RegistryImport {
    /// Reads `tax_code,cause,from,to,kinds,notice`.
    static func stops(_ file: InputFile) throws(EngineError) -> [UsageStop] {
        let table = try RegistryTable(file, required: ["tax_code", "cause", "from"])
        return try table.map(name: file.name) { (cell) throws(CellFault) in try stop(cell) }
    }

    /// Reads `delegator,delegate,from,to,forms,symbols`.
    static func delegations(_ file: InputFile) throws(EngineError) -> [Delegation] {
        let table = try RegistryTable(file, required: ["delegator", "delegate", "from"])
        return try table.map(name: file.name) { (cell) throws(CellFault) in try delegation(cell) }
    }

    private static func stop(_ cell: Cells) throws(CellFault) -> UsageStop {
        let causes = UsageStop.Cause.allCases.map(\.rawValue).joined(separator: ", ")
        let from = try parse(cell, "from", momentWords) { moment($0, endOfDay: false) }
        return try UsageStop(
            taxCode: taxCode(cell),
            cause: parse(cell, "cause", "one of \(causes)") { UsageStop.Cause(rawValue: $0) },
            from: from,
            to: optional(cell, "to", "\(momentWords), not before \(from)") { text in
                moment(text, endOfDay: true).flatMap { from <= $0 ? $0 : nil }
            },
            kinds: parse(cell, "kinds", "any of C, K and M joined by +, or empty for all", methods),
            notice: parse(cell, "notice", "one line") { $0.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F } ? $0 : nil }
        )
    }

    private static func delegation(_ cell: Cells) throws(CellFault) -> Delegation {
        let from = try parse(cell, "from", dayWords) { CalendarDate($0) }
        return try Delegation(
            delegator: taxCode(cell, "delegator"),
            delegate: taxCode(cell, "delegate"),
            from: from,
            to: optional(cell, "to", "\(dayWords), not before \(from)") { text in
                CalendarDate(text).flatMap { from <= $0 ? $0 : nil }
            },
            forms: parse(cell, "forms", "digits 1 to 9 joined by +, or empty for all", forms),
            symbols: parse(cell, "symbols", "symbols such as C26TAA joined by +, or empty for all") {
                Delegation.symbols($0)
            }
        )
    }
}
