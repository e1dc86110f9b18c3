public import InvoiceModel
public import InvoiceXML
import OpenSSL

/// A reply, and everything needed to write it again.
public struct SignedReply: Sendable, Hashable {
    /// The reply.
    public var bytes: [UInt8]
    /// Its facts, the signature among them.
    public var facts: ReplyFacts
}

/// Writes and signs replies. One per worker: it keeps buffers and the key's context.
///
/// Facts with a signature are replayed: the same message and facts give the same bytes, without the key. Facts without
/// one are signed, and come back with it.
public final class ReplyMaker {
    private let signer: AuthoritySigner
    private let context: SignContext?
    private var hashing = CanonicalHashing()
    private var certificates = CertificateCache()
    /// What a reply holds was read once already, whatever the limits were then.
    private static let limits: Limits = {
        var limits = Limits()
        limits.messageBytes = Int(Int32.max)
        limits.depth = 1 << 20
        limits.elements = 1 << 30
        limits.attributes = 1 << 15
        limits.nameBytes = 1 << 30
        limits.textBytes = 1 << 30
        limits.namespaces = 1 << 15
        limits.lines = 1 << 30
        return limits
    }()

    /// A maker of that signer's replies.
    ///
    /// - Throws: `SignatureError.openSSL` where the key cannot be used.
    public init(_ signer: AuthoritySigner) throws(SignatureError) {
        self.signer = signer
        do throws(OpenSSLError) {
            if let key = signer.key { context = try SignContext(key: key) } else { context = nil }
        } catch {
            throw .openSSL(error)
        }
    }

    /// The 202 for that message, which holds one invoice.
    ///
    /// The seller's signature is proved to hold in it: what it digests has the same canonical form there.
    ///
    /// - Throws: `SignatureError`; nothing a sender can bring about once the invoice was accepted.
    public func issued(
        _ message: ParsedMessage,
        code: String,
        facts: ReplyFacts
    ) throws(SignatureError) -> SignedReply {
        let held = sellerContext(in: message)
        let draft = ReplyWriter.issued(
            message: message,
            code: code,
            facts: facts,
            authority: signer.facts,
            carriesContext: held == .inPlace
        )
        var reply = try read(draft.bytes)
        guard let root = reply.invoices.first?.root else { throw .unreadableReply("no HDon") }
        let signed = try complete(&reply, draft, scope: root, facts)
        guard SellerProof(message: message, held: held, reply: reply).holds else { throw .sellerSignatureLost }
        return SignedReply(bytes: reply.bytes, facts: signed)
    }

    /// The 204 of that notice.
    ///
    /// - Throws: `SignatureError` where signing fails.
    public func refused(_ notice: RefusalNotice, facts: ReplyFacts) throws(SignatureError) -> SignedReply {
        let draft = ReplyWriter.refused(notice, facts: facts, authority: signer.facts)
        var reply = try read(draft.bytes)
        let signed = try complete(&reply, draft, scope: 0, facts)
        return SignedReply(bytes: reply.bytes, facts: signed)
    }

    /// The 204 to a message judged invoice by invoice.
    ///
    /// - Throws: `SignatureError` where signing fails.
    public func results(_ notice: ResultNotice, facts: ReplyFacts) throws(SignatureError) -> SignedReply {
        let draft = ReplyWriter.results(notice, facts: facts, authority: signer.facts)
        var reply = try read(draft.bytes)
        let signed = try complete(&reply, draft, scope: 0, facts)
        return SignedReply(bytes: reply.bytes, facts: signed)
    }

    private func read(_ bytes: [UInt8]) throws(SignatureError) -> ParsedMessage {
        switch ParsedMessage.read(bytes, limits: ReplyMaker.limits) {
        case .message(let message): return message
        case .unreadable(let fault, _): throw .unreadableReply("\(fault.code.slug) at \(fault.offset)")
        }
    }

    /// Fills digests and value in.
    private func complete(
        _ reply: inout ParsedMessage,
        _ draft: ReplyDraft,
        scope: Int32,
        _ facts: ReplyFacts
    ) throws(SignatureError) -> ReplyFacts {
        hashing.begin()
        for (place, id) in zip(draft.digestValues, draft.references) {
            guard let target = reply.element(withID: Array(id.utf8).span, inside: scope) else {
                throw .unreadableReply("no Id \(id)")
            }
            let digest = hashing.digest(of: target, in: reply, .inPlace, .sha256)
            reply.fill(place, with: Base64.encode(digest.span).span)
        }
        var signed = facts
        if signed.signature.isEmpty {
            guard let context else { throw .noPrivateKey }
            let signedInfo = signedInfo(around: draft.signatureValue, in: reply)
            guard signedInfo >= 0 else { throw .unreadableReply("no SignedInfo") }
            let digest = hashing.digest(
                ofSignedInfo: signedInfo,
                in: reply,
                .inPlace,
                keepsComments: false,
                .sha256
            )
            do throws(OpenSSLError) {
                signed.signature = try context.sign(digest: digest)
            } catch {
                throw .openSSL(error)
            }
            signed.signer = signer.signerID
        }
        reply.fill(draft.signatureValue, with: Base64.encode(signed.signature.span).span)
        return signed
    }

    /// The `SignedInfo` whose `SignatureValue` has that place, or −1.
    private func signedInfo(around value: ByteRange, in reply: ParsedMessage) -> Int32 {
        // The authority's signature stands near the end.
        var index = Int32(reply.elements.count) - 1
        while index >= 0 {
            let element = reply.elements[Int(index)]
            if element.tag == .SignatureValue, element.content.offset == value.offset {
                return reply.child(.SignedInfo, of: element.parent) ?? -1
            }
            index -= 1
        }
        return -1
    }

    /// In which context the seller's signature holds: in place, unless something of it does not hold there. A part
    /// that declares itself what the message declares around it is the same in both, so each is looked at.
    private func sellerContext(in message: ParsedMessage) -> Canonicalizer.Context {
        let invoice = message.invoices[0]
        let scope = SignatureScope(invoice: invoice, in: message)
        guard scope.hasContext, scope.canStandAlone, let signature = invoice.sellerSignatures.first else {
            return .inPlace
        }
        var reading = SignatureReading(message: message, signature: signature, scope: scope)
        reading.read()
        hashing.begin()
        for reference in reading.references where reference.target >= 0 && !reference.isEmptied {
            guard let hash = reference.hash else { continue }
            let digest = hashing.digest(of: reference.target, in: message, .inPlace, hash)
            guard hashing.bytes(ofBase64: reference.digestValue, in: message) == digest else {
                return .ownDocument(invoice.root)
            }
        }
        return holdsInPlace(reading.parts, message) ? .inPlace : .ownDocument(invoice.root)
    }

    /// Whether the value over `SignedInfo` holds in place.
    private func holdsInPlace(_ parts: SignatureParts, _ message: ParsedMessage) -> Bool {
        guard parts.certificate >= 0, let algorithm = parts.algorithm,
            let known = certificates.certificate(message.text(of: message.field(of: parts.certificate))),
            let key = known.context(algorithm.hash)
        else { return true }
        let digest = hashing.digest(
            ofSignedInfo: parts.signedInfo,
            in: message,
            .inPlace,
            keepsComments: parts.keepsComments ?? false,
            algorithm.hash
        )
        guard let value = hashing.bytes(ofBase64: parts.value, in: message) else { return true }
        return key.verify(digest: digest.span, signature: value.span)
    }
}
