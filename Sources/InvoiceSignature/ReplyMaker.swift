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
    var hashing = CanonicalHashing()
    private let sha256 = HashContext(.sha256)
    /// What is hashed, its digest, and that as text.
    private var canonical: [UInt8] = []
    private var digest: [UInt8] = []
    private var text: [UInt8] = []
    var certificates = CertificateCache()
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
    /// The seller's signature is proved to hold in it: what it digests has the same canonical form there, as follows
    /// from how the 202 is written (`IssuedForm`), or else as reading it shows.
    ///
    /// - Parameter checked: what a check of this message's invoice found, where there was one: it is not worked out
    ///   again.
    /// - Throws: `SignatureError`; nothing a sender can bring about once the invoice was accepted.
    public func issued(
        _ message: ParsedMessage,
        code: String,
        facts: ReplyFacts,
        checked: CheckedContent? = nil
    ) throws(SignatureError) -> SignedReply {
        let held = held(in: message, checked)
        let draft = draft(message, held, code: code, facts: facts)
        let form = IssuedForm(draft, of: message, held: held, code: code, facts: facts, authority: signer.facts)
        guard let form else { return try issuedByReading(draft, message, held, facts) }
        return try issued(draft, form, data: dataDigest(of: message, held, checked), facts)
    }

    /// The same, proved by reading the 202 as a whole.
    func issuedByReading(
        _ message: ParsedMessage,
        code: String,
        facts: ReplyFacts
    ) throws(SignatureError) -> SignedReply {
        let held = sellerContext(in: message)
        return try issuedByReading(draft(message, held, code: code, facts: facts), message, held, facts)
    }

    private func draft(
        _ message: ParsedMessage,
        _ held: Canonicalizer.Context,
        code: String,
        facts: ReplyFacts
    ) -> ReplyDraft {
        ReplyWriter.issued(
            message: message,
            code: code,
            facts: facts,
            authority: signer.facts,
            carriesContext: held == .inPlace
        )
    }

    private func issuedByReading(
        _ draft: ReplyDraft,
        _ message: ParsedMessage,
        _ held: Canonicalizer.Context,
        _ facts: ReplyFacts
    ) throws(SignatureError) -> SignedReply {
        var reply = try read(draft.bytes)
        guard let root = reply.invoices.first?.root else { throw .unreadableReply("no HDon") }
        let signed = try complete(&reply, draft, scope: root, facts)
        guard SellerProof(message: message, held: held, reply: reply).holds else { throw .sellerSignatureLost }
        return SignedReply(bytes: reply.bytes, facts: signed)
    }

    /// Fills digests and value in, from the canonical forms known.
    private func issued(
        _ draft: ReplyDraft,
        _ form: IssuedForm,
        data: [UInt8],
        _ facts: ReplyFacts
    ) throws(SignatureError) -> SignedReply {
        var draft = draft
        for (target, place) in zip(draft.targets, draft.digestValues) {
            canonical.removeAll(keepingCapacity: true)
            switch target {
            case .data: digest = data
            case .time:
                form.appendObject(to: &canonical)
                sha256.hash(canonical.span, into: &digest)
            case .code:
                form.appendCode(to: &canonical)
                sha256.hash(canonical.span, into: &digest)
            }
            fill(place, of: &draft, with: digest)
        }
        var signed = facts
        if signed.signature.isEmpty {
            canonical.removeAll(keepingCapacity: true)
            form.appendSignedInfo(of: draft, to: &canonical)
            sha256.hash(canonical.span, into: &digest)
            try sign(digest, &signed)
        }
        fill(draft.signatureValue, of: &draft, with: signed.signature)
        return SignedReply(bytes: draft.bytes, facts: signed)
    }

    private func fill(_ place: ByteRange, of draft: inout ReplyDraft, with value: [UInt8]) {
        text.removeAll(keepingCapacity: true)
        Base64.append(value.span, to: &text)
        draft.fill(place, with: text)
    }

    /// SHA-256 of the canonical form that `DLHDon` has in the 202, which is the one it has in the message in the
    /// context `held`; the check's own digest where that is of the same form.
    private func dataDigest(
        of message: ParsedMessage,
        _ held: Canonicalizer.Context,
        _ checked: CheckedContent?
    ) -> [UInt8] {
        let invoice = message.invoices[0]
        // A check digests it with `HDon` as a document of its own, where it can be one; with nothing around `HDon` that
        // is the form in place too.
        if let checked, held != .inPlace || !message.hasContext(around: invoice.root) { return checked.digest.bytes }
        hashing.begin()
        return hashing.digest(of: invoice.data, in: message, held, .sha256)
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
        for (place, reference) in zip(draft.digestValues, draft.targets) {
            let id = draft.id(of: reference, facts)
            guard let target = reply.element(withID: id.span, inside: scope) else {
                throw .unreadableReply("no Id \(String(decoding: id, as: UTF8.self))")
            }
            let digest = hashing.digest(of: target, in: reply, .inPlace, .sha256)
            reply.fill(place, with: Base64.encode(digest.span).span)
        }
        var signed = facts
        if signed.signature.isEmpty {
            let signedInfo = signedInfo(around: draft.signatureValue, in: reply)
            guard signedInfo >= 0 else { throw .unreadableReply("no SignedInfo") }
            let digest = hashing.digest(
                ofSignedInfo: signedInfo,
                in: reply,
                .inPlace,
                keepsComments: false,
                .sha256
            )
            try sign(digest, &signed)
        }
        reply.fill(draft.signatureValue, with: Base64.encode(signed.signature.span).span)
        return signed
    }

    private func sign(_ digest: [UInt8], _ facts: inout ReplyFacts) throws(SignatureError) {
        guard let context else { throw .noPrivateKey }
        do throws(OpenSSLError) {
            facts.signature = try context.sign(digest: digest)
        } catch {
            throw .openSSL(error)
        }
        facts.signer = signer.signerID
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
}
