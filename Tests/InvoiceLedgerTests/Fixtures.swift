import DurableFiles
import Foundation
import InvoiceCode
import InvoiceModel
import OpenSSL
import Testing

@testable import InvoiceLedger

/// A folder of its own for one test, removed with the object.
final class Folder {
    let path: String

    init() throws {
        path = NSTemporaryDirectory() + "xacthuc-ledger-\(UUID().uuidString)"
        try DurableFiles.makeDirectory(path, mode: 0o700)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }
}

let morning = Timestamp(localSeconds: 1_795_000_000)
let operatorAction = Actor("operator", at: morning)

let authority = AuthorityIdentity(
    certificateDER: [1, 2, 3],
    certificatePEM: Array("certificate\n".utf8),
    privateKeyPEM: Array("private\n".utf8)
)

extension Ledger {
    /// A test ledger whose keys come from a seed.
    static func test(in folder: Folder, name: String = "ledger", seed: String? = "one") throws -> Ledger {
        try create(
            at: "\(folder.path)/\(name)",
            settings: LedgerSettings(isTest: true, seed: seed, fixedClock: morning, createdAt: morning),
            authority: authority,
            by: operatorAction
        )
    }

    /// Admits messages as one batch, with a plain reply to each, and commits.
    @discardableResult
    func take(
        _ submissions: [Submission],
        policy: Policy = Policy(),
        rules: @escaping AdmissionRules = { _, _ in [] }
    ) throws -> [Admission] {
        let batch = try beginBatch(policy: policy, rules: rules)
        let admissions = try submissions.map { try batch.admit($0) }
        for admission in admissions { try answer(admission, in: batch) }
        try batch.commit()
        return admissions
    }

    /// Sets a plain reply.
    func answer(_ admission: Admission, in batch: AdmissionBatch) throws {
        guard let id = admission.id else { return }
        let kind: ReplyFacts.Kind
        var notice: UInt64?
        switch admission.outcome {
        case .issued: kind = .issued
        case .registered(_, let number): (kind, notice) = (.results, number)
        case .refused(.notice, let number): (kind, notice) = (.refused, number)
        case .refused(.technical, _), .unreadable: kind = .technical
        case .duplicate, .repeated, .lines, .manifest: return
        }
        let facts = ReplyFacts(
            kind: kind,
            replyID: replyID(id, .reply),
            repliedAt: morning,
            elementID: replyID(id, .element),
            signatureID: replyID(id, .signature),
            timeID: replyID(id, .time),
            noticeNumber: notice,
            signature: kind == .technical ? [] : [7, 8, 9],
            signer: kind == .technical ? 0 : 1
        )
        try batch.setReply(facts, bytes: kind == .issued ? nil : Array("reply \(id.sequence)".utf8), for: id)
    }
}

/// A digest of any text.
func digest(_ text: String) -> Digest {
    Digest(SHA256.hash(Array(text.utf8)).span)
}

/// One rate's amounts in whole units.
func rate(_ text: String, net: Int64, tax: Int64) throws -> InvoiceFacts.RateAmounts {
    let bytes = Array(text.utf8)
    let rate = TaxRate(wire: bytes.span)
    return InvoiceFacts.RateAmounts(
        rate: try #require(rate),
        net: Amount(units: net),
        tax: Amount(units: tax)
    )
}

/// Facts of a small VAT invoice; change what a test is about.
func invoiceFacts(
    seller: String = "0101234567",
    form: UInt8 = 1,
    symbol: String = "C26TAA",
    number: UInt32 = 1,
    date: String = "2026-11-18",
    currency: String = "VND",
    rates: [InvoiceFacts.RateAmounts]? = nil,
    office: String = "10100"
) throws -> InvoiceFacts {
    let standard = try rate("8%", net: 1_000_000, tax: 80_000)
    let rows = rates ?? [standard]
    let net = rows.reduce(Amount.zero) { Amount(millionths: $0.millionths + $1.net.millionths) }
    let tax = rows.reduce(Amount.zero) { Amount(millionths: $0.millionths + $1.tax.millionths) }
    return InvoiceFacts(
        key: InvoiceKey(
            seller: try #require(TaxCode(seller)),
            form: try #require(InvoiceForm(form)),
            symbol: try #require(InvoiceSymbol(symbol)),
            number: try #require(InvoiceNumber(number))
        ),
        date: try #require(CalendarDate(date)),
        currency: try #require(Currency(currency)),
        exchangeRate: nil,
        buyer: TaxCode("0109999999"),
        net: net,
        tax: tax,
        total: Amount(millionths: net.millionths + tax.millionths),
        rates: rows,
        related: nil,
        officeCode: office
    )
}

/// A message around those facts; `text` makes its bytes, `content` its digest of the content.
func submission(
    _ verdict: Submission.Verdict,
    text: String,
    messageID: String? = nil,
    receivedAt: Timestamp = morning,
    findings: [WeighedFinding] = []
) -> Submission {
    let bytes = Array(text.utf8)
    return Submission(
        bytes: bytes,
        sha256: Digest(SHA256.hash(bytes).span),
        receivedAt: receivedAt,
        messageID: messageID ?? "V0101234567\(digest(text).description.prefix(32).uppercased())",
        sender: "V0101234567",
        taxpayer: "0101234567",
        type: verdict.isMany ? "206" : "200",
        verdict: verdict,
        findings: findings
    )
}

/// An acceptable message.
func good(
    _ facts: InvoiceFacts,
    text: String,
    content: String? = nil,
    messageID: String? = nil,
    receivedAt: Timestamp = morning
) -> Submission {
    submission(
        .acceptable(facts, contentDigest: digest(content ?? text)),
        text: text,
        messageID: messageID,
        receivedAt: receivedAt
    )
}

extension Submission.Verdict {
    fileprivate var isMany: Bool { if case .many = self { true } else { false } }
}

/// A message of many.
func many(
    _ invoices: [InvoiceSubmission],
    text: String,
    messageID: String? = nil,
    receivedAt: Timestamp = morning,
    findings: [WeighedFinding] = []
) -> Submission {
    submission(.many(invoices), text: text, messageID: messageID, receivedAt: receivedAt, findings: findings)
}

/// An acceptable invoice of such a message; `content` makes the digest of its content.
func one(_ facts: InvoiceFacts, content: String, cashCode: String? = nil) -> InvoiceSubmission {
    InvoiceSubmission(
        verdict: .acceptable(facts, contentDigest: digest(content)),
        cashCode: cashCode.flatMap { CashRegisterCode($0) }
    )
}
