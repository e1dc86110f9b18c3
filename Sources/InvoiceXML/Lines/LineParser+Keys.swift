import InvoiceModel

/// Keys: tags of the standard by their words, others byte by byte.
extension LineParser {
    /// Reads the key whose quote is next.
    @inline(__always)
    mutating func readKey(_ view: ByteView, _ out: LineOutput) throws(LineFault) {
        let start = position
        let guess = Int(frame.block) &* LineParser.ranks &+ (frame.seen == 0 ? LineParser.ranks - 1 : Int(frame.rank))
        var member = guessedMember(guesses[guess], view)
        if member.tag == .unknown {
            member = knownMember(view)
            if member.tag == .unknown { member = try otherMember(view, out) }
            guesses[guess] = member.tag
        }
        let entry = frame.block == 0 ? LineShape.Entry() : shape.entry(frame.block, member.tag)
        member.entry = entry
        frame.member = member
        guard entry.isKnown else {
            if frame.block != 0 { note(rank: LineShape.last) }
            // A tag of the standard in a place that is not its own is not written yet; its name is compared here.
            if member.tag != .unknown { out.copyTag(member.tag, to: used + 1) }
            let name = ByteRange(from: used + 1, to: used + 1 + Int(member.length))
            strangers.append(Stranger(name: name, offset: UInt32(truncatingIfNeeded: start)))
            return
        }
        if member.tag == .DSCKS { throw LineFault(.jsonSignature, at: start) }
        let bit: UInt64 = 1 &<< UInt64(entry.rank)
        if frame.seen & bit != 0 { throw LineFault(.jsonDuplicateKey, at: start) }
        frame.seen |= bit
        note(rank: entry.rank)
    }

    @inline(__always)
    private mutating func note(rank: UInt8) {
        if rank < frame.rank { frame.isDisordered = true } else { frame.rank = rank }
    }

    /// The key, where it is the tag that came in this place the last time; `.unknown` otherwise.
    @inline(__always)
    private mutating func guessedMember(_ tag: Tag, _ view: ByteView) -> Member {
        let length = Int(lengths[Int(tag.rawValue)])
        let start = position + 1
        guard length > 0, start <= view.count - 24, view[start + length] == 0x22 else { return Member() }
        let words = Int(tag.rawValue) * 3
        var differences = (view.word(at: start) ^ TagTable.words[words]) & Word.low(length)
        if length > 8 {
            differences |= (view.word(at: start + 8) ^ TagTable.words[words + 1]) & Word.low(length - 8)
            if length > 16 { return Member() }
        }
        guard differences == 0 else { return Member() }
        position = start + length + 1
        return Member(tag: tag, length: UInt16(truncatingIfNeeded: length))
    }

    /// The key as a tag of the standard, where it is spelled without escapes; `.unknown` otherwise.
    @inline(__always)
    private mutating func knownMember(_ view: ByteView) -> Member {
        let start = position + 1
        guard start <= view.count - 24 else { return Member() }
        var words = (view.word(at: start), UInt64(0), UInt64(0))
        var marks = Word.equal(words.0, to: 0x22)
        var length = Word.first(marks)
        if marks != 0 {
            words.0 &= Word.low(length)
        } else {
            words.1 = view.word(at: start + 8)
            marks = Word.equal(words.1, to: 0x22)
            length = 8 + Word.first(marks)
            if marks != 0 {
                words.1 &= Word.low(length - 8)
            } else {
                words.2 = view.word(at: start + 16)
                marks = Word.equal(words.2, to: 0x22)
                guard marks != 0 else { return Member() }
                length = 16 + Word.first(marks)
                words.2 &= Word.low(length - 16)
            }
        }
        let tag = LineParser.counted(TagTable.tag(words.0, words.1, words.2))
        // Zeros behind a name are no part of it, but look like the end of its words.
        guard tag != .unknown, length == Int(lengths[Int(tag.rawValue)]) else { return Member() }
        position = start + length + 1
        return Member(tag: tag, length: UInt16(truncatingIfNeeded: length))
    }

    /// A tag in no namespace.
    @inline(__always)
    private static func counted(_ tag: Tag) -> Tag {
        TagTable.counted(tag, namespace: 0, signatureNamespace: UInt16.max)
    }

    /// Any key, written as a name where the start tag will have it.
    private mutating func otherMember(_ view: ByteView, _ out: LineOutput) throws(LineFault) -> Member {
        let start = position
        let name = used + 1
        var target = name
        position += 1
        while true {
            guard position < end else { throw LineFault(.jsonSyntax, at: end, .quote) }
            let offset = position
            let byte = view[position]
            if byte == 0x22 { break }
            if byte < 0x20 { throw LineFault(.jsonSyntax, at: position, .escape) }
            let character: UInt32
            if byte == 0x5C {
                character = try readEscape(view)
            } else {
                let length = byte < 0x80 ? 1 : CharacterScan.length(view, position, end)
                if length == 0 { throw LineFault(.xmlNotUtf8, at: position) }
                character = view.scalar(at: position).value
                position += length
            }
            guard LineParser.belongs(character, isFirst: target == name) else { throw LineFault(.jsonKey, at: offset) }
            target = LineParser.putPlain(character, at: target, out)
            if target - name > limits.nameBytes { throw LineFault(.xmlNameLength, at: start) }
        }
        position += 1
        guard target > name else { throw LineFault(.jsonKey, at: start) }
        return Member(tag: tag(name..<target, out), length: UInt16(truncatingIfNeeded: target - name))
    }

    /// Whether a name without prefix may have the character there.
    private static func belongs(_ character: UInt32, isFirst: Bool) -> Bool {
        if character < 0x80 {
            let byte = UInt8(character)
            return isFirst ? NameCharacters.starts(byte) : NameCharacters.continues(byte)
        }
        return isFirst ? NameCharacters.starts(character) : NameCharacters.continues(character)
    }

    /// The tag of a name in the output.
    private func tag(_ name: Range<Int>, _ out: LineOutput) -> Tag {
        guard name.count <= TagTable.longest else { return .unknown }
        var words = (UInt64(0), UInt64(0), UInt64(0))
        for (place, offset) in name.enumerated() {
            let bits = UInt64(out[offset]) << UInt64(place % 8 * 8)
            switch place / 8 {
            case 0: words.0 |= bits
            case 1: words.1 |= bits
            default: words.2 |= bits
            }
        }
        return LineParser.counted(TagTable.tag(words.0, words.1, words.2))
    }

    /// Looks for a key that stands twice among those of the current object that the standard does not know there.
    func findRepeatedStranger(_ out: LineOutput) throws(LineFault) {
        let own = strangers[Int(frame.firstStranger)...].map {
            (offset: Int($0.offset), name: out.bytes($0.name.range))
        }
        let sorted = own.sorted { left, right in
            if left.name == right.name { return left.offset < right.offset }
            return left.name.lexicographicallyPrecedes(right.name)
        }
        var first: Int?
        for (left, right) in zip(sorted, sorted.dropFirst()) where left.name == right.name {
            first = min(first ?? right.offset, right.offset)
        }
        if let first { throw LineFault(.jsonDuplicateKey, at: first) }
    }
}

extension LineOutput {
    /// Writes the name of a tag.
    func copyTag(_ tag: Tag, to target: Int) {
        for word in 0..<3 { put(TagTable.words[Int(tag.rawValue) * 3 + word], at: target + word * 8) }
    }
}
