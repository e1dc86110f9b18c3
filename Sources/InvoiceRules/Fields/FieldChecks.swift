import InvoiceModel

/// Which checks the walk over the fields makes: one bit a rule.
struct FieldChecks: OptionSet, Sendable {
    let rawValue: UInt8

    /// `env.mandatory-present`.
    static let mandatory = FieldChecks(rawValue: 1)
    /// `env.field-length`.
    static let length = FieldChecks(rawValue: 2)
    /// `env.number-format`.
    static let number = FieldChecks(rawValue: 4)
    /// `env.date-format`.
    static let date = FieldChecks(rawValue: 8)
    /// `env.duplicate-field`.
    static let duplicate = FieldChecks(rawValue: 16)
    /// `env.unknown-element`.
    static let unknown = FieldChecks(rawValue: 32)
    /// `env.ttkhac-limit`.
    static let free = FieldChecks(rawValue: 64)
    /// All of them.
    static let all: FieldChecks = [.mandatory, .length, .number, .date, .duplicate, .unknown, .free]
}
