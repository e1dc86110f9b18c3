import OpenSSL

/// How a signature departs from a good one.
enum SignatureFault: Sendable {
    /// No second reference: the signing time is not covered.
    case uncoveredTime
    /// A transform that runs a program.
    case forbiddenTransform
    /// Exclusive canonical form.
    case exclusiveForm
    /// A signature method that is not served.
    case unknownAlgorithm
    /// `X509Data` without a certificate.
    case noCertificate
    /// A third reference to another document.
    case outsideReference
}

/// Where a signature stands, and so whose it is.
enum SignaturePlace: Sendable {
    /// `DSCKS/NBan`.
    case seller
    /// `CKSNNT`: over a package.
    case package
    /// `DSCKS/NMua`.
    case buyer
    /// `DSCKS/CCKSKhac`.
    case other
}

/// Writes a `Signature` in a vendor's style.
struct SignatureWriter {
    let vendor: Vendor
    let signer: Signer
    /// As written, with a vendor's zone letter if it has one.
    let signingTime: String
    var dataID: String
    /// Namespaces in scope inside the `HDon`, as attributes sorted by prefix.
    let inherited: String
    /// Keeps Ids of one message apart from those of another.
    let serial: Int
    var fault: SignatureFault?
    var place = SignaturePlace.seller
    /// Whether it tells its time: only the buyer and others need not.
    var hasTime = true

    private static let dsig = "http://www.w3.org/2000/09/xmldsig#"
    private static let c14n = "http://www.w3.org/TR/2001/REC-xml-c14n-20010315"

    private var algorithm: HashAlgorithm { vendor.usesSHA1 ? .sha1 : .sha256 }
    private var scope: String { " xmlns=\"\(SignatureWriter.dsig)\"" + inherited }

    /// The whole element, signing that canonical `DLHDon`.
    func signature(over data: [UInt8]) throws(SynthError) -> [UInt8] {
        let object = self.object()
        let info = signedInfo(dataDigest: digest(data), timeDigest: digest(object.digested.canonical))
        let value = try signer.signature(over: info.canonical, algorithm: algorithm)
        var out = DualWriter(depth: 5)
        out.isIndented = vendor.isIndented
        out.open("Signature", " xmlns=\"\(SignatureWriter.dsig)\" Id=\"\(signatureID)\"")
        var bytes = out.raw + info.raw
        var tail = DualWriter(depth: 6)
        tail.isIndented = vendor.isIndented
        tail.leaf("SignatureValue", wrapped(Base64.encode(value)))
        keyInfo(&tail)
        bytes += tail.raw
        if hasTime { bytes += object.prefix + object.digested.raw + object.suffix }
        if vendor.isIndented { bytes += Array("\r\n          ".utf8) }
        bytes += Array("</Signature>".utf8)
        return bytes
    }

    private var signatureID: String {
        switch place {
        case .package: return "CKSNNT-\(dataID.dropFirst())"
        case .buyer: return "NMua-\(serial)"
        case .other: return "CCKSKhac-\(serial)"
        case .seller: break
        }
        return switch vendor {
        case .compact: "seller"
        case .indented: "NBan"
        case .wrapped: "Signature-\(serial)"
        case .padded: "NBan-\(dataID)"
        }
    }

    private var timeID: String {
        guard place == .seller else { return "Obj-\(signatureID)" }
        return switch vendor {
        case .compact: "SigningTime"
        case .indented: "proid"
        case .wrapped: "Object-\(serial)"
        case .padded: "Obj-\(dataID)"
        }
    }

