import InvoiceModel
import InvoiceXML

/// The header of a message and how it fits its content (Decision 1450, part I.IV.5).
enum EnvelopeRules {
    static let all: [Rule] = [
        .envelope(.envHeaderMissing, headerMissing),
        .envelope(.envHeaderStructure, headerStructure),
        .envelope(.envTypeKnown, typeKnown),
        .envelope(.envPbanKnown, versionKnown),
        .envelope(.envSenderFormat, senderFormat),
        .envelope(.envReceiverIsTct, receiverIsAuthority),
        .envelope(.envMsgidFormat, messageIDFormat),
        .envelope(.envMsgidUuid, messageIDIsUUID),
        .envelope(.envMstHeaderEqualsBody, taxpayerIsSeller),
        .envelope(.envCountMatches, countMatches),
        .envelope(.envOneKindOneTaxpayer, oneTaxpayer),
        .envelope(.envOneInvoiceForCode, oneInvoice),
        .envelope(.envBatchEmpty, notEmpty),
        .envelope(.envBatchItemLimit, notTooMany),
        .envelope(.sndDirectUncoded, directSender),
        .envelope(.sndDirectOwnOrGroup, ownData),
    ]

    /// Without sender, type and id no reply can be addressed.
    @Sendable private static func headerMissing(_ reading: EnvelopeReading, _ sink: inout FindingSink) {
        let header = reading.header
        let needed: [(Field, Tag)] = [(header.sender, .MNGui), (header.type, .MLTDiep), (header.messageID, .MTDiep)]
        for (field, tag) in needed where field.isEmpty { sink.add(reading.finding(.envHeaderMissing, field, tag)) }
    }

    /// Two headers, or a field twice, would let two readers see two messages.
    @Sendable private static func headerStructure(_ reading: EnvelopeReading, _ sink: inout FindingSink) {
        let message = reading.message
        for tag in [Tag.TTChung, .DLieu] where message.count(of: tag, in: 0) > 1 {
            sink.add(Finding(.envHeaderStructure, path: "TDiep/\(tag.name)"))
        }
        guard let element = reading.headerElement else { return }
        var found = FindingSink(limit: reading.limit)
        let walk = FieldWalk(root: 0, checks: [.duplicate, .length, .number])
        walk.run(over: message, from: element, as: FieldTable.headerRoot, in: .header, into: &found)
        for finding in found.findings {
            sink.add(
                Finding(.envHeaderStructure, path: finding.path, expected: finding.expected, found: finding.found)
            )
        }
    }

    @Sendable private static func typeKnown(_ reading: EnvelopeReading, _ sink: inout FindingSink) {
        guard !reading.header.type.isEmpty, reading.type == nil else { return }
        let served = MessageType.allCases.map { "\($0.rawValue)" }.joined(separator: ", ")
        sink.add(reading.finding(.envTypeKnown, reading.header.type, .MLTDiep, expected: served))
    }

    /// Three versions are answered side by side; none is refused.
    @Sendable private static func versionKnown(_ reading: EnvelopeReading, _ sink: inout FindingSink) {
        let version = reading.message.text(of: reading.header.version)
        if version.equals("2.1.0") || version.equals("2.0.1") || version.equals("2.0.0") { return }
        sink.add(reading.finding(.envPbanKnown, reading.header.version, .PBan, expected: "2.0.0, 2.0.1, 2.1.0"))
    }

    @Sendable private static func senderFormat(_ reading: EnvelopeReading, _ sink: inout FindingSink) {
        guard !reading.header.sender.isEmpty else { return }
        let sender = reading.message.text(of: reading.header.sender)
        let isKnown = sender[0] == UInt8(ascii: "V") || sender[0] == UInt8(ascii: "K")
        let code = sender.extracting(1..<sender.count)
        if isKnown, code.isDigits(10) || code.isDigits(13) { return }
        sink.add(reading.finding(.envSenderFormat, reading.header.sender, .MNGui, expected: "[VK], 10 | 13 digits"))
    }

    @Sendable private static func receiverIsAuthority(_ reading: EnvelopeReading, _ sink: inout FindingSink) {
        if reading.message.text(of: reading.header.receiver).equals("TCT") { return }
        sink.add(reading.finding(.envReceiverIsTct, reading.header.receiver, .MNNhan, expected: "TCT"))
    }

    @Sendable private static func messageIDFormat(_ reading: EnvelopeReading, _ sink: inout FindingSink) {
        let header = reading.header
        guard !header.messageID.isEmpty else { return }
        let id = reading.message.text(of: header.messageID)
        let sender = reading.message.text(of: header.sender)
        if id.count == sender.count + 32, id.extracting(0..<sender.count).equals(sender) {
            let digits = id.extracting(sender.count..<id.count)
            if digits.isHexadecimal(allowsLowerCase: true) { return }
        }
        sink.add(reading.finding(.envMsgidFormat, header.messageID, .MTDiep, expected: "MNGui, 32 hexadecimal digits"))
    }

