/// Which characters a name may have (XML 1.0, fifth edition, productions 4 and 4a, the colon left out).
enum NameCharacters {
    /// Whether a byte below 0x80 may start a name.
    @inline(__always)
    static func starts(_ byte: UInt8) -> Bool {
        let letter = (byte | 0x20) &- 0x61
        return letter < 26 || byte == 0x5F
    }

    /// Whether a byte below 0x80 may stand inside a name.
    @inline(__always)
    static func continues(_ byte: UInt8) -> Bool {
        starts(byte) || byte &- 0x30 < 10 || byte == 0x2D || byte == 0x2E
    }

    /// Whether a character beyond ASCII may start a name.
    static func starts(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2FF, 0x370...0x37D, 0x37F...0x1FFF, 0x200C...0x200D,
            0x2070...0x218F, 0x2C00...0x2FEF, 0x3001...0xD7FF, 0xF900...0xFDCF, 0xFDF0...0xFFFD,
            0x1_0000...0xE_FFFF:
            true
        default:
            false
        }
    }

    /// Whether a character beyond ASCII may stand inside a name.
    static func continues(_ scalar: UInt32) -> Bool {
        starts(scalar) || scalar == 0xB7 || (0x300...0x36F).contains(scalar) || (0x203F...0x2040).contains(scalar)
    }
}

extension ByteView {
    /// The character at `offset`, whose bytes are known to be well-formed UTF-8, and how many bytes it has.
    func scalar(at offset: Int) -> (value: UInt32, length: Int) {
        let lead = UInt32(self[offset])
        if lead < 0x80 { return (lead, 1) }
        let second = UInt32(self[offset + 1] & 0x3F)
        if lead < 0xE0 { return ((lead & 0x1F) << 6 | second, 2) }
        let third = UInt32(self[offset + 2] & 0x3F)
        if lead < 0xF0 { return ((lead & 0x0F) << 12 | second << 6 | third, 3) }
        let fourth = UInt32(self[offset + 3] & 0x3F)
        return ((lead & 0x07) << 18 | second << 12 | third << 6 | fourth, 4)
    }
}
