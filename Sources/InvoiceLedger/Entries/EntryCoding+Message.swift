import InvoiceCode
import InvoiceModel

/// Fields of a message.
enum MessageTag: UInt8 {
    case originalLength = 1
    case sequence = 2
    case status = 3
    case receivedAt = 4
    case sha256 = 5
    case messageID = 6
    case sender = 7
    case taxpayer = 8
    case type = 9
    case findings = 10
    case noticeNumber = 11
    case reply = 12
    case replyBytes = 13
    /// Once for each invoice.
    case invoice = 14
}

extension EntryCoding {
    func write(_ entry: MessageEntry, to fields: inout FieldWriter) {
        fields.put(MessageTag.originalLength.rawValue, unsigned: UInt64(entry.originalLength))
        fields.put(MessageTag.sequence.rawValue, unsigned: entry.sequence)
        fields.put(MessageTag.status.rawValue, unsigned: UInt64(entry.status.rawValue))
        fields.put(MessageTag.receivedAt.rawValue, signed: entry.receivedAt.localSeconds)
        fields.put(MessageTag.sha256.rawValue, entry.sha256)
        fields.put(MessageTag.messageID.rawValue, text: entry.messageID)
        fields.put(MessageTag.sender.rawValue, text: entry.sender)
        fields.put(MessageTag.taxpayer.rawValue, text: entry.taxpayer)
        fields.put(MessageTag.type.rawValue, text: entry.type)
        if !entry.findings.isEmpty {
            fields.put(MessageTag.findings.rawValue, text: FindingText.write(entry.findings))
        }
        fields.put(MessageTag.noticeNumber.rawValue, unsigned: entry.noticeNumber)
        if let reply = entry.reply {
            fields.put(MessageTag.reply.rawValue) { write(reply, of: entry.sequence, to: &$0) }
        }
        if let bytes = entry.replyBytes { fields.put(MessageTag.replyBytes.rawValue, bytes) }
        for invoice in entry.invoices { fields.put(MessageTag.invoice.rawValue) { write(invoice, to: &$0) } }
    }

    func message(_ facts: Span<UInt8>, _ range: Range<Int>) throws(EntryError) -> MessageEntry {
        var fields = FieldReader(range)
        var draft = MessageDraft()
        while let field = try fields.next(facts, repeated: MessageTag.invoice.rawValue) {
            try read(field, facts, into: &draft)
        }
        guard let length = draft.originalLength, let sequence = draft.sequence, let status = draft.status,
            let receivedAt = draft.receivedAt, let sha256 = draft.sha256
        else { throw EntryError(reason: .missing, offset: range.lowerBound) }
        return MessageEntry(
            sequence: sequence,
            status: status,
            receivedAt: receivedAt,
            originalLength: length,
            sha256: sha256,
            messageID: draft.messageID,
            sender: draft.sender,
            taxpayer: draft.taxpayer,
            type: draft.type,
            findings: draft.findings,
            noticeNumber: draft.noticeNumber,
            invoices: draft.invoices,
            reply: draft.reply,
            replyBytes: draft.replyBytes
        )
    }

    /// What the message of that entry is found by; the rest of the entry is passed over.
    func keys(_ facts: Span<UInt8>, _ range: Range<Int>) throws(EntryError) -> MessageKeys {
        var fields = FieldReader(range)
        var draft = MessageDraft()
        // They stand among the first fields, in the order of their tags.
        while let field = try fields.next(facts), field.tag <= MessageTag.messageID.rawValue {
            if field.tag != MessageTag.receivedAt.rawValue { try read(field, facts, into: &draft) }
        }
        guard let sequence = draft.sequence, let status = draft.status, let sha256 = draft.sha256 else {
            throw EntryError(reason: .missing, offset: range.lowerBound)
        }
        return MessageKeys(
            sequence: sequence,
            sha256: sha256,
            messageID: status == .unreadable ? nil : draft.messageID
        )
    }

    private func read(
        _ field: FieldReader.Field,
        _ facts: Span<UInt8>,
        into draft: inout MessageDraft
    ) throws(EntryError) {
        switch MessageTag(rawValue: field.tag) {
        case .originalLength: draft.originalLength = try EntryCoding.length(field, facts)
        case .sequence: draft.sequence = try field.unsigned(facts)
        case .status:
            draft.status = try field.known(MessageStatus(rawValue: try field.byte(facts)))
        case .receivedAt: draft.receivedAt = try field.time(facts)
        case .sha256: draft.sha256 = try field.digest(facts)
        case .messageID: draft.messageID = try field.text(facts)
        case .sender: draft.sender = try field.text(facts)
        case .taxpayer: draft.taxpayer = try field.text(facts)
        case .type: draft.type = try field.text(facts)
        case .findings: draft.findings = try field.findings(facts)
        case .noticeNumber: draft.noticeNumber = try field.unsigned(facts)
        case .reply:
            // Stands behind it in the order of tags, so it is known.
            guard let sequence = draft.sequence else { throw field.wrong }
            draft.reply = try reply(facts, field.range, of: sequence)
        case .replyBytes: draft.replyBytes = try field.bytes(facts)
        case .invoice: draft.invoices.append(try invoice(facts, field.range))
        case nil: throw EntryError(reason: .unknownField, offset: field.range.lowerBound, tag: field.tag)
        }
    }
}

/// A message while its fields come in.
private struct MessageDraft {
    var originalLength: Int?
    var sequence: UInt64?
    var status: MessageStatus?
    var receivedAt: Timestamp?
    var sha256: Digest?
    var messageID: String?
    var sender: String?
    var taxpayer: String?
    var type: String?
    var findings: [WeighedFinding] = []
    var noticeNumber: UInt64?
    var reply: ReplyFacts?
    var replyBytes: [UInt8]?
    var invoices: [InvoiceEntry] = []
}
