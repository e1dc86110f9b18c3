/// Entries of one kind in ascending order, one at a time.
protocol RunSource {
    /// The entry that comes next, or `nil` at the end.
    var head: IndexEntry? { get }
    /// Goes on to the next one.
    mutating func advance() throws(IndexError)
}

/// The entries of a part of memory.
struct SortedSource: RunSource {
    private let entries: [IndexEntry]
    private var place = 0

    init(_ entries: [IndexEntry]) {
        self.entries = entries
    }

    var head: IndexEntry? { place < entries.count ? entries[place] : nil }

    mutating func advance() { place += 1 }
}

/// The entries of several runs, merged; holds one page of each.
struct MergedSource: RunSource {
    private var cursors: [Cursor]
    private var least = -1
    private(set) var head: IndexEntry?

    init(_ runs: [Run], _ kind: IndexKind) throws(IndexError) {
        cursors = []
        for run in runs { cursors.append(try Cursor(run, kind)) }
        choose()
    }

    mutating func advance() throws(IndexError) {
        try cursors[least].advance()
        choose()
    }

    /// The runs are few: comparing their heads one by one is the fastest way.
    private mutating func choose() {
        var best: IndexEntry?
        for (index, cursor) in cursors.enumerated() {
            guard let head = cursor.head else { continue }
            if let known = best, known < head { continue }
            best = head
            least = index
        }
        head = best
    }

    private struct Cursor {
        let run: Run
        let kind: IndexKind
        var page: [UInt8] = []
        var number = -1
        var index = 0
        var count = 0
        var head: IndexEntry?

        init(_ run: Run, _ kind: IndexKind) throws(IndexError) {
            self.run = run
            self.kind = kind
            try advance()
        }

        mutating func advance() throws(IndexError) {
            if index == count {
                guard number + 1 < run.header.pages(kind) else {
                    head = nil
                    return
                }
                number += 1
                try run.read(page: number, kind, into: &page)
                count = run.entries(of: kind, page: number)
                index = 0
            }
            let entry = Run.entry(index, of: page)
            if let head, !(head < entry) { throw .damage(path: run.path, what: "entries out of order") }
            head = entry
            index += 1
        }
    }
}
