public import InvoiceModel

/// Writes the authority's replies: the same facts and the same message give the same bytes.
///
/// 202 and 204 come out as drafts, whose digests and signature value the signer fills in.
public enum ReplyWriter {
    /// Version of the replies (`PBan`).
    static let version = "2.1.0"
    /// The authority on the wire.
    static let authorityCode = "TCT"

    /// Whether none of the Ids made from those facts occurs in the message; else the caller takes other facts.
    public static func idsAreFree(_ facts: ReplyFacts, in message: ParsedMessage) -> Bool {
        [facts.elementID, facts.signatureID, facts.timeID].allSatisfy { id in
            let digits = Array(Hex.lowercase(id).utf8)
            return !contains(message.bytes.span, digits.span)
        }
    }

    /// The 999 that tells of errors: unsigned, complete.
    public static func technical(_ reply: TechnicalReply, facts: ReplyFacts) -> [UInt8] {
        var writer = XMLWriter()
        writer.raw("<TDiep>")
        appendHeader(
            type: "999",
            receiver: reply.sender,
            messageID: reply.messageID,
            taxpayer: nil,
            facts: facts,
            to: &writer
        )
        writer.raw("<DLieu><TBao>")
        writer.element("MTDiep", reply.messageID, limit: 46)
        writer.element("MNGui", reply.sender, limit: 14)
        writer.element("NNhan", reply.receivedAt)
        writer.raw("<TTTNhan>1</TTTNhan><DSLDo>")
        for reason in reply.reasons {
            writer.raw("<LDo>")
            writer.element("MLoi", reason.code)
            writer.element("MTa", sentence(reason), limit: sentenceLimit)
            writer.raw("</LDo>")
        }
        writer.raw("</DSLDo></TBao></DLieu></TDiep>")
        return writer.bytes
    }

    /// Characters of `MTLoi`, `MTa`, `HDXLy` and `GChu`.
    static let sentenceLimit = 255

    /// The sentence, a line end, the path; the sentence gives way where both together are too long.
    static func sentence(_ reason: ReplyReason) -> String {
        guard !reason.path.isEmpty else { return reason.text }
        let room = sentenceLimit - 1 - reason.path.unicodeScalars.count
        guard room > 0 else { return reason.text }
        var text = ""
        text.unicodeScalars.append(contentsOf: reason.text.unicodeScalars.prefix(room))
        return text + "\n" + reason.path
    }

    /// Appends `TTChung` of a reply; `taxpayer` is `nil` in a 999, which has neither `MST` nor `SLuong`.
    static func appendHeader(
        type: String,
        receiver: String,
        messageID: String,
        taxpayer: String?,
        facts: ReplyFacts,
        to writer: inout XMLWriter
    ) {
        writer.raw("<TTChung><PBan>\(version)</PBan><MNGui>\(authorityCode)</MNGui>")
        writer.element("MNNhan", receiver, limit: 14)
        writer.raw("<MLTDiep>\(type)</MLTDiep>")
        writer.raw("<MTDiep>\(authorityCode)\(Hex.uppercase(facts.replyID))</MTDiep>")
        writer.element("MTDTChieu", messageID, limit: 46)
        if let taxpayer {
            writer.element("MST", taxpayer, limit: 14)
            writer.raw("<SLuong>1</SLuong>")
        }
        writer.raw("</TTChung>")
    }

    /// Whether `needle` occurs in `haystack`, letters of either case alike.
    private static func contains(_ haystack: Span<UInt8>, _ needle: Span<UInt8>) -> Bool {
        guard !needle.isEmpty, haystack.count >= needle.count else { return false }
        for start in 0...haystack.count - needle.count where haystack[start] | 0x20 == needle[0] | 0x20 {
            var index = 1
            while index < needle.count, haystack[start + index] | 0x20 == needle[index] | 0x20 { index += 1 }
            if index == needle.count { return true }
        }
        return false
    }
}
