import OpenSSL

extension Judge {
    /// The sample signed by xmlsec1. Its values are put into the sample's own bytes: xmlsec1 writes documents anew.
    func sign(_ sample: Sample, by seller: TestPki.Seller) throws -> [UInt8] {
        try sign(template: sample.template, by: seller)
    }

    /// A template with `<DigestValue/>`, `<SignatureValue/>` and empty parts of `KeyInfo`, signed by xmlsec1.
    func sign(template: String, by seller: TestPki.Seller, as party: String = "NBan") throws -> [UInt8] {
        let bytes = try sign(template, key: seller.keyPEM, certificate: seller.certificatePEM, as: party)
        let signed = String(decoding: bytes, as: UTF8.self)
        var filled = template
        for name in ["DigestValue", "SignatureValue", "KeyValue", "X509Certificate"] {
            for value in signed.matches(of: name) {
                guard let place = filled.firstRange(of: "<\(name)/>") else { break }
                filled.replaceSubrange(place, with: value)
            }
        }
        let subject = "<X509SubjectName>\(seller.certificate.subject)</X509SubjectName>"
        return Array(filled.replacing(first: "<X509SubjectName/>", with: subject).utf8)
    }
}

extension String {
    /// Every element of that name as written.
    fileprivate func matches(of name: String) -> [String] {
        var found: [String] = []
        var rest = self[...]
        while let start = rest.firstRange(of: "<\(name)>"), let end = rest.firstRange(of: "</\(name)>") {
            found.append(String(rest[start.lowerBound..<end.upperBound]))
            rest = rest[end.upperBound...]
        }
        return found
    }

    func replacing(first text: String, with other: String) -> String {
        guard let place = firstRange(of: text) else { return self }
        return replacingCharacters(in: place, with: other)
    }

    private func replacingCharacters(in range: Range<String.Index>, with other: String) -> String {
        var copy = self
        copy.replaceSubrange(range, with: other)
        return copy
    }
}
