import InvoiceModel
import InvoiceSignature

/// Some whole lines of a stream, to be read and judged together.
struct LineChunk: Sendable {
    /// What the stream is known by.
    var file: InputFile
    /// What the ledger keeps: the line that names the manifest, where there is one, then the lines as they came.
    var bytes: [UInt8]
    /// Where the lines begin in `bytes`.
    var start = 0
    /// The number of the first line in its stream, from 1.
    var firstLine: Int
    /// How many lines there are.
    var count: Int
    /// Where the first line begins in the stream.
    var offset: Int
    /// Who vouches for the lines; `nil` where they are not signed.
    var manifest: SignedManifest?

    /// The lines as they came.
    var lines: Span<UInt8> {
        @_lifetime(borrow self) borrowing get { bytes.span.extracting(start...) }
    }

    /// For people: which lines these are.
    var name: String { "lines \(firstLine)–\(firstLine + count - 1)" }
}