    /// The element with the signing time that is digested, and what stands around it.
    private func object() -> (prefix: [UInt8], digested: DualWriter, suffix: [UInt8]) {
        var out = DualWriter(depth: vendor == .indented ? 7 : 6)
        out.isIndented = vendor.isIndented
        let target = " Target=\"#\(signatureID)\""
        guard vendor != .indented else {
            out.openApex("SignatureProperties", " Id=\"\(timeID)\"", canonical: scope)
            out.open("SignatureProperty", target)
            out.leaf("SigningTime", signingTime)
            out.close("SignatureProperty")
            out.close("SignatureProperties")
            return (Array("\r\n            <Object>".utf8), out, Array("\r\n            </Object>".utf8))
        }
        out.openApex("Object", " Id=\"\(timeID)\"", canonical: scope)
        out.open("SignatureProperties", vendor == .wrapped ? " xmlns=\"\"" : "")
        out.open("SignatureProperty", target)
        let foreign = vendor == .padded ? " xmlns=\"http://example.org/#signatureProperties\"" : ""
        out.leaf("SigningTime", signingTime, foreign)
        out.close("SignatureProperty")
        out.close("SignatureProperties")
        out.close("Object")
        return ([], out, [])
    }

    private func signedInfo(dataDigest: String, timeDigest: String) -> DualWriter {
        var out = DualWriter(depth: 6)
        out.isIndented = vendor.isIndented
        let more = "http://www.w3.org/2001/04/xmldsig-more#"
        let form = fault == .exclusiveForm ? "http://www.w3.org/2001/10/xml-exc-c14n#" : SignatureWriter.c14n
        var method = vendor.usesSHA1 ? SignatureWriter.dsig + "rsa-sha1" : more + "rsa-sha256"
        if fault == .unknownAlgorithm { method = more + "rsa-sha512" }
        out.openApex("SignedInfo", "", canonical: scope)
        out.empty("CanonicalizationMethod", " Algorithm=\"\(form)\"")
        out.empty("SignatureMethod", " Algorithm=\"\(method)\"")
        reference("#\(dataID)", digest: dataDigest, isEnveloped: true, to: &out)
        if hasTime, fault != .uncoveredTime {
            reference("#\(timeID)", digest: timeDigest, isEnveloped: false, to: &out)
        }
        if fault == .outsideReference {
            reference("http://example.org/other.xml", digest: timeDigest, isEnveloped: false, to: &out)
        }
        out.close("SignedInfo")
        return out
    }

    private func reference(_ uri: String, digest: String, isEnveloped: Bool, to out: inout DualWriter) {
        out.open("Reference", " URI=\"\(uri)\"")
        if isEnveloped {
            out.open("Transforms")
            out.empty("Transform", " Algorithm=\"\(SignatureWriter.dsig)enveloped-signature\"")
            // Both stand in for C14N 1.0, which a node set gets anyway.
            if vendor == .wrapped { out.empty("Transform", " Algorithm=\"\(SignatureWriter.c14n)\"") }
            if fault == .forbiddenTransform {
                out.empty("Transform", " Algorithm=\"http://www.w3.org/TR/1999/REC-xslt-19991116\"")
            }
            out.close("Transforms")
        }
        let sha256 = "http://www.w3.org/2001/04/xmlenc#sha256"
        out.empty("DigestMethod", " Algorithm=\"\(vendor.usesSHA1 ? SignatureWriter.dsig + "sha1" : sha256)\"")
        out.leaf("DigestValue", digest)
        out.close("Reference")
    }

    private func keyInfo(_ out: inout DualWriter) {
        out.open("KeyInfo")
        out.open("X509Data")
        out.leaf("X509SubjectName", signer.certificate.subject)
        if fault != .noCertificate { out.leaf("X509Certificate", wrapped(signer.certificateText)) }
        out.close("X509Data")
        out.close("KeyInfo")
    }

    private func digest(_ bytes: [UInt8]) -> String {
        Base64.encode(HashContext(algorithm).hash(bytes))
    }

    /// Base64 as this vendor breaks it; none of it is signed.
    private func wrapped(_ text: String) -> String {
        guard vendor == .indented || vendor == .padded else { return text }
        let characters = Array(text.utf8)
        return stride(from: 0, to: characters.count, by: 76).map { start in
            String(decoding: characters[start..<min(start + 76, characters.count)], as: UTF8.self)
        }.joined(separator: vendor == .indented ? "\r\n" : "\n")
    }
}
