/// Paths of findings as a tree of their steps, held against a line while that is walked: each key costs one look-up,
/// however many paths there are.
struct PathTree {
    private struct Node {
        /// Next steps, by `name(of:)`.
        var next: [String: Int] = [:]
        /// Where it was found first; until then where the nearest one around it was.
        var offset: Int?
        let parent: Int
    }

    private var nodes = [Node(offset: 0, parent: 0)]
    /// The node of each path.
    private var ends: [Int] = []
    /// The nodes of the keys that are open; `nil` for those that no path goes through.
    private var open: [Int?] = []
    /// Nodes that were not found yet.
    private var missing = 0

    init(_ paths: [String]) {
        ends.reserveCapacity(paths.count)
        for path in paths {
            var node = 0
            for step in path.split(separator: "/") {
                let name = PathTree.name(of: step)
                if let known = nodes[node].next[name] {
                    node = known
                } else {
                    nodes[node].next[name] = nodes.count
                    nodes.append(Node(parent: node))
                    node = nodes.count - 1
                    missing += 1
                }
            }
            ends.append(node)
        }
    }

    /// Whether some step of a path was not found yet.
    var awaits: Bool { missing > 0 }

    /// Where each path was found, or the nearest one around it.
    var offsets: [Int] {
        ends.map { end in
            var node = end
            while true {
                if let offset = nodes[node].offset { return offset }
                node = nodes[node].parent
            }
        }
    }

    /// Takes the key or item that begins there, so many steps deep.
    mutating func visit(_ step: LineWalk.Step, depth: Int, at start: Int) {
        if open.count >= depth { open.removeLast(open.count - depth + 1) }
        let around = depth == 1 ? 0 : open.last ?? nil
        let text = step.item > 1 ? "\(step.name)[\(step.item)]" : step.name
        let node = around.flatMap { nodes[$0].next[PathTree.name(of: text[...])] }
        open.append(node)
        guard let node, nodes[node].offset == nil else { return }
        nodes[node].offset = start
        missing -= 1
    }

    /// A step as it is compared: the first item of an array is called like the array.
    private static func name(of step: Substring) -> String {
        String(step.hasSuffix("[1]") ? step.dropLast(3) : step)
    }
}
