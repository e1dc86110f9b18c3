import InvoiceModel
import InvoiceSignature
import InvoiceSynth
import InvoiceXML
import Testing

/// The manifest against this project's own reader and signature check, one message at a time.
@Suite struct VerdictTests {
    /// The reader's and the signature check's codes.
    private static func isJudged(_ code: String) -> Bool { code.hasPrefix("xml.") || code.hasPrefix("sig.") }

    @Test(arguments: [UInt64(3), 4])
    func `every message is judged as the manifest says`(seed: UInt64) throws {
        let folder = SynthFolder()
        _ = try folder.run {
            $0.seed = seed
            $0.invoices = 400
            $0.badShare = 0.5
        }
        let registry = try folder.registry()
        let checker = SignatureChecker(trust: try folder.trust(), policy: Policy())
        let receivedAt = Timestamp(SynthFolder.today).advanced(bySeconds: 9 * 3_600)
        for line in try folder.manifest() {
            let bytes = try folder.bytes(try #require(line["file"] as? String))
            let expected = Set(line["codes"] as? [String] ?? []).filter(VerdictTests.isJudged)
            let found = codes(of: bytes, registry: registry, checker: checker, receivedAt: receivedAt).filter(
                VerdictTests.isJudged
            )
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
            guard let invoice = message.invoices.first else { return [] }
            let findings = checker.check(
                invoice: invoice,
                in: message,
                registry: registry,
                receivedAt: receivedAt
            ).findings
            return Set(policy.weigh(findings).filter { $0.severity == .reject }.map(\.finding.code.slug))
        }
    }
}
