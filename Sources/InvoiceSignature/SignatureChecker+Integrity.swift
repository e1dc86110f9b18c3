import InvoiceModel
import InvoiceXML
import OpenSSL

extension SignatureChecker {
    /// Checks one signature: structure, coverage, digests and value, certificate, time.
    func check(
        _ signature: Int32,
        by signer: SignatureReport.Signer,
        _ scope: SignatureScope,
        _ message: ParsedMessage,
        _ identity: SignerIdentity,
        _ receivedAt: Timestamp
    ) -> CheckedSignature {
        var reading = SignatureReading(message: message, signature: signature, scope: scope)
        reading.read()
        var report = SignatureReport(by: signer, integrity: .invalid, context: .inPlace)
        if let algorithm = reading.parts.algorithm { report.algorithm = algorithm.name }
        checkCoverage(&reading, scope, signer, identity)
        let known = certificate(&reading)
        if let known { checkKey(known, &reading) }
        checkHolds(&reading, scope, known, &report)
        report.signingTime = signingTime(&reading, receivedAt, checksWindow: !identity.isAuthority)
        if let known {
            let case_ = CertificateCase(known: known, signingTime: report.signingTime, receivedAt: receivedAt)
            report.chain = checkCertificate(case_, identity, &reading)
        }
        var checked = CheckedSignature(report: report, findings: reading.findings)
        if let known, case .owner(let owner) = identity { checked.isOfDelegate = owner.isDelegate(known) }
        return checked
    }

    /// The data, the signing time and, by the authority, the code must each be under a reference that covers them.
    private func checkCoverage(
        _ reading: inout SignatureReading,
        _ scope: SignatureScope,
        _ signer: SignatureReport.Signer,
        _ identity: SignerIdentity
    ) {
        let message = reading.message
        var coversData = false
        var coversCode = scope.code < 0 || signer != .authority
        var coversTime = false
        let time = reading.parts.signingTime
        for reference in reading.references where reference.target >= 0 {
            if holdsReplaced(reference.target, by: signer, reading) {
                reading.find(
                    .sigStructure,
                    reference.element,
                    expected: "references to the signed data and to the signature's own Object",
                    found: message.path(of: reference.target, below: scope.root)
                )
                continue
            }
            guard !reference.isEmptied else { continue }
            let end = message.elements[Int(reference.target)].end
            coversTime = coversTime || reference.target <= time && time < end
            coversData = coversData || reference.target == scope.data
            coversCode = coversCode || reference.target == scope.code
        }
        if scope.data < 0 || !coversData || !coversCode {
            let missed = coversData ? scope.code : scope.data
            let found = missed >= 0 ? message.path(of: missed, below: scope.root) : nil
            reading.find(.sigCoversData, max(reading.parts.signedInfo, reading.signature), found: found)
        }
        if reading.parts.signingTimes > 1 {
            reading.find(.sigStructure, reading.signature, expected: "one SigningTime")
        }
        if !coversTime, time >= 0 || identity.needsSigningTime {
            reading.find(.sigCoversSigningTime, time >= 0 ? time : reading.signature)
        }
    }

    /// Whether an element is or holds something that a reply puts in or takes out: then the signature could not stand
    /// in the reply.
    private func holdsReplaced(
        _ target: Int32,
        by signer: SignatureReport.Signer,
        _ reading: SignatureReading
    ) -> Bool {
        let element = reading.message.elements[Int(target)]
        if target <= reading.signature, reading.signature < element.end { return true }
        switch element.tag {
        case .DSCKS: return true
        case .MCCQT, .CQT: return signer != .authority
        default: return false
        }
    }

