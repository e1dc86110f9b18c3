import InvoiceModel
import InvoiceSignature
import InvoiceXML
import OpenSSL
import Testing

@Suite struct ReplyTests {
    let pki = TestPki.shared
    let code = "00A1B2C3D4E5F60718293A4B5C6D7E8F90"

    func facts(_ kind: ReplyFacts.Kind, seed: UInt8 = 1) -> ReplyFacts {
        let id = { (purpose: UInt8) in (0..<16).map { UInt8($0) &* 7 &+ purpose &+ seed } }
        return ReplyFacts(
            kind: kind,
            replyID: id(1),
            repliedAt: TestPki.receivedAt,
            elementID: id(2),
            signatureID: id(3),
            timeID: id(4),
            noticeNumber: kind == .refused || kind == .results ? 260_000_000_007 : nil
        )
    }

    func signer(_ profile: SignatureProfile, withKey: Bool = true) throws -> AuthoritySigner {
        let authority = try #require(pki.authority[profile])
        return try AuthoritySigner(
            certificateDER: authority.certificate.der,
            privateKeyPEM: withKey ? authority.key.pem : nil,
            signerID: 3
        )
    }

    /// The 202 for a message, signed with P-256.
    func issued(_ message: [UInt8]) throws -> [UInt8] {
        try ReplyMaker(signer(.p256)).issued(try parsed(message), code: code, facts: facts(.issued)).bytes
    }

