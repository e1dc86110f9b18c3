import InvoiceModel

/// The order of children: JSON has none, the standard has.
extension LineParser {
    /// Brings the children of the current object into the order of the standard, those it does not know last, as sent.
    ///
    /// Only where they came otherwise; costs a copy of what the object holds. Blocks of the standard are nested a few
    /// deep, so a line is copied a few times at most.
    mutating func sortChildren(_ out: LineOutput) {
        let first = Int(frame.element) + 1
        let tape = Array(elements[first...])
        let contentStart = Int(elements[first - 1].content.offset)
        let bytes = out.bytes(contentStart..<used)
        var children: [(rank: UInt8, place: Int)] = []
        var place = 0
        while place < tape.count {
            let entry = shape.entry(frame.block, tape[place].tag)
            children.append((entry.isKnown ? entry.rank : LineShape.last, place))
            place = Int(tape[place].end) - first
        }
        children.sort { ($0.rank, $0.place) < ($1.rank, $1.place) }
        elements.removeLast(tape.count)
        dropDecoded(from: contentStart)
        var target = contentStart
        for child in children {
            let whole = tape[child.place].whole
            let start = Int(whole.offset) - contentStart
            out.copy(bytes.span.extracting(start..<start + Int(whole.count)), to: target)
            append(tape[child.place..<Int(tape[child.place].end) - first], by: target - Int(whole.offset), first, out)
            target += Int(whole.count)
        }
        precondition(target == used, "children fill their parent")
    }

    /// Forgets the decoded text of the current object.
    private mutating func dropDecoded(from offset: Int) {
        decoded.removeLast(decoded.count - Int(frame.firstDecoded))
        while let last = decodedTexts.last, last.element > frame.element { decodedTexts.removeLast() }
        while let last = spots.last, last.offset >= offset { spots.removeLast() }
    }

    /// Appends a child and what it holds to the tape, its bytes moved.
    private mutating func append(_ child: ArraySlice<Element>, by distance: Int, _ first: Int, _ out: LineOutput) {
        let steps = Int32(elements.count - (first + child.startIndex))
        let shift = UInt32(truncatingIfNeeded: distance)
        for (place, entry) in child.enumerated() {
            var entry = entry
            entry.end += steps
            if place > 0 { entry.parent += steps }
            entry.name.offset &+= shift
            entry.whole.offset &+= shift
            entry.content.offset &+= shift
            let index = Int32(elements.count)
            elements.append(entry)
            if entry.isDecoded { decode(entry.content.range, of: index, out) }
        }
    }
}
