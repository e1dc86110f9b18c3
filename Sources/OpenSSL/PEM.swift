/// Text armour around DER (RFC 7468).
public enum PEM {
    /// One block.
    public struct Block: Sendable, Hashable {
        /// What it says it is: `CERTIFICATE`, `X509 CRL`, `PRIVATE KEY`.
        public let label: String
        /// The bytes inside.
        public let der: [UInt8]
    }

    /// Every block of a text, in order; what stands between blocks is skipped.
    ///
    /// - Throws: `OpenSSLError` where a block has no end or is not base64.
    public static func blocks(_ text: [UInt8]) throws(OpenSSLError) -> [Block] {
        var blocks: [Block] = []
        var label: String?
        var body: [UInt8] = []
        for line in text.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
            let words = String(decoding: line, as: UTF8.self)
            if words.hasPrefix("-----BEGIN "), words.hasSuffix("-----") {
                label = String(words.dropFirst(11).dropLast(5))
                body = []
            } else if let begun = label {
                if words == "-----END \(begun)-----" {
                    var der: [UInt8] = []
                    guard Base64.decode(body.span, into: &der), !der.isEmpty else {
                        throw OpenSSLError("read PEM", reason: "\(begun) is not base64")
                    }
                    blocks.append(Block(label: begun, der: der))
                    label = nil
                } else {
                    body += line
                }
            }
        }
        if let label { throw OpenSSLError("read PEM", reason: "\(label) has no end") }
        return blocks
    }

    /// The text of one block, 64 characters a line.
    public static func text(label: String, der: [UInt8]) -> String {
        let characters = Base64.encode(der.span)
        var text = "-----BEGIN \(label)-----\n"
        for start in stride(from: 0, to: characters.count, by: 64) {
            text += String(decoding: characters[start..<min(start + 64, characters.count)], as: UTF8.self) + "\n"
        }
        return text + "-----END \(label)-----\n"
    }
}
