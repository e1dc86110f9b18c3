/// Where the directory of a zip file lies: at its end, with numbers of 64 bits where those of 32 do not suffice.
///
/// Every byte of the file has one owner: entries from the first byte on, then the directory, then its end. So there is
/// one way to read it, and nothing can hide before, between or behind.
struct ZipDirectory: Sendable {
    /// Where it begins; the entries end here.
    var start: Int
    /// Where it ends.
    var end: Int
    /// How many entries it says it has.
    var entries: Int

    private static let endBytes = 22
    private static let locatorBytes = 20
    private static let wideBytes = 56
    private static let commentBytes = 65_535

    /// Finds the directory.
    init(_ file: ByteStream.Origin, size: Int) throws(ContainerError) {
        var tail: [UInt8] = []
        let tailStart = max(0, size - ZipDirectory.endBytes - ZipDirectory.commentBytes)
        try file.read(size - tailStart, at: tailStart, &tail)
        guard let place = ZipDirectory.endPlace(tail) else { throw .fault(.truncated, at: size) }
        let record = LittleEndian(tail[place...])
        let offset = tailStart + place
        guard record.short(4) == 0, record.short(6) == 0, record.short(8) == record.short(10) else {
            throw .fault(.damaged, at: offset, expected: "one part")
        }
        entries = record.short(10)
        end = offset
        let count = record.long(12)
        start = record.long(16)
        if let wide = try ZipDirectory.wide(file, before: offset) {
            // What is not said in the old numbers is said in the new ones; what is said twice must agree.
            let agrees =
                (entries == 0xFFFF || entries == wide.entries) && (start == 0xFFFF_FFFF || start == wide.start)
                && (count == 0xFFFF_FFFF || count == wide.end - wide.start)
            guard agrees else { throw .fault(.headers, at: offset) }
            (start, end, entries) = (wide.start, wide.end, wide.entries)
        } else {
            guard start + count == offset else { throw .fault(.overlap, at: offset) }
        }
    }

    /// The last place in the file's tail at which an end stands whose comment is just the rest.
    private static func endPlace(_ tail: [UInt8]) -> Int? {
        var place = tail.count - endBytes
        while place >= 0 {
            if tail[place] == 0x50, tail[place + 1] == 0x4B, tail[place + 2] == 5, tail[place + 3] == 6,
                place + endBytes + LittleEndian(tail[place...]).short(20) == tail.count
            {
                return place
            }
            place -= 1
        }
        return nil
    }

    /// The same with numbers of 64 bits, where its locator stands right before.
    private static func wide(
        _ file: ByteStream.Origin,
        before offset: Int
    ) throws(ContainerError) -> (start: Int, end: Int, entries: Int)? {
        guard offset >= locatorBytes + wideBytes else { return nil }
        var bytes: [UInt8] = []
        try file.read(locatorBytes, at: offset - locatorBytes, &bytes)
        let locator = LittleEndian(bytes)
        guard bytes.count == locatorBytes, locator.long(0) == 0x0706_4B50 else { return nil }
        guard let place = locator.wide(8), place <= offset - locatorBytes - wideBytes, locator.long(4) == 0,
            locator.long(16) <= 1
        else { throw .fault(.damaged, at: offset - locatorBytes) }
        var record: [UInt8] = []
        try file.read(wideBytes, at: place, &record)
        let wide = LittleEndian(record)
        guard record.count == wideBytes, wide.long(0) == 0x0606_4B50, let length = wide.wide(4),
            place + 12 + length == offset - locatorBytes, wide.long(16) == 0, wide.long(20) == 0,
            let entries = wide.wide(24), wide.wide(32) == entries, let count = wide.wide(40),
            let start = wide.wide(48), start + count == place
        else { throw .fault(.damaged, at: place) }
        return (start, place, entries)
    }
}
