import Synchronization

/// Counts the bytes that a run took of what it was given, as they lie there: compressed ones compressed.
final class InputMeter: Sendable {
    private let count = Atomic<Int>(0)

    /// Bytes taken until now.
    var bytes: Int { count.load(ordering: .relaxed) }

    /// Counts bytes that were read, and read only once.
    func add(_ bytes: Int) {
        count.wrappingAdd(bytes, ordering: .relaxed)
    }
}
