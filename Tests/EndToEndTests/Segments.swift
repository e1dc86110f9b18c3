import Compression
import Foundation

/// The archive of a ledger, taken apart as `Documentation/ARCHIVE.md` says and put together in other segments: a real
/// one begins only after 256 MiB.
struct Segments {
    let folder: String
    /// What stands in all segments, block by block.
    let blocks: [Data]
    private let codec: UInt8

    /// - Parameter ledger: its folder; the archive is of one segment.
    init(ledger: String) throws {
        folder = ledger + "/archive"
        let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: Segments.path(folder, 1))))
        codec = bytes[10]
        var blocks: [Data] = []
        var start = Segments.headerBytes
        while start < bytes.count {
            let length = 96 + Int(Segments.number(bytes, at: start + 40, 4) + Segments.number(bytes, at: start + 48, 4))
            blocks.append(Data(bytes[start..<start + length]))
            start += length
        }
        self.blocks = blocks
    }

    static let headerBytes = 64

    static func path(_ folder: String, _ number: Int) -> String {
        String(format: "%@/%010d.seg", folder, number)
    }

    func path(_ number: Int) -> String { Segments.path(folder, number) }

    private static func number(_ bytes: [UInt8], at offset: Int, _ count: Int) -> UInt64 {
        (0..<count).reduce(0) { $0 | UInt64(bytes[offset + $1]) << UInt64(8 * $1) }
    }

    /// Writes so many blocks into each segment, and takes the store away: `rebuild` makes it for the new places.
    ///
    /// - Returns: how many segments there are now.
    func split(_ size: Int) throws -> Int {
        var number = 0
        for start in stride(from: 0, to: blocks.count, by: size) {
            number += 1
            // The header of each block says the digest of the one before it.
            let previous = [UInt8](blocks[start])[56..<88]
            let header = Segments.header(number: number, codec: codec, first: start + 1, previous: Array(previous))
            let content = blocks[start..<min(start + size, blocks.count)].reduce(header, +)
            try content.write(to: URL(fileURLWithPath: path(number)))
        }
        for suffix in ["", "-wal", "-shm"] {
            try? FileManager.default.removeItem(atPath: folder + "/../ledger.sqlite" + suffix)
        }
        return number
    }

    /// Gives a segment another version, with the right check sum.
    func setVersion(_ version: UInt8, of number: Int) throws {
        var bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path(number))))
        bytes[8] = version
        Segments.seal(&bytes)
        try Data(bytes).write(to: URL(fileURLWithPath: path(number)))
    }

    private static func header(number: Int, codec: UInt8, first: Int, previous: [UInt8]) -> Data {
        var bytes = Array("XACTARCH".utf8) + [1, 0, codec, 0]
        for value in [number, first] {
            for shift in 0..<8 { bytes.append(UInt8(truncatingIfNeeded: value >> (8 * shift))) }
        }
        bytes += previous + [0, 0, 0, 0]
        seal(&bytes)
        return Data(bytes)
    }

    private static func seal(_ bytes: inout [UInt8]) {
        let sum = Checksum.crc32(bytes.span.extracting(0..<60))
        for shift in 0..<4 { bytes[60 + shift] = UInt8(truncatingIfNeeded: sum >> UInt32(8 * shift)) }
    }
}
