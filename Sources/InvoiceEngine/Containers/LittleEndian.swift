/// Numbers as zip files write them, the lowest byte first.
struct LittleEndian {
    private let bytes: ArraySlice<UInt8>

    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
    }

    init(_ bytes: [UInt8]) {
        self.bytes = bytes[...]
    }

    /// Two bytes.
    func short(_ offset: Int) -> Int { number(offset, 2) }

    /// Four bytes.
    func long(_ offset: Int) -> Int { number(offset, 4) }

    /// Eight bytes; `nil` for what no file has.
    func wide(_ offset: Int) -> Int? {
        let number = (0..<8).reduce(UInt64(0)) { $0 | UInt64(bytes[bytes.startIndex + offset + $1]) << UInt64($1 * 8) }
        return number < 1 << 62 ? Int(number) : nil
    }

    private func number(_ offset: Int, _ count: Int) -> Int {
        (0..<count).reduce(0) { $0 | Int(bytes[bytes.startIndex + offset + $1]) << ($1 * 8) }
    }
}
