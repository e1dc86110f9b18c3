import Foundation

/// A real message, and the places in it that are different in every message.
struct Pattern {
    let bytes: [UInt8]
    /// Digests, signatures and ids: nothing compresses them.
    let random: [Range<Int>]
    /// Digits of numbers and amounts.
    let digits: [Range<Int>]

    /// The patterns in a folder of `synth`: its first good messages.
    static func read(below folder: String) throws -> [Pattern] {
        let names = try FileManager.default.subpathsOfDirectory(atPath: folder).filter { $0.hasSuffix(".xml") }
        let patterns = try names.sorted().prefix(64).map { name in
            Pattern([UInt8](try Data(contentsOf: URL(filePath: "\(folder)/\(name)"))))
        }
        guard !patterns.isEmpty else { throw FillError(text: "\(folder) holds no message") }
        return patterns
    }

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        random = ["DigestValue", "SignatureValue", "MTDiep"].flatMap { Pattern.contents(of: $0, in: bytes) }
        digits = ["SHDon", "ThTien", "TgTCThue", "TgTThue", "TgTTTBSo", "DGia"].flatMap {
            Pattern.contents(of: $0, in: bytes)
        }
    }

    /// Where the text of elements of that name stands, whatever their prefix.
    private static func contents(of name: String, in bytes: [UInt8]) -> [Range<Int>] {
        let (tag, text) = (Array(name.utf8), bytes)
        var ranges: [Range<Int>] = []
        var index = 1
        while index + tag.count < text.count {
            let isTag = text[index..<index + tag.count].elementsEqual(tag)
            let before = text[index - 1]
            if isTag, before == UInt8(ascii: "<") || before == UInt8(ascii: ":"),
                text[..<index].last(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "/") }) == UInt8(ascii: "<"),
                let start = text[index...].firstIndex(of: UInt8(ascii: ">")),
                let end = text[start...].firstIndex(of: UInt8(ascii: "<"))
            {
                ranges.append(start + 1..<end)
                index = end
            } else {
                index += 1
            }
        }
        return ranges
    }
}
