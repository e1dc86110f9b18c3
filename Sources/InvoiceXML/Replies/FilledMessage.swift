extension ParsedMessage {
    /// Puts text into a place of the message that is as long, such as a digest into `DigestValue`.
    ///
    /// Everything else stays where it lies, so the tape stays true.
    ///
    /// - Precondition: the text has the length of the place and needs no reference.
    public mutating func fill(_ place: ByteRange, with text: Span<UInt8>) {
        precondition(text.count == Int(place.count), "a value fits its place")
        for index in text.indices {
            precondition(text[index] != UInt8(ascii: "<") && text[index] != UInt8(ascii: "&"), "plain text")
            bytes[Int(place.offset) + index] = text[index]
        }
    }
}
