/// Text, CDATA sections, comments and instructions.
extension CanonicalWriter {
    /// Text with line ends made one, references resolved and the four characters escaped.
    func appendText(_ start: Int, _ end: Int, hasReferences: Bool, to output: inout [UInt8]) {
        var offset = start
        var copied = start
        while offset < end {
            let byte = message.bytes[offset]
            switch byte {
            case 0x26 where hasReferences:
                copy(copied, offset, to: &output)
                offset = appendReference(offset, end, to: &output)
                copied = offset
            case 0x26, 0x3C, 0x3E:
                copy(copied, offset, to: &output)
                append(escaped: byte, to: &output)
                offset += 1
                copied = offset
            case 0x0D:
                copy(copied, offset, to: &output)
                output.append(0x0A)
                offset += isFollowedByLineFeed(offset, end) ? 2 : 1
                copied = offset
            default:
                offset += 1
            }
        }
        copy(copied, end, to: &output)
    }

    /// A comment, or an instruction's data: only line ends change.
    func appendLines(_ start: Int, _ end: Int, to output: inout [UInt8]) {
        var offset = start
        while offset < end {
            let byte = message.bytes[offset]
            if byte == 0x0D {
                output.append(0x0A)
                offset += isFollowedByLineFeed(offset, end) ? 2 : 1
            } else {
                output.append(byte)
                offset += 1
            }
        }
    }

    /// `<?target data?>` with one space between, none where there is no data.
    func appendInstruction(_ start: Int, _ end: Int, to output: inout [UInt8]) {
        var target = start + 2
        while target < end - 2, !isWhiteSpace(message.bytes[target]) { target += 1 }
        copy(start, target, to: &output)
        var data = target
        while data < end - 2, isWhiteSpace(message.bytes[data]) { data += 1 }
        if data < end - 2 {
            output.append(0x20)
            appendLines(data, end - 2, to: &output)
        }
        output.append(0x3F)
        output.append(0x3E)
    }

    private func isFollowedByLineFeed(_ offset: Int, _ end: Int) -> Bool {
        offset + 1 < end && message.bytes[offset + 1] == 0x0A
    }

    /// Writes the character a reference stands for; the offset after it.
    private func appendReference(_ start: Int, _ end: Int, to output: inout [UInt8]) -> Int {
        guard let reference = message.reference(at: start, end: end) else {
            preconditionFailure("the reader refuses text with such a reference")
        }
        switch reference.value {
        case 0x26, 0x3C, 0x3E, 0x0D: append(escaped: UInt8(reference.value), to: &output)
        default: reference.append(to: &output)
        }
        return reference.end
    }

    private func append(escaped byte: UInt8, to output: inout [UInt8]) {
        switch byte {
        case 0x26: output.append(contentsOf: [0x26, 0x61, 0x6D, 0x70, 0x3B])
        case 0x3C: output.append(contentsOf: [0x26, 0x6C, 0x74, 0x3B])
        case 0x3E: output.append(contentsOf: [0x26, 0x67, 0x74, 0x3B])
        default: output.append(contentsOf: [0x26, 0x23, 0x78, 0x44, 0x3B])
        }
    }

    /// An attribute value or a namespace name, between its quotes.
    func appendValue(_ range: ByteRange, isDecoded: Bool, to output: inout [UInt8]) {
        for offset in range.range {
            let byte = isDecoded ? message.decoded[offset] : message.bytes[offset]
            switch byte {
            case 0x26: output.append(contentsOf: [0x26, 0x61, 0x6D, 0x70, 0x3B])
            case 0x3C: output.append(contentsOf: [0x26, 0x6C, 0x74, 0x3B])
            case 0x22: output.append(contentsOf: [0x26, 0x71, 0x75, 0x6F, 0x74, 0x3B])
            case 0x09: output.append(contentsOf: [0x26, 0x23, 0x78, 0x39, 0x3B])
            case 0x0A: output.append(contentsOf: [0x26, 0x23, 0x78, 0x41, 0x3B])
            case 0x0D: output.append(contentsOf: [0x26, 0x23, 0x78, 0x44, 0x3B])
            default: output.append(byte)
            }
        }
    }
}

extension ParsedMessage {
    /// The reference whose `&` is at an offset of the message's bytes.
    fileprivate func reference(at offset: Int, end: Int) -> Reference? {
        // The view of the buffer ends with this closure.
        unsafe bytes.withUnsafeBufferPointer { buffer in
            unsafe ByteView(buffer).flatMap { Reference($0, at: offset, end: end) }
        }
    }
}
