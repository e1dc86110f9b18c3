import InvoiceModel

/// One invoice of a message of many.
struct BatchInvoice {
    /// Its text and, in a 203, who signs it.
    var parts: MessageParts
    /// `MCCQT`, as it is written.
    var code: String?
    /// Which way of being bad.
    var fault: BatchInvoiceFault?
}

/// Everything of a message of many invoices but its bytes.
struct Batch {
    var type: MessageType
    var party: Party
    var signer: Signer
    var envelope: Envelope
    /// The Id of `DLieu` in a package.
    var id: String
    var signingTime: Timestamp
    /// Keeps Ids apart.
    var serial: Int
    var invoices: [BatchInvoice]
    /// Which way of being bad as a whole.
    var fault: BatchFault?
    /// Which message it repeats, counted from 0.
    var original: Int?

    /// The signing time as its vendor writes it.
    var signingText: String { signingTime.description + (party.vendor == .padded ? "Z" : "") }
}
