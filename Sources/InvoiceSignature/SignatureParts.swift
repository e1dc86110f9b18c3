import InvoiceModel
import InvoiceXML
import OpenSSL

/// Where the parts of one `Signature` lie on the tape.
struct SignatureParts {
    /// `SignedInfo`.
    var signedInfo: Int32 = -1
    /// `SignatureMethod`.
    var method: Int32 = -1
    /// Its algorithm; `nil` where it is not served.
    var algorithm: SignatureAlgorithm?
    /// Whether the canonical form of `SignedInfo` keeps comments; `nil` where it is another form.
    var keepsComments: Bool?
    /// `SignatureValue`.
    var value: Int32 = -1
    /// The first `X509Certificate`, or −1.
    var certificate: Int32 = -1
    /// Whether there is an `X509SubjectName`.
    var hasSubjectName = false
    /// `SigningTime` inside an `Object` of the signature, or −1.
    var signingTime: Int32 = -1
    /// How many `SigningTime` there are.
    var signingTimes = 0
    /// Whether everything needed to compute digests and value is there and served.
    var isComputable = true
}

/// Where the parts of one `Reference` lie on the tape.
struct ReferenceParts {
    /// The `Reference`.
    var element: Int32
    /// What its URI names; −1 where that is nothing inside the invoice.
    var target: Int32 = -1
    /// Its hash function; `nil` where it is not served.
    var hash: HashAlgorithm?
    /// `DigestValue`.
    var digestValue: Int32 = -1
    /// Whether `enveloped-signature` takes everything away, because the target lies inside the signature.
    var isEmptied = false
}
