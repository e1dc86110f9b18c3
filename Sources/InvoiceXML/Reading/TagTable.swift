/// Finds the tag of a name without making a string: the name's bytes as words, a table, one comparison.
enum TagTable {
    /// Bytes of the longest name it can hold.
    static let longest = 24

    /// The tag whose name these words are, wherever it counts.
    @inline(__always)
    static func tag(_ first: UInt64, _ second: UInt64, _ third: UInt64) -> Tag {
        let mixed = first ^ (second &* 0x9E37_79B9_7F4A_7C15) ^ (third &* 0xC2B2_AE3D_27D4_EB4F)
        var slot = Int(truncatingIfNeeded: (mixed &* multiplier) >> 53)
        while true {
            let raw = slots[slot]
            if raw == 0 { return .unknown }
            let at = Int(raw) * 3
            if words[at] == first, words[at + 1] == second, words[at + 2] == third {
                // Cases are laid out in the order of their raw values, all below the count; a test compares every one.
                return unsafe unsafeBitCast(raw, to: Tag.self)
            }
            slot = (slot + 1) & 2_047
        }
    }

    /// The tag of a local name in a namespace: itself where it counts there, or `.unknown`.
    @inline(__always)
    static func counted(_ tag: Tag, namespace: UInt16, signatureNamespace: UInt16) -> Tag {
        switch homes[Int(tag.rawValue)] {
        case 0: namespace == 0 ? tag : .unknown
        case 1: namespace != 0 && namespace == signatureNamespace ? tag : .unknown
        case 2: namespace == 0 || namespace == signatureNamespace ? tag : .unknown
        default: tag
        }
    }
}

extension Tag {
    /// The name on the wire.
    public var name: String { TagTable.names[Int(rawValue)] }
}
