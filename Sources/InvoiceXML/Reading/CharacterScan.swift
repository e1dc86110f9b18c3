import InvoiceModel

/// Checks that bytes are UTF-8 and hold only characters XML 1.0 allows, eight at a time where they are plain ASCII.
struct CharacterScan {
    /// The first fault, if any.
    private(set) var fault: ReadFault?
    /// Whether there is a carriage return: without one, line ends need no care anywhere.
    private(set) var hasCarriageReturn = false

    /// Scans the bytes before `end`.
    init(_ view: ByteView, end: Int) {
        var position = 0
        while position < end {
            if position <= end - 32, CharacterScan.isPlain(view, position) {
                position += 32
                continue
            }
            if position <= end - 8 {
                let word = view.word(at: position)
                if (word & Word.all(0x80)) | Word.below(word, 0x20) == 0 {
                    position += 8
                    continue
                }
            }
            let stop = min(position + 8, end)
            while position < stop {
                let length = step(view, position, end)
                if length == 0 { return }
                position += length
            }
        }
    }

    /// Whether 32 bytes are ASCII without control characters.
    @inline(__always)
    private static func isPlain(_ view: ByteView, _ position: Int) -> Bool {
        let words = (
            view.word(at: position), view.word(at: position + 8), view.word(at: position + 16),
            view.word(at: position + 24)
        )
        let low =
            (words.0 &- Word.all(0x20)) | (words.1 &- Word.all(0x20))
            | (words.2 &- Word.all(0x20)) | (words.3 &- Word.all(0x20))
        // Where no byte has its top bit set, subtracting sets it just for those below 0x20.
        return (low | words.0 | words.1 | words.2 | words.3) & Word.all(0x80) == 0
    }

    /// The length of the character at `position`; 0 if it is none.
    @inline(__always)
    private mutating func step(_ view: ByteView, _ position: Int, _ end: Int) -> Int {
        let lead = view[position]
        if lead < 0x80 {
            if lead >= 0x20 || lead == 0x0A || lead == 0x09 { return 1 }
            if lead == 0x0D {
                hasCarriageReturn = true
                return 1
            }
            fault = ReadFault(.xmlCharacter, at: position)
            return 0
        }
        let length = CharacterScan.length(view, position, end)
        if length == 0 {
            fault = ReadFault(.xmlNotUtf8, at: position)
        } else if length == 3, lead == 0xEF, view[position + 1] == 0xBF, view[position + 2] >= 0xBE {
            fault = ReadFault(.xmlCharacter, at: position)
            return 0
        }
        return length
    }

    /// The length of the UTF-8 sequence at `position`, whose first byte is not ASCII; 0 if it is not well formed.
    @inline(__always)
    static func length(_ view: ByteView, _ position: Int, _ end: Int) -> Int {
        let lead = view[position]
        guard position + 1 < end else { return 0 }
        let second = view[position + 1]
        switch lead {
        case 0xC2...0xDF:
            return isContinuation(second) ? 2 : 0
        case 0xE0...0xEF:
            guard position + 2 < end, isContinuation(second), isContinuation(view[position + 2]) else { return 0 }
            if lead == 0xE0, second < 0xA0 { return 0 }
            if lead == 0xED, second > 0x9F { return 0 }
            return 3
        case 0xF0...0xF4:
            guard position + 3 < end, isContinuation(second) else { return 0 }
            guard isContinuation(view[position + 2]), isContinuation(view[position + 3]) else { return 0 }
            if lead == 0xF0, second < 0x90 { return 0 }
            if lead == 0xF4, second > 0x8F { return 0 }
            return 4
        default:
            return 0
        }
    }

    @inline(__always)
    private static func isContinuation(_ byte: UInt8) -> Bool {
        byte & 0xC0 == 0x80
    }
}
