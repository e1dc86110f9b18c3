public import InvoiceModel
import OpenSSL

/// What checking the signer of a manifest gave.
public struct ManifestVerification: Sendable, Hashable {
    /// For each line that it vouches for.
    public var report: SignatureReport
    /// Everything found; the policy weighs it.
    public var findings: [Finding]
    /// Those of the signer's tax codes whose list of registered certificates was imported and does not have this one:
    /// it does not sign for them. That it signs for none is a finding.
    public var unregistered: [TaxCode] = []
}

extension SignatureChecker {
    /// The path of what is found about a manifest's signature.
    private static let path = "manifest"

    /// Judges the signature of a manifest as that of an invoice is judged: key, certificate, chain, revocation, time.
    /// Whose lines the signer may vouch for, is asked line by line.
    public func check(
        _ manifest: SignedManifest,
        registry: Registry,
        receivedAt: Timestamp
    ) -> ManifestVerification {
        var report = SignatureReport(by: .taxpayer, algorithm: manifest.algorithm, integrity: .valid)
        report.signingTime = manifest.signingTime
        let text = manifest.certificateText
        guard let known = certificates.certificate(text.span) else {
            report.integrity = .invalid
            let finding = Finding(.sigCertAttached, path: SignatureChecker.path)
            return ManifestVerification(report: report, findings: [finding])
        }
        var reading = ManifestReading(manifest: manifest, known: known, receivedAt: receivedAt)
        reading.checkKey()
        reading.checkTime(policy)
        report.chain = reading.checkChain(trust.sellers)
        let unregistered = reading.checkRegistered(registry)
        return ManifestVerification(report: report, findings: reading.findings, unregistered: unregistered)
    }

    /// The digest that a code stands for, of an invoice that a line gave: its content is canonical as it stands.
    public func contentDigest(of content: Span<UInt8>) -> Digest {
        hashing.digest(of: content)
    }

    /// What is found in the signature of one manifest.
    private struct ManifestReading {
        let manifest: SignedManifest
        let known: KnownCertificate
        let receivedAt: Timestamp
        var findings: [Finding] = []

        private mutating func find(_ code: RuleCode, expected: String? = nil, found: String? = nil) {
            findings.append(Finding(code, path: SignatureChecker.path, expected: expected, found: found))
        }

        private var certificate: Certificate { known.certificate }

        mutating func checkKey() {
            switch certificate.publicKey.kind {
            case .rsa(let bits) where !(1_024...4_096).contains(bits):
                find(.sigKeySizeServed, expected: "1024…4096", found: "\(bits)")
            case .rsa(let bits) where bits < 2_048: find(.sigKeySize, expected: "2048", found: "\(bits)")
            case .other: find(.sigKeySizeServed, expected: "RSA 1024…4096, P-256")
            case .rsa, .p256: break
            }
            if manifest.algorithm.isEmpty, certificate.publicKey.kind != .other {
                find(.sigAlgorithmKnown, expected: "sha256, sha384, sha512")
            }
            if manifest.usesSHA1 { find(.sigAlgorithm, expected: "SHA-256", found: "SHA-1") }
        }

        mutating func checkTime(_ policy: Policy) {
            guard let moment = manifest.signingTime else {
                let wanted = "a signingTime that can be read, among what is signed (RFC 5652, 11.3)"
                return find(.sigCoversSigningTime, expected: wanted)
            }
            let latest = receivedAt.advanced(bySeconds: policy.clockTolerance)
            if moment > latest { find(.sigTimeNotFuture, expected: "≤ \(receivedAt)", found: "\(moment)") }
            let earliest = receivedAt.advanced(bySeconds: -policy.signingLateness)
            if moment < earliest { find(.sigTimeNotOld, expected: "≥ \(earliest)", found: "\(moment)") }
        }

        /// Validity, chain, revocation.
        mutating func checkChain(_ trust: TrustChain?) -> SignatureReport.Chain {
            let isValid = checkValidity()
            guard let trust else { return .unchecked }
            let verdict = known.verdict(of: trust, at: receivedAt.unixSeconds)
            if verdict.outcome == .untrusted {
                find(
                    .sigCertChain,
                    expected: "a chain to a trusted certificate",
                    found: "\(certificate.issuer): \(verdict.reason)"
                )
                return .untrusted
            }
            if let since = verdict.revokedSince, since <= receivedAt.unixSeconds {
                let found = Timestamp(unixSeconds: since).description
                find(.sigCertNotRevoked, expected: "not revoked at \(receivedAt)", found: found)
                return .revoked
            }
            if let until = verdict.listedUntil, until < receivedAt.unixSeconds {
                let found = "a list due for renewal at \(Timestamp(unixSeconds: until))"
                find(.sigRevocationFresh, expected: "a revocation list for \(receivedAt)", found: found)
            }
            if verdict.outcome == .expired, isValid {
                find(.sigCertValidAtReceipt, expected: "\(receivedAt)", found: verdict.reason)
            }
            return verdict.outcome == .expired || !isValid ? .expired : .trusted
        }

        private mutating func checkValidity() -> Bool {
            var isValid = true
            if let moment = manifest.signingTime, !certificate.isValid(at: moment.unixSeconds) {
                find(.sigCertValidAtSigning, expected: validity, found: "\(moment)")
                isValid = false
            }
            if !certificate.isValid(at: receivedAt.unixSeconds) {
                find(.sigCertValidAtReceipt, expected: validity, found: "\(receivedAt)")
                isValid = false
            }
            return isValid
        }

        private var validity: String {
            "\(Timestamp(unixSeconds: certificate.notBefore)) … \(Timestamp(unixSeconds: certificate.notAfter))"
        }

        /// Which of its owners have a registered list that it is not on; a finding where all of them do.
        mutating func checkRegistered(_ registry: Registry) -> [TaxCode] {
            let moment = manifest.signingTime ?? receivedAt
            let unregistered = manifest.signers.filter { signer in
                registry.certificates[signer].map { !known.isRegistered(on: $0, at: moment) } ?? false
            }
            guard !unregistered.isEmpty, unregistered.count == manifest.signers.count else { return unregistered }
            find(
                .sigCertRegistered,
                expected: "a certificate registered for \(moment)",
                found: "serial \(certificate.serial), issuer \(certificate.issuer)"
            )
            return unregistered
        }
    }
}
