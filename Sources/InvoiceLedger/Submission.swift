public import InvoiceModel

/// One message as the checks left it, ready to be admitted.
public struct Submission: Sendable {
    /// The message as received.
    public var bytes: [UInt8]
    /// Its SHA-256.
    public var sha256: Digest
    /// When it was received.
    public var receivedAt: Timestamp
    /// `MTDiep`, where it could be read.
    public var messageID: String?
    /// `MNGui`, where it could be read.
    public var sender: String?
    /// `TTChung/MST`, where it could be read.
    public var taxpayer: String?
    /// `MLTDiep`, where it could be read.
    public var type: String?
    /// What the checks concluded.
    public var verdict: Verdict
    /// Everything the checks found; of a message of many invoices, what concerns it as a whole.
    public var findings: [WeighedFinding]

    /// What the checks concluded from message and registry alone.
    public enum Verdict: Sendable {
        /// The reader failed; answered by 999. Such a message claims neither its id nor a number.
        case unreadable
        /// Refused, with the kind of answer.
        case refused(Answer)
        /// Nothing speaks against a code so far.
        case acceptable(InvoiceFacts, contentDigest: Digest)
        /// A message of many, whose invoices are judged one by one, in its order.
        case many([InvoiceSubmission])
        /// A chunk of lines, each an invoice that asks for a code, or what could not be read as one, in its order.
        case lines([InvoiceSubmission])
        /// The manifest of chunks that follow: kept, so that whoever looks later can prove who signed them.
        case manifest
    }

    /// A message ready to be admitted.
    public init(
        bytes: [UInt8],
        sha256: Digest,
        receivedAt: Timestamp,
        messageID: String?,
        sender: String?,
        taxpayer: String?,
        type: String?,
        verdict: Verdict,
        findings: [WeighedFinding]
    ) {
        self.bytes = bytes
        self.sha256 = sha256
        self.receivedAt = receivedAt
        self.messageID = messageID
        self.sender = sender
        self.taxpayer = taxpayer
        self.type = type
        self.verdict = verdict
        self.findings = findings
    }
}

/// One invoice of a message of many as the checks left it.
public struct InvoiceSubmission: Sendable, Hashable {
    /// What the checks concluded.
    public var verdict: Verdict
    /// The code that its cash register made (`MCCQT` of a 206), where it could be read.
    public var cashCode: CashRegisterCode?
    /// What the checks found about this invoice.
    public var findings: [WeighedFinding]

    /// What the checks concluded from message and registry alone.
    public enum Verdict: Sendable, Hashable {
        /// It is refused, whatever becomes of the others.
        case refused
        /// Nothing speaks against it so far.
        case acceptable(InvoiceFacts, contentDigest: Digest)
    }

    /// An invoice ready to be admitted.
    public init(verdict: Verdict, cashCode: CashRegisterCode? = nil, findings: [WeighedFinding] = []) {
        self.verdict = verdict
        self.cashCode = cashCode
        self.findings = findings
    }
}
