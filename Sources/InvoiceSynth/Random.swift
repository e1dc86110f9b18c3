/// A small seeded source of numbers (SplitMix64): the same seed gives the same numbers on every machine.
///
/// Only for test data; keys come from the operating system's generator.
struct Random: RandomNumberGenerator, Sendable {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    /// A stream of its own for one purpose, so that adding a draw in one place changes nothing elsewhere.
    init(seed: UInt64, stream: UInt64, index: Int = 0) {
        var mixer = Random(seed: seed &+ stream &* 0xD1B5_4A32_D192_ED03)
        state = mixer.next() ^ (UInt64(bitPattern: Int64(index)) &* 0x9E37_79B9_7F4A_7C15)
        _ = next()
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var word = state
        word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
        return word ^ (word >> 31)
    }

    /// A number from 0 to `bound` − 1.
    mutating func below(_ bound: Int) -> Int {
        precondition(bound > 0, "a draw needs at least one value")
        return Int(next().multipliedFullWidth(by: UInt64(bound)).high)
    }

    /// A number of a closed range.
    mutating func within(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + below(range.upperBound - range.lowerBound + 1)
    }

    /// True `chances` times in `of`.
    mutating func happens(_ chances: Int, in outcomes: Int) -> Bool {
        below(outcomes) < chances
    }

    /// One of the values.
    mutating func pick<Value>(_ values: [Value]) -> Value {
        values[below(values.count)]
    }

    /// An index, each as likely as its weight says.
    mutating func weighted(_ weights: [Int]) -> Int {
        var rest = below(weights.reduce(0, +))
        for (index, weight) in weights.enumerated() {
            if rest < weight { return index }
            rest -= weight
        }
        return weights.count - 1
    }

    /// Random bytes.
    mutating func bytes(_ count: Int) -> [UInt8] {
        (0..<count).map { _ in UInt8(truncatingIfNeeded: next()) }
    }

    /// 16 bytes in the form of a random UUID (version 4).
    mutating func uuid() -> [UInt8] {
        var bytes = bytes(16)
        bytes[6] = bytes[6] & 0x0F | 0x40
        bytes[8] = bytes[8] & 0x3F | 0x80
        return bytes
    }
}

/// The purposes of the streams; numbers never change, so that an old seed keeps its folder.
enum Stream {
    static let taxpayers: UInt64 = 1
    static let plan: UInt64 = 2
    static let content: UInt64 = 3
    static let envelope: UInt64 = 4
    static let faults: UInt64 = 5
    static let certificates: UInt64 = 6
    static let batches: UInt64 = 7
    static let buyers: UInt64 = 8
    static let lines: UInt64 = 9
    static let decks: UInt64 = 10
    static let lineSellers: UInt64 = 11
}
