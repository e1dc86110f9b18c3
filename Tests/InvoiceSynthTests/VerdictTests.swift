import InvoiceModel
import InvoiceRules
import InvoiceSignature
import InvoiceSynth
import InvoiceXML
import Testing

/// The manifest against this project's own reader, signature check and rules, one message at a time.
@Suite struct VerdictTests {
    /// What only the order of messages tells: the ledger's answer, not the message's.
    private static let byOrder: Set<String> = [
        "id.unique-tuple", "env.msgid-unique", "rel.original-exists", "rel.not-already-replaced",
    ]

    private static let forms: [Set<UInt8>] = [[], [], [3, 4, 5, 6], [6]]

    @Test(arguments: zip([UInt64(3), 4, 5, 6], VerdictTests.forms))
    func `every message is judged as the manifest says`(seed: UInt64, forms: Set<UInt8>) throws {
        let folder = SynthFolder()
        _ = try folder.run {
            $0.seed = seed
            $0.invoices = 400
            $0.badShare = 0.5
            $0.forms = forms
        }
        let registry = try folder.registry()
        let checker = SignatureChecker(trust: try folder.trust(), policy: Policy())
        let receivedAt = Timestamp(SynthFolder.today).advanced(bySeconds: 9 * 3_600)
        for line in try folder.manifest() {
            let bytes = try folder.bytes(try #require(line["file"] as? String))
            let expected = Set(line["codes"] as? [String] ?? []).subtracting(VerdictTests.byOrder)
            let found = codes(of: bytes, registry: registry, checker: checker, receivedAt: receivedAt)
            #expect(found == expected, "seed \(seed): \(line)")
        }
    }

    private func codes(
        of bytes: [UInt8],
        registry: Registry,
        checker: SignatureChecker,
        receivedAt: Timestamp
    ) -> Set<String> {
        let policy = Policy()
        switch ParsedMessage.read(bytes, limits: policy.limits) {
        case .unreadable(let fault, _): return [fault.code.slug]
        case .message(let message):
            var findings = InvoiceRules.envelope(message: message, policy: policy)
            if let invoice = message.invoices.first {
                let verification = checker.check(
                    invoice: invoice,
                    in: message,
                    registry: registry,
                    receivedAt: receivedAt
                )
                findings += verification.findings
                findings +=
                    InvoiceRules.judge(
                        invoice: invoice,
                        in: message,
                        registry: registry,
                        receivedAt: receivedAt,
                        signedAt: verification.reports.first?.signingTime,
                        policy: policy
                    ).findings
            }
            return Set(policy.weigh(findings).filter { $0.severity == .reject }.map(\.finding.code.slug))
        }
    }
}
