import InvoiceModel
import InvoiceSignature
import OpenSSL

/// A message that the seller signed, in which others sign too; all signatures are made by xmlsec1.
struct ExtraSample {
    /// Around the signature: `NMua` or `CCKSKhac`.
    var party = "NMua"
    /// Whether it tells its time.
    var hasTime = true
    /// Makes its Ids its own.
    var name = "buyer"
    /// The Id of what it is over.
    var target = "data"

    /// Where it stands.
    var path: String { "HDon/DSCKS/\(party)/Signature" }

    /// The signature with places for digests, value and certificate.
    private var signature: String {
        let sample = Sample()
        var text = sample.signature.replacing(first: "Id=\"seller\"", with: "Id=\"\(name)\"")
        text = text.replacing(first: "URI=\"#data\"", with: "URI=\"#\(target)\"")
        for old in ["URI=\"#time\"", "Id=\"time\""] {
            text = text.replacing(first: old, with: old.replacing(first: "time", with: "time-\(name)"))
        }
        guard !hasTime, let start = text.firstRange(of: "<Reference URI=\"#time-"),
            let end = text.firstRange(of: "</SignedInfo>"), let object = text.firstRange(of: "<Object")
        else { return text }
        return text[..<start.lowerBound] + text[end.lowerBound..<object.lowerBound] + "</Signature>"
    }

    /// The message with the signature put in, signed by xmlsec1 with that certificate.
    func sign(_ message: [UInt8], with judge: Judge, by signer: TestPki.Seller) throws -> [UInt8] {
        let text = String(decoding: message, as: UTF8.self)
        let template = text.replacing(first: "</DSCKS>", with: "<\(party)>\(signature)</\(party)></DSCKS>")
            .replacing(first: "<NMua/>", with: party == "NMua" ? "" : "<NMua/>")
        return try judge.sign(template, key: signer.keyPEM, certificate: signer.certificatePEM, as: party)
    }

    /// A message of the sample's seller, signed by it and then here.
    func message(by signer: TestPki.Seller, with judge: Judge) throws -> [UInt8] {
        guard let seller = TestPki.shared.rsa[2_048] else { preconditionFailure("the key is made above") }
        return try sign(try judge.sign(Sample(), by: seller), with: judge, by: signer)
    }
}

extension [UInt8] {
    /// The text with the first or the last place of one text replaced.
    func replacing(_ old: String, with new: String, last: Bool = false) -> [UInt8] {
        let text = String(decoding: self, as: UTF8.self)
        let places = text.ranges(of: old)
        guard let place = last ? places.last : places.first else { return self }
        return Array((text[..<place.lowerBound] + new + text[place.upperBound...]).utf8)
    }
}
