import InvoiceModel
import InvoiceXML
import OpenSSL

/// Reads the structure of one `Signature`, strictly in the order of its schema, and finds what is not allowed.
struct SignatureReading {
    /// The message.
    let message: ParsedMessage
    /// The signature.
    let signature: Int32
    /// Where Ids count.
    let scope: SignatureScope
    /// What was found wrong.
    var findings: [Finding] = []
    /// Its parts.
    var parts = SignatureParts()
    /// Its references.
    var references: [ReferenceParts] = []

    /// References of one signature; the standard needs two or three.
    static let referenceLimit = 8

    /// Reads the structure.
    mutating func read() {
        var children = Cursor(message, signature)
        guard let signedInfo = children.take(.SignedInfo), let value = children.take(.SignatureValue) else {
            misbuilt(signature, expected: "SignedInfo, SignatureValue, KeyInfo, Object")
            return
        }
        parts.signedInfo = signedInfo
        parts.value = value
        let keyInfo = children.take(.KeyInfo)
        while children.take(.Object) != nil {}
        if let rest = children.next { misbuilt(rest, expected: "SignedInfo, SignatureValue, KeyInfo, Object") }
        for object in message.children(of: signature) where message.elements[Int(object)].tag == .Object {
            findSigningTime(in: object)
        }
        readSignedInfo(signedInfo)
        if let keyInfo { readKeyInfo(keyInfo) }
    }

    private mutating func readSignedInfo(_ signedInfo: Int32) {
        var children = Cursor(message, signedInfo)
        guard let canonicalization = children.take(.CanonicalizationMethod),
            let method = children.take(.SignatureMethod), children.next != nil
        else {
            misbuilt(signedInfo, expected: "CanonicalizationMethod, SignatureMethod, Reference")
            return
        }
        let form = algorithm(of: canonicalization)
        parts.keepsComments = keepsComments(form)
        if parts.keepsComments == nil {
            find(.sigC14nInclusive, canonicalization, expected: text(URIs.canonical), found: message.string(of: form))
            parts.isComputable = false
        }
        let name = algorithm(of: method)
        parts.method = method
        parts.algorithm = signatureAlgorithm(name)
        if parts.algorithm == nil {
            find(
                .sigAlgorithmKnown,
                method,
                expected: "rsa-sha1, rsa-sha256, ecdsa-sha256",
                found: message.string(of: name)
            )
            parts.isComputable = false
        }
        for bare in [canonicalization, method] where message.firstChild(of: bare) != nil {
            misbuilt(bare, expected: "no elements inside")
        }
        while let reference = children.take(.Reference) {
            guard references.count < SignatureReading.referenceLimit else {
                misbuilt(reference, expected: "at most \(SignatureReading.referenceLimit) references")
                return
            }
            readReference(reference)
        }
        if let rest = children.next { misbuilt(rest, expected: "Reference") }
    }

    private mutating func readReference(_ element: Int32) {
        var reference = ReferenceParts(element: element)
        var children = Cursor(message, element)
        let transforms = children.take(.Transforms)
        guard let method = children.take(.DigestMethod), let value = children.take(.DigestValue), children.next == nil
        else {
            misbuilt(element, expected: "Transforms, DigestMethod, DigestValue")
            return
        }
        let name = algorithm(of: method)
        reference.hash = hash(name)
        if reference.hash == nil {
            find(.sigAlgorithmKnown, method, expected: "sha1, sha256", found: message.string(of: name))
            parts.isComputable = false
        }
        reference.digestValue = value
        resolve(&reference)
        if let transforms { readTransforms(transforms, of: &reference) }
        references.append(reference)
    }

    private mutating func resolve(_ reference: inout ReferenceParts) {
        let uri = message.attribute(named: "URI", of: reference.element)
        if let target = element(named: uri) {
            reference.target = target
            return
        }
        find(
            .sigReferenceOutside,
            reference.element,
            expected: "URI=\"#…\" of an Id inside \(scope.isBatch ? "DLieu" : message.name(of: scope.root))",
            found: uri.isPresent ? message.string(of: uri) : nil
        )
        parts.isComputable = false
    }

