import InvoiceModel
import OpenSSL
import Testing

@testable import InvoiceSignature

/// The text of a manifest: one way to write it, and nothing else is read.
struct ManifestTests {
    private static func digest(_ text: String) -> Digest { Digest(SHA256.hash(Array(text.utf8)).span) }

    private static let sample = Manifest([
        Manifest.Chunk(lines: 1_000, bytes: 700_000, sha256: digest("a")),
        Manifest.Chunk(lines: 1, bytes: 2, sha256: digest("b")),
    ])

    @Test func `what is written is read, and says its sums`() {
        let text = Self.sample.text
        #expect(Manifest(Array(text.utf8)) == Self.sample)
        #expect(text.hasPrefix("xacthuc manifest 1\nchunks: 2\nlines: 1001\nbytes: 700002\n1000 700000 "))
        #expect(Self.sample.lines == 1_001 && Self.sample.bytes == 700_002)
    }

    @Test func `any other spelling is no manifest`() {
        let text = Self.sample.text
        let others = [
            "", "xacthuc manifest 1\n", text + "\n", String(text.dropLast()), text.replacing("\n", with: "\r\n"),
            text.replacing("manifest 1", with: "manifest 2"), text.replacing("lines: 1001", with: "lines: 1002"),
            text.replacing("bytes: 700002", with: "bytes: 0700002"), text.replacing("chunks: 2", with: "chunks: 1"),
            text.replacing("1 2 ", with: "1  2 "), text.replacing("1 2 ", with: "0 2 "),
            text.replacing("1 2 ", with: "1 -2 "), text.replacing("1 2 ", with: "+1 2 "), text.uppercased(),
            Manifest([]).text,
        ]
        for other in others { #expect(Manifest(Array(other.utf8)) == nil, "\(other)") }
        #expect(Manifest([0xFF] + Array(text.utf8)) == nil)
    }

    @Test func `a chunk's lines have a limit`() {
        func isRead(_ lines: Int) -> Bool {
            Manifest(Array(Manifest([Manifest.Chunk(lines: lines, bytes: 1, sha256: Self.digest("a"))]).text.utf8))
                != nil
        }
        #expect(isRead(Manifest.linesLimit) && !isRead(Manifest.linesLimit + 1))
    }
}
