import Synchronization

/// Manifests in containers behind which no lines came: no error, but whoever sent them should hear of it.
///
/// Filled by the thread that reads; asked at the end of a run.
final class StrayManifests: Sendable {
    /// Names that are told; the others are counted.
    static let limit = 20

    private let found = Mutex<(names: [String], count: Int)>(([], 0))

    /// Remembers one by what it is known by.
    func add(_ name: String) {
        found.withLock { found in
            found.count += 1
            if found.names.count < StrayManifests.limit { found.names.append(name) }
        }
    }

    /// What is told of them, in their order.
    var notes: [String] {
        let (names, count) = found.withLock { $0 }
        let rest = count - names.count
        let more = rest > 0 ? ["\(rest) more manifests are followed by no lines."] : []
        return names.map { "\($0): no lines follow this manifest; it was not used." } + more
    }
}
