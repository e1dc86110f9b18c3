public import InvoiceCode
public import InvoiceModel

/// Names a stored message, committed or of the open batch: its sequence number.
public struct StoredID: Sendable, Hashable, Comparable {
    /// 1, 2, 3 … in order of admission.
    public let sequence: UInt64

    /// The message of that sequence number.
    public init(sequence: UInt64) {
        self.sequence = sequence
    }

    /// Earlier messages come first.
    public static func < (left: StoredID, right: StoredID) -> Bool { left.sequence < right.sequence }
}

/// What admitting one message came to.
public struct Admission: Sendable, Hashable {
    /// The message itself; `nil` where the same bytes are stored already and nothing new is.
    public var id: StoredID?
    /// What it came to.
    public var outcome: Outcome
    /// The submission's findings and those of admission, in the order of the rule table.
    public var findings: [WeighedFinding]

    /// What admitting one message came to.
    public enum Outcome: Sendable, Hashable {
        /// It gets a code.
        case issued(transaction: UInt64, code: AuthenticationCode)
        /// Its invoices were judged one by one, in its order; one 204 tells of them all.
        case registered([InvoiceAdmission], noticeNumber: UInt64)
        /// A chunk of lines: each was judged by itself and, where it was accepted, got a code.
        case lines([InvoiceAdmission])
        /// A manifest of chunks of lines is kept.
        case manifest
        /// It is refused; a 204 has a notice number.
        case refused(Answer, noticeNumber: UInt64?)
        /// The reader failed.
        case unreadable
        /// The same bytes came before: send that message's reply again.
        case repeated(of: StoredID)
        /// The same content came before in other bytes: send that message's reply again.
        case duplicate(of: StoredID)
    }
}

/// What a stored message came to; a stored number, so it never changes its meaning.
public enum MessageStatus: UInt8, Sendable, CaseIterable {
    /// It got a code.
    case issued = 1
    /// Refused with notice 204.
    case refused = 2
    /// Refused with the technical reply 999.
    case rejected = 3
    /// The reader failed.
    case unreadable = 4
    /// Its invoice had a code already.
    case duplicate = 5
    /// A message of many, judged invoice by invoice.
    case registered = 6
    /// A chunk of lines, judged line by line; each accepted invoice got a code. There is no reply.
    case lines = 7
    /// The manifest of chunks of lines that follow. There is no reply.
    case manifest = 8

    /// Whether its invoices are judged one by one, so that none of them is the message's.
    public var isOfMany: Bool { self == .registered || self == .lines }

    /// Whether a reply answers it: of lines the outcome is all that is told.
    public var isAnswered: Bool { self != .lines && self != .manifest }
}

/// What admitting one invoice of a message of many came to.
public struct InvoiceAdmission: Sendable, Hashable {
    /// What it came to.
    public var outcome: Outcome
    /// Its own findings in the order of the rule table; those about the whole message stand with the message.
    public var findings: [WeighedFinding]
    /// The authority's code, where it got one with this message.
    public var code: AuthenticationCode?

    /// What admitting it came to.
    public enum Outcome: Sendable, Hashable {
        /// It is accepted with this message: registered, or with a code.
        case registered(transaction: UInt64)
        /// It is refused.
        case refused
        /// The same invoice was registered before, under that transaction.
        case duplicate(transaction: UInt64)
    }

    /// An invoice's part in what its message came to.
    public init(outcome: Outcome, findings: [WeighedFinding], code: AuthenticationCode? = nil) {
        self.outcome = outcome
        self.findings = findings
        self.code = code
    }

    /// Whether the invoice stands in the ledger.
    public var isAccepted: Bool { outcome != .refused }

    /// The transaction of the invoice; of a duplicate, the first one's.
    public var transaction: UInt64? {
        switch outcome {
        case .registered(let transaction), .duplicate(let transaction): transaction
        case .refused: nil
        }
    }
}

/// One stored message with all that is needed to send its reply again.
public struct StoredMessage: Sendable, Hashable {
    /// Its sequence number.
    public var id: StoredID
    /// What it came to.
    public var status: MessageStatus
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
    /// Everything that was found; of a message of many, what concerns it as a whole.
    public var findings: [WeighedFinding]
    /// What the invoices of a message of many came to, in its order; empty for other messages.
    public var invoices: [InvoiceAdmission] = []
    /// The transaction of its invoice, or of the first one with the same content.
    public var transaction: UInt64?
    /// The code of its invoice, or of the first one with the same content.
    public var code: AuthenticationCode?
    /// `So` of its 204.
    public var noticeNumber: UInt64?
    /// The message whose reply answers this one: itself, or the first with the same content.
    public var answeredBy: StoredID
    /// Facts of its own reply; `nil` for a duplicate, and in the open batch until they are set.
    public var reply: ReplyFacts?
    /// Its own reply word for word, where that was kept (204 and 999).
    public var replyBytes: [UInt8]?
}
