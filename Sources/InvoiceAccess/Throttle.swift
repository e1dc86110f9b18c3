public import InvoiceModel

/// Slows down whoever guesses: after some failures each further one doubles the time before the next try counts.
///
/// A value without clock or store, kept for a login and for an address alike.
public struct Throttle: Sendable, Hashable {
    /// Failures before the first wait.
    public static let free = 5
    /// Seconds of the longest wait.
    public static let longest: Int64 = 900
    /// Seconds without a failure after which all is forgotten.
    public static let forgotten: Int64 = 86_400

    /// Failures in a row.
    public private(set) var failures: Int
    /// When the last one was.
    public private(set) var last: Timestamp?

    /// As it is stored.
    public init(failures: Int = 0, last: Timestamp? = nil) {
        self.failures = failures
        self.last = last
    }

    /// Seconds until a try counts; 0 where one counts now.
    public func wait(at time: Timestamp) -> Int64 {
        guard let last, failures >= Throttle.free else { return 0 }
        let passed = time.unixSeconds - last.unixSeconds
        guard passed < Throttle.forgotten else { return 0 }
        let doublings = min(failures - Throttle.free, 20)
        return max(0, min(Throttle.longest, 1 << Int64(doublings)) - max(0, passed))
    }

    /// A try failed.
    public mutating func fail(at time: Timestamp) {
        if let last, time.unixSeconds - last.unixSeconds >= Throttle.forgotten { failures = 0 }
        failures += 1
        last = time
    }

    /// A try succeeded.
    public mutating func succeed() {
        failures = 0
        last = nil
    }
}
