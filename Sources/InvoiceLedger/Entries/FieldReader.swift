import InvoiceModel

/// Reads fields in the order of their tags; strict, because the archive holds only what we wrote.
///
/// Keeps places, not bytes: each call names the section it reads.
struct FieldReader {
    /// The next byte.
    private(set) var at: Int
    /// The byte after the last.
    let end: Int
    private var lastTag: UInt8 = 0

    /// One field: its tag and where its value lies.
    struct Field {
        let tag: UInt8
        let range: Range<Int>
    }

    init(_ range: Range<Int>) {
        at = range.lowerBound
        end = range.upperBound
    }

    /// The next field, or `nil` at the end; tags never fall, and only those in `repeated` stay.
    mutating func next(_ bytes: Span<UInt8>, repeated: UInt8 = 0) throws(EntryError) -> Field? {
        guard at < end else { return nil }
        let tag = bytes[at]
        guard tag > lastTag || (tag == lastTag && tag == repeated) else {
            throw EntryError(reason: .order, offset: at, tag: tag)
        }
        lastTag = tag
        at += 1
        let length = try varint(bytes)
        guard length <= end - at else { throw EntryError(reason: .length, offset: at, tag: tag) }
        let field = Field(tag: tag, range: at..<at + length)
        at += length
        return field
    }

    mutating func skip(to place: Int) {
        at = place
    }

    /// A length of at most 2^35.
    mutating func varint(_ bytes: Span<UInt8>) throws(EntryError) -> Int {
        var value: UInt64 = 0
        for shift in stride(from: UInt64(0), to: 35, by: 7) {
            guard at < end else { throw EntryError(reason: .length, offset: at) }
            let byte = bytes[at]
            at += 1
            value |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 {
                // One way to write each length.
                guard byte != 0 || shift == 0 else { throw EntryError(reason: .value, offset: at) }
                return Int(value)
            }
        }
        throw EntryError(reason: .length, offset: at)
    }
}

extension FieldReader.Field {
    func bytes(_ section: Span<UInt8>, count: Int? = nil) throws(EntryError) -> [UInt8] {
        if let count, range.count != count { throw wrong }
        var value: [UInt8] = []
        value.reserveCapacity(range.count)
        for index in range { value.append(section[index]) }
        return value
    }

    func text(_ section: Span<UInt8>) throws(EntryError) -> String {
        guard let text = String(validating: try bytes(section), as: UTF8.self) else { throw wrong }
        return text
    }

    func digest(_ section: Span<UInt8>) throws(EntryError) -> Digest {
        guard range.count == Digest.byteCount else { throw wrong }
        return Digest(section.extracting(range))
    }

    func unsigned(_ section: Span<UInt8>) throws(EntryError) -> UInt64 {
        guard let value = UInt64(exactly: try wide(section)) else { throw wrong }
        return value
    }

    func signed(_ section: Span<UInt8>) throws(EntryError) -> Int64 {
        let folded = try unsigned(section)
        return Int64(bitPattern: folded >> 1) ^ -Int64(bitPattern: folded & 1)
    }

    func amount(_ section: Span<UInt8>) throws(EntryError) -> Amount {
        let folded = try wide(section)
        return Amount(millionths: Int128(bitPattern: folded >> 1) ^ -Int128(bitPattern: folded & 1))
    }

    /// What to throw where the value is none that we write.
    var wrong: EntryError { EntryError(reason: .value, offset: range.lowerBound, tag: tag) }

    private func wide(_ section: Span<UInt8>) throws(EntryError) -> UInt128 {
        guard range.count <= 16, range.isEmpty || section[range.upperBound - 1] != 0 else { throw wrong }
        var value: UInt128 = 0
        for index in range.reversed() { value = value << 8 | UInt128(section[index]) }
        return value
    }
}
