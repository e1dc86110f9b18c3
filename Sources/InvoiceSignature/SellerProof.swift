import InvoiceXML
import OpenSSL

/// Proves that what the seller signed in a message stands in the reply with the same canonical form: `DLHDon`, and in
/// each of the seller's signatures `SignedInfo` and `Object`. What else of the invoice a reference may name is copied
/// too, and not compared.
struct SellerProof {
    /// As received.
    let message: ParsedMessage
    /// The context in which the first of the seller's signatures holds there.
    let held: Canonicalizer.Context
    /// The finished reply, where it must hold in place.
    let reply: ParsedMessage

    /// Whether each of the seller's signatures that holds in the message in the context `held` holds in the reply, in
    /// place. Of one that holds in the other context alone this says nothing; a check refuses it.
    var holds: Bool {
        let before = message.invoices[0]
        guard let after = reply.invoices.first, after.sellerSignatures.count == before.sellerSignatures.count,
            keeps(before.data, after.data)
        else { return false }
        for (old, new) in zip(before.sellerSignatures, after.sellerSignatures) {
            // The value and the certificate have no canonical form that counts, but must be the same bytes too.
            guard isSame(message.elements[Int(old)].whole, reply.elements[Int(new)].whole) else { return false }
            for child in message.children(of: old) {
                let tag = message.elements[Int(child)].tag
                guard tag == .SignedInfo || tag == .Object else { continue }
                guard keeps(child, new + child - old) else { return false }
            }
        }
        return true
    }

    /// Whether both have one canonical form: seen from the bytes where nothing around the invoices can make a
    /// difference, else by writing both.
    private func keeps(_ old: Int32, _ new: Int32) -> Bool {
        guard isSame(message.elements[Int(old)].whole, reply.elements[Int(new)].whole) else { return false }
        if hasSameSurroundings(old, new) { return true }
        var first: [UInt8] = []
        var second: [UInt8] = []
        Canonicalizer.append(element: old, of: message, context: held, comments: true, to: &first)
        Canonicalizer.append(element: new, of: reply, context: .inPlace, comments: true, to: &second)
        return first == second
    }

    /// Whether the start tags around both are the same up to the invoice, and nothing around the invoices hands
    /// anything down.
    private func hasSameSurroundings(_ old: Int32, _ new: Int32) -> Bool {
        let roots = (message.invoices[0].root, reply.invoices[0].root)
        guard !message.hasContext(around: roots.0), !reply.hasContext(around: roots.1) else { return false }
        var pair = (old, new)
        while pair.0 != roots.0, pair.1 != roots.1 {
            pair = (message.elements[Int(pair.0)].parent, reply.elements[Int(pair.1)].parent)
            guard isSame(startTag(pair.0, message), startTag(pair.1, reply)) else { return false }
        }
        return pair.0 == roots.0 && pair.1 == roots.1
    }

    private func startTag(_ element: Int32, _ document: ParsedMessage) -> ByteRange {
        let entry = document.elements[Int(element)]
        return ByteRange(offset: entry.whole.offset, count: entry.content.offset - entry.whole.offset)
    }

    private func isSame(_ old: ByteRange, _ new: ByteRange) -> Bool {
        PublicBytes.areEqual(message.bytes.span.extracting(old.range), reply.bytes.span.extracting(new.range))
    }
}
