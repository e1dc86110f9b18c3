import InvoiceModel
import SQLite

/// Taxpayers in the store, a row for each version.
struct RegistryStore {
    let connection: Connection

    /// Stands for the day of what has held since the registration: before all days there are.
    private static let sinceRegistration: Int64 = -719_163

    func load() throws(SQLiteError) -> Registry {
        var contents = RegistryContents()
        let rows = try connection.prepare(
            """
            SELECT tax_code, name, office, status, methods, forms, cash_register_code, registered_on, valid_from
            FROM taxpayer ORDER BY tax_code, valid_from
            """
        )
        while try rows.step() { contents.take(try taxpayer(rows)) }
        contents.take(try loadCertificates())
        try loadStops(&contents)
        try loadDelegations(&contents)
        return Registry(contents)
    }

    private func taxpayer(_ row: Statement) throws(SQLiteError) -> Taxpayer {
        let isFirst = row.integer(8) == RegistryStore.sinceRegistration
        guard let code = TaxCode(packed: UInt64(bitPattern: row.integer(0))),
            let status = Taxpayer.Status(rawValue: row.text(3)),
            let registeredOn = CalendarDate(stored: row.integer(7)),
            let day = isFirst ? registeredOn : CalendarDate(stored: row.integer(8))
        else { throw .damage("a taxpayer") }
        return Taxpayer(
            taxCode: code,
            name: row.text(1),
            officeCode: row.text(2),
            status: status,
            methods: Taxpayer.Methods(rawValue: UInt8(truncatingIfNeeded: row.integer(4))),
            forms: RegistryStore.forms(row.integer(5)),
            cashRegisterCode: row.text(6),
            registeredOn: registeredOn,
            validFrom: isFirst ? nil : day
        )
    }

    static func forms(_ bits: Int64) -> Set<UInt8> {
        Set((1...9).filter { bits & (1 << Int64($0)) != 0 }.map { UInt8($0) })
    }

    func replace(_ taxpayers: [Taxpayer]) throws(SQLiteError) {
        let forget = try connection.prepare("DELETE FROM taxpayer WHERE tax_code = ?")
        let insert = try connection.prepare(
            """
            INSERT OR REPLACE INTO taxpayer
            (tax_code, name, office, status, methods, forms, cash_register_code, registered_on, valid_from)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """
        )
        for taxpayer in taxpayers {
            if taxpayer.validFrom == nil {
                forget.bind(1, Int64(bitPattern: taxpayer.taxCode.packed))
                try forget.run()
            }
            insert.bind(1, Int64(bitPattern: taxpayer.taxCode.packed))
            insert.bind(2, taxpayer.name)
            insert.bind(3, taxpayer.officeCode)
            insert.bind(4, taxpayer.status.rawValue)
            insert.bind(5, Int64(taxpayer.methods.rawValue))
            insert.bind(6, taxpayer.forms.reduce(0) { $0 | 1 << Int64($1) })
            insert.bind(7, taxpayer.cashRegisterCode)
            insert.bind(8, Int64(taxpayer.registeredOn.dayNumber))
            insert.bind(9, taxpayer.validFrom.map { Int64($0.dayNumber) } ?? RegistryStore.sinceRegistration)
            try insert.run()
        }
    }
}
