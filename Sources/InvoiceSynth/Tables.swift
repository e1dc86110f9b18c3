import InvoiceModel
import OpenSSL

/// The folder's tables and certificates beside the messages.
enum Tables {
    /// `taxpayers.csv`.
    static func taxpayers(_ population: Population) -> String {
        taxpayers(population.registered.map(\.taxpayer))
    }

    /// `taxpayers.csv` of some taxpayers.
    static func taxpayers(_ registered: [Taxpayer]) -> String {
        var text = "tax_code,name,office_code,status,methods,forms,cash_register_code,registered_on\n"
        for taxpayer in registered {
            let forms = taxpayer.forms.sorted().map(String.init).joined(separator: "+")
            let fields = [
                "\(taxpayer.taxCode)", quoted(taxpayer.name), taxpayer.officeCode, taxpayer.status.rawValue,
                taxpayer.methods.letters, forms, taxpayer.cashRegisterCode, "\(taxpayer.registeredOn)",
            ]
            text += fields.joined(separator: ",") + "\n"
        }
        return text
    }

    /// `certificates.csv`: what each taxpayer registered.
    static func certificates(_ population: Population, _ infrastructure: Infrastructure) -> String {
        var text = "tax_code,issuer,serial,valid_from,valid_to\n"
        func add(_ party: Party, _ certificate: Certificate, serial: String? = nil, days: Int64 = 0) {
            let from = Timestamp(unixSeconds: certificate.notBefore)
            let to = Timestamp(unixSeconds: certificate.notAfter + days * 86_400)
            // Issuer names contain commas.
            let fields = [
                "\(party.taxCode)", quoted(certificate.issuer), serial ?? certificate.serial, "\(from)", "\(to)",
            ]
            text += fields.joined(separator: ",") + "\n"
        }
        for (party, signer) in zip(population.sellers, infrastructure.sellers) { add(party, signer.certificate) }
        for role in Role.allCases {
            guard let party = population.special[role], let signer = infrastructure.special[role] else { continue }
            switch role {
            // Whose list was never imported: only the certificate's owner, or the registry, is wrong.
            case .stranger, .unknown: break
            // A list that names another certificate.
            case .unlisted: add(party, signer.certificate, serial: "00ABCDEF")
            // Registered for longer than it is valid: only the certificate is wrong.
            case .expired, .lapsed: add(party, signer.certificate, days: 400)
            default: add(party, signer.certificate)
            }
        }
        for (party, signer) in zip(population.batchSellers, infrastructure.batchSellers) {
            add(party, signer.certificate)
        }
        return text
    }

    private static func quoted(_ text: String) -> String {
        guard text.contains(where: { $0 == "," || $0 == "\"" }) else { return text }
        return "\"" + text.map { $0 == "\"" ? "\"\"" : String($0) }.joined() + "\""
    }
}
