/// One taxpayer as the registry holds it, from some day on.
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
    /// The day from which this holds; `nil` for what has held since it registered.
    public var validFrom: CalendarDate?

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
        /// All of them.
        public static let all: Methods = [.coded, .uncoded, .cashRegister]

        /// Their letters joined by `+`.
        public var letters: String {
            [("C", Methods.coded), ("K", .uncoded), ("M", .cashRegister)].filter { contains($0.1) }.map(\.0)
                .joined(separator: "+")
        }
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
        registeredOn: CalendarDate,
        validFrom: CalendarDate? = nil
    ) {
        self.taxCode = taxCode
        self.name = name
        self.officeCode = officeCode
        self.status = status
        self.methods = methods
        self.forms = forms
        self.cashRegisterCode = cashRegisterCode
        self.registeredOn = registeredOn
        self.validFrom = validFrom
    }

    /// The first day of which it is known that it may issue: its registration's, or this version's where that is later.
    public var knownSince: CalendarDate { validFrom.map { max($0, registeredOn) } ?? registeredOn }
}
