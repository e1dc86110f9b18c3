import Compression
import InvoiceModel

/// A block of which header, check sums and place in the chain are proven.
struct ScannedBlock {
    let location: BlockLocation
    let header: BlockHeader
    /// Stands for this block and everything before it.
    let digest: Digest
    let codec: Codec
    /// Header and payload as stored.
    let bytes: [UInt8]
    let expander: BlockExpander

    /// The entries.
    func facts() throws(ArchiveError) -> [UInt8] {
        try header.facts(in: bytes.span, codec: codec, expander, at: location)
    }

    /// The originals.
    func originals() throws(ArchiveError) -> [UInt8] {
        try header.originals(in: bytes.span, codec: codec, upTo: nil, expander, at: location)
    }

    /// All of it, as it was before compression.
    func content() throws(ArchiveError) -> BlockContent {
        BlockContent(
            kind: header.kind,
            count: header.count,
            first: header.first,
            writtenAt: header.writtenAt,
            rules: header.rules,
            facts: try facts(),
            originals: try originals()
        )
    }
}
