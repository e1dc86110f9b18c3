import InvoiceModel
import InvoiceSignature
import OpenSSL
import Testing

/// The folder's tables as the ledger would hold them.
extension SynthFolder {
    func taxpayers() throws -> [TaxCode: Taxpayer] {
        var taxpayers: [TaxCode: Taxpayer] = [:]
        for columns in try rows("taxpayers.csv") {
            let code = try #require(TaxCode(columns[0]))
            var methods: Taxpayer.Methods = []
            if columns[4].contains("C") { methods.insert(.coded) }
            if columns[4].contains("K") { methods.insert(.uncoded) }
            if columns[4].contains("M") { methods.insert(.cashRegister) }
            taxpayers[code] = Taxpayer(
                taxCode: code,
                name: columns[1],
                officeCode: columns[2],
                status: try #require(Taxpayer.Status(rawValue: columns[3])),
                methods: methods,
                forms: Set(columns[5].split(separator: "+").compactMap { UInt8($0) }),
                cashRegisterCode: columns[6],
                registeredOn: try #require(CalendarDate(columns[7]))
            )
        }
        return taxpayers
    }

    func registry() throws -> Registry {
        var certificates: [TaxCode: [RegisteredCertificate]] = [:]
        for columns in try rows("certificates.csv") {
            certificates[try #require(TaxCode(columns[0])), default: []].append(
                RegisteredCertificate(
                    issuer: columns[1],
                    serial: columns[2],
                    validFrom: try #require(Timestamp(columns[3])),
                    validTo: try #require(Timestamp(columns[4]))
                )
            )
        }
        return Registry(taxpayers: try taxpayers(), certificates: certificates)
    }

    func trust() throws -> TrustStore {
        try TrustStore(
            anchors: PEM.blocks(bytes("anchors.pem")).map(\.der),
            crls: PEM.blocks(bytes("crl.pem")).map(\.der)
        )
    }

    /// The rows of a table without its head; quotes around a field are taken away.
    func rows(_ name: String) throws -> [[String]] {
        try text(name).split(separator: "\n").dropFirst().map { line in
            var columns = [""]
            var isQuoted = false
            for character in line {
                switch character {
                case "\"": isQuoted.toggle()
                case "," where !isQuoted: columns.append("")
                default: columns[columns.count - 1].append(character)
                }
            }
            return columns
        }
    }
}
