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
