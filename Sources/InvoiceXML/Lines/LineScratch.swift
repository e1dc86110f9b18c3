/// What a worker keeps of its buffers from one chunk of lines to the next: enough for any usual chunk. What a hostile
/// one made larger is given back.
enum LineScratch {
    /// Elements of the tape, and what belongs to them one by one.
    static let elements = 262_144
    /// Bytes of XML and of decoded text.
    static let bytes = 16 << 20
    /// Lines of goods, and rows of rates, of one invoice.
    static let rows = 64
}

extension Array {
    /// Takes everything out; the room is kept where it is for at most so many.
    mutating func empty(keepingAtMost limit: Int) {
        removeAll(keepingCapacity: capacity <= limit)
    }
}
