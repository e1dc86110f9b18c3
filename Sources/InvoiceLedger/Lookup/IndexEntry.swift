import InvoiceModel
import OpenSSL

/// What a message is looked up by.
enum IndexKind: Int, CaseIterable {
    /// The SHA-256 of its bytes.
    case sha256 = 0
    /// Its id (`MTDiep`).
    case messageID = 1
}

/// Eight bytes of a digest and the message they lead to; several messages may share a key.
struct IndexEntry: Hashable, Comparable {
    /// The first 8 bytes of the digest, the first one highest.
    var key: UInt64
    var sequence: UInt64

    static func < (left: IndexEntry, right: IndexEntry) -> Bool {
        left.key != right.key ? left.key < right.key : left.sequence < right.sequence
    }
}

/// Makes keys.
struct IndexKeys {
    private let context = HashContext(.sha256)

    /// The key of a message's bytes.
    static func key(_ sha256: Digest) -> UInt64 { sha256.words[0] }

    /// The key of a message's id: of its digest, so that senders' numbering makes no clusters.
    func key(messageID: String) -> UInt64 {
        Digest(context.hash(Array(messageID.utf8)).span).words[0]
    }
}
