/// What an extended header of `pax` says of the next entry: lines of `length key=value`.
struct TarExtension: Sendable {
    var path: [UInt8]?
    var size: Int?
    /// Whether it speaks of a file with holes, which is not stored as it is.
    var isSparse = false

    /// Reads the lines; `nil` where they make no sense.
    init?(_ bytes: [UInt8]) {
        var rest = bytes[...]
        while let first = rest.first, first != 0 {
            let digits = rest.prefix { (0x30...0x39).contains($0) }
            guard (1...6).contains(digits.count), let length = Int(String(decoding: digits, as: UTF8.self)),
                length > digits.count + 2, length <= rest.count
            else { return nil }
            let line = rest.prefix(length)
            guard line.last == 0x0A, line.dropFirst(digits.count).first == 0x20 else { return nil }
            let said = line.dropFirst(digits.count + 1).dropLast()
            guard let equals = said.firstIndex(of: 0x3D) else { return nil }
            let value = said[said.index(after: equals)...]
            switch String(decoding: said[..<equals], as: UTF8.self) {
            case "path": path = Array(value)
            case "size":
                guard (1...18).contains(value.count), let size = Int(String(decoding: value, as: UTF8.self)), size >= 0
                else { return nil }
                self.size = size
            case let key where key.hasPrefix("GNU.sparse."): isSparse = true
            default: break
            }
            rest = rest.dropFirst(length)
        }
    }
}
