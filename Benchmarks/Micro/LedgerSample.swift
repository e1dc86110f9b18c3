import Foundation
import InvoiceLedger
import InvoiceModel
import OpenSSL

/// A fresh test ledger, and submissions that are always new.
final class LedgerSample {
    static let batch = 256

    private let ledger: Ledger
    private let bytes = [UInt8](repeating: UInt8(ascii: "x"), count: 5_000)
    private let moment: Timestamp
    private let hash = HashContext(.sha256)
    private var next: UInt32 = 1

    init() throws {
        guard let moment = Timestamp("2026-11-20T09:00:00") else { preconditionFailure("a real moment") }
        self.moment = moment
        let folder = FileManager.default.temporaryDirectory.appending(path: "xacthuc-micro-ledger").path
        try? FileManager.default.removeItem(atPath: folder)
        let key = try PrivateKey.generate(.p256)
        let builder = CertificateBuilder(
            subject: DistinguishedName([DistinguishedName.Part("CN", "TEST")]),
            serial: [1],
            notBefore: moment.unixSeconds,
            notAfter: moment.unixSeconds + 86_400,
            role: .signer
        )
        let certificate = try builder.selfSigned(by: key)
        ledger = try Ledger.create(
            at: folder,
            settings: LedgerSettings(isTest: true, seed: "micro", fixedClock: moment, createdAt: moment),
            authority: AuthorityIdentity(
                certificateDER: certificate.der,
                certificatePEM: Array(PEM.text(label: "CERTIFICATE", der: certificate.der).utf8),
                privateKeyPEM: key.pem
            ),
            by: Actor("micro", at: moment)
        )
    }

    /// One batch from admission to its durable point.
    func commitBatch() throws {
        let submissions = (0..<LedgerSample.batch).map { _ in submission() }
        let batch = try ledger.beginBatch(policy: Policy()) { _, _ in [] }
        for admission in try batch.admit(submissions) {
            guard case .issued = admission.outcome, let id = admission.id else {
                preconditionFailure("nothing speaks against it")
            }
            let facts = ReplyFacts(
                kind: .issued,
                replyID: ledger.replyID(id, .reply),
                repliedAt: moment,
                elementID: ledger.replyID(id, .element),
                signatureID: ledger.replyID(id, .signature),
                timeID: ledger.replyID(id, .time),
                signature: [UInt8](repeating: 1, count: 64),
                signer: 1
            )
            try batch.setReply(facts, for: id)
        }
        try batch.commit()
    }

    private func submission() -> Submission {
        guard let seller = TaxCode("0199999991"), let form = InvoiceForm(1), let symbol = InvoiceSymbol("C26TAA"),
            let number = InvoiceNumber(next)
        else { preconditionFailure("legal values") }
        let digest = Digest(hash.hash(Array("\(next)".utf8)).span)
        let facts = InvoiceFacts(
            key: InvoiceKey(seller: seller, form: form, symbol: symbol, number: number),
            date: moment.date,
            currency: .vnd,
            exchangeRate: nil,
            buyer: nil,
            net: Amount(units: 1_000_000),
            tax: Amount(units: 80_000),
            total: Amount(units: 1_080_000),
            rates: [
                InvoiceFacts.RateAmounts(
                    rate: TaxRate(kind: .percent, hundredths: 800),
                    net: Amount(units: 1_000_000),
                    tax: Amount(units: 80_000)
                )
            ],
            related: nil,
            officeCode: "10100"
        )
        let name = "V0199999983" + String(digest.description.uppercased().prefix(32))
        next += 1
        return Submission(
            bytes: bytes,
            sha256: digest,
            receivedAt: moment,
            messageID: name,
            sender: "V0199999983",
            taxpayer: "0199999991",
            type: "200",
            verdict: .acceptable(facts, contentDigest: digest),
            findings: []
        )
    }
}
