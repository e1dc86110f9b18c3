import InvoiceCode
import InvoiceModel

/// Entries as the section of facts of a block holds them: each a length (varint) and fields in the order of their tags.
///
/// Documentation/ARCHIVE.md lists the tags; a tag never changes its meaning, new ones are added at the end.
/// Of the ids in a reply only its own is always written: the other three are absent where the ledger's identifier key
/// gives them for that sequence number.
struct EntryCoding {
    let identifierKey: IdentifierKey

    init(identifierKey: IdentifierKey) {
        self.identifierKey = identifierKey
    }

    func append(_ entry: MessageEntry, to facts: inout [UInt8]) {
        EntryCoding.append(to: &facts) { write(entry, to: &$0) }
    }

    func append(_ entry: ChangeEntry, to facts: inout [UInt8]) {
        EntryCoding.append(to: &facts) { write(entry, to: &$0) }
    }

    private static func append(to facts: inout [UInt8], _ body: (inout FieldWriter) -> Void) {
        // Moved in and out, so that nothing is copied.
        var fields = FieldWriter(behind: exchange(&facts, with: []))
        fields.framed(body)
        facts = fields.bytes
    }

    /// All messages of a block.
    func messages(_ facts: Span<UInt8>, count: Int) throws(EntryError) -> [MessageEntry] {
        var entries: [MessageEntry] = []
        try walk(facts, count: count) { (range) throws(EntryError) in entries.append(try message(facts, range)) }
        return entries
    }

    /// What the messages of a block are found by.
    func keys(_ facts: Span<UInt8>, count: Int) throws(EntryError) -> [MessageKeys] {
        var all: [MessageKeys] = []
        all.reserveCapacity(min(count, facts.count))
        try walk(facts, count: count) { (range) throws(EntryError) in all.append(try keys(facts, range)) }
        return all
    }

    /// All changes of a block.
    func changes(_ facts: Span<UInt8>, count: Int) throws(EntryError) -> [ChangeEntry] {
        var entries: [ChangeEntry] = []
        try walk(facts, count: count) { (range) throws(EntryError) in entries.append(try change(facts, range)) }
        return entries
    }

    /// One message of a block, and where its bytes begin among the originals; the others are passed over.
    ///
    /// - Parameter place: from 0.
    func message(
        _ facts: Span<UInt8>,
        place: Int,
        count: Int
    ) throws(EntryError) -> (entry: MessageEntry, originalOffset: Int) {
        precondition((0..<count).contains(place), "a place in the block")
        var frame = FieldReader(0..<facts.count)
        var offset = 0
        for index in 0...place {
            let range = try EntryCoding.next(&frame, facts)
            guard index < place else { return (try message(facts, range), offset) }
            // The length of the bytes stands first, so that nothing else is read of entries passed over.
            var fields = FieldReader(range)
            guard let first = try fields.next(facts), first.tag == MessageTag.originalLength.rawValue else {
                throw EntryError(reason: .missing, offset: range.lowerBound, tag: 1)
            }
            offset += try EntryCoding.length(first, facts)
        }
        preconditionFailure("the loop returns at the place")
    }

    private func walk(
        _ facts: Span<UInt8>,
        count: Int,
        _ body: (Range<Int>) throws(EntryError) -> Void
    ) throws(EntryError) {
        var frame = FieldReader(0..<facts.count)
        for _ in 0..<count { try body(try EntryCoding.next(&frame, facts)) }
        guard frame.at == frame.end else { throw EntryError(reason: .count, offset: frame.at) }
    }

    private static func next(_ frame: inout FieldReader, _ facts: Span<UInt8>) throws(EntryError) -> Range<Int> {
        guard frame.at < frame.end else { throw EntryError(reason: .count, offset: frame.at) }
        return try frame.entry(facts)
    }

    /// A number of bytes that a section can have.
    static func length(_ field: FieldReader.Field, _ facts: Span<UInt8>) throws(EntryError) -> Int {
        let value = try field.unsigned(facts)
        guard value <= UInt64(UInt32.max) else { throw field.wrong }
        return Int(value)
    }
}

extension FieldReader {
    /// The next entry's fields.
    mutating func entry(_ bytes: Span<UInt8>) throws(EntryError) -> Range<Int> {
        let length = try varint(bytes)
        guard length <= end - at else { throw EntryError(reason: .length, offset: at) }
        let range = at..<at + length
        skip(to: range.upperBound)
        return range
    }
}
