import DurableFiles

/// A segment of an archive, and how much of it is committed.
struct CommittedSegment: Hashable {
    /// The file's name in the archive's folder.
    let name: String
    /// Bytes from its beginning.
    let count: Int
}

extension SegmentFile {
    /// The segments up to a committed end, the last of them up to there.
    ///
    /// - Throws: `.damage` where one is missing, or the last is shorter than what was committed to it.
    static func committed(
        _ folder: String,
        upTo last: UInt64,
        offset: UInt64
    ) throws(ArchiveError) -> [CommittedSegment] {
        guard last > 0 else { return [] }
        let present = Set(try SegmentFile.list(folder))
        var segments: [CommittedSegment] = []
        for number in 1...last {
            guard present.contains(number) else { throw .damage(number, block: 0, at: 0, "the file is missing") }
            let size = try ArchiveError.files { () throws(FileError) in
                try DurableFiles.size(of: SegmentFile.path(folder, number))
            }
            // What is written behind the end belongs to a batch that is not committed here.
            let count = number < last ? size : Int(clamping: offset)
            guard count <= size else {
                throw .damage(number, block: 0, at: UInt64(size), "the file is shorter than what was committed to it")
            }
            segments.append(CommittedSegment(name: SegmentFile.name(number), count: count))
        }
        return segments
    }
}
