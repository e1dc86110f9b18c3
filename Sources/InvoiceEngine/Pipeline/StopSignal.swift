import Dispatch
import Foundation
import Synchronization

/// Whether someone asked the run to stop; it stops after the current batch.
public final class StopSignal: Sendable {
    private let wasRaised = Atomic<Bool>(false)

    /// A signal that nobody raised.
    public init() {}

    /// Whether it was raised.
    public var isRaised: Bool { wasRaised.load(ordering: .relaxed) }

    /// Asks the run to stop.
    public func raise() {
        wasRaised.store(true, ordering: .relaxed)
    }

    /// A signal raised by the first Ctrl-C or SIGTERM; a second one ends the process as usual, which loses nothing
    /// either.
    public static func interrupt() -> StopSignal {
        let stop = StopSignal()
        for number in [SIGINT, SIGTERM] {
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler {
                stop.raise()
                for number in [SIGINT, SIGTERM] { signal(number, SIG_DFL) }
                source.cancel()
            }
            source.resume()
        }
        return stop
    }
}
