import InvoiceModel
import SQLite

/// Taxpayers and their certificates in the store.
struct RegistryStore {
    let connection: Connection

    func load() throws(SQLiteError) -> Registry {
        var taxpayers: [TaxCode: Taxpayer] = [:]
        let rows = try connection.prepare(
            """
            SELECT tax_code, name, office, status, methods, forms, cash_register_code, registered_on FROM taxpayer
            """
        )
        while try rows.step() {
            guard let code = TaxCode(packed: UInt64(bitPattern: rows.integer(0))),
                let status = Taxpayer.Status(rawValue: rows.text(3))
            else { throw .damage("a taxpayer") }
            let forms = rows.integer(5)
            taxpayers[code] = Taxpayer(
                taxCode: code,
                name: rows.text(1),
                officeCode: rows.text(2),
                status: status,
                methods: Taxpayer.Methods(rawValue: UInt8(truncatingIfNeeded: rows.integer(4))),
                forms: Set((1...9).filter { forms & (1 << Int64($0)) != 0 }.map { UInt8($0) }),
                cashRegisterCode: rows.text(6),
                registeredOn: CalendarDate(dayNumber: Int32(truncatingIfNeeded: rows.integer(7)))
            )
        }
        return Registry(taxpayers: taxpayers, certificates: try loadCertificates())
    }

    private func loadCertificates() throws(SQLiteError) -> [TaxCode: [RegisteredCertificate]] {
        var lists: [TaxCode: [RegisteredCertificate]] = [:]
        let owners = try connection.prepare("SELECT tax_code FROM certificate_list")
        while try owners.step() {
            guard let code = TaxCode(packed: UInt64(bitPattern: owners.integer(0))) else {
                throw .damage("a list of certificates")
            }
            lists[code] = []
        }
        let rows = try connection.prepare(
            """
            SELECT tax_code, issuer, serial, valid_from, valid_to FROM registered_certificate
            ORDER BY tax_code, position
            """
        )
        while try rows.step() {
            guard let code = TaxCode(packed: UInt64(bitPattern: rows.integer(0))) else {
                throw .damage("a registered certificate")
            }
            lists[code, default: []].append(
                RegisteredCertificate(
                    issuer: rows.text(1),
                    serial: rows.text(2),
                    validFrom: Timestamp(localSeconds: rows.integer(3)),
                    validTo: Timestamp(localSeconds: rows.integer(4))
                )
            )
        }
        return lists
    }

    func replace(_ taxpayers: [Taxpayer]) throws(SQLiteError) {
        let insert = try connection.prepare("INSERT OR REPLACE INTO taxpayer VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
        for taxpayer in taxpayers {
            insert.bind(1, Int64(bitPattern: taxpayer.taxCode.packed))
            insert.bind(2, taxpayer.name)
            insert.bind(3, taxpayer.officeCode)
            insert.bind(4, taxpayer.status.rawValue)
            insert.bind(5, Int64(taxpayer.methods.rawValue))
            insert.bind(6, taxpayer.forms.reduce(0) { $0 | 1 << Int64($1) })
            insert.bind(7, taxpayer.cashRegisterCode)
            insert.bind(8, Int64(taxpayer.registeredOn.dayNumber))
            try insert.run()
        }
    }

    func replace(_ lists: [TaxCode: [RegisteredCertificate]]) throws(SQLiteError) {
        let list = try connection.prepare("INSERT OR IGNORE INTO certificate_list VALUES (?)")
        let delete = try connection.prepare("DELETE FROM registered_certificate WHERE tax_code = ?")
        let insert = try connection.prepare("INSERT INTO registered_certificate VALUES (?, ?, ?, ?, ?, ?)")
        for (code, certificates) in lists.sorted(by: { $0.key < $1.key }) {
            let owner = Int64(bitPattern: code.packed)
            list.bind(1, owner)
            try list.run()
            delete.bind(1, owner)
            try delete.run()
            for (position, certificate) in certificates.enumerated() {
                insert.bind(1, owner)
                insert.bind(2, Int64(position))
                insert.bind(3, certificate.issuer)
                insert.bind(4, certificate.serial)
                insert.bind(5, certificate.validFrom.localSeconds)
                insert.bind(6, certificate.validTo.localSeconds)
                try insert.run()
            }
        }
    }
}