    /// What `#id` names inside the scope, or `nil`.
    private func element(named uri: Field) -> Int32? {
        let name = message.text(of: uri)
        guard name.count > 1, name[0] == UInt8(ascii: "#") else { return nil }
        let id = name.extracting(1..<name.count)
        guard scope.isBatch else { return message.element(withID: id, inside: scope.root) }
        // Of a package, its own Id and those of the signature: an invoice inside may use any of them again.
        let own = message.attribute(named: "Id", of: scope.data)
        if own.isPresent, PublicBytes.areEqual(message.text(of: own), id) { return scope.data }
        return message.element(withID: id, inside: signature)
    }

    private enum TransformKind {
        case enveloped
        case canonical
        case other
    }

    private func transform(_ element: Int32, _ name: Field) -> TransformKind {
        guard message.firstChild(of: element) == nil else { return .other }
        if URIs.isEnveloped(message.text(of: name)) { return .enveloped }
        return keepsComments(name) == nil ? .other : .canonical
    }

    /// Allowed are `enveloped-signature`, then one canonical form at most.
    private mutating func readTransforms(_ transforms: Int32, of reference: inout ReferenceParts) {
        var isCanonical = false
        for child in message.children(of: transforms) {
            guard message.elements[Int(child)].tag == .Transform else {
                misbuilt(child, expected: "Transform")
                return
            }
            let name = algorithm(of: child)
            switch isCanonical ? .other : transform(child, name) {
            case .enveloped:
                let own = message.elements[Int(signature)]
                reference.isEmptied = reference.target >= signature && reference.target < own.end
            case .canonical: isCanonical = true
            case .other:
                find(
                    .sigTransforms,
                    child,
                    expected: "enveloped-signature, inclusive C14N 1.0",
                    found: message.string(of: name)
                )
                parts.isComputable = false
            }
        }
    }

    private mutating func readKeyInfo(_ keyInfo: Int32) {
        for data in message.children(of: keyInfo) where message.elements[Int(data)].tag == .X509Data {
            for part in message.children(of: data) {
                switch message.elements[Int(part)].tag {
                case .X509Certificate where parts.certificate < 0: parts.certificate = part
                case .X509SubjectName: parts.hasSubjectName = parts.hasSubjectName || !message.field(of: part).isEmpty
                default: break
                }
            }
        }
    }

    /// Vendors put `SigningTime` into several namespaces: the name alone counts.
    private mutating func findSigningTime(in object: Int32) {
        for element in object + 1..<message.elements[Int(object)].end {
            let entry = message.elements[Int(element)]
            guard entry.end == element + 1 else { continue }
            guard entry.tag == .SigningTime || isNamedSigningTime(element) else { continue }
            parts.signingTimes += 1
            if parts.signingTime < 0 { parts.signingTime = element }
        }
    }

    private func isNamedSigningTime(_ element: Int32) -> Bool {
        PublicBytes.areEqual(message.localName(of: element), SignatureReading.signingTimeName.span)
    }

    private static let signingTimeName = Array("SigningTime".utf8)

    private func algorithm(of element: Int32) -> Field { message.attribute(named: "Algorithm", of: element) }

    private func keepsComments(_ name: Field) -> Bool? { URIs.keepsComments(message.text(of: name)) }

    private func signatureAlgorithm(_ name: Field) -> SignatureAlgorithm? {
        SignatureAlgorithm(uri: message.text(of: name))
    }

    private func hash(_ name: Field) -> HashAlgorithm? { URIs.hash(message.text(of: name)) }

    private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

    private mutating func misbuilt(_ element: Int32, expected: String) {
        find(.sigStructure, element, expected: expected)
        parts.isComputable = false
    }

    /// Notes a finding at an element.
    mutating func find(_ code: RuleCode, _ element: Int32, expected: String? = nil, found: String? = nil) {
        findings.append(
            Finding(code, path: message.path(of: element, below: scope.root), expected: expected, found: found)
        )
    }
}

/// Walks over the children of an element in order.
struct Cursor {
    private let elements: [InvoiceXML.Element]
    private let end: Int32
    private var place: Int32

    init(_ message: ParsedMessage, _ parent: Int32) {
        elements = message.elements
        end = elements[Int(parent)].end
        place = parent + 1
    }

    /// The child that comes next.
    var next: Int32? { place < end ? place : nil }

    /// The next child if it has the tag.
    mutating func take(_ tag: Tag) -> Int32? {
        guard place < end, elements[Int(place)].tag == tag else { return nil }
        let child = place
        place = elements[Int(child)].end
        return child
    }
}
