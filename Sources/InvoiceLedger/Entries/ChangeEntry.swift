import InvoiceModel

/// One administrative action as the archive keeps it; its payload stands in the block's section of originals.
struct ChangeEntry: Hashable {
    /// 1, 2, 3 … in order.
    var sequence: UInt64
    var at: Timestamp
    /// Who, in words.
    var actor: String
    var kind: Change.Kind
    /// Bytes of the payload in the block's section of originals.
    var payloadLength: Int
}
