import Dispatch

/// Something done on another thread while this one goes on; whoever begins it waits for it before what it works on is
/// touched again, however that ends.
// Unchecked: until `wait` returns the other thread alone touches what the work holds, and its value.
final class Beside<Value>: @unchecked Sendable {
    private let group = DispatchGroup()
    private let work: () -> Value
    private var value: Value?

    /// Begins at once.
    ///
    /// - Parameter queue: a serial one of the ledger's own, so that no other work of the process holds it up.
    init(on queue: DispatchQueue, _ work: @escaping () -> Value) {
        self.work = work
        queue.async(group: group) { self.value = self.work() }
    }

    /// The value, waited for.
    @discardableResult
    func wait() -> Value {
        group.wait()
        guard let value else { preconditionFailure("the work ended with its value") }
        return value
    }
}

/// The threads that work beside a commit, each on one thing at a time.
struct CommitLanes {
    /// Makes, appends and syncs blocks.
    let archive = DispatchQueue(label: "xacthuc.archive", qos: .userInitiated)
    /// Adds up sums.
    let sums = DispatchQueue(label: "xacthuc.sums", qos: .userInitiated)
}
