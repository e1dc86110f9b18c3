import DurableFiles
import InvoiceCode
import InvoiceLedger
import InvoiceModel
import InvoiceRules
import InvoiceSignature
import InvoiceXML
import OpenSSL

extension Engine {
    /// Whether a code, or an invoice in a file with its code, is authentic, and why.
    ///
    /// - Parameter subject: a code of 34 characters or a cash register's, or the path of a reply 202 or an `HDon` that
    ///   carries a code.
    /// - Throws: `.file` where the subject is neither a code nor a file that can be read.
    public func verify(_ subject: String) throws(EngineError) -> Authenticity {
        if let code = AuthenticationCode(subject.uppercased()) { return try verify(code).authenticity }
        if let code = CashRegisterCode(subject.uppercased()) { return try verify(code).authenticity }
        return try verify(InputFile(name: subject))
    }

    /// The steps that a code alone allows: is it ours, and whose.
    private func verify(
        _ code: AuthenticationCode
    ) throws(EngineError) -> (authenticity: Authenticity, record: InvoiceRecord?) {
        var authenticity = Authenticity(code: code.description)
        let lookup = try storing { () throws(LedgerError) in try ledger.lookup(code) }
        guard let record = lookup.record else {
            authenticity.add("code", false, lookup.sentence)
            return (authenticity, nil)
        }
        authenticity.add(
            "code",
            true,
            "The code was given by this ledger on \(record.receivedOn) to \(record.words)."
        )
        addState(of: record, to: &authenticity)
        return (authenticity, record)
    }

    /// Whether an invoice was registered here with that code of a cash register: such a code proves nothing by itself.
    private func verify(
        _ code: CashRegisterCode
    ) throws(EngineError) -> (authenticity: Authenticity, record: InvoiceRecord?) {
        var authenticity = Authenticity(code: code.description)
        guard let record = try storing({ () throws(LedgerError) in try ledger.lookup(code) }) else {
            authenticity.add("code", false, "No invoice was registered here with that code of a cash register.")
            return (authenticity, nil)
        }
        authenticity.add("code", true, "The code was registered here on \(record.receivedOn) with \(record.words).")
        addState(of: record, to: &authenticity)
        return (authenticity, record)
    }

    private func addState(of record: InvoiceRecord, to authenticity: inout Authenticity) {
        guard record.state == .replaced || record.state == .adjusted else { return }
        authenticity.add("state", nil, "The invoice has been \(record.state.rawValue) since.")
    }

    private func verify(_ file: InputFile) throws(EngineError) -> Authenticity {
        let state = try state()
        let input = try InputReader(limits: state.policy.limits).read(file)
        var authenticity = Authenticity(code: nil)
        guard input.fault == nil, case .message(let message) = ParsedMessage.read(input.bytes, limits: .unlimited)
        else {
            authenticity.add("document", false, "The file is not well-formed XML.")
            return authenticity
        }
        guard message.invoices.count == 1, let invoice = message.invoices.first else {
            authenticity.add(
                "document",
                false,
                "The file does not hold one invoice (HDon) but \(message.invoices.count)."
            )
            return authenticity
        }
        var record: InvoiceRecord?
        let text = message.string(of: invoice.code)
        if let code = CashRegisterCode(text) {
            (authenticity, record) = try verify(code)
        } else if let code = AuthenticationCode(text) {
            (authenticity, record) = try verify(code)
        } else {
            authenticity.add("code", false, "The invoice carries no code of 34 characters (MCCQT).")
            return authenticity
        }
        let checker = SignatureChecker(trust: state.trust, policy: state.policy)
        let verified = checker.check(
            invoice: invoice,
            in: message,
            registry: state.registry ?? .empty,
            receivedAt: now()
        )
        addStructure(verified, invoice, message, state.policy, to: &authenticity)
        // What a cash register coded is signed by nobody alone: its package was.
        if record?.code != nil || AuthenticationCode(text) != nil {
            try addSignatures(verified, invoice, message, to: &authenticity)
        }
        addExtraSignatures(verified, to: &authenticity)
        if let record { try addContent(verified, invoice, message, state, record, to: &authenticity) }
        return authenticity
    }

    /// That there is one content and one code, and that the signatures are about them: otherwise valid signatures and a
    /// true code could stand beside something that no one signed.
    private func addStructure(
        _ verified: InvoiceVerification,
        _ invoice: ParsedInvoice,
        _ message: ParsedMessage,
        _ policy: Policy,
        to authenticity: inout Authenticity
    ) {
        var places = verified.findings
            .filter { Engine.structural.contains($0.code) && policy.severity(of: $0.code) == .reject }
            .map { "\($0.path) (\($0.code.slug))" }
        if message.count(of: .MCCQT, in: invoice.root) > 1 { places.append("HDon/MCCQT[2]") }
        guard !places.isEmpty else { return }
        authenticity.add(
            "structure",
            false,
            "The file holds what the signatures do not cover, or holds it twice: \(places.joined(separator: ", "))."
        )
    }

