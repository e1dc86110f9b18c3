import Dispatch
import Synchronization

/// Runs the same work over many items on a few threads, each with tools of its own.
///
/// The tools (signature checker, scratch buffers) belong to one lane and never meet another thread; results come back
/// in the order of the items, so nothing depends on how many lanes there are.
final class WorkerPool<Tools> {
    /// What one thread owns.
    // Unchecked: while the lanes run, each iteration touches its own lane alone.
    private final class Lane<Result>: @unchecked Sendable {
        let tools: Tools
        var results: [(index: Int, result: Result)] = []

        init(_ tools: Tools) {
            self.tools = tools
        }
    }

    private let tools: [Tools]

    /// A pool with as many lanes as there are sets of tools.
    init(_ tools: [Tools]) {
        precondition(!tools.isEmpty, "someone has to work")
        self.tools = tools
    }

    /// The result of `work` for every index below `count`, in order.
    func map<Result>(count: Int, _ work: @Sendable (Tools, Int) -> Result) -> [Result] {
        let lanes = tools.prefix(max(1, count)).map { Lane<Result>($0) }
        let next = Atomic<Int>(0)
        DispatchQueue.concurrentPerform(iterations: lanes.count) { place in
            let lane = lanes[place]
            while true {
                let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
                guard index < count else { return }
                lane.results.append((index, work(lane.tools, index)))
            }
        }
        return WorkerPool.merged(lanes, count: count)
    }

    /// Moves the results of all lanes into one list: each lane took its items in their order.
    private static func merged<Result>(_ lanes: [Lane<Result>], count: Int) -> [Result] {
        for lane in lanes { lane.results.reverse() }
        var results: [Result] = []
        results.reserveCapacity(count)
        for index in 0..<count {
            for lane in lanes where lane.results.last?.index == index {
                guard let last = lane.results.popLast() else { break }
                results.append(last.result)
                break
            }
        }
        precondition(results.count == count, "every item has its result")
        return results
    }
}
