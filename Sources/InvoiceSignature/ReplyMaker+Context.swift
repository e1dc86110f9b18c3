import InvoiceModel
import InvoiceXML
import OpenSSL

extension ReplyMaker {
    /// The same as `sellerContext`, from what the check found where it found the signature to hold.
    func held(in message: ParsedMessage, _ checked: CheckedContent?) -> Canonicalizer.Context {
        switch checked?.context {
        case .inPlace?: .inPlace
        case .ownDocument?: .ownDocument(message.invoices[0].root)
        case nil: sellerContext(in: message)
        }
    }

    /// In which context the seller's signature holds: in place, unless something of it does not hold there. A part
    /// that declares itself what the message declares around it is the same in both, so each is looked at.
    func sellerContext(in message: ParsedMessage) -> Canonicalizer.Context {
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
