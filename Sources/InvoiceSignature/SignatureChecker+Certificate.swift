import InvoiceModel
import InvoiceXML
import OpenSSL

/// A certificate and the moments it must hold at.
struct CertificateCase {
    let known: KnownCertificate
    let signingTime: Timestamp?
    let receivedAt: Timestamp
}

extension SignatureChecker {
    /// Validity, chain, revocation; of an expected owner also registration.
    func checkCertificate(
        _ item: CertificateCase,
        _ identity: SignerIdentity,
        _ reading: inout SignatureReading
    ) -> SignatureReport.Chain {
        let isValid = checkValidity(item, isAuthority: identity.isAuthority, &reading)
        if case .owner(let owner) = identity { checkOwner(item, owner, &reading) }
        guard let trust = identity.isAuthority ? trust.authorities : trust.sellers else { return .unchecked }
        // The authority's own signatures stay good after its certificate's end.
        let moment = identity.isAuthority ? item.signingTime ?? item.receivedAt : item.receivedAt
        let verdict = item.known.verdict(of: trust, at: moment.unixSeconds)
        let element = reading.parts.certificate
        if verdict.outcome == .untrusted {
            reading.find(
                .sigCertChain,
                element,
                expected: "a chain to a trusted certificate",
                found: "\(item.known.certificate.issuer): \(verdict.reason)"
            )
            return .untrusted
        }
        if let since = verdict.revokedSince, since <= moment.unixSeconds {
            let found = Timestamp(unixSeconds: since).description
            reading.find(.sigCertNotRevoked, element, expected: "not revoked at \(moment)", found: found)
            return .revoked
        }
        if let until = verdict.listedUntil, until < moment.unixSeconds {
            let found = "a list due for renewal at \(Timestamp(unixSeconds: until))"
            reading.find(.sigRevocationFresh, element, expected: "a revocation list for \(moment)", found: found)
        }
        if verdict.outcome == .expired, isValid {
            reading.find(.sigCertValidAtReceipt, element, expected: "\(moment)", found: verdict.reason)
        }
        return verdict.outcome == .expired || !isValid ? .expired : .trusted
    }

    private func checkValidity(
        _ item: CertificateCase,
        isAuthority: Bool,
        _ reading: inout SignatureReading
    ) -> Bool {
        let certificate = item.known.certificate
        let element = reading.parts.certificate
        var isValid = true
        if let moment = item.signingTime, !certificate.isValid(at: moment.unixSeconds) {
            reading.find(.sigCertValidAtSigning, element, expected: validity(of: certificate), found: "\(moment)")
            isValid = false
        }
        if !isAuthority, !certificate.isValid(at: item.receivedAt.unixSeconds) {
            let found = "\(item.receivedAt)"
            reading.find(.sigCertValidAtReceipt, element, expected: validity(of: certificate), found: found)
            isValid = false
        }
        return isValid
    }

    private func checkOwner(_ item: CertificateCase, _ owner: ExpectedOwner, _ reading: inout SignatureReading) {
        let certificate = item.known.certificate
        let element = reading.parts.certificate
        if !owner.matches(item.known) {
            let found = certificate.userIDs.isEmpty ? certificate.subject : certificate.userIDs.joined(separator: ", ")
            reading.find(.sigCertOwner, element, expected: owner.description, found: found)
        }
        guard let list = owner.registered(item.known) else { return }
        let moment = item.signingTime ?? item.receivedAt
        if !item.known.isRegistered(on: list, at: moment) {
            reading.find(
                .sigCertRegistered,
                element,
                expected: "a certificate registered for \(moment)",
                found: "serial \(certificate.serial), issuer \(certificate.issuer)"
            )
        }
    }

    private func validity(of certificate: Certificate) -> String {
        "\(Timestamp(unixSeconds: certificate.notBefore)) … \(Timestamp(unixSeconds: certificate.notAfter))"
    }

    /// Reads the signing time and holds it against the receipt.
    func signingTime(
        _ reading: inout SignatureReading,
        _ receivedAt: Timestamp,
        checksWindow: Bool
    ) -> Timestamp? {
        let element = reading.parts.signingTime
        guard element >= 0 else { return nil }
        let field = reading.message.field(of: element)
        let time = SigningTimeText(reading.message.text(of: field))
        guard let moment = time.moment else {
            reading.find(
                .sigCoversSigningTime,
                element,
                expected: "YYYY-MM-DDThh:mm:ss",
                found: reading.message.string(of: field)
            )
            return nil
        }
        if time.hasZone {
            reading.find(
                .envDatetimeZone,
                element,
                expected: "YYYY-MM-DDThh:mm:ss",
                found: reading.message.string(of: field)
            )
        }
        guard checksWindow else { return moment }
        if moment > receivedAt.advanced(bySeconds: policy.clockTolerance) {
            reading.find(.sigTimeNotFuture, element, expected: "≤ \(receivedAt)", found: "\(moment)")
        }
        let earliest = receivedAt.advanced(bySeconds: -policy.signingLateness)
        if moment < earliest {
            reading.find(.sigTimeNotOld, element, expected: "≥ \(earliest)", found: "\(moment)")
        }
        return moment
    }
}

extension KnownCertificate {
    /// Whether it stands on its owner's registered list for that moment.
    func isRegistered(on list: [RegisteredCertificate], at moment: Timestamp) -> Bool {
        list.contains { entry in
            entry.serial == certificate.serial && entry.validFrom <= moment && moment <= entry.validTo
                && isIssuer(entry.issuer)
        }
    }

    /// Taxpayers write issuers in several ways: as the whole name in any order of spaces, or its common name alone.
    private func isIssuer(_ registered: String) -> Bool {
        guard !registered.isEmpty, registered != certificate.issuer else { return true }
        let parts = KnownCertificate.nameParts(certificate.issuer)
        if parts.contains("CN=\(registered)") || parts.contains("cn=\(registered)") { return true }
        return Set(KnownCertificate.nameParts(registered)) == Set(parts)
    }

    private static func nameParts(_ name: String) -> [String] {
        name.split(separator: ",").map { part in
            let text = part.drop { $0 == " " }
            return String(text.prefix { $0 != "=" }.uppercased() + text.drop { $0 != "=" })
        }
    }
}
