import InvoiceModel

/// Fields of an administrative action.
private enum ChangeTag: UInt8 {
    case payloadLength = 1
    case sequence = 2
    case at = 3
    case actor = 4
    case kind = 5
}

extension EntryCoding {
    func write(_ entry: ChangeEntry, to fields: inout FieldWriter) {
        fields.put(ChangeTag.payloadLength.rawValue, unsigned: UInt64(entry.payloadLength))
        fields.put(ChangeTag.sequence.rawValue, unsigned: entry.sequence)
        fields.put(ChangeTag.at.rawValue, signed: entry.at.localSeconds)
        fields.put(ChangeTag.actor.rawValue, text: entry.actor)
        fields.put(ChangeTag.kind.rawValue, text: entry.kind.rawValue)
    }

    func change(_ facts: Span<UInt8>, _ range: Range<Int>) throws(EntryError) -> ChangeEntry {
        var fields = FieldReader(range)
        var length: Int?
        var sequence: UInt64?
        var at: Timestamp?
        var actor: String?
        var kind: Change.Kind?
        while let field = try fields.next(facts) {
            switch ChangeTag(rawValue: field.tag) {
            case .payloadLength: length = try EntryCoding.length(field, facts)
            case .sequence: sequence = try field.unsigned(facts)
            case .at: at = try field.time(facts)
            case .actor: actor = try field.text(facts)
            case .kind: kind = try field.known(Change.Kind(rawValue: try field.text(facts)))
            case nil: throw EntryError(reason: .unknownField, offset: field.range.lowerBound, tag: field.tag)
            }
        }
        guard let length, let sequence, let at, let actor, let kind else {
            throw EntryError(reason: .missing, offset: range.lowerBound)
        }
        return ChangeEntry(sequence: sequence, at: at, actor: actor, kind: kind, payloadLength: length)
    }
}