    private func certificate(_ reading: inout SignatureReading) -> KnownCertificate? {
        let element = reading.parts.certificate
        guard element >= 0 else {
            reading.find(.sigCertAttached, reading.signature)
            return nil
        }
        if !reading.parts.hasSubjectName { reading.find(.sigSubjectName, element) }
        let field = reading.message.field(of: element)
        guard let known = certificates.certificate(reading.message.text(of: field)) else {
            reading.find(.sigCertAttached, element, expected: "X.509, DER in base64")
            return nil
        }
        return known
    }

    private func checkKey(_ known: KnownCertificate, _ reading: inout SignatureReading) {
        let element = reading.parts.certificate
        switch known.certificate.publicKey.kind {
        case .rsa(let bits) where !(1_024...4_096).contains(bits):
            reading.find(.sigKeySizeServed, element, expected: "1024…4096", found: "\(bits)")
            reading.parts.isComputable = false
        case .rsa(let bits) where bits < 2_048:
            reading.find(.sigKeySize, element, expected: "2048", found: "\(bits)")
        case .other:
            reading.find(.sigKeySizeServed, element, expected: "RSA 1024…4096, P-256")
            reading.parts.isComputable = false
        case .rsa, .p256: break
        }
        if let algorithm = reading.parts.algorithm {
            if !algorithm.fits(known.certificate.publicKey.kind), reading.parts.isComputable {
                reading.find(
                    .sigAlgorithmKnown,
                    reading.parts.method,
                    expected: "an algorithm of the certificate's key",
                    found: algorithm.name
                )
                reading.parts.isComputable = false
            }
            let usesSHA1 = reading.references.contains { $0.hash == .sha1 }
            if algorithm.hash == .sha1 || usesSHA1 {
                reading.find(.sigAlgorithm, reading.parts.method, expected: "SHA-256", found: "SHA-1")
            }
        }
    }

    /// Digests and value: in place first; with the invoice as a document of its own where that fails and there is
    /// something around it to blame.
    private func checkHolds(
        _ reading: inout SignatureReading,
        _ scope: SignatureScope,
        _ known: KnownCertificate?,
        _ report: inout SignatureReport
    ) {
        guard reading.parts.isComputable, let known, let algorithm = reading.parts.algorithm,
            let key = known.context(algorithm.hash)
        else { return }
        let failures = failures(reading, isAlone: false, algorithm, key)
        if failures.isEmpty {
            report.integrity = .valid
            return
        }
        if scope.hasContext, scope.canStandAlone,
            self.failures(reading, isAlone: true, algorithm, key).isEmpty
        {
            report.integrity = .valid
            report.context = .ownDocument
            reading.find(.sigOwnDocument, reading.signature)
            return
        }
        for element in failures { reading.find(.sigDigestAndValue, element) }
    }

    /// The `DigestValue` and `SignatureValue` elements that do not hold.
    private func failures(
        _ reading: SignatureReading,
        isAlone: Bool,
        _ algorithm: SignatureAlgorithm,
        _ key: VerifyContext
    ) -> [Int32] {
        let message = reading.message
        func context(_ element: Int32) -> Canonicalizer.Context {
            isAlone ? reading.scope.ownDocument(of: element, in: message) : .inPlace
        }
        var failed: [Int32] = []
        for reference in reading.references {
            guard let hash = reference.hash else { continue }
            let target = reference.isEmptied ? -1 : reference.target
            let digest = hashing.digest(of: target, in: message, context(target), hash)
            guard hashing.isCanonical, hashing.bytes(ofBase64: reference.digestValue, in: message) == digest else {
                failed.append(reference.digestValue)
                continue
            }
        }
        let digest = hashing.digest(
            ofSignedInfo: reading.parts.signedInfo,
            in: message,
            context(reading.parts.signedInfo),
            keepsComments: reading.parts.keepsComments ?? false,
            algorithm.hash
        )
        guard hashing.isCanonical, let value = hashing.bytes(ofBase64: reading.parts.value, in: message),
            key.verify(digest: digest.span, signature: value.span)
        else {
            failed.append(reading.parts.value)
            return failed
        }
        return failed
    }
}
