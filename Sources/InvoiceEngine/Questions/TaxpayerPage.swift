import InvoiceLedger
public import InvoiceModel

extension Engine {
    /// All that the registry holds of a taxpayer: a row for each version, certificate, stop and delegation.
    ///
    /// - Throws: `.notFound` where nothing is known of that tax code.
    public func taxpayer(_ taxCode: TaxCode) throws(EngineError) -> Report {
        let registry = try storing { () throws(LedgerError) in try ledger.registry() }
        let rows =
            TaxpayerPage.versions(registry.versions(of: taxCode))
            + (registry.certificates[taxCode] ?? []).map(TaxpayerPage.row)
            + registry.stops(of: taxCode).map(TaxpayerPage.row)
            + registry.delegations(with: taxCode).map { TaxpayerPage.row($0, of: taxCode) }
        guard !rows.isEmpty else {
            throw EngineError(.notFound, "\(taxCode): nothing is known of that tax code.")
        }
        return Report(columns: [.init("kind"), .init("from"), .init("to"), .init("what")], rows: rows)
    }
}

/// What the registry holds of a taxpayer, in words.
private enum TaxpayerPage {
    static func versions(_ versions: [Taxpayer]) -> [[String?]] {
        versions.enumerated().map { place, version in
            let next = place + 1 < versions.count ? versions[place + 1].validFrom : nil
            let words = [
                version.status.rawValue, "methods \(listed(version.methods.letters))", "forms \(forms(version.forms))",
                "cash registers \(listed(version.cashRegisterCode))", "office \(version.officeCode)", version.name,
            ]
            return [
                "version", "\(version.validFrom ?? version.registeredOn)", next.map { "\($0.advanced(by: -1))" },
                words.joined(separator: ", "),
            ]
        }
    }

    static func row(_ certificate: RegisteredCertificate) -> [String?] {
        let issuer = certificate.issuer.isEmpty ? "" : " of \(certificate.issuer)"
        return ["certificate", "\(certificate.validFrom)", "\(certificate.validTo)", certificate.serial + issuer]
    }

    static func row(_ stop: UsageStop) -> [String?] {
        let notice = stop.notice.isEmpty ? "" : ", notice \(stop.notice)"
        let kinds = stop.kinds.isEmpty ? "all invoices" : "invoices \(stop.kinds.letters)"
        return ["stop \(stop.cause.rawValue)", "\(stop.from)", stop.to.map { "\($0)" }, kinds + notice]
    }

    static func row(_ delegation: Delegation, of taxCode: TaxCode) -> [String?] {
        let party =
            delegation.delegator == taxCode ? "to \(delegation.delegate)" : "by \(delegation.delegator)"
        let words = [
            party, delegation.forms.isEmpty ? "all forms" : "forms \(forms(delegation.forms))",
            delegation.symbols.isEmpty ? "all symbols" : "symbols \(delegation.symbolText)",
        ]
        return ["delegation", "\(delegation.from)", delegation.to.map { "\($0)" }, words.joined(separator: ", ")]
    }

    private static func forms(_ forms: Set<UInt8>) -> String {
        listed(forms.sorted().map { String($0) }.joined(separator: "+"))
    }

    /// A dash where there is none.
    private static func listed(_ text: String) -> String { text.isEmpty ? "–" : text }
}
