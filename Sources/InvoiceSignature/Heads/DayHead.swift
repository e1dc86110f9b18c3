public import InvoiceModel
import OpenSSL

/// How far a ledger had come at the end of a day, signed by the authority and kept where the ledger is not.
///
/// A ledger whose history was written anew cannot show the digest that such a head names.
public struct DayHead: Sendable, Hashable {
    /// How far the ledger had come.
    public var facts: HeadFacts
    /// When it was signed.
    public var signedAt: Timestamp
    /// Which of the ledger's certificates signed.
    public var signer: UInt32
    /// That certificate, DER.
    public var certificateDER: [UInt8]
    /// Over `signedText`: ECDSA as DER or RSA PKCS#1 v1.5, with SHA-256, as `openssl dgst` writes and reads it.
    public var signature: [UInt8]

    /// Signs a head.
    ///
    /// - Throws: `SignatureError` where the signer has no key or OpenSSL fails.
    public init(_ facts: HeadFacts, at time: Timestamp, by signer: AuthoritySigner) throws(SignatureError) {
        guard let key = signer.key else { throw .noPrivateKey }
        self.facts = facts
        signedAt = time
        self.signer = signer.signerID
        certificateDER = signer.certificateDER
        signature = []
        do throws(OpenSSLError) {
            signature = try SignContext(key: key).signature(digest: SHA256.hash(Array(signedText.utf8)))
        } catch {
            throw .openSSL(error)
        }
    }

    /// Whether the certificate's key made the signature; whose certificate it is, the caller knows.
    public var isSignatureValid: Bool {
        guard let certificate = try? Certificate(der: certificateDER),
            let context = VerifyContext(key: certificate.publicKey, algorithm: .sha256)
        else { return false }
        return context.holds(digest: SHA256.hash(Array(signedText.utf8)), signature: signature)
    }
}

/// The text of a head: one `name: value` a line, LF, the same bytes for the same head.
extension DayHead {
    /// The first line.
    static let title = "xacthuc head 1"
    private static let names = [
        "ledger", "day", "signed_at", "blocks", "messages", "transactions", "changes", "chain", "signer",
        "certificate", "signature",
    ]

    /// Bytes of the longest text that is read.
    public static let maximumBytes = 65_536

    /// All lines before the signature's: what is signed.
    public var signedText: String {
        let values = [
            "\(facts.ledger)", "\(facts.day)", "\(signedAt)", "\(facts.blocks)", "\(facts.messages)",
            "\(facts.transactions)", "\(facts.changes)", "\(facts.chain)", "\(signer)", Base64.encode(certificateDER),
        ]
        return ([DayHead.title] + zip(DayHead.names, values).map { "\($0): \($1)" }).joined(separator: "\n") + "\n"
    }

    /// The whole text.
    public var text: String { signedText + "signature: \(Base64.encode(signature))\n" }

    /// Reads a head; `nil` for anything but the very bytes that `text` would write.
    public init?(text: String) {
        guard text.utf8.count <= DayHead.maximumBytes else { return nil }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        guard lines.count == DayHead.names.count + 2, lines.first == DayHead.title, lines.last == "" else { return nil }
        var values: [String] = []
        for (name, line) in zip(DayHead.names, lines.dropFirst()) {
            guard line.hasPrefix("\(name): ") else { return nil }
            values.append(String(line.dropFirst(name.count + 2)))
        }
        guard let ledger = DayHead.digest(values[0]), let day = CalendarDate(values[1]),
            let signedAt = Timestamp(values[2]), let blocks = UInt64(values[3]), let messages = UInt64(values[4]),
            let transactions = UInt64(values[5]), let changes = UInt64(values[6]),
            let chain = DayHead.digest(values[7]), let signer = UInt32(values[8]),
            let certificate = Base64.decode(values[9]), let signature = Base64.decode(values[10])
        else { return nil }
        facts = HeadFacts(
            ledger: ledger,
            day: day,
            blocks: blocks,
            messages: messages,
            transactions: transactions,
            changes: changes,
            chain: chain
        )
        self.signedAt = signedAt
        self.signer = signer
        certificateDER = certificate
        self.signature = signature
        // Only one text stands for a head: other spellings of the same values are refused.
        guard self.text.utf8.elementsEqual(text.utf8) else { return nil }
    }

    private static func digest(_ text: String) -> Digest? {
        guard let bytes = Hex.bytes(text), bytes.count == Digest.byteCount else { return nil }
        return Digest(bytes.span)
    }
}
