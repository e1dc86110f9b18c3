import Dispatch
import Synchronization

/// How much there is to take, found out beside the run: a folder of a million files is no reason to wait.
public final class InputSize: Sendable {
    private let total = Mutex<Int?>(nil)

    /// Begins to measure files and folders; what they hold is not looked into.
    public init(_ paths: [String]) {
        DispatchQueue.global(qos: .utility).async { [weak self] in
            var sum = 0
            for step in IteratorSequence(InputWalk(paths)) {
                guard self != nil else { return }
                switch step {
                case .file(_, let size): sum += size
                // Nobody knows what comes out of a pipe.
                case .pipe: return
                case .failure: break
                }
            }
            self?.total.withLock { $0 = sum }
        }
    }

    /// Bytes of all files; `nil` while they are being counted, and for ever where a pipe is among them.
    public var bytes: Int? { total.withLock(\.self) }
}
