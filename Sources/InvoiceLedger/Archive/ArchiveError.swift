import Compression
import DurableFiles

/// Why an archive could not be read or written.
enum ArchiveError: Error, Hashable, CustomStringConvertible {
    /// The system refused a file operation.
    case file(FileError)
    /// Bytes that no archive of ours has there.
    case damage(ArchiveDamage)
    /// A segment in a compression this build was made without.
    case withoutCodec(Codec, segment: UInt64)
    /// The compression library failed, such as for want of memory.
    case codec(CodecError)
    /// A segment or block of a newer version of this program.
    case newer(ArchiveDamage)
    /// An entry too large for any block.
    case tooLarge(bytes: Int)
    /// More stands behind the committed end than one commit leaves: the store is older than the archive.
    case ahead(of: UInt64)
    /// A write failed before; only opening again goes on from what is on disk.
    case failed

    /// A sentence for the operator.
    var description: String {
        switch self {
        case .file(let error): error.description
        case .damage(let damage): damage.description
        case .withoutCodec(let codec, let segment):
            segment == 0
                ? "this build of xacthuc was made without \(codec)"
                : "archive segment \(segment) is compressed with \(codec), without which this build was made"
        case .codec(let error): error.description
        case .newer(let place): "\(place): written by a newer version of xacthuc"
        case .tooLarge(let bytes): "\(bytes) bytes are too many for one block of the archive"
        case .ahead(let block):
            "the archive goes on behind block \(block), the last ledger.sqlite knows, for more than a crash leaves: "
                + "the database is an old copy, or the archive is damaged there; nothing was changed"
        case .failed: "a write to the archive failed before; open the ledger again"
        }
    }
}

/// A damaged place of an archive.
struct ArchiveDamage: Error, Hashable, Sendable, CustomStringConvertible {
    /// The segment, from 1.
    var segment: UInt64
    /// The block that was expected there, from 1; 0 for a segment's header.
    var block: UInt64
    /// Where in the segment's file the block, or the segment's header, begins.
    var offset: UInt64
    /// What is wrong with it.
    var what: String

    /// The place and what is wrong, for the operator.
    var description: String {
        "archive segment \(segment), \(block == 0 ? "header" : "block \(block)"), byte \(offset): \(what)"
    }
}
