import Dispatch
import Synchronization

/// Something computed on another thread while this one goes on.
final class Ahead<Value: Sendable>: Sendable {
    private let value = Mutex<Value?>(nil)
    private let group = DispatchGroup()

    /// Begins at once.
    init(_ work: @escaping @Sendable () -> Value) {
        DispatchQueue.global(qos: .userInitiated).async(group: group) {
            let result = work()
            self.value.withLock { $0 = result }
        }
    }

    /// The result, waited for.
    func wait() -> Value {
        group.wait()
        guard let value = value.withLock({ $0 }) else { preconditionFailure("the work ended with its result") }
        return value
    }
}
