public import InvoiceModel

/// What `synth` is asked to make.
public struct SynthOptions: Sendable {
    /// The folder to write; made if it is missing. Its `pki/` is kept and used again.
    public var directory: String
    /// Everything but the keys follows from it.
    public var seed: UInt64
    /// The day on which the messages are meant to be submitted.
    public var today: CalendarDate
    /// Good invoices; bad ones are added.
    public var invoices: Int
    /// Messages that must not be issued, as a share of the good ones: 0.05 adds one for twenty.
    public var badShare: Double
    /// Sellers with a certificate of their own.
    public var certificates: Int
    /// Net before tax of all good invoices in đồng, hit exactly; `nil` leaves it free and adds the huge amounts.
    public var revenue: Amount?
    /// Their tax in đồng, hit exactly; `nil` with a revenue takes 7.776 % of it.
    public var tax: Amount?
    /// Good invoices without code, sent in messages 203; bad ones are added.
    public var uncoded = 0
    /// Good invoices from cash registers with their codes, sent in messages 206; bad ones are added.
    public var cash = 0
    /// Good invoices from cash registers without code, sent in messages 216; bad ones are added.
    public var cashUncoded = 0
    /// Invoices of one such message.
    public var perMessage = SynthOptions.defaultPerMessage

    /// Invoices of one message of many where nothing else is said.
    public static let defaultPerMessage = 20
    /// Whether there are messages of many invoices.
    var hasBatches: Bool { uncoded + cash + cashUncoded > 0 }

    /// Share of the good invoices that their buyer signs too, others now and then; in messages 200 and 203.
    public var buyerSigned = 0.0
    /// Forms from 3 to 6 to make three in ten of the invoices of, and their ways of being bad; none changes nothing.
    public var forms: Set<UInt8> = []

    /// What is made where nothing else is said.
    public static let defaultCertificates = 16

    /// Everything by name.
    public init(
        directory: String,
        seed: UInt64,
        today: CalendarDate,
        invoices: Int,
        badShare: Double = 0,
        certificates: Int = SynthOptions.defaultCertificates,
        revenue: Amount? = nil,
        tax: Amount? = nil
    ) {
        self.directory = directory
        self.seed = seed
        self.today = today
        self.invoices = invoices
        self.badShare = badShare
        self.certificates = certificates
        self.revenue = revenue
        self.tax = tax
    }

    /// The national pilot at one thousandth: 8,000 invoices, revenue 100,000,000,000 đồng, tax 7,776,000,000 đồng.
    public static func pilot(directory: String, seed: UInt64, today: CalendarDate) -> SynthOptions {
        SynthOptions(
            directory: directory,
            seed: seed,
            today: today,
            invoices: 8_000,
            badShare: 0.02,
            certificates: 64,
            revenue: Amount(units: 100_000_000_000),
            tax: Amount(units: 7_776_000_000)
        )
    }
}

/// How far the work is.
public struct SynthProgress: Sendable {
    /// What is being made.
    public enum Stage: String, Sendable {
        /// Keys and certificates.
        case certificates
        /// Signed messages.
        case messages
    }

    /// What is being made.
    public var stage: Stage
    /// How many are done.
    public var done: Int
    /// How many there will be.
    public var total: Int
}

/// What was made.
public struct SynthSummary: Sendable {
    /// Files in `messages/`.
    public var files = 0
    /// Those that must be issued.
    public var good = 0
    /// Those that repeat one of them.
    public var duplicates = 0
    /// Those that must be refused.
    public var rejected = 0
    /// Those that cannot be read.
    public var unreadable = 0
    /// Net of the good ones in đồng.
    public var net = Amount.zero
    /// Tax of the good ones in đồng.
    public var tax = Amount.zero
    /// Files that hold many invoices, counted in none of the figures above but `files`.
    public var batches = 0
    /// Invoices in them that must be registered.
    public var registered = 0
    /// Invoices in them that repeat one of those.
    public var registeredAgain = 0
    /// Invoices in them that must be refused; a message refused as a whole counts once.
    public var notRegistered = 0
    /// Net of the registered ones in đồng.
    public var registeredNet = Amount.zero
    /// Tax of the registered ones in đồng.
    public var registeredTax = Amount.zero
}

/// Why nothing, or not everything, was made.
public enum SynthError: Error, Sendable {
    /// The options contradict each other; the sentence says how.
    case options(String)
    /// A file could not be read or written.
    case file(path: String, reason: String)
    /// A key or certificate could not be made or read.
    case keys(String)
}
