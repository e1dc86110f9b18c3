public import InvoiceModel

/// What became of one invoice, or of a message or document in which no invoice could be read.
public struct Outcome: Sendable, Hashable {
    /// The file it came from, as it was named; `-` for standard input.
    public var file: String
    /// Its place among all outcomes of the run, from 0.
    public var index: Int
    /// Of lines: the line in the file, from 1.
    public var line: Int?
    /// What it is.
    public var kind: Kind
    /// `NBan/MST` as sent.
    public var seller: String?
    /// `KHMSHDon` as sent.
    public var form: String?
    /// `KHHDon` as sent.
    public var symbol: String?
    /// `SHDon` as sent.
    public var number: String?
    /// `NLap` as sent.
    public var date: String?
    /// What was decided.
    public var status: Status
    /// The authentication code, 34 characters; of the first receipt where this is a duplicate. Of an invoice registered
    /// from a cash register, the code that made it.
    public var code: String?
    /// What was found, weighed, in the order of the rule table; at most `Limits.findings`.
    public var findings: [FindingReport]
    /// Findings beyond that limit.
    public var omittedFindings: Int
    /// Why this container or this entry of one was not taken; then there is no message and nothing reached the ledger.
    public var fault: ContainerFault?
    /// What each signature showed.
    public var signatures: [SignatureLine]
    /// The name of the reply's file, where replies are written.
    public var reply: String?
    /// `MTDiep`.
    public var messageID: String?

    /// What stands in the file.
    public enum Kind: String, Sendable, Codable {
        /// An `HDon`, alone or in a message.
        case invoice
        /// A `TDiep` without an invoice.
        case message
        /// Another signed document, or something that cannot be read.
        case document
    }

    /// What was decided.
    public enum Status: String, Sendable, Codable, CaseIterable {
        /// A code was given.
        case issued
        /// Accepted without a code of the authority: one of the invoices of a 203, 206 or 216.
        case registered
        /// A check of the file alone found nothing against it.
        case acceptable
        /// The same invoice was accepted before: the first code and reply stand.
        case duplicate
        /// Refused.
        case rejected
        /// Not even read.
        case unreadable

        /// Whether the sender got, or would get, what was asked for.
        public var isAccepted: Bool {
            switch self {
            case .issued, .registered, .acceptable, .duplicate: true
            case .rejected, .unreadable: false
            }
        }
    }

    /// An outcome about which only the status is known yet.
    public init(file: String, index: Int, kind: Kind, status: Status) {
        self.file = file
        self.index = index
        self.kind = kind
        self.status = status
        findings = []
        omittedFindings = 0
        signatures = []
    }
}

/// A finding with its sentences.
public struct FindingReport: Sendable, Hashable {
    /// The rule and its weight, where, what was expected and found.
    public var weighed: WeighedFinding
    /// In a line of JSON: the byte it is about, from 1.
    public var column: Int?
    /// English sentence.
    public var message: String
    /// Vietnamese sentence.
    public var messageVietnamese: String
    /// How to mend it, in English; empty where the rule table says nothing.
    public var remedy: String
    /// How to mend it, in Vietnamese; empty where the rule table says nothing.
    public var remedyVietnamese: String
}

/// What one signature showed.
public struct SignatureLine: Sendable, Hashable {
    /// Whose: `seller`, `buyer`, `other`, `taxpayer`, `authority`.
    public var signer: String
    /// The signature algorithm, such as `rsa-sha256`; `nil` where it is not a known one.
    public var algorithm: String?
    /// Digests and signature value: `valid`, `invalid`, `absent`.
    public var integrity: String
    /// The certificate: `trusted`, `untrusted`, `expired`, `revoked`, `unchecked`.
    public var chain: String
    /// The claimed signing time.
    public var signingTime: Timestamp?
    /// Which namespace context held: `in-place` or `own-document`; `nil` where the signature is absent.
    public var context: String?
}
