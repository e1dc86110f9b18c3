import InvoiceCode
import InvoiceModel

/// Fields of a reply.
private enum ReplyTag: UInt8 {
    case kind = 1
    case replyID = 2
    case repliedAt = 3
    case elementID = 4
    case signatureID = 5
    case timeID = 6
    case noticeNumber = 7
    case signature = 8
    case signer = 9
}

extension EntryCoding {
    func write(_ reply: ReplyFacts, of sequence: UInt64, to fields: inout FieldWriter) {
        func put(_ tag: ReplyTag, _ id: [UInt8], _ purpose: IdentifierKey.Purpose) {
            guard id != identifierKey.identifier(sequence: sequence, purpose) else { return }
            fields.put(tag.rawValue, id)
        }
        fields.put(ReplyTag.kind.rawValue, unsigned: UInt64(reply.kind.rawValue))
        fields.put(ReplyTag.replyID.rawValue, reply.replyID)
        fields.put(ReplyTag.repliedAt.rawValue, signed: reply.repliedAt.localSeconds)
        put(.elementID, reply.elementID, .element)
        put(.signatureID, reply.signatureID, .signature)
        put(.timeID, reply.timeID, .time)
        fields.put(ReplyTag.noticeNumber.rawValue, unsigned: reply.noticeNumber)
        if !reply.signature.isEmpty { fields.put(ReplyTag.signature.rawValue, reply.signature) }
        fields.put(ReplyTag.signer.rawValue, unsigned: UInt64(reply.signer))
    }

    func reply(_ facts: Span<UInt8>, _ range: Range<Int>, of sequence: UInt64) throws(EntryError) -> ReplyFacts {
        var fields = FieldReader(range)
        var ids: [UInt8: [UInt8]] = [:]
        var kind: ReplyFacts.Kind?
        var repliedAt: Timestamp?
        var notice: UInt64?
        var signature: [UInt8] = []
        var signer: UInt32?
        while let field = try fields.next(facts) {
            switch ReplyTag(rawValue: field.tag) {
            case .kind: kind = try field.known(ReplyFacts.Kind(rawValue: try field.byte(facts)))
            case .repliedAt: repliedAt = try field.time(facts)
            case .replyID, .elementID, .signatureID, .timeID: ids[field.tag] = try field.bytes(facts)
            case .noticeNumber: notice = try field.unsigned(facts)
            case .signature: signature = try field.bytes(facts)
            case .signer: signer = UInt32(exactly: try field.unsigned(facts))
            case nil: throw EntryError(reason: .unknownField, offset: field.range.lowerBound, tag: field.tag)
            }
        }
        guard let kind, let repliedAt, let signer, let replyID = ids[ReplyTag.replyID.rawValue] else {
            throw EntryError(reason: .missing, offset: range.lowerBound)
        }
        func id(_ tag: ReplyTag, _ purpose: IdentifierKey.Purpose) -> [UInt8] {
            ids[tag.rawValue] ?? identifierKey.identifier(sequence: sequence, purpose)
        }
        return ReplyFacts(
            kind: kind,
            replyID: replyID,
            repliedAt: repliedAt,
            elementID: id(.elementID, .element),
            signatureID: id(.signatureID, .signature),
            timeID: id(.timeID, .time),
            noticeNumber: notice,
            signature: signature,
            signer: signer
        )
    }
}
