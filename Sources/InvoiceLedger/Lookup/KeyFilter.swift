/// A blocked Bloom filter over keys: "certainly not here" or "perhaps", from 64 neighbouring bytes a question.
///
/// About 10 bits a key and 7 questions of one block; about 1 key in 70 that is not there passes.
struct KeyFilter {
    static let blockBytes = 64
    private static let bitsPerKey = 10
    private static let probes = 7

    /// The bits, as a run file holds them.
    private(set) var bytes: [UInt8]

    /// An empty filter for so many keys.
    init(keys: Int) {
        bytes = [UInt8](repeating: 0, count: KeyFilter.byteCount(keys: keys))
    }

    /// A filter as stored; the number of bytes fits the number of keys.
    init(stored bytes: [UInt8]) {
        precondition(bytes.count % KeyFilter.blockBytes == 0 && !bytes.isEmpty, "a filter has whole blocks")
        self.bytes = bytes
    }

    /// Bytes of a filter for so many keys.
    static func byteCount(keys: Int) -> Int {
        max(1, (keys * bitsPerKey + blockBytes * 8 - 1) / (blockBytes * 8)) * blockBytes
    }

    /// Adds a key; keys in ascending order fill the blocks in order.
    mutating func insert(_ key: UInt64) {
        let block = block(of: key)
        var bits = KeyFilter.bits(of: key)
        for _ in 0..<KeyFilter.probes {
            bytes[block + Int(bits >> 3 & 63)] |= 1 << UInt8(bits & 7)
            bits >>= 9
        }
    }

    /// Whether a key may be there.
    func mayContain(_ key: UInt64) -> Bool {
        let block = block(of: key)
        var bits = KeyFilter.bits(of: key)
        for _ in 0..<KeyFilter.probes {
            if bytes[block + Int(bits >> 3 & 63)] & 1 << UInt8(bits & 7) == 0 { return false }
            bits >>= 9
        }
        return true
    }

    /// The first byte of a key's block: blocks follow the order of the keys.
    private func block(of key: UInt64) -> Int {
        let blocks = UInt64(bytes.count / KeyFilter.blockBytes)
        return Int(truncatingIfNeeded: key.multipliedFullWidth(by: blocks).high) * KeyFilter.blockBytes
    }

    /// Seven numbers of nine bits, drawn from all bits of the key.
    private static func bits(of key: UInt64) -> UInt64 {
        var mixed = key &* 0x9E37_79B9_7F4A_7C15
        mixed ^= mixed >> 32
        return mixed &* 0xD6E8_FEB8_6659_FD93
    }
}
