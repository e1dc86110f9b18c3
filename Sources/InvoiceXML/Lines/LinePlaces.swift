/// Places in a line: the path at an offset, and the offset of a path. Reads the line again: for findings.
public enum LinePlaces {
    /// Where an offset of a line lies, as a path of the invoice: `HDon/DLHDon/TTChung/SHDon`.
    ///
    /// Items of arrays have their place. What comes after the offset is not looked at.
    public static func path(at offset: Int, in line: Span<UInt8>) -> String {
        var walk = LineWalk()
        walk.run(line, to: offset) { _, _ in true }
        return walk.path
    }

    /// The offset of what a path of a finding speaks about: the quote of its key, or the first byte of an item of an
    /// array. Where the line has no such key, that of the nearest one around it.
    public static func offset(of path: String, in line: Span<UInt8>) -> Int { offsets(of: [path], in: line)[0] }

    /// The same of many paths, in their order, by one walk through the line.
    public static func offsets(of paths: [String], in line: Span<UInt8>) -> [Int] {
        guard !paths.isEmpty else { return [] }
        var tree = PathTree(paths)
        var walk = LineWalk()
        walk.run(line, to: line.count) { walk, start in
            guard let step = walk.steps.last else { return true }
            tree.visit(step, depth: walk.steps.count, at: start)
            return tree.awaits
        }
        return tree.offsets
    }

    /// What stands at an offset: a string, a word or a character, shortened; `nil` at the end of the line.
    static func excerpt(at offset: Int, in line: Span<UInt8>) -> String? {
        guard offset < line.count else { return nil }
        var end = LineWalk.tokenEnd(line, offset)
        if line[offset] == UInt8(ascii: "\\") {
            while end < min(line.count, offset + 12), line[end] != UInt8(ascii: "\"") { end += 1 }
        }
        var bytes: [UInt8] = []
        for index in offset..<min(end, offset + excerptBytes) { bytes.append(line[index]) }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Bytes of an excerpt.
    private static let excerptBytes = 240
}
