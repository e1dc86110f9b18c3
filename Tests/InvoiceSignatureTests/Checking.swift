import InvoiceModel
import InvoiceSignature
import InvoiceXML
import Testing

/// Checks the first invoice of a message; by default under the test's trust, at noon.
func check(
    _ bytes: [UInt8],
    trust: TrustStore? = nil,
    registry: Registry = .empty,
    policy: Policy = Policy(),
    at receivedAt: Timestamp = TestPki.receivedAt
) throws -> InvoiceVerification {
    let message = try parsed(bytes)
    let invoice = try #require(message.invoices.first)
    return SignatureChecker(trust: try trust ?? TestPki.shared.trust(), policy: policy)
        .check(invoice: invoice, in: message, registry: registry, receivedAt: receivedAt)
}

/// A finding's code and place, as tests compare them.
struct Spot: Hashable, CustomStringConvertible {
    let code: RuleCode
    let path: String

    init(_ code: RuleCode, _ path: String) {
        self.code = code
        self.path = path
    }

    var description: String { "\(code.slug) \(path)" }
}

extension InvoiceVerification {
    var spots: [Spot] { findings.map { Spot($0.code, $0.path) } }
}