    /// xmlsec1's verdict on the authority's signature, its certificate trusted.
    func authorityHolds(_ bytes: [UInt8], _ profile: SignatureProfile, _ judge: Judge) throws -> Bool {
        try judge.write(bytes, "reply.xml")
        try judge.write(Array(try #require(pki.authority[profile]).certificatePEM.utf8), "tax.pem")
        let result = try judge.run(
            "/usr/bin/xmlsec1",
            ["--verify", "--enabled-key-data", "x509", "--trusted-pem", "tax.pem"]
                + ["--verification-time", "2026-11-21 12:00:00"] + Judge.identifiers + Judge.holder("CQT")
                + ["reply.xml"]
        )
        #expect(result.status == 0, "\(result.output)")
        return result.status == 0
    }

    @Test(arguments: SignatureProfile.allCases, Sample.Style.allCases)
    func `xmlsec1 accepts both signatures of every 202`(profile: SignatureProfile, style: Sample.Style) throws {
        let judge = try Judge()
        defer { judge.remove() }
        let bytes = try judge.sign(Sample(style: style), by: try #require(pki.rsa[2_048]))
        let message = try parsed(bytes)
        let reply = try ReplyMaker(signer(profile)).issued(message, code: code, facts: facts(.issued))
        #expect(reply.facts.signer == 3)
        #expect(try authorityHolds(reply.bytes, profile, judge))
        let seller = try judge.accepts(reply.bytes, party: "NBan", pki: pki)
        #expect(seller.accepted, "\(seller.output)")

        let text = String(decoding: reply.bytes, as: UTF8.self)
        #expect(text.contains("</DLHDon><MCCQT Id=\"Id-"))
        #expect(text.contains("<MLTDiep>202</MLTDiep>") && text.contains("<MNNhan>V0199999983</MNNhan>"))
        let again = try parsed(reply.bytes)
        let invoice = try #require(again.invoices.first)
        #expect(again.string(of: invoice.code) == code)
        let own = try #require(pki.authority[profile]).certificate.der
        let trust = try TrustStore(anchors: [pki.root.der, pki.issuer.der], crls: [], authorities: [own])
        let verification = SignatureChecker(trust: trust, policy: Policy())
            .check(invoice: invoice, in: again, registry: .empty, receivedAt: TestPki.receivedAt)
        #expect(verification.findings == [])
        #expect(verification.reports.map(\.by) == [.seller, .authority])
        #expect(verification.reports.map(\.integrity) == [.valid, .valid])
        #expect(verification.reports.map(\.chain) == [.trusted, .trusted])
    }

    @Test func `the same facts and message give the same bytes, without the key`() throws {
        let judge = try Judge()
        defer { judge.remove() }
        let message = try parsed(judge.sign(Sample(), by: try #require(pki.rsa[2_048])))
        let first = try ReplyMaker(signer(.p256)).issued(message, code: code, facts: facts(.issued))
        let replayed = try ReplyMaker(signer(.p256, withKey: false)).issued(message, code: code, facts: first.facts)
        #expect(replayed == first)
        #expect(throws: SignatureError.noPrivateKey) {
            try ReplyMaker(signer(.p256, withKey: false)).issued(message, code: code, facts: facts(.issued))
        }
    }

    @Test(arguments: [
        [], ["<DLHDon "], ["<DLHDon ", "<Object "], ["<DLHDon ", "<Object ", "<SignedInfo"], ["<Object "],
    ])
    func `an invoice signed alone comes back so that its signature holds in place`(declaring: [String]) throws {
        let judge = try Judge()
        defer { judge.remove() }
        // What declares all that the message declares has the same canonical form with and without it.
        var template = Sample().invoice
        for tag in declaring {
            let declarations =
                " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
                + " xmlns:xsd=\"http://www.w3.org/2001/XMLSchema\" xml:lang=\"vi\""
            let isOpen = tag.hasSuffix(" ")
            template = template.replacing(
                first: tag,
                with: isOpen ? tag.dropLast() + declarations + " " : tag + declarations
            )
        }
        let alone = try judge.sign(template: template, by: try #require(pki.rsa[2_048]))
        let wrapped = Sample(style: .namespacesOnTheMessage).template
        let start = try #require(wrapped.firstRange(of: "<HDon>")).lowerBound
        let end = try #require(wrapped.firstRange(of: "</HDon>")).upperBound
        let text = wrapped[..<start] + String(decoding: alone, as: UTF8.self) + wrapped[end...]
        let reply = try ReplyMaker(signer(.p256)).issued(
            try parsed(Array(text.utf8)),
            code: code,
            facts: facts(.issued)
        )
        #expect(try judge.accepts(reply.bytes, party: "NBan", pki: pki).accepted)
        #expect(try authorityHolds(reply.bytes, .p256, judge))
    }

    @Test(arguments: [
        ("</DLHDon>", "</DLHDon><MCCQT/>"), ("</DLHDon>", "</DLHDon>\n<MCCQT>\n</MCCQT>"), ("<NMua/>", "<NMua/><CQT/>"),
        ("<NMua/>", "<CQT></CQT><NMua/>"), ("</HDon>", "<DSCKS/></HDon>"), ("<DSCKS>", "<DSCKS/><DSCKS>"),
        ("</DLHDon>", "</DLHDon><DLQRCode>0002</DLQRCode><TTKhac/>"),
        ("</DLHDon>", "</DLHDon><MCCQT><!-- none --></MCCQT>"),
        ("</DSCKS>", "<CQT> </CQT></DSCKS><DSCKS><CQT/></DSCKS>"),
    ])
    func `empty places are filled, others are left as they are`(found: String, instead: String) throws {
        let judge = try Judge()
        defer { judge.remove() }
        let template = Sample().template.replacing(first: found, with: instead)
        let bytes = try judge.sign(template: template, by: try #require(pki.rsa[2_048]))
        let reply = try ReplyMaker(signer(.p256)).issued(parsed(bytes), code: code, facts: facts(.issued))
        let text = String(decoding: reply.bytes, as: UTF8.self)
        #expect(text.contains("</DLHDon><MCCQT Id=\"Id-"))
        #expect(text.ranges(of: "<MCCQT").count == 1 && text.ranges(of: "<CQT").count == 1)
        #expect(try authorityHolds(reply.bytes, .p256, judge))
        #expect(try judge.accepts(reply.bytes, party: "NBan", pki: pki).accepted)
        // What is not the authority's is the sender's, byte for byte.
        let invoice = try #require(text.firstRange(of: "<HDon>")).lowerBound..<text.endIndex
        var rest = String(text[invoice])
        rest.removeSubrange(
            try #require(rest.firstRange(of: "<CQT>"))
                .lowerBound..<(try #require(rest.firstRange(of: "</CQT>"))).upperBound
        )
        rest.removeSubrange(
            try #require(rest.firstRange(of: "<MCCQT"))
                .lowerBound..<(try #require(rest.firstRange(of: "</MCCQT>"))).upperBound
        )
        let sent = String(decoding: bytes, as: UTF8.self)
        var original = String(sent[try #require(sent.firstRange(of: "<HDon>")).lowerBound...])
        let empties = [
            "<MCCQT/>", "<MCCQT>\n</MCCQT>", "<MCCQT><!-- none --></MCCQT>", "<CQT/>", "<CQT></CQT>", "<CQT> </CQT>",
        ]
        for empty in empties {
            original = original.replacing(first: empty, with: "")
        }
        #expect(rest == original)
    }

    private static func heading(taxpayerName: String) -> NoticeHeading {
        NoticeHeading(
            sender: "V0199999983",
            messageID: "V01999999831A2B3C4D5E6F47089A0B1C2D3E4F5061",
            taxpayer: "0199999991",
            taxpayerName: taxpayerName,
            place: "Hà Nội",
            sentAt: "2026-11-21T11:59:00"
        )
    }

    @Test(arguments: SignatureProfile.allCases)
    func `xmlsec1 accepts a 204, whatever text it holds`(profile: SignatureProfile) throws {
        let judge = try Judge()
        defer { judge.remove() }
        let notice = RefusalNotice(
            heading: Self.heading(taxpayerName: "CÔNG TY <&\"'> \r\n\t\u{0} \u{FFFF}"),
            invoice: RefusedInvoice(
                form: "",
                symbol: "C26TAA]]>",
                number: "7",
                date: "",
                reasons: [
                    ReplyReason(
                        code: "20001",
                        text: String(repeating: "Đ", count: 300),
                        path: "HDon/DLHDon/NDHDon/NMua/CCCDan",
                        remedy: "Sửa lại & gửi lại",
                        slug: "env.number-format"
                    )
                ]
            )
        )
        let reply = try ReplyMaker(signer(profile)).refused(notice, facts: facts(.refused))
        #expect(try authorityHolds(reply.bytes, profile, judge))
        #expect(try ReplyMaker(signer(profile, withKey: false)).refused(notice, facts: reply.facts) == reply)
        let message = try parsed(reply.bytes)
        let description = try #require(message.elements.indices.first { message.elements[$0].tag == .MTLoi })
        let text = message.string(of: message.field(of: Int32(description)))
        #expect(text.unicodeScalars.count == 255 && text.hasSuffix("Đ\nHDon/DLHDon/NDHDon/NMua/CCCDan"))
        let authority = try #require(pki.authority[profile])
        let trust = try TrustStore(anchors: [], crls: [], authorities: [authority.certificate.der])
        let verification = try #require(
            SignatureChecker(trust: trust, policy: Policy()).checkNotice(in: message, receivedAt: TestPki.receivedAt)
        )
        #expect(verification.findings == [])
        #expect(verification.reports.map(\.integrity) == [.valid])
        #expect(verification.reports.map(\.chain) == [.trusted])
    }

    @Test(arguments: SignatureProfile.allCases, [MessageType.uncoded, .cashRegister, .cashRegisterUncoded])
    func `xmlsec1 and xmllint accept the answers to messages of many`(
        profile: SignatureProfile,
        type: MessageType
    ) throws {
        let judge = try Judge()
        defer { judge.remove() }
        let reason = ReplyReason(
            code: "20609",
            text: "Số <&> trùng",
            path: "HDon",
            remedy: "Sửa",
            slug: "id.unique-tuple"
        )
        let refused = RefusedInvoice(
            form: "1",
            symbol: "K26\u{0}AA",
            number: "7",
            date: "2026-11-21",
            reasons: [reason]
        )
        for list in [[], [refused, refused]] {
            let notice = ResultNotice(
                heading: Self.heading(taxpayerName: "CÔNG TY <&\"'>"),
                type: type,
                kind: ResultNotice.kind(of: type, refused: list),
                count: 500
            )
            let reply = try ReplyMaker(signer(profile)).results(notice, facts: facts(.results))
            #expect(try authorityHolds(reply.bytes, profile, judge))
            #expect(try judge.run("/usr/bin/xmllint", ["--noout", "reply.xml"]).status == 0)
            let again = try ReplyMaker(signer(profile, withKey: false)).results(notice, facts: reply.facts)
            #expect(again == reply)
            let tampered = String(decoding: reply.bytes, as: UTF8.self)
                .replacing(first: "<SLuong>500</SLuong></TTChung>", with: "<SLuong>5</SLuong></TTChung>")
                .replacing(first: "<SLuong>500<", with: "<SLuong>501<")
            try judge.write(Array(tampered.utf8), "tampered.xml")
            let verdict = try judge.run(
                "/usr/bin/xmlsec1",
                ["--verify", "--insecure"] + Judge.identifiers + Judge.holder("CQT") + ["tampered.xml"]
            )
            #expect(verdict.status != 0)
        }
    }

    @Test func `a 999 has the shape of the example`() throws {
        let reason = ReplyReason(
            code: "8001",
            text: "Mã thông điệp đã được dùng cho nội dung khác",
            path: "",
            remedy: "",
            slug: "env.msgid-unique"
        )
        let reply = TechnicalReply(
            sender: "V0199999983",
            messageID: "V01999999831A2B3C4D5E6F47089A0B1C2D3E4F5061",
            receivedAt: "2026-11-21T08:00:00",
            reasons: [reason]
        )
        let text = String(decoding: ReplyWriter.technical(reply, facts: facts(.technical)), as: UTF8.self)
        #expect(
            text == "<TDiep><TTChung><PBan>2.1.0</PBan><MNGui>TCT</MNGui><MNNhan>V0199999983</MNNhan>"
                + "<MLTDiep>999</MLTDiep><MTDiep>TCT020910171E252C333A41484F565D646B</MTDiep>"
                + "<MTDTChieu>V01999999831A2B3C4D5E6F47089A0B1C2D3E4F5061</MTDTChieu></TTChung><DLieu><TBao>"
                + "<MTDiep>V01999999831A2B3C4D5E6F47089A0B1C2D3E4F5061</MTDiep><MNGui>V0199999983</MNGui>"
                + "<NNhan>2026-11-21T08:00:00</NNhan><TTTNhan>1</TTTNhan><DSLDo><LDo><MLoi>8001</MLoi>"
                + "<MTa>Mã thông điệp đã được dùng cho nội dung khác</MTa></LDo></DSLDo></TBao></DLieu></TDiep>"
        )
        _ = try parsed(Array(text.utf8))
    }

    @Test(arguments: 0..<70)
    func `an Id that occurs in the message is not free, wherever it stands`(shift: Int) throws {
        let facts = facts(.issued)
        var sample = Sample()
        sample.buyer = String(repeating: "x", count: shift)
        #expect(ReplyWriter.idsAreFree(facts, in: try parsed(Array(sample.template.utf8))))
        for (id, before, after) in [
            (facts.elementID, "", ""), (facts.signatureID, "0", "f"), (facts.timeID, "abcdef0123456789", "x"),
        ] {
            var taken = sample
            taken.buyer += before + (shift % 2 == 0 ? Hex.uppercase(id) : Hex.lowercase(id)) + after
            #expect(!ReplyWriter.idsAreFree(facts, in: try parsed(Array(taken.template.utf8))))
            taken.buyer = String(taken.buyer.dropLast(after.count + 1)) + "x"
            #expect(ReplyWriter.idsAreFree(facts, in: try parsed(Array(taken.template.utf8))))
        }
    }

    @Test func `a key that is not the certificate's is refused`() throws {
        let first = try #require(pki.authority[.p256])
        let second = try #require(pki.authority[.rsa2048])
        #expect(throws: SignatureError.keyMismatch) {
            try AuthoritySigner(certificateDER: first.certificate.der, privateKeyPEM: second.key.pem, signerID: 1)
        }
    }
}
