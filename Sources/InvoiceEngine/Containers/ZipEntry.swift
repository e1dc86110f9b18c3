/// What the directory of a zip file says of one entry.
struct ZipEntry: Sendable {
    var flags: Int
    var method: Int
    var checksum: Int
    /// Bytes of the content, and of what is stored.
    var size: Int
    var packedSize: Int
    /// Where its local header stands.
    var offset: Int
    var name: [UInt8]
    /// The mode of its file where it came from Unix.
    var mode: Int

    static let directoryBytes = 46
    static let localBytes = 30

    /// The flags by which an entry is read: encrypted, followed by its sizes, strongly encrypted, in UTF-8, masked.
    private static let flagsThatMatter = 0x2849
    var isEncrypted: Bool { flags & 0x2041 != 0 }
    /// Whether check sum and sizes follow the data.
    var isDescribedBehind: Bool { flags & 0x8 != 0 }
    var isLink: Bool { mode & 0xF000 == 0xA000 }

    /// The next entry of the directory.
    init(_ directory: ByteStream) throws(ContainerError) {
        let start = directory.offset
        var fixed: [UInt8] = []
        guard try directory.read(ZipEntry.directoryBytes, appendingTo: &fixed) else {
            throw .fault(.truncated, at: start)
        }
        let record = LittleEndian(fixed)
        guard record.long(0) == 0x0201_4B50, record.short(34) == 0 || record.short(34) == 0xFFFF else {
            throw .fault(.damaged, at: start)
        }
        flags = record.short(8)
        method = record.short(10)
        checksum = record.long(16)
        packedSize = record.long(20)
        size = record.long(24)
        offset = record.long(42)
        mode = record.short(4) >> 8 == 3 ? record.short(40) : 0
        name = []
        var extra: [UInt8] = []
        guard try directory.read(record.short(28), appendingTo: &name),
            try directory.read(record.short(30), appendingTo: &extra), try directory.skip(record.short(32))
        else { throw .fault(.truncated, at: start) }
        guard widen(extra, isLocal: false) else { throw .fault(.damaged, at: start) }
    }

    /// Takes the numbers of 64 bits from the extra field for those of 32 that are full; `false` where they are missing.
    private mutating func widen(_ extra: [UInt8], isLocal: Bool) -> Bool {
        let needed = (size == 0xFFFF_FFFF ? 8 : 0) + (packedSize == 0xFFFF_FFFF ? 8 : 0)
        guard needed > 0 || (!isLocal && offset == 0xFFFF_FFFF) else { return true }
        guard let field = ZipEntry.field(1, in: extra) else { return false }
        let numbers = LittleEndian(field)
        var place = 0
        func take(_ value: inout Int) -> Bool {
            guard value == 0xFFFF_FFFF else { return true }
            guard place + 8 <= field.count, let wide = numbers.wide(place) else { return false }
            value = wide
            place += 8
            return true
        }
        guard take(&size), take(&packedSize) else { return false }
        return isLocal || take(&offset)
    }

    /// One field of the extra ones.
    private static func field(_ id: Int, in extra: [UInt8]) -> ArraySlice<UInt8>? {
        var place = 0
        while place + 4 <= extra.count {
            let head = LittleEndian(extra[place...])
            let count = head.short(2)
            guard place + 4 + count <= extra.count else { return nil }
            if head.short(0) == id { return extra[place + 4..<place + 4 + count] }
            place += 4 + count
        }
        return nil
    }

    /// Reads the local header and says whether it is about the same entry; the stream then stands at the data.
    func matches(_ data: ByteStream) throws(ContainerError) -> Bool {
        var fixed: [UInt8] = []
        guard try data.read(ZipEntry.localBytes, appendingTo: &fixed) else {
            throw .fault(.truncated, at: data.offset)
        }
        let record = LittleEndian(fixed)
        var localName: [UInt8] = []
        var extra: [UInt8] = []
        guard record.long(0) == 0x0403_4B50, record.short(26) == name.count,
            try data.read(record.short(26), appendingTo: &localName),
            try data.read(record.short(28), appendingTo: &extra)
        else { return false }
        var local = self
        local.flags = record.short(6)
        local.method = record.short(8)
        local.checksum = record.long(14)
        local.packedSize = record.long(18)
        local.size = record.long(22)
        guard local.widen(extra, isLocal: true), localName == name, local.method == method,
            (local.flags ^ flags) & ZipEntry.flagsThatMatter == 0
        else { return false }
        // What is said behind the data may be left open before it.
        func agree(_ said: Int, _ meant: Int) -> Bool { said == meant || (isDescribedBehind && said == 0) }
        return agree(local.checksum, checksum) && agree(local.packedSize, packedSize) && agree(local.size, size)
    }

    /// Whether bytes behind the data are the check sum and sizes, in one of the four forms that are written.
    func isDescribed(by bytes: [UInt8]) -> Bool {
        guard isDescribedBehind else { return bytes.isEmpty }
        var numbers = LittleEndian(bytes)
        var count = bytes.count
        if count == 16 || count == 24 {
            guard numbers.long(0) == 0x0807_4B50 else { return false }
            numbers = LittleEndian(bytes[4...])
            count -= 4
        }
        switch count {
        case 12: return numbers.long(0) == checksum && numbers.long(4) == packedSize && numbers.long(8) == size
        case 20: return numbers.long(0) == checksum && numbers.wide(4) == packedSize && numbers.wide(12) == size
        default: return false
        }
    }
}
