/// One taxpayer as the registry holds it.
public struct Taxpayer: Sendable, Hashable {
    /// `MST`.
    public var taxCode: TaxCode
    /// Registered name.
    public var name: String
    /// The tax office that manages it: five digits.
    public var officeCode: String
    /// Whether it may issue.
    public var status: Status
    /// Which ways of issuing it registered.
    public var methods: Methods
    /// Forms it registered, as digits 1…9.
    public var forms: Set<UInt8>
    /// The five characters allotted for cash-register codes, or empty.
    public var cashRegisterCode: String
    /// The day its registration was accepted.
    public var registeredOn: CalendarDate

    /// Whether a taxpayer may issue.
    public enum Status: String, Sendable, CaseIterable {
        case active
        case suspended
        case closed
    }

    /// Ways of issuing (declaration 01/ĐKTĐ-HĐĐT, `HTHDon`).
    public struct Methods: OptionSet, Sendable, Hashable {
        /// One bit a way.
        public let rawValue: UInt8

        /// The ways with those bits.
        public init(rawValue: UInt8) {
            self.rawValue = rawValue
        }

        /// `C`: with the authority's code.
        public static let coded = Methods(rawValue: 1)
        /// `K`: without a code.
        public static let uncoded = Methods(rawValue: 2)
        /// `M`: from a cash register.
        public static let cashRegister = Methods(rawValue: 4)
    }

    /// One taxpayer.
    public init(
        taxCode: TaxCode,
        name: String,
        officeCode: String,
        status: Status,
        methods: Methods,
        forms: Set<UInt8>,
        cashRegisterCode: String,
        registeredOn: CalendarDate
    ) {
        self.taxCode = taxCode
        self.name = name
        self.officeCode = officeCode
        self.status = status
        self.methods = methods
        self.forms = forms
        self.cashRegisterCode = cashRegisterCode
        self.registeredOn = registeredOn
    }
}

/// A certificate a taxpayer registered for signing (`DSCTSSDung/CTS`).
public struct RegisteredCertificate: Sendable, Hashable {
    /// The issuer's name as registered; may be empty.
    public var issuer: String
    /// Serial in upper-case hexadecimal without leading zeros.
    public var serial: String
    /// First moment it may sign.
    public var validFrom: Timestamp
    /// Last moment it may sign.
    public var validTo: Timestamp

    /// A registered certificate; `serial` is normalised (case, leading zeros).
    public init(issuer: String, serial: String, validFrom: Timestamp, validTo: Timestamp) {
        self.issuer = issuer
        self.serial = RegisteredCertificate.normalise(serial: serial)
        self.validFrom = validFrom
        self.validTo = validTo
    }

    /// Upper case, without leading zeros, spaces or colons.
    public static func normalise(serial: String) -> String {
        let digits = serial.uppercased().filter { $0 != ":" && $0 != " " }
        let trimmed = digits.drop { $0 == "0" }
        return trimmed.isEmpty ? "0" : String(trimmed)
    }
}

/// What the registry said at one moment: immutable, shared by every worker.
public final class Registry: Sendable {
    /// By tax code.
    public let taxpayers: [TaxCode: Taxpayer]
    /// By tax code; a taxpayer without an entry never had its list imported, so its certificates are not checked.
    public let certificates: [TaxCode: [RegisteredCertificate]]

    /// A snapshot.
    public init(taxpayers: [TaxCode: Taxpayer], certificates: [TaxCode: [RegisteredCertificate]]) {
        self.taxpayers = taxpayers
        self.certificates = certificates
    }

    /// Nobody.
    public static let empty = Registry(taxpayers: [:], certificates: [:])
}