    /// Speaks only of ids that have the right shape otherwise.
    @Sendable private static func messageIDIsUUID(_ reading: EnvelopeReading, _ sink: inout FindingSink) {
        let header = reading.header
        let id = reading.message.text(of: header.messageID)
        let sender = reading.message.text(of: header.sender)
        guard id.count == sender.count + 32, id.extracting(0..<sender.count).equals(sender) else { return }
        let digits = id.extracting(sender.count..<id.count)
        guard digits.isHexadecimal(allowsLowerCase: true) else { return }
        let variant = digits[16]
        let hasVariant =
            variant == UInt8(ascii: "8") || variant == UInt8(ascii: "9") || variant == UInt8(ascii: "A")
            || variant == UInt8(ascii: "B")
        if digits.isHexadecimal(allowsLowerCase: false), digits[12] == UInt8(ascii: "4"), hasVariant { return }
        sink.add(reading.finding(.envMsgidUuid, header.messageID, .MTDiep, expected: "UUID v4"))
    }

    /// The owner of a delegated invoice is its seller. A seller without tax code is found by the field table; one that
    /// is not that of the first invoice in a message of many, by `env.one-kind-one-taxpayer`.
    @Sendable private static func taxpayerIsSeller(_ reading: EnvelopeReading, _ sink: inout FindingSink) {
        guard let type = reading.type else { return }
        let message = reading.message
        let taxpayer = message.text(of: reading.header.taxpayer)
        for invoice in message.invoices where !invoice.seller.taxCode.isEmpty {
            if taxpayer.equals(message.text(of: invoice.seller.taxCode)) {
                if type.isBatch { return }
                continue
            }
            let expected = message.string(of: invoice.seller.taxCode)
            sink.add(reading.finding(.envMstHeaderEqualsBody, reading.header.taxpayer, .MST, expected: expected))
            return
        }
    }

    @Sendable private static func countMatches(_ reading: EnvelopeReading, _ sink: inout FindingSink) {
        guard reading.type != nil else { return }
        let message = reading.message
        let amount = Amount(wire: message.text(of: reading.header.count))
        if amount == Amount(units: Int64(message.invoiceCount)) { return }
        let expected = String(message.invoiceCount)
        sink.add(reading.finding(.envCountMatches, reading.header.count, .SLuong, expected: expected))
    }

    @Sendable private static func oneInvoice(_ reading: EnvelopeReading, _ sink: inout FindingSink) {
        guard reading.type == .forCode, reading.message.invoiceCount != 1 else { return }
        let count = String(reading.message.invoiceCount)
        sink.add(Finding(.envOneInvoiceForCode, path: "TDiep/DLieu/HDon", expected: "1", found: count))
    }

    @Sendable private static func oneTaxpayer(_ reading: EnvelopeReading, _ sink: inout FindingSink) {
        guard reading.type?.isBatch == true else { return }
        let message = reading.message
        let sellers = message.invoices.map(\.seller.taxCode).filter { !$0.isEmpty }
        guard let first = sellers.first else { return }
        for other in sellers where !message.text(of: other).equals(message.text(of: first)) {
            sink.add(
                Finding(
                    .envOneKindOneTaxpayer,
                    path: message.path(of: other.element),
                    expected: message.string(of: first),
                    found: message.string(of: other)
                )
            )
            return
        }
    }

    @Sendable private static func notEmpty(_ reading: EnvelopeReading, _ sink: inout FindingSink) {
        guard reading.type?.isBatch == true, reading.message.invoices.isEmpty else { return }
        sink.add(Finding(.envBatchEmpty, path: "TDiep/DLieu/HDon"))
    }

    /// The standard names no number; two million bytes of real invoices stay below it.
    @Sendable private static func notTooMany(_ reading: EnvelopeReading, _ sink: inout FindingSink) {
        let (count, limit) = (reading.message.invoiceCount, reading.limits.invoices)
        guard reading.type?.isBatch == true, count > limit else { return }
        sink.add(Finding(.envBatchItemLimit, path: "TDiep/DLieu/HDon", expected: "≤ \(limit)", found: "\(count)"))
    }

    @Sendable private static func directSender(_ reading: EnvelopeReading, _ sink: inout FindingSink) {
        guard reading.type == .forCode, !reading.header.sender.isEmpty else { return }
        guard reading.message.text(of: reading.header.sender)[0] == UInt8(ascii: "K") else { return }
        sink.add(reading.finding(.sndDirectUncoded, reading.header.sender, .MNGui, expected: "V…"))
    }

    /// A branch belongs to its firm. Which other firms make a group is filed with the authority, and not in the
    /// registry: a warning.
    @Sendable private static func ownData(_ reading: EnvelopeReading, _ sink: inout FindingSink) {
        let sender = reading.message.text(of: reading.header.sender)
        guard sender.count > 10, sender[0] == UInt8(ascii: "K"), !reading.header.taxpayer.isEmpty else { return }
        let firm = sender.extracting(1..<11)
        let taxpayer = reading.message.text(of: reading.header.taxpayer)
        guard firm.isDigits(10) else { return }
        if taxpayer.count == 10 || taxpayer.count == 14, taxpayer.extracting(0..<10).equals(firm) { return }
        let expected = reading.message.string(of: reading.header.sender).dropFirst()
        sink.add(reading.finding(.sndDirectOwnOrGroup, reading.header.taxpayer, .MST, expected: String(expected)))
    }
}
