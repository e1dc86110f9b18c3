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
    public static func offset(of path: String, in line: Span<UInt8>) -> Int {
        let steps = path.split(separator: "/").map(String.init)
        var found = 0
        var depth = 0
        var walk = LineWalk()
        walk.run(line, to: line.count) { walk, start in
            // Only what continues the longest beginning found so far is of interest.
            guard walk.steps.count == depth + 1, depth < steps.count else { return true }
            guard walk.steps[depth].isNamed(steps[depth]) else { return true }
            guard (0..<depth).allSatisfy({ walk.steps[$0].isNamed(steps[$0]) }) else { return true }
            found = start
            depth += 1
            return depth < steps.count
        }
        return found
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
