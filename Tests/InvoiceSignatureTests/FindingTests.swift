import InvoiceModel
import InvoiceSignature
import InvoiceXML
import Testing

/// A change of the message, before or after xmlsec1 signs it, and what must be found.
struct Change: Sendable, CustomTestStringConvertible {
    let name: String
    var template: [(String, String)] = []
    var signed: [(String, String)] = []
    let found: [Spot]
    var integrity = SignatureReport.Integrity.valid

    var testDescription: String { name }
}

private let signature = "HDon/DSCKS/NBan/Signature"
private let info = "\(signature)/SignedInfo"
private let certificate = "\(signature)/KeyInfo/X509Data/X509Certificate"
private let time = "\(signature)/Object/SignatureProperties/SignatureProperty/SigningTime"

@Suite struct FindingTests {
    let pki = TestPki.shared

    func found(_ change: Change) throws -> InvoiceVerification {
        let judge = try Judge()
        defer { judge.remove() }
        var template = Sample().template
        for (old, new) in change.template {
            try #require(template.contains(old))
            template = template.replacing(first: old, with: new)
        }
        var text = String(
            decoding: try judge.sign(template: template, by: try #require(pki.rsa[2_048])),
            as: UTF8.self
        )
        for (old, new) in change.signed {
            try #require(text.contains(old))
            text = text.replacing(first: old, with: new)
        }
        return try check(Array(text.utf8))
    }

    static let broken: [Change] = [
        Change(
            name: "a character of the invoice",
            signed: [("TNHH MUA", "TNHH MUO")],
            found: [Spot(.sigDigestAndValue, "\(info)/Reference[1]/DigestValue")],
            integrity: .invalid
        ),
        Change(
            name: "the signing time",
            signed: [("T11:58:00", "T11:58:01")],
            found: [Spot(.sigDigestAndValue, "\(info)/Reference[2]/DigestValue")],
            integrity: .invalid
        ),
        Change(
            name: "both at once",
            signed: [("TNHH MUA", "TNHH MUO"), ("T11:58:00", "T11:58:01")],
            found: [
                Spot(.sigDigestAndValue, "\(info)/Reference[1]/DigestValue"),
                Spot(.sigDigestAndValue, "\(info)/Reference[2]/DigestValue"),
            ],
            integrity: .invalid
        ),
        Change(
            name: "what stands in SignedInfo",
            signed: [("<Reference URI=\"#time\">", "<Reference Id=\"r\" URI=\"#time\">")],
            found: [Spot(.sigDigestAndValue, "\(signature)/SignatureValue")],
            integrity: .invalid
        ),
        Change(
            name: "a digest that is not base64",
            signed: [("<DigestValue>", "<DigestValue>*")],
            found: [
                Spot(.sigDigestAndValue, "\(info)/Reference[1]/DigestValue"),
                Spot(.sigDigestAndValue, "\(signature)/SignatureValue"),
            ],
            integrity: .invalid
        ),
    ]

    static let misbuilt: [Change] = [
        Change(
            name: "exclusive canonical form",
            signed: [
                (
                    "CanonicalizationMethod Algorithm=\"http://www.w3.org/TR/2001/REC-xml-c14n-20010315",
                    "CanonicalizationMethod Algorithm=\"http://www.w3.org/2001/10/xml-exc-c14n#"
                )
            ],
            found: [Spot(.sigC14nInclusive, "\(info)/CanonicalizationMethod")],
            integrity: .invalid
        ),
        Change(
            name: "SHA-512",
            signed: [("more#rsa-sha256", "more#rsa-sha512"), ("xmlenc#sha256", "xmlenc#sha512")],
            found: [
                Spot(.sigAlgorithmKnown, "\(info)/SignatureMethod"),
                Spot(.sigAlgorithmKnown, "\(info)/Reference[1]/DigestMethod"),
            ],
            integrity: .invalid
        ),
        Change(
            name: "an algorithm of another key",
            signed: [("more#rsa-sha256", "more#ecdsa-sha256")],
            found: [Spot(.sigAlgorithmKnown, "\(info)/SignatureMethod")],
            integrity: .invalid
        ),
        Change(
            name: "XSLT",
            signed: [
                ("http://www.w3.org/2000/09/xmldsig#enveloped-signature", "http://www.w3.org/TR/1999/REC-xslt-19991116")
            ],
            found: [Spot(.sigTransforms, "\(info)/Reference[1]/Transforms/Transform")],
            integrity: .invalid
        ),
        Change(
            name: "the whole document",
            signed: [("URI=\"#data\"", "URI=\"\"")],
            found: [Spot(.sigReferenceOutside, "\(info)/Reference[1]"), Spot(.sigCoversData, info)],
            integrity: .invalid
        ),
        Change(
            name: "an Id outside the invoice",
            signed: [("<TDiep><TTChung>", "<TDiep><TTChung Id=\"other\">"), ("URI=\"#data\"", "URI=\"#other\"")],
            found: [Spot(.sigReferenceOutside, "\(info)/Reference[1]"), Spot(.sigCoversData, info)],
            integrity: .invalid
        ),
        Change(
            name: "an unknown element in the signature",
            signed: [("</KeyInfo>", "</KeyInfo><Manifest/>")],
            found: [Spot(.sigStructure, "\(signature)/Manifest")],
            integrity: .invalid
        ),
        Change(
            name: "parts in another order",
            signed: [("<DigestMethod Algorithm=\"http://www.w3.org/2001/04/xmlenc#sha256\"/>", "")],
            found: [Spot(.sigStructure, "\(info)/Reference[1]"), Spot(.sigCoversData, info)],
            integrity: .invalid
        ),
        Change(
            name: "no certificate",
            signed: [("X509Certificate>", "X509Gone>"), ("X509Certificate>", "X509Gone>")],
            found: [Spot(.sigCertAttached, signature)],
            integrity: .invalid
        ),
        Change(
            name: "bytes that are no certificate",
            signed: [("<X509Certificate>", "<X509Certificate>AAAA")],
            found: [Spot(.sigCertAttached, certificate)],
            integrity: .invalid
        ),
        Change(
            name: "no X509SubjectName",
            signed: [("X509SubjectName>", "X509Gone>"), ("X509SubjectName>", "X509Gone>")],
            found: [Spot(.sigSubjectName, certificate)]
        ),
    ]

    static let uncovering: [Change] = [
        Change(
            name: "a doubled Id",
            signed: [("</DLHDon>", "</DLHDon><MCCQT Id=\"data\"/>")],
            found: [Spot(.sigIdScope, "HDon/MCCQT")]
        ),
        Change(
            name: "a doubled Id, written with a reference",
            signed: [("</DLHDon>", "</DLHDon><TTKhac Id=\"d&#97;ta\"/>")],
            found: [Spot(.sigIdScope, "HDon/TTKhac")]
        ),
        Change(
            name: "an Id that another element has as xml:id",
            signed: [("<NMua/>", "<NMua xml:id=\"data\"/>")],
            found: [Spot(.sigIdScope, "HDon/DSCKS/NMua")]
        ),
        Change(
            name: "an Id that another element has as ID, before it",
            signed: [("<HDon>", "<HDon ID=\"data\">")],
            found: [Spot(.sigIdScope, "HDon/DLHDon")]
        ),
        Change(
            name: "values of id without an Id are no Ids",
            signed: [("</DLHDon>", "</DLHDon><TTKhac id=\"a\"/>"), ("<NMua/>", "<NMua id=\"a\"/>")],
            found: []
        ),
        Change(
            name: "a second DLHDon",
            signed: [("</DLHDon>", "</DLHDon><TTKhac><DLHDon/></TTKhac>")],
            found: [Spot(.sigSingleData, "HDon/DLHDon")]
        ),
        Change(
            name: "a part of the invoice only",
            template: [("<NDHDon>", "<NDHDon Id=\"part\">"), ("URI=\"#data\"", "URI=\"#part\"")],
            found: [Spot(.sigCoversData, info)]
        ),
        Change(
            name: "the invoice alone",
            template: [
                (
                    "<Reference URI=\"#time\"><DigestMethod Algorithm=\"http://www.w3.org/2001/04/xmlenc#sha256\"/>"
                        + "<DigestValue/></Reference>", ""
                )
            ],
            found: [Spot(.sigCoversSigningTime, time)]
        ),
        Change(
            name: "enveloped-signature on its own Object",
            template: [
                (
                    "<Reference URI=\"#time\">",
                    "<Reference URI=\"#time\"><Transforms><Transform "
                        + "Algorithm=\"http://www.w3.org/2000/09/xmldsig#enveloped-signature\"/></Transforms>"
                )
            ],
            // By the standard the digest is that of nothing: any change of the time would still hold.
            signed: [("T11:58:00", "T11:57:00")],
            found: [Spot(.sigCoversSigningTime, time)]
        ),
        Change(
            name: "an empty MCCQT, which the reply replaces",
            template: [
                ("</DLHDon>", "</DLHDon><MCCQT Id=\"code\"/>"),
                (
                    "</SignedInfo>",
                    "<Reference URI=\"#code\"><DigestMethod Algorithm=\"http://www.w3.org/2001/04/xmlenc#sha256\"/>"
                        + "<DigestValue/></Reference></SignedInfo>"
                ),
            ],
            found: [Spot(.sigStructure, "\(info)/Reference[3]")]
        ),
        Change(
            name: "no signing time",
            template: [("<SigningTime>2026-11-21T11:58:00</SigningTime>", "")],
            found: [Spot(.sigCoversSigningTime, signature)]
        ),
        Change(
            name: "two signing times",
            template: [("</SigningTime>", "</SigningTime><SigningTime>2026-11-20T00:00:00</SigningTime>")],
            found: [Spot(.sigStructure, signature)]
        ),
    ]

    @Test(arguments: broken + misbuilt + uncovering)
    func `a change is found, at its place`(change: Change) throws {
        let verification = try found(change)
        #expect(verification.spots == change.found)
        #expect(verification.reports.map(\.integrity) == [change.integrity])
    }

    @Test(
        arguments: [
            ("2026-11-21T11:58:00Z", "2026-11-21T11:58:00", [RuleCode.envDatetimeZone]),
            ("2026-11-21T11:58:00.1234567+07:00", "2026-11-21T11:58:00", [.envDatetimeZone]),
            ("2026-11-21T04:58:00+00:00", "2026-11-21T11:58:00", [.envDatetimeZone]),
            ("2026-11-21T12:05:00", "2026-11-21T12:05:00", []),
            ("2026-11-21T12:05:01", "2026-11-21T12:05:01", [.sigTimeNotFuture]),
            ("2026-10-22T12:00:00", "2026-10-22T12:00:00", []),
            ("2026-10-22T11:59:59", "2026-10-22T11:59:59", [.sigTimeNotOld]),
            ("21/11/2026 11:58", nil, [.sigCoversSigningTime]),
            ("2026-11-21T11:58:00+7", nil, [.sigCoversSigningTime]),
        ] as [(String, String?, [RuleCode])]
    )
    func `signing times are read as vendors write them`(text: String, read: String?, found: [RuleCode]) throws {
        let judge = try Judge()
        defer { judge.remove() }
        var sample = Sample()
        sample.signingTime = text
        let verification = try check(judge.sign(sample, by: try #require(pki.rsa[2_048])))
        #expect(verification.findings.map(\.code) == found)
        #expect(verification.reports.map(\.signingTime?.description) == [read])
        #expect(verification.findings.allSatisfy { $0.path == time })
    }

    @Test func `an unsigned invoice is found, unless its kind needs no signature`() throws {
        let symbols = [
            ("C26TAA", false), ("C26MAA", true), ("C26LAA", true), ("C26GAA", false), ("K26GAA", true),
            ("K26HAA", true),
            ("K26TAA", false),
        ]
        for (symbol, isExempt) in symbols {
            let sample = Sample()
            let text = sample.template.replacing(first: sample.signature, with: "")
                .replacing(first: "C26TAA", with: symbol)
            let verification = try check(Array(text.utf8))
            #expect(verification.spots == (isExempt ? [] : [Spot(.sigSellerPresent, signature)]))
            #expect(verification.reports == [SignatureReport(by: .seller, integrity: .absent)])
        }
    }

    @Test func `more signatures and references than are checked are findings, not work`() throws {
        let sample = Sample()
        let many = String(repeating: sample.signature.replacing(first: "Id=\"seller\"", with: ""), count: 5)
        let verification = try check(Array(sample.template.replacing(first: sample.signature, with: many).utf8))
        #expect(verification.spots.contains(Spot(.sigStructure, "HDon/DSCKS/NBan/Signature[5]")))
        #expect(verification.reports.count == 4)
    }
}
