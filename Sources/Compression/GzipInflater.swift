/// Reads gzip piece by piece, with a limit on what may come out.
public struct GzipInflater: ~Copyable {
    private var inflater: Inflater
    private let limit: Int
    private var produced = 0
    private var isBetweenMembers = false
    private var sawMember = false

    /// A reader of one gzip file whose content may have `limit` bytes, all members together.
    public init(limit: Int) throws(GzipError) {
        precondition(limit >= 0, "a limit of bytes is not negative")
        self.limit = limit
        inflater = try Inflater(.gzip)
    }

    /// Reads the next piece of the file and appends the content it holds.
    ///
    /// - Throws: `.tooLarge` as soon as the content would pass the limit; nothing beyond the limit is appended.
    public mutating func append(_ piece: Span<UInt8>, to content: inout [UInt8]) throws(GzipError) {
        var offset = 0
        // A full buffer may leave content inside zlib: ask once more even without input.
        var mayHoldMore = false
        while offset < piece.count || mayHoldMore {
            if isBetweenMembers {
                // A further member may follow; gzip itself allows zero padding after the last one.
                guard piece[offset] != 0 else {
                    offset += 1
                    continue
                }
                try inflater.restart()
                isBetweenMembers = false
            }
            let step = try inflater.run(piece.extracting(offset..<piece.count))
            guard step.made <= limit - produced else { throw GzipError(.tooLarge) }
            inflater.give(step.made, to: &content)
            produced += step.made
            guard !step.isDamaged else { throw GzipError(.damaged) }
            offset += step.taken
            mayHoldMore = step.made == Inflater.stepBytes && !step.isEnd
            if step.isEnd {
                isBetweenMembers = true
                sawMember = true
            }
            precondition(step.taken > 0 || step.made > 0 || step.isEnd || offset == piece.count, "zlib moves on")
        }
    }

    /// Says that the file is complete.
    public mutating func finish() throws(GzipError) {
        guard sawMember, isBetweenMembers else { throw GzipError(.truncated) }
    }
}
