import InvoiceModel
import SQLite

/// Registered certificates in the store.
extension RegistryStore {
    func loadCertificates() throws(SQLiteError) -> [TaxCode: [RegisteredCertificate]] {
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
