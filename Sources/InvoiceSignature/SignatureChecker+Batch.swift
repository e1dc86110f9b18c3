public import InvoiceModel
public import InvoiceXML

extension SignatureChecker {
    /// Checks the seller's signature over a package of cash-register invoices (`CKSNNT`, messages 206 and 216).
    ///
    /// It must cover `DLieu` as a whole. Where it is missing or does not hold, `sig.batch-206` comes first, and what
    /// is wrong with it follows.
    public func checkBatch(
        _ message: ParsedMessage,
        registry: Registry,
        receivedAt: Timestamp
    ) -> BatchVerification {
        let owner = ExpectedOwner(batch: message, registry: registry)
        var batch = BatchVerification()
        hashing.begin()
        for signature in message.batchSignatures.prefix(SignatureChecker.signatureLimit) {
            guard let scope = SignatureScope(batchSignature: signature, in: message) else { continue }
            let checked = check(signature, by: .taxpayer, scope, message, .owner(owner), receivedAt)
            batch.reports.append(checked.report)
            batch.findings += doubledIds(of: signature, scope, in: message) + checked.findings
        }
        if message.batchSignatures.count > SignatureChecker.signatureLimit {
            let path = message.path(of: message.batchSignatures[SignatureChecker.signatureLimit])
            batch.findings.append(
                Finding(.sigStructure, path: path, expected: "at most \(SignatureChecker.signatureLimit) signatures")
            )
        }
        if batch.reports.isEmpty { batch.reports = [SignatureReport(by: .taxpayer, integrity: .absent)] }
        if let stray = strayInvoice(in: message) {
            batch.findings.append(Finding(.sigCoversData, path: message.path(of: stray)))
        }
        let isCovering = !batch.findings.contains { $0.code == .sigCoversData }
        if !isCovering || batch.reports.contains(where: { $0.integrity != .valid }) {
            batch.findings.insert(Finding(.sigBatch206, path: "TDiep/CKSNNT/Signature"), at: 0)
        }
        return batch
    }

    /// What `checkBatch` reports without any signature being checked: signing times, and how these are written.
    public func outlineBatch(_ message: ParsedMessage) -> BatchVerification {
        var batch = BatchVerification()
        for signature in message.batchSignatures.prefix(SignatureChecker.signatureLimit) {
            guard let scope = SignatureScope(batchSignature: signature, in: message) else { continue }
            var reading = SignatureReading(message: message, signature: signature, scope: scope)
            reading.read()
            var report = SignatureReport(by: .taxpayer, integrity: .invalid)
            report.signingTime = signingTime(&reading, Timestamp(localSeconds: 0), checksWindow: false)
            batch.reports.append(report)
            batch.findings += reading.findings.filter { $0.code == .envDatetimeZone }
        }
        if batch.reports.isEmpty { batch.reports = [SignatureReport(by: .taxpayer, integrity: .absent)] }
        return batch
    }

    /// An invoice outside the `DLieu` that is signed: one in a second `DLieu`, which a policy might let pass.
    private func strayInvoice(in message: ParsedMessage) -> Int32? {
        guard message.content >= 0 else { return nil }
        let end = message.elements[Int(message.content)].end
        return message.invoices.map(\.root).first { $0 < message.content || $0 >= end }
    }

    /// Another element with the Id of `DLieu`, or two of one Id inside the signature, would let two programs see two
    /// things signed.
    private func doubledIds(of signature: Int32, _ scope: SignatureScope, in message: ParsedMessage) -> [Finding] {
        [message.rival(of: scope.data), message.duplicateID(inside: signature)].compactMap { doubled in
            guard let doubled else { return nil }
            let id = message.attribute(named: "Id", of: doubled)
            return Finding(
                .sigIdScope,
                path: message.path(of: doubled),
                expected: "the Id of DLieu once in TDiep, each Id once in the signature",
                found: id.isPresent ? message.string(of: id) : nil
            )
        }
    }

    /// Checks a signature on a single invoice of a package: nobody asks for it, so a bad one only warns.
    func checkUnasked(
        _ signature: Int32,
        _ scope: SignatureScope,
        _ message: ParsedMessage,
        _ owner: ExpectedOwner,
        _ receivedAt: Timestamp
    ) -> CheckedSignature {
        var checked = check(signature, by: .seller, scope, message, .owner(owner), receivedAt)
        let first = checked.findings.first { policy.severity(of: $0.code) == .reject }
        checked.findings = first.map { [Finding(.sigExemptCash, path: $0.path, found: $0.code.slug)] } ?? []
        return checked
    }
}

/// What checking one signature gave.
struct CheckedSignature {
    let report: SignatureReport
    var findings: [Finding]
    /// Whether the delegate's certificate made it; `nil` where there is no delegate, or no certificate.
    var isOfDelegate: Bool?
}

extension InvoiceVerification {
    mutating func add(_ checked: CheckedSignature) {
        reports.append(checked.report)
        findings += checked.findings
    }
}
