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
    ///
    /// Letters of either case are alike.
    public static func idsAreFree(_ facts: ReplyFacts, in message: ParsedMessage) -> Bool {
        let bytes = message.bytes
        var ids: [[UInt8]] = []
        // An Id of 32 digits covers one place in every 32: only runs of digits around such places are looked at.
        var place = idDigits - 1
        while place < bytes.count {
            var end = place
            if isHexadecimal(bytes[place]) {
                var start = place
                while start > 0, isHexadecimal(bytes[start - 1]) { start -= 1 }
                while end < bytes.count, isHexadecimal(bytes[end]) { end += 1 }
                if end - start >= idDigits {
                    if ids.isEmpty { ids = digits(of: facts) }
                    if ids.contains(where: { occurs($0, in: bytes[start..<end]) }) { return false }
                }
            }
            place = max(place + idDigits, end)
        }
        return true
    }

    private static func digits(of facts: ReplyFacts) -> [[UInt8]] {
        [facts.elementID, facts.signatureID, facts.timeID].map { id in
            var writer = XMLWriter()
            writer.lowercase(id)
            return writer.bytes
        }
    }

    /// Digits of an Id made from 16 bytes.
    private static let idDigits = 32

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
    static func sentence(_ reason: ReplyReason, limit: Int = sentenceLimit) -> String {
        guard !reason.path.isEmpty else { return reason.text }
        let room = limit - 1 - reason.path.unicodeScalars.count
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
        count: Int = 1,
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
            writer.raw("<SLuong>\(count)</SLuong>")
        }
        writer.raw("</TTChung>")
    }

    private static func isHexadecimal(_ byte: UInt8) -> Bool {
        (byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9"))
            || (byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "f"))
    }

    /// Whether the lower-case digits occur in a run of digits.
    private static func occurs(_ digits: [UInt8], in run: ArraySlice<UInt8>) -> Bool {
        guard run.count >= digits.count else { return false }
        for start in run.startIndex...run.endIndex - digits.count {
            var index = 0
            while index < digits.count, run[start + index] | 0x20 == digits[index] { index += 1 }
            if index == digits.count { return true }
        }
        return false
    }
}
