import InvoiceModel
import Synchronization

/// The time that goes into a ledger: what it gives never goes back.
///
/// Numbers and deadlines hang on the order of receipts, so where the clock was set back a little the ledger's
/// time stands still, and one set back further is refused: somebody has to look at it.
final class LedgerClock: Sendable {
    /// How far the system's clock may stand before the ledger's last time: what a time server corrects.
    static let tolerance: Int64 = 300

    private let fixed: Timestamp?
    private let system: @Sendable () -> Timestamp
    /// The last time given, or found in the ledger.
    private let last: Mutex<Timestamp?>

    /// - Parameters:
    ///   - fixed: a test ledger's clock that stands still.
    ///   - last: the last time in the ledger; `nil` where nothing is going to be written.
    ///   - system: the system's time.
    init(
        fixed: Timestamp?,
        last: Timestamp?,
        system: @escaping @Sendable () -> Timestamp = { Engine.systemTime() }
    ) {
        self.fixed = fixed
        self.last = Mutex(last)
        self.system = system
    }

    /// The time, or the last one where the clock stands before it.
    func now() -> Timestamp {
        advance(fixed ?? system())
    }

    /// The time of something to be written.
    ///
    /// - Throws: `.store` where the clock was set back by more than `tolerance`.
    func checked() throws(EngineError) -> Timestamp {
        let time = fixed ?? system()
        if let last = last.withLock({ $0 }), time.localSeconds + LedgerClock.tolerance < last.localSeconds {
            let clock = fixed == nil ? "The system's clock" : "The ledger's fixed clock"
            throw EngineError(
                .store,
                "\(clock) says \(time), but the ledger's last entry is of \(last); nothing was taken in. "
                    + "Set the clock right, or wait until it is past that time, and run the same again."
            )
        }
        return advance(time)
    }

    private func advance(_ time: Timestamp) -> Timestamp {
        last.withLock { last in
            // Without a last time nothing is written, and questions may be asked at any time.
            guard let before = last else { return time }
            let later = max(before, time)
            last = later
            return later
        }
    }
}
