/// One block of 512 bytes before an entry of a tar file (POSIX.1-2001 `ustar` and `pax`, GNU, and the oldest form).
struct TarHeader: Sendable {
    static let blockBytes = 512

    /// The name, joined from its two fields.
    var name: [UInt8]
    /// Bytes of content.
    var size: Int
    /// What it is: `0` a file, `5` a folder, `x` and `L` what is to be said of the next entry.
    var type: UInt8

    /// Reads a block; `nil` where it is none.
    init?(_ block: [UInt8]) {
        precondition(block.count == TarHeader.blockBytes, "a block")
        guard TarHeader.hasChecksum(block.span), let size = TarHeader.number(block[124..<136]) else { return nil }
        self.size = size
        type = block[156]
        name = TarHeader.text(block[0..<100])
        // The prefix is POSIX's; GNU keeps times there.
        let isPOSIX = block[257..<263].elementsEqual("ustar\0".utf8)
        let prefix = isPOSIX ? TarHeader.text(block[345..<500]) : []
        if !prefix.isEmpty { name = prefix + [0x2F] + name }
        // The oldest form has no kinds: a folder is a name that ends so.
        if type == 0 || type == 0x37 { type = 0x30 }
    }

    /// Whether bytes begin as a tar file does: with a header, or with the zeros of its end.
    static func isPlausible(_ head: Span<UInt8>) -> Bool {
        isZero(head) || hasChecksum(head)
    }

    /// Whether a block is all zeros, as at the end.
    static func isZero(_ block: Span<UInt8>) -> Bool {
        for index in 0..<blockBytes where block[index] != 0 { return false }
        return true
    }

    /// Whether the sum of the bytes is the one that stands there, itself taken as spaces; some wrote it with signs.
    private static func hasChecksum(_ block: Span<UInt8>) -> Bool {
        var field: [UInt8] = []
        for index in 148..<156 { field.append(block[index]) }
        guard let said = number(field[...]), block[0] != 0 || block[345] != 0 else { return false }
        var unsigned = 0
        var signed = 0
        for index in 0..<blockBytes {
            let byte = (148..<156).contains(index) ? 0x20 : block[index]
            unsigned += Int(byte)
            signed += Int(Int8(bitPattern: byte))
        }
        return said == unsigned || said == signed
    }

    /// A field of text, up to its first zero.
    private static func text(_ field: ArraySlice<UInt8>) -> [UInt8] {
        Array(field.prefix { $0 != 0 })
    }

    /// Octal digits between spaces, or GNU's binary form; `nil` for anything else, negative numbers too.
    static func number(_ field: ArraySlice<UInt8>) -> Int? {
        guard let first = field.first else { return nil }
        if first & 0x80 != 0 {
            guard first == 0x80, field.dropFirst().dropLast(7).allSatisfy({ $0 == 0 }) else { return nil }
            return field.suffix(7).reduce(0) { $0 << 8 | Int($1) }
        }
        let digits = field.drop { $0 == 0x20 }.prefix { $0 != 0x20 && $0 != 0 }
        let rest = field.drop { $0 == 0x20 }.dropFirst(digits.count)
        guard digits.allSatisfy({ (0x30...0x37).contains($0) }), rest.allSatisfy({ $0 == 0x20 || $0 == 0 }) else {
            return nil
        }
        return digits.reduce(0) { $0 << 3 | Int($1 - 0x30) }
    }
}