    private static let structural: Set<RuleCode> = [
        .sigCoversData, .sigIdScope, .sigReferenceOutside, .sigSingleData, .sigStructure, .sigTransforms,
    ]

    /// Seller's and authority's signatures: digests and values, and that the authority's key is ours.
    private func addSignatures(
        _ verified: InvoiceVerification,
        _ invoice: ParsedInvoice,
        _ message: ParsedMessage,
        to authenticity: inout Authenticity
    ) throws(EngineError) {
        let sellerHolds = verified.reports.allSatisfy { $0.by != .seller || $0.integrity == .valid }
        authenticity.add(
            "seller_signature",
            sellerHolds,
            sellerHolds
                ? "The seller's signature holds: not a byte of the invoice was changed."
                : "The seller's signature does not hold: the invoice was changed, or never signed."
        )
        let authority = verified.reports.filter { $0.by == .authority }
        let identities = try storing { () throws(LedgerError) in try ledger.authorities() }
        let ours = identities.map(\.certificateDER)
        let certificates = invoice.authoritySignatures.compactMap { message.certificate(in: $0) }
        let isOurs = !certificates.isEmpty && certificates.allSatisfy { ours.contains($0) }
        let holds = isOurs && !authority.isEmpty && authority.allSatisfy { $0.integrity == .valid }
        authenticity.add(
            "authority_signature",
            holds,
            holds
                ? "The authority's signature holds and was made with this ledger's key."
                : authority.allSatisfy { $0.integrity == .absent }
                    ? "The authority's signature is missing."
                    : isOurs
                        ? "The authority's signature does not hold: invoice or code was changed."
                        : "The authority's signature was made with a key that is not this ledger's."
        )
    }

    /// The buyer's signature and others: the invoice needs none of them, so one that does not hold is told and no more.
    private func addExtraSignatures(_ verified: InvoiceVerification, to authenticity: inout Authenticity) {
        for report in verified.reports where report.by == .buyer || report.by == .other {
            let name = report.by == .buyer ? "The buyer's signature" : "Another signature (CCKSKhac)"
            guard report.integrity == .valid else {
                authenticity.add("\(report.by)_signature", nil, "\(name) does not hold; the invoice needs none.")
                continue
            }
            let time = report.signingTime.map { "made at \($0)" } ?? "made at a time it does not tell"
            let certificate = report.chain == .unchecked ? "not judged" : report.chain.rawValue
            authenticity.add("\(report.by)_signature", true, "\(name) holds: \(time), its certificate \(certificate).")
        }
    }

    /// That the code was given to this very content, from the file itself and against the row.
    private func addContent(
        _ verified: InvoiceVerification,
        _ invoice: ParsedInvoice,
        _ message: ParsedMessage,
        _ state: LedgerState,
        _ record: InvoiceRecord,
        to authenticity: inout Authenticity
    ) throws(EngineError) {
        let judged = InvoiceRules.bare(
            invoice: invoice,
            in: message,
            registry: state.registry,
            receivedAt: now(),
            signedAt: nil,
            policy: state.policy
        )
        let isSame = verified.contentDigest == record.contentDigest
        authenticity.add(
            "content",
            isSame,
            isSame
                ? "The content is the one that got the code (SHA-256 \(record.contentDigest))."
                : "The content is not the one that got the code: its SHA-256 is \(verified.contentDigest)."
        )
        guard let code = record.code else { return }
        let ring = try storing { () throws(LedgerError) in try ledger.keyRing() }
        let holds = judged.facts.map { facts in
            let coded = CodeFacts(facts, contentDigest: verified.contentDigest)
            return CodeMaker(ring).verify(code, facts: coded)
        }
        authenticity.add(
            "tag",
            holds ?? false,
            holds == true
                ? "The code itself confirms seller, form, symbol, number, date, currency, total and content."
                : "The code does not confirm the facts in the file."
        )
    }
}

extension InvoiceRecord {
    /// Which invoice it is, in words.
    fileprivate var words: String {
        let key = facts.key
        return "invoice \(key.form)\(key.symbol) number \(key.number) of \(key.seller)"
    }
}

extension ParsedMessage {
    /// The certificate in a `Signature`, as DER.
    func certificate(in signature: Int32) -> [UInt8]? {
        let end = elements[Int(signature)].end
        for element in signature..<end where name(of: element).hasSuffix("X509Certificate") {
            let text = string(of: field(of: element)).filter { !$0.isWhitespace }
            return Base64.decode(text)
        }
        return nil
    }
}
