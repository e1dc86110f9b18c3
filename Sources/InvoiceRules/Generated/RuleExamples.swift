// Made by Scripts/generate from Data/rejects. Change those, not this.

extension RuleBook {
    /// One example a rule, in the order of `RuleCode`.
    static let examples: [Example] = [
        // xml.too-large
        Example(
            accepted: [],
            refused: [],
            missing: "the message would have more than 2 MB; InvoiceXMLTests makes it"
        ),
        // xml.not-utf8
        Example(
            accepted: ["<HTTToan>TM/CK</HTTToan>"],
            refused: ["<HTTToan>TM�(CK</HTTToan>"],
            missing: ""
        ),
        // xml.encoding
        Example(
            accepted: [],
            refused: ["<?xml version=\"1.0\" encoding=\"windows-1258\"?>"],
            missing: ""
        ),
        // xml.doctype
        Example(
            accepted: [],
            refused: ["<!DOCTYPE TDiep>"],
            missing: ""
        ),
        // xml.entity
        Example(
            accepted: ["<HTTToan>TM/CK</HTTToan>"],
            refused: ["<HTTToan>TM&nbsp;CK</HTTToan>"],
            missing: ""
        ),
        // xml.character
        Example(
            accepted: ["<HTTToan>TM/CK</HTTToan>"],
            refused: ["<HTTToan>TM&#1;CK</HTTToan>"],
            missing: ""
        ),
        // xml.syntax
        Example(
            accepted: ["<HTTToan>TM/CK</HTTToan>"],
            refused: ["<HTTToan>TM/CK</HTToan>"],
            missing: ""
        ),
        // xml.namespace
        Example(
            accepted: [],
            refused: ["<x:Them/>"],
            missing: ""
        ),
        // xml.trailing
        Example(
            accepted: [],
            refused: ["<TDiep></TDiep>"],
            missing: ""
        ),
        // xml.depth
        Example(
            accepted: ["<DLieu>A1B2C3</DLieu>"],
            refused: ["<DLieu><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a…"],
            missing: ""
        ),
        // xml.elements
        Example(
            accepted: [],
            refused: [],
            missing: "the message would have more than 200 000 elements; InvoiceXMLTests makes it"
        ),
        // xml.attributes
        Example(
            accepted: ["<HTTToan>TM/CK</HTTToan>"],
            refused: ["<HTTToan a0=\"1\" a1=\"1\" a2=\"1\" a3=\"1\" a4=\"1\" a5=\"1\" a6=\"1\" a7=\"1\" a8=\"1\" …"],
            missing: ""
        ),
        // xml.name-length
        Example(
            accepted: ["<HTTToan>TM/CK</HTTToan>"],
            refused: ["<HTTToan><aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa…"],
            missing: ""
        ),
        // xml.text-length
        Example(
            accepted: [],
            refused: [],
            missing: "the message would have a text of more than 1 MB; InvoiceXMLTests makes it"
        ),
        // xml.namespaces
        Example(
            accepted: ["<HTTToan>TM/CK</HTTToan>"],
            refused: ["<HTTToan><a xmlns:p0=\"u:0\" xmlns:p1=\"u:1\" xmlns:p2=\"u:2\" xmlns:p3=\"u:3\" …"],
            missing: ""
        ),
        // xml.lines
        Example(
            accepted: [],
            refused: [],
            missing: "the message would have more than 10 000 lines; InvoiceXMLTests makes it"
        ),
        // xml.not-a-message
        Example(
            accepted: ["<TDiep>", "</TDiep>"],
            refused: ["<ThongDiep>", "</ThongDiep>"],
            missing: ""
        ),
        // json.syntax
        Example(
            accepted: ["\"SHDon\":7,"],
            refused: ["\"SHDon\":07,"],
            missing: ""
        ),
        // json.trailing
        Example(
            accepted: ["\"TgTTTBChu\":\"Một triệu không trăm tám mươi nghìn đồng\"}}}}"],
            refused: ["\"TgTTTBChu\":\"Một triệu không trăm tám mươi nghìn đồng\"}}}}}"],
            missing: ""
        ),
        // json.empty-line
        Example(
            accepted: [],
            refused: ["(an empty line)"],
            missing: ""
        ),
        // json.duplicate-key
        Example(
            accepted: [],
            refused: ["\"SHDon\":7,"],
            missing: ""
        ),
        // json.key
        Example(
            accepted: ["\"SHDon\":7,"],
            refused: ["\"Số hóa đơn\":7,"],
            missing: ""
        ),
        // json.value
        Example(
            accepted: ["\"SHDon\":7,"],
            refused: ["\"SHDon\":null,"],
            missing: ""
        ),
        // json.number
        Example(
            accepted: ["\"ThTien\":1000000,"],
            refused: ["\"ThTien\":1e6,"],
            missing: ""
        ),
        // json.surrogate
        Example(
            accepted: ["\"NMua\":{\"Ten\":\"Khách hàng\","],
            refused: ["\"NMua\":{\"Ten\":\"Khách hàng \\ud83d\","],
            missing: ""
        ),
        // json.signature
        Example(
            accepted: ["{"],
            refused: ["{\"DSCKS\":{},"],
            missing: ""
        ),
        // env.header-missing
        Example(
            accepted: ["<MNGui>V0199999983</MNGui>"],
            refused: [],
            missing: ""
        ),
        // env.header-structure
        Example(
            accepted: ["<MTDTChieu></MTDTChieu>"],
            refused: ["<MTDTChieu>AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA</MTDTChieu>"],
            missing: ""
        ),
        // env.type-known
        Example(
            accepted: ["<MLTDiep>200</MLTDiep>"],
            refused: ["<MLTDiep>208</MLTDiep>"],
            missing: ""
        ),
        // env.pban-known
        Example(
            accepted: ["<PBan>2.1.0</PBan>"],
            refused: ["<PBan>1.0.0</PBan>"],
            missing: ""
        ),
        // env.sender-format
        Example(
            accepted: ["<MNGui>V0199999983</MNGui>"],
            refused: ["<MNGui>X0199999983</MNGui>"],
            missing: ""
        ),
        // env.receiver-is-tct
        Example(
            accepted: ["<MNNhan>TCT</MNNhan>"],
            refused: ["<MNNhan>0199999991</MNNhan>"],
            missing: ""
        ),
        // env.msgid-format
        Example(
            accepted: ["<MTDiep>V0199999983508180BD38D940B186784B50451D2BE7</MTDiep>"],
            refused: ["<MTDiep>0F1E2D3C4B5A49788796A5B4C3D2E1F0</MTDiep>"],
            missing: ""
        ),
        // env.msgid-uuid
        Example(
            accepted: ["<MTDiep>V0199999983ADA8213D0F8B48CD8E2E729A918CADD9</MTDiep>"],
            refused: ["<MTDiep>V01999999830F1E2D3C4B5A19788796A5B4C3D2E1F0</MTDiep>"],
            missing: ""
        ),
        // env.msgid-unique
        Example(
            accepted: ["<MTDiep>V0199999983391B0D4ED8CC49078B8C9A39C5504A8C</MTDiep>"],
            refused: ["<MTDiep>V0199999983CDF46CF911B9402A83A68E03152E2CA9</MTDiep>"],
            missing: ""
        ),
        // env.mst-header-equals-body
        Example(
            accepted: ["<MST>0199999991</MST>"],
            refused: ["<MST>0199999983</MST>"],
            missing: ""
        ),
        // env.count-matches
        Example(
            accepted: ["<SLuong>1</SLuong>"],
            refused: ["<SLuong>2</SLuong>"],
            missing: ""
        ),
        // env.one-kind-one-taxpayer
        Example(
            accepted: ["<MST>0199999991</MST>"],
            refused: ["<MST>0100000194</MST>"],
            missing: ""
        ),
        // env.one-invoice-for-code
        Example(
            accepted: ["<SLuong>1</SLuong>"],
            refused: ["<SLuong>2</SLuong>", "<HDon></HDon>"],
            missing: ""
        ),
        // env.batch-empty
        Example(
            accepted: [
                "<SLuong>2</SLuong>",
                "<HDon>",
                "<DLHDon Id=\"du-lieu\">",
                "<TTChung>",
                "<PBan>2.1.0</PBan>",
                "<THDon>Hóa đơn bán hàng</THDon>",
                "… 60 more lines",
            ],
            refused: ["<SLuong>0</SLuong>"],
            missing: ""
        ),
        // env.batch-item-limit
        Example(
            accepted: [],
            refused: [],
            missing: "a message of 2,001 invoices; RuleTests and ManyInvoicesTests show both sides under a lower limit"
        ),
        // env.no-code-in-request
        Example(
            accepted: [],
            refused: ["<MCCQT>00D4E1F0C3B2A19887766554433221100F</MCCQT>"],
            missing: ""
        ),
        // env.empty-code-element
        Example(
            accepted: [],
            refused: ["<MCCQT></MCCQT>"],
            missing: ""
        ),
        // env.mandatory-present
        Example(
            accepted: ["<DVTTe>VND</DVTTe>"],
            refused: [],
            missing: ""
        ),
        // env.field-length
        Example(
            accepted: ["<HTTToan>TM/CK</HTTToan>"],
            refused: ["<HTTToan>ếếếếếếếếếếếếếếếếếếếếếếếếếếếếếếếếếếếếếếếếếếếếếếếếếếế</HTTToan>"],
            missing: ""
        ),
        // env.number-format
        Example(
            accepted: ["<SLuong>10</SLuong>"],
            refused: ["<SLuong>1E1</SLuong>"],
            missing: ""
        ),
        // env.date-format
        Example(
            accepted: ["<NLap>2026-11-20</NLap>"],
            refused: ["<NLap>20/11/2026</NLap>"],
            missing: ""
        ),
        // env.duplicate-field
        Example(
            accepted: [],
            refused: ["<SHDon>8</SHDon>"],
            missing: ""
        ),
        // env.datetime-zone
        Example(
            accepted: ["<SigningTime>2026-11-20T09:30:00</SigningTime>"],
            refused: ["<SigningTime>2026-11-20T09:30:00Z</SigningTime>"],
            missing: ""
        ),
        // env.unknown-element
        Example(
            accepted: [],
            refused: ["<Mau>x</Mau>"],
            missing: ""
        ),
        // env.ttkhac-limit
        Example(
            accepted: ["<KDLieu>string</KDLieu>"],
            refused: ["<KDLieu>text</KDLieu>"],
            missing: ""
        ),
        // snd.direct-uncoded
        Example(
            accepted: ["<MNGui>V0199999983</MNGui>"],
            refused: ["<MNGui>K0199999991</MNGui>"],
            missing: ""
        ),
        // snd.direct-own-or-group
        Example(
            accepted: ["<MNGui>V0199999983</MNGui>"],
            refused: ["<MNGui>K0199999983</MNGui>"],
            missing: ""
        ),
        // reg.taxpayer-exists
        Example(
            accepted: ["<MST>0199999991</MST>", "<Ten>CÔNG TY TNHH VÍ DỤ</Ten>"],
            refused: ["<MST>0100000194</MST>", "<Ten>CÔNG TY LẠ</Ten>"],
            missing: ""
        ),
        // stop.a-code-closed
        Example(
            accepted: ["<MST>0199999991</MST>", "<Ten>CÔNG TY TNHH VÍ DỤ</Ten>"],
            refused: ["<MST>0100000116</MST>", "<Ten>CÔNG TY ĐÓNG</Ten>"],
            missing: ""
        ),
        // stop.b-not-at-address
        Example(
            accepted: ["<MST>0199999991</MST>", "<Ten>CÔNG TY TNHH VÍ DỤ</Ten>"],
            refused: ["<MST>0100000211</MST>", "<Ten>CÔNG TY VẮNG ĐỊA CHỈ</Ten>"],
            missing: ""
        ),
        // stop.c-suspended
        Example(
            accepted: ["<MST>0199999991</MST>", "<Ten>CÔNG TY TNHH VÍ DỤ</Ten>"],
            refused: ["<MST>0100000123</MST>", "<Ten>CÔNG TY TẠM NGỪNG</Ten>"],
            missing: ""
        ),
        // stop.d-enforced
        Example(
            accepted: ["<MST>0199999991</MST>", "<Ten>CÔNG TY TNHH VÍ DỤ</Ten>"],
            refused: ["<MST>0100000229</MST>", "<Ten>CÔNG TY NỢ THUẾ</Ten>"],
            missing: ""
        ),
        // stop.dd-illicit-goods
        Example(
            accepted: ["<MST>0199999991</MST>", "<Ten>CÔNG TY TNHH VÍ DỤ</Ten>"],
            refused: ["<MST>0100000236</MST>", "<Ten>CÔNG TY HÀNG GIẢ</Ten>"],
            missing: ""
        ),
        // stop.e-fraud
        Example(
            accepted: ["<MST>0199999991</MST>", "<Ten>CÔNG TY TNHH VÍ DỤ</Ten>"],
            refused: ["<MST>0100000243</MST>", "<Ten>CÔNG TY BÁN KHỐNG</Ten>"],
            missing: ""
        ),
        // stop.g-conditional-trade
        Example(
            accepted: ["<MST>0199999991</MST>", "<Ten>CÔNG TY TNHH VÍ DỤ</Ten>"],
            refused: ["<MST>0100000250</MST>", "<Ten>CÔNG TY THIẾU ĐIỀU KIỆN</Ten>"],
            missing: ""
        ),
        // stop.h-cash-or-own-request
        Example(
            accepted: ["<MST>0199999991</MST>", "<Ten>CÔNG TY TNHH VÍ DỤ</Ten>"],
            refused: ["<MST>0100000268</MST>", "<Ten>CÔNG TY TẠM NGỪNG HÓA ĐƠN</Ten>"],
            missing: ""
        ),
        // stop.i-household-data
        Example(
            accepted: ["<MST>0199999991</MST>", "<Ten>CÔNG TY TNHH VÍ DỤ</Ten>"],
            refused: ["<MST>001099999992</MST>", "<Ten>HỘ KINH DOANH THIẾU THÔNG TIN</Ten>"],
            missing: ""
        ),
        // stop.k-evasion
        Example(
            accepted: ["<MST>0199999991</MST>", "<Ten>CÔNG TY TNHH VÍ DỤ</Ten>"],
            refused: ["<MST>0100000282</MST>", "<Ten>CÔNG TY TRỐN THUẾ</Ten>"],
            missing: ""
        ),
        // stop.l-high-risk
        Example(
            accepted: ["<MST>0199999991</MST>", "<Ten>CÔNG TY TNHH VÍ DỤ</Ten>"],
            refused: ["<MST>0100001293</MST>", "<Ten>CÔNG TY RỦI RO CAO</Ten>"],
            missing: ""
        ),
        // stop.late-data
        Example(
            accepted: ["<MST>0199999991</MST>", "<Ten>CÔNG TY TNHH VÍ DỤ</Ten>"],
            refused: ["<MST>0100001303</MST>", "<Ten>CÔNG TY GỬI MUỘN</Ten>"],
            missing: ""
        ),
        // stop.delegation
        Example(
            accepted: ["<MSTDVNUNLHDon>0100000317</MSTDVNUNLHDon>"],
            refused: ["<MSTDVNUNLHDon>0100000324</MSTDVNUNLHDon>"],
            missing: ""
        ),
        // reg.coded-covered
        Example(
            accepted: ["<MST>0199999991</MST>", "<Ten>CÔNG TY TNHH VÍ DỤ</Ten>"],
            refused: ["<MST>0100000130</MST>", "<Ten>CÔNG TY KHÔNG MÃ</Ten>"],
            missing: ""
        ),
        // reg.uncoded-covered
        Example(
            accepted: ["<MST>0199999991</MST>", "<Ten>CÔNG TY TNHH VÍ DỤ</Ten>"],
            refused: ["<MST>0100000148</MST>", "<Ten>CÔNG TY CÓ MÃ</Ten>"],
            missing: ""
        ),
        // reg.cash-covered
        Example(
            accepted: ["<MST>0199999991</MST>", "<Ten>CÔNG TY TNHH VÍ DỤ</Ten>"],
            refused: ["<MST>0100000148</MST>", "<Ten>CÔNG TY CÓ MÃ</Ten>"],
            missing: ""
        ),
        // reg.cash-uncoded-covered
        Example(
            accepted: ["<MST>0199999991</MST>", "<Ten>CÔNG TY TNHH VÍ DỤ</Ten>"],
            refused: ["<MST>0100000148</MST>", "<Ten>CÔNG TY CÓ MÃ</Ten>"],
            missing: ""
        ),
        // reg.kind-covered
        Example(
            accepted: ["<MST>0199999991</MST>", "<Ten>CÔNG TY TNHH VÍ DỤ</Ten>"],
            refused: ["<MST>0100000155</MST>", "<Ten>CÔNG TY BÁN HÀNG</Ten>"],
            missing: ""
        ),
        // reg.household-coded
        Example(
            accepted: ["<MST>0199999991</MST>", "<Ten>CÔNG TY TNHH VÍ DỤ</Ten>"],
            refused: ["<MST>001099999991</MST>", "<Ten>HỘ KINH DOANH VÍ DỤ</Ten>"],
            missing: ""
        ),
        // reg.delegation-declared
        Example(
            accepted: ["<KHHDon>C26TAA</KHHDon>"],
            refused: ["<KHHDon>C26TAC</KHHDon>"],
            missing: ""
        ),
        // reg.delegate-eligible
        Example(
            accepted: ["<MSTDVNUNLHDon>0100000317</MSTDVNUNLHDon>"],
            refused: ["<MSTDVNUNLHDon>0100000194</MSTDVNUNLHDon>"],
            missing: ""
        ),
        // date.after-registration
        Example(
            accepted: ["<MST>0199999991</MST>", "<Ten>CÔNG TY TNHH VÍ DỤ</Ten>"],
            refused: ["<MST>0100000162</MST>", "<Ten>CÔNG TY MỚI</Ten>"],
            missing: ""
        ),
        // sig.seller-present
        Example(
            accepted: [
                "<Signature xmlns=\"http://www.w3.org/2000/09/xmldsig#\" Id=\"ky\">",
                "<SignedInfo>",
                "<CanonicalizationMethod Algorithm=\"http://www.w3.org/TR/2001/REC-xml-c14…",
                "<SignatureMethod Algorithm=\"http://www.w3.org/2001/04/xmldsig-more#rsa-s…",
                "<Reference URI=\"#du-lieu\">",
                "<Transforms>",
                "… 18 more lines",
            ],
            refused: [],
            missing: ""
        ),
        // sig.batch-206
        Example(
            accepted: [
                "<CKSNNT>",
                "<Signature xmlns=\"http://www.w3.org/2000/09/xmldsig#\" Id=\"ky\">",
                "<SignedInfo>",
                "<CanonicalizationMethod Algorithm=\"http://www.w3.org/TR/2001/REC-xml-c14…",
                "<SignatureMethod Algorithm=\"http://www.w3.org/2001/04/xmldsig-more#rsa-s…",
                "<Reference URI=\"#goi\">",
                "… 20 more lines",
            ],
            refused: [],
            missing: ""
        ),
        // sig.structure
        Example(
            accepted: [],
            refused: ["<Manifest></Manifest>"],
            missing: ""
        ),
        // sig.id-scope
        Example(
            accepted: [],
            refused: ["<TTKhac Id=\"du-lieu\"></TTKhac>"],
            missing: ""
        ),
        // sig.single-data
        Example(
            accepted: [],
            refused: ["<DLHDon Id=\"khac\"></DLHDon>"],
            missing: ""
        ),
        // sig.reference-outside
        Example(
            accepted: [],
            refused: [
                "<Reference URI=\"http://example.org/khac.xml\">",
                "<DigestMethod Algorithm=\"http://www.w3.org/2001/04/xmlenc#sha256\"></Dige…",
                "</Reference>",
            ],
            missing: ""
        ),
        // sig.transforms
        Example(
            accepted: [],
            refused: ["<Transform Algorithm=\"http://www.w3.org/TR/1999/REC-xslt-19991116\"></Tra…"],
            missing: ""
        ),
        // sig.c14n-inclusive
        Example(
            accepted: ["<CanonicalizationMethod Algorithm=\"http://www.w3.org/TR/2001/REC-xml-c14…"],
            refused: ["<CanonicalizationMethod Algorithm=\"http://www.w3.org/2001/10/xml-exc-c14…"],
            missing: ""
        ),
        // sig.algorithm-known
        Example(
            accepted: ["<SignatureMethod Algorithm=\"http://www.w3.org/2001/04/xmldsig-more#rsa-s…"],
            refused: ["<SignatureMethod Algorithm=\"http://www.w3.org/2001/04/xmldsig-more#rsa-s…"],
            missing: ""
        ),
        // sig.algorithm
        Example(
            accepted: ["<SignatureMethod Algorithm=\"http://www.w3.org/2001/04/xmldsig-more#rsa-s…"],
            refused: ["<SignatureMethod Algorithm=\"http://www.w3.org/2000/09/xmldsig#rsa-sha1\">…"],
            missing: ""
        ),
        // sig.key-size-served
        Example(
            accepted: ["<X509Certificate>MIIDHjCCAgagAwIBAgIUR/XQF6MV7vycyiyV1Fic88h9csMwDQYJKoZ…"],
            refused: ["<X509Certificate>MIICdjCCAV6gAwIBAgIUV4U9aRa+5vUo1+XEzb06l+8KFJswDQYJKoZ…"],
            missing: ""
        ),
        // sig.key-size
        Example(
            accepted: ["<X509Certificate>MIIDHjCCAgagAwIBAgIUR/XQF6MV7vycyiyV1Fic88h9csMwDQYJKoZ…"],
            refused: ["<X509Certificate>MIICmjCCAYKgAwIBAgIUdYMVJXHPxyPf1gs394pOcuJ0Ka8wDQYJKoZ…"],
            missing: ""
        ),
        // sig.covers-data
        Example(
            accepted: [
                "<Reference URI=\"#du-lieu\">",
                "<Transforms>",
                "<Transform Algorithm=\"http://www.w3.org/2000/09/xmldsig#enveloped-signat…",
                "</Transforms>",
            ],
            refused: ["<Reference URI=\"#gio\">"],
            missing: ""
        ),
        // sig.covers-signing-time
        Example(
            accepted: [
                "<Reference URI=\"#gio\">",
                "<DigestMethod Algorithm=\"http://www.w3.org/2001/04/xmlenc#sha256\"></Dige…",
                "</Reference>",
            ],
            refused: [],
            missing: ""
        ),
        // sig.digest-and-value
        Example(
            accepted: ["<TgTTTBSo>3505200</TgTTTBSo>"],
            refused: ["<TgTTTBSo>3505200.00</TgTTTBSo>"],
            missing: ""
        ),
        // sig.own-document
        Example(
            accepted: ["<TDiep>"],
            refused: ["<TDiep xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">"],
            missing: ""
        ),
        // sig.cert-attached
        Example(
            accepted: ["<X509Certificate>MIIDHjCCAgagAwIBAgIUR/XQF6MV7vycyiyV1Fic88h9csMwDQYJKoZ…"],
            refused: [],
            missing: ""
        ),
        // sig.subject-name
        Example(
            accepted: ["<X509SubjectName>CN=CÔNG TY TNHH VÍ DỤ,0.9.2342.19200300.100.1.1=MST:019…"],
            refused: [],
            missing: ""
        ),
        // sig.cert-chain
        Example(
            accepted: ["<X509Certificate>MIIDHjCCAgagAwIBAgIUR/XQF6MV7vycyiyV1Fic88h9csMwDQYJKoZ…"],
            refused: ["<X509Certificate>MIIDJTCCAg2gAwIBAgIUQL+VbqZt3Qh1gKyUe0M0NGm4lsgwDQYJKoZ…"],
            missing: ""
        ),
        // sig.cert-valid-at-signing
        Example(
            accepted: ["<X509Certificate>MIIDHjCCAgagAwIBAgIUR/XQF6MV7vycyiyV1Fic88h9csMwDQYJKoZ…"],
            refused: ["<X509Certificate>MIIDHjCCAgagAwIBAgIUe1e1luWQSfEchSeyY3sOTP1xo+swDQYJKoZ…"],
            missing: ""
        ),
        // sig.cert-valid-at-receipt
        Example(
            accepted: ["<X509Certificate>MIIDHjCCAgagAwIBAgIUR/XQF6MV7vycyiyV1Fic88h9csMwDQYJKoZ…"],
            refused: ["<X509Certificate>MIIDHjCCAgagAwIBAgIUfBRS5bEB7QzfdOHBBP7EAOnAQkswDQYJKoZ…"],
            missing: ""
        ),
        // sig.cert-not-revoked
        Example(
            accepted: ["<X509Certificate>MIIDHjCCAgagAwIBAgIUR/XQF6MV7vycyiyV1Fic88h9csMwDQYJKoZ…"],
            refused: ["<X509Certificate>MIIDHjCCAgagAwIBAgIUYZPZO7rCtt7oBpOlrwLSg7i9soYwDQYJKoZ…"],
            missing: ""
        ),
        // sig.revocation-fresh
        Example(
            accepted: [],
            refused: [],
            missing: "the ledger of the examples has a list of today; RevocationTests show both sides"
        ),
        // sig.cert-registered
        Example(
            accepted: ["<X509Certificate>MIIDHjCCAgagAwIBAgIUR/XQF6MV7vycyiyV1Fic88h9csMwDQYJKoZ…"],
            refused: ["<X509Certificate>MIIDHjCCAgagAwIBAgIUZuGMpz24dl/px52KjKImdDV4M3kwDQYJKoZ…"],
            missing: ""
        ),
        // sig.cert-owner
        Example(
            accepted: [
                "<X509SubjectName>CN=CÔNG TY TNHH VÍ DỤ,0.9.2342.19200300.100.1.1=MST:019…",
                "<X509Certificate>MIIDHjCCAgagAwIBAgIUR/XQF6MV7vycyiyV1Fic88h9csMwDQYJKoZ…",
            ],
            refused: [
                "<X509SubjectName>CN=CÔNG TY KHÁC,0.9.2342.19200300.100.1.1=MST:019999998…",
                "<X509Certificate>MIIDFjCCAf6gAwIBAgIUR2EoiQ1ebcdVP4sor7sUVRVL/HMwDQYJKoZ…",
            ],
            missing: ""
        ),
        // sig.delegate-signs
        Example(
            accepted: [
                "<X509SubjectName>CN=CÔNG TY NHẬN ỦY NHIỆM,0.9.2342.19200300.100.1.1=MST:…",
                "<X509Certificate>MIIDJzCCAg+gAwIBAgIUXJxeVjU4EwkhZbr/FJmfR3MwR4UwDQYJKoZ…",
            ],
            refused: [
                "<X509SubjectName>CN=CÔNG TY TNHH VÍ DỤ,0.9.2342.19200300.100.1.1=MST:019…",
                "<X509Certificate>MIIDHjCCAgagAwIBAgIUR/XQF6MV7vycyiyV1Fic88h9csMwDQYJKoZ…",
            ],
            missing: ""
        ),
        // sig.time-not-future
        Example(
            accepted: ["<SigningTime>2026-11-20T09:30:00</SigningTime>"],
            refused: ["<SigningTime>2026-11-20T12:30:00</SigningTime>"],
            missing: ""
        ),
        // sig.time-not-old
        Example(
            accepted: ["<NLap>2026-11-20</NLap>", "<SigningTime>2026-11-20T09:30:00</SigningTime>"],
            refused: ["<NLap>2026-10-12</NLap>", "<SigningTime>2026-10-12T09:30:00</SigningTime>"],
            missing: ""
        ),
        // sig.exempt-cash
        Example(
            accepted: [],
            refused: [
                "<Signature xmlns=\"http://www.w3.org/2000/09/xmldsig#\" Id=\"ky\">",
                "<SignedInfo>",
                "<CanonicalizationMethod Algorithm=\"http://www.w3.org/TR/2001/REC-xml-c14…",
                "<SignatureMethod Algorithm=\"http://www.w3.org/2001/04/xmldsig-more#rsa-s…",
                "<Reference URI=\"#du-lieu\">",
                "<Transforms>",
                "… 18 more lines",
            ],
            missing: ""
        ),
        // sig.buyer-optional
        Example(
            accepted: ["<SigningTime>2026-11-20T09:30:00</SigningTime>"],
            refused: ["<SigningTime>2026-11-20T09:31:00</SigningTime>"],
            missing: ""
        ),
        // sig.other-optional
        Example(
            accepted: ["<SigningTime>2026-11-20T09:30:00</SigningTime>"],
            refused: ["<SigningTime>2026-11-20T09:31:00</SigningTime>"],
            missing: ""
        ),
        // form.known
        Example(
            accepted: ["<KHMSHDon>1</KHMSHDon>"],
            refused: ["<KHMSHDon>0</KHMSHDon>"],
            missing: ""
        ),
        // form.not-served
        Example(
            accepted: [],
            refused: [],
            missing: "all nine forms are served: the rule is no longer evaluated"
        ),
        // form.name-matches
        Example(
            accepted: ["<THDon>Hóa đơn giá trị gia tăng</THDon>"],
            refused: ["<THDon>Hóa đơn bán hàng</THDon>"],
            missing: ""
        ),
        // series.pattern
        Example(
            accepted: ["<KHHDon>C26TAA</KHHDon>"],
            refused: ["<KHHDon>C26ZAA</KHHDon>"],
            missing: ""
        ),
        // series.year-matches-issue-date
        Example(
            accepted: ["<KHHDon>C26TAA</KHHDon>"],
            refused: ["<KHHDon>C25TAA</KHHDon>"],
            missing: ""
        ),
        // series.code-letter-vs-message
        Example(
            accepted: ["<KHHDon>C26TAA</KHHDon>"],
            refused: ["<KHHDon>K26TAA</KHHDon>"],
            missing: ""
        ),
        // series.warehouse
        Example(
            accepted: ["<KHHDon>C26TAA</KHHDon>"],
            refused: ["<KHHDon>C26NAA</KHHDon>"],
            missing: ""
        ),
        // series.commercial
        Example(
            accepted: ["<KHHDon>C26TAA</KHHDon>"],
            refused: ["<KHHDon>C26XAA</KHHDon>"],
            missing: ""
        ),
        // series.refund
        Example(
            accepted: ["<KHHDon>C26TBB</KHHDon>"],
            refused: ["<KHHDon>C26FBB</KHHDon>"],
            missing: ""
        ),
        // series.ticket
        Example(
            accepted: ["<KHHDon>C26TAA</KHHDon>"],
            refused: ["<KHHDon>C26GAA</KHHDon>"],
            missing: ""
        ),
        // series.occurrence-L
        Example(
            accepted: ["<KHHDon>C26TAA</KHHDon>"],
            refused: ["<KHHDon>C26LAA</KHHDon>"],
            missing: ""
        ),
        // series.cash-M
        Example(
            accepted: ["<KHHDon>C26TAA</KHHDon>"],
            refused: ["<KHHDon>C26MAA</KHHDon>"],
            missing: ""
        ),
        // num.range
        Example(
            accepted: ["<SHDon>7</SHDon>"],
            refused: ["<SHDon>0</SHDon>"],
            missing: ""
        ),
        // qr.consistent
        Example(
            accepted: ["<DLQRCode>000201530370499710010A00000077501100199999991020110306C26TAA04…"],
            refused: ["<DLQRCode>000201530370499710010A00000077501100199999991020110306C26TAA04…"],
            missing: ""
        ),
        // id.unique-tuple
        Example(
            accepted: ["<SLuong>10</SLuong>"],
            refused: ["<SLuong>10.0</SLuong>"],
            missing: ""
        ),
        // mtt.code-pattern
        Example(
            accepted: ["<MCCQT>M2-26-ABCDE-00000000007</MCCQT>"],
            refused: ["<MCCQT>00D4E1F0C3B2A19887766554433221100F</MCCQT>"],
            missing: ""
        ),
        // mtt.code-form
        Example(
            accepted: ["<MCCQT>M2-26-ABCDE-00000000007</MCCQT>"],
            refused: ["<MCCQT>M1-26-ABCDE-00000000007</MCCQT>"],
            missing: ""
        ),
        // mtt.code-year
        Example(
            accepted: ["<MCCQT>M2-26-ABCDE-00000000007</MCCQT>"],
            refused: ["<MCCQT>M2-25-ABCDE-00000000007</MCCQT>"],
            missing: ""
        ),
        // mtt.code-prefix-owner
        Example(
            accepted: ["<MCCQT>M2-26-ABCDE-00000000007</MCCQT>"],
            refused: ["<MCCQT>M2-26-ABCDF-00000000007</MCCQT>"],
            missing: ""
        ),
        // mtt.code-unique
        Example(
            accepted: ["<MCCQT>M2-26-ABCDE-00000000008</MCCQT>"],
            refused: ["<MCCQT>M2-26-ABCDE-00000000007</MCCQT>"],
            missing: ""
        ),
        // mtt.uncoded
        Example(
            accepted: [],
            refused: ["<MCCQT>M2-26-ABCDE-00000000007</MCCQT>"],
            missing: ""
        ),
        // mtt.deduction-tax
        Example(
            accepted: ["<TSuat>10%</TSuat>"],
            refused: [],
            missing: ""
        ),
        // date.issue-not-future
        Example(
            accepted: ["<NLap>2026-11-20</NLap>"],
            refused: ["<NLap>2026-11-21</NLap>"],
            missing: ""
        ),
        // date.sign-not-before-issue
        Example(
            accepted: ["<SigningTime>2026-11-20T09:30:00</SigningTime>"],
            refused: ["<SigningTime>2026-11-19T09:30:00</SigningTime>"],
            missing: ""
        ),
        // date.sign-next-wd
        Example(
            accepted: ["<NLap>2026-11-20</NLap>"],
            refused: ["<NLap>2026-11-17</NLap>"],
            missing: ""
        ),
        // date.send-for-code-next-wd
        Example(
            accepted: ["<NLap>2026-11-20</NLap>", "<SigningTime>2026-11-20T09:30:00</SigningTime>"],
            refused: ["<NLap>2026-11-17</NLap>", "<SigningTime>2026-11-17T09:30:00</SigningTime>"],
            missing: ""
        ),
        // date.uncoded-next-wd
        Example(
            accepted: ["<NLap>2026-11-20</NLap>", "<SigningTime>2026-11-20T09:30:00</SigningTime>"],
            refused: ["<NLap>2026-11-17</NLap>", "<SigningTime>2026-11-17T09:30:00</SigningTime>"],
            missing: ""
        ),
        // date.cash-same-day
        Example(
            accepted: ["<NLap>2026-11-20</NLap>"],
            refused: ["<NLap>2026-11-19</NLap>"],
            missing: ""
        ),
        // pty.seller-mst-format
        Example(
            accepted: ["<MST>0199999991</MST>"],
            refused: ["<MST>0199999991001</MST>"],
            missing: ""
        ),
        // pty.mst-check-digit
        Example(
            accepted: ["<MST>0199999991</MST>", "<Ten>CÔNG TY TNHH VÍ DỤ</Ten>"],
            refused: ["<MST>0100000182</MST>", "<Ten>CÔNG TY SAI SỐ</Ten>"],
            missing: ""
        ),
        // pty.seller-name
        Example(
            accepted: ["<MST>0199999991</MST>", "<Ten>CÔNG TY TNHH VÍ DỤ</Ten>"],
            refused: ["<MST>0100001173</MST>", "<Ten>CÔNG TY TÊN CŨ</Ten>"],
            missing: ""
        ),
        // pty.public-asset-seller
        Example(
            accepted: ["<MST>0199999991</MST>"],
            refused: ["<MDVQHNSach>123456</MDVQHNSach>"],
            missing: ""
        ),
        // pty.confiscated-import
        Example(
            accepted: ["<TGVCHDTu>2026-11-21</TGVCHDTu>"],
            refused: [],
            missing: ""
        ),
        // pty.reserve-buyer
        Example(
            accepted: ["<CMND>012345678901</CMND>"],
            refused: [],
            missing: ""
        ),
        // pty.note-internal
        Example(
            accepted: ["<PTVChuyen>29H-00001</PTVChuyen>"],
            refused: [],
            missing: ""
        ),
        // pty.note-agency
        Example(
            accepted: ["<HDKTSo>01/HĐKT</HDKTSo>"],
            refused: [],
            missing: ""
        ),
        // pty.delegate-complete
        Example(
            accepted: [],
            refused: ["<TDVNUNLHDon>A</TDVNUNLHDon>"],
            missing: ""
        ),
        // pty.buyer-mst-format
        Example(
            accepted: ["<MST>0301464823-001</MST>"],
            refused: ["<MST>KHÔNG CÓ</MST>"],
            missing: ""
        ),
        // pty.buyer-check-digit
        Example(
            accepted: ["<MST>0301464823-001</MST>"],
            refused: ["<MST>0301464824</MST>"],
            missing: ""
        ),
        // pty.buyer-mst-exists
        Example(
            accepted: ["<MST>0301464823-001</MST>"],
            refused: ["<MST>0301464823</MST>"],
            missing: ""
        ),
        // pty.buyer-business
        Example(
            accepted: ["<DChi>Huế</DChi>"],
            refused: [],
            missing: ""
        ),
        // pty.buyer-cccd-format
        Example(
            accepted: ["<CCCDan>012345678901</CCCDan>"],
            refused: ["<CCCDan>012345678</CCCDan>"],
            missing: ""
        ),
        // pty.buyer-budget-code
        Example(
            accepted: [],
            refused: ["<MDVQHNSach>123</MDVQHNSach>"],
            missing: ""
        ),
        // pty.consumer-text
        Example(
            accepted: [
                "<NMua>",
                "<Ten>CÔNG TY MUA</Ten>",
                "<MST>0301464823-001</MST>",
                "<DChi>Huế</DChi>",
                "<CCCDan>012345678901</CCCDan>",
                "</NMua>",
            ],
            refused: ["<NMua></NMua>"],
            missing: ""
        ),
        // pty.free-zone-flag
        Example(
            accepted: ["<HDDCKPTQuan>0</HDDCKPTQuan>"],
            refused: ["<HDDCKPTQuan>2</HDDCKPTQuan>"],
            missing: ""
        ),
        // cur.code
        Example(
            accepted: ["<DVTTe>VND</DVTTe>", "<TGia>1</TGia>"],
            refused: ["<DVTTe>US$</DVTTe>", "<TGia>26138</TGia>"],
            missing: ""
        ),
        // cur.dong-alias
        Example(
            accepted: ["<DVTTe>VND</DVTTe>", "<TGia>1</TGia>"],
            refused: ["<DVTTe>đ</DVTTe>"],
            missing: ""
        ),
        // cur.rate-present
        Example(
            accepted: ["<DVTTe>VND</DVTTe>", "<TGia>1</TGia>"],
            refused: ["<DVTTe>USD</DVTTe>"],
            missing: ""
        ),
        // cur.rate-format
        Example(
            accepted: ["<TGia>26138.5</TGia>"],
            refused: ["<TGia>26138.505</TGia>"],
            missing: ""
        ),
        // cur.rate-with-vnd
        Example(
            accepted: ["<TGia>1</TGia>"],
            refused: ["<TGia>25000</TGia>"],
            missing: ""
        ),
        // cur.qr
        Example(
            accepted: ["<DLQRCode>000201530370499710010A00000077501100199999991020110306C26TAA04…"],
            refused: ["<DLQRCode>000201530384099710010A00000077501100199999991020110306C26TAA04…"],
            missing: ""
        ),
        // line.present
        Example(
            accepted: [
                "<HHDVu>",
                "<TChat>1</TChat>",
                "<STT>1</STT>",
                "<THHDVu>Gạo ST25</THHDVu>",
                "<DVTinh>kg</DVTinh>",
                "<SLuong>10</SLuong>",
                "… 15 more lines",
            ],
            refused: [],
            missing: ""
        ),
        // line.kind
        Example(
            accepted: ["<TChat>1</TChat>"],
            refused: ["<TChat>7</TChat>"],
            missing: ""
        ),
        // line.name
        Example(
            accepted: ["<THHDVu>Máy in</THHDVu>"],
            refused: ["<THHDVu></THHDVu>"],
            missing: ""
        ),
        // line.amount
        Example(
            accepted: ["<ThTien>3000000</ThTien>"],
            refused: [],
            missing: ""
        ),
        // line.note-without-amount
        Example(
            accepted: [],
            refused: ["<ThTien>100000</ThTien>"],
            missing: ""
        ),
        // line.qty-price
        Example(
            accepted: ["<DVTinh>kg</DVTinh>"],
            refused: [],
            missing: ""
        ),
        // line.arith
        Example(
            accepted: ["<DGia>20000</DGia>"],
            refused: ["<DGia>20001</DGia>"],
            missing: ""
        ),
        // line.rate-present
        Example(
            accepted: ["<TSuat>8%</TSuat>"],
            refused: [],
            missing: ""
        ),
        // line.rate-list
        Example(
            accepted: ["<TSuat>8%</TSuat>"],
            refused: ["<TSuat>8 %</TSuat>"],
            missing: ""
        ),
        // line.rate-leasing
        Example(
            accepted: ["<TSuat>8%</TSuat>"],
            refused: ["<TSuat>CTCT</TSuat>"],
            missing: ""
        ),
        // line.discount-sign
        Example(
            accepted: ["<ThTien>100000</ThTien>", "<TgTTTBSo>1400000</TgTTTBSo>"],
            refused: ["<ThTien>-100000</ThTien>", "<TgTTTBSo>1600000</TgTTTBSo>"],
            missing: ""
        ),
        // line.attached-list
        Example(
            accepted: [],
            refused: ["<SBKe>01</SBKe>"],
            missing: ""
        ),
        // line.special-goods
        Example(
            accepted: ["<TChat>1</TChat>"],
            refused: ["<TChat>5</TChat>"],
            missing: ""
        ),
        // line.vehicle
        Example(
            accepted: [
                "<TTin>",
                "<LHHDTrung>1</LHHDTrung>",
                "<TTruong>SMay</TTruong>",
                "<DLieu>RLCUG0610GY</DLieu>",
                "</TTin>",
            ],
            refused: [],
            missing: ""
        ),
        // line.platform-freight
        Example(
            accepted: [],
            refused: [
                "<TTin>",
                "<LHHDTrung>1</LHHDTrung>",
                "<TTruong>TNGHang</TTruong>",
                "<DLieu>Ông A</DLieu>",
                "</TTin>",
            ],
            missing: ""
        ),
        // pty.vehicle-buyer
        Example(
            accepted: [
                "<Ten>CÔNG TY MUA</Ten>",
                "<MST>0301464823-001</MST>",
                "<DChi>Huế</DChi>",
                "<CCCDan>012345678901</CCCDan>",
            ],
            refused: ["<Ten>Ông A</Ten>"],
            missing: ""
        ),
        // sum.block-present
        Example(
            accepted: [
                "<TToan>",
                "<TgTTTBSo>1400000</TgTTTBSo>",
                "<TgTTTBChu>Một triệu bốn trăm nghìn đồng</TgTTTBChu>",
                "</TToan>",
            ],
            refused: [],
            missing: ""
        ),
        // sum.ceiling
        Example(
            accepted: ["<TgTTTBSo>1400000</TgTTTBSo>"],
            refused: ["<TgTTTBSo>1000000000000000.01</TgTTTBSo>"],
            missing: ""
        ),
        // sum.pre-tax
        Example(
            accepted: ["<TgTCThue>3190000</TgTCThue>", "<TgTTTBSo>3505200</TgTTTBSo>"],
            refused: ["<TgTCThue>3190004</TgTCThue>", "<TgTTTBSo>3505204</TgTTTBSo>"],
            missing: ""
        ),
        // sum.tax-total
        Example(
            accepted: ["<TgTThue>315200</TgTThue>", "<TgTTTBSo>3505200</TgTTTBSo>"],
            refused: ["<TgTThue>315202</TgTThue>", "<TgTTTBSo>3505202</TgTTTBSo>"],
            missing: ""
        ),
        // sum.payable
        Example(
            accepted: ["<TgTTTBSo>3505200</TgTTTBSo>"],
            refused: ["<TgTTTBSo>3505202</TgTTTBSo>"],
            missing: ""
        ),
        // sum.payable-sales
        Example(
            accepted: ["<TgTTTBSo>1400000</TgTTTBSo>"],
            refused: ["<TgTTTBSo>1400002</TgTTTBSo>"],
            missing: ""
        ),
        // sum.rate-table
        Example(
            accepted: ["<ThTien>190000</ThTien>"],
            refused: ["<ThTien>190002</ThTien>"],
            missing: ""
        ),
        // sum.rate-table-missing
        Example(
            accepted: [
                "<LTSuat>",
                "<TSuat>8%</TSuat>",
                "<ThTien>190000</ThTien>",
                "<TThue>15200</TThue>",
                "</LTSuat>",
                "<TSuat>10%</TSuat>",
                "… 2 more lines",
            ],
            refused: [],
            missing: ""
        ),
        // sum.rate-times-base
        Example(
            accepted: ["<TThue>15200</TThue>"],
            refused: ["<TThue>15201</TThue>"],
            missing: ""
        ),
        // sum.no-tax-on-exempt
        Example(
            accepted: ["<TSuat>8%</TSuat>"],
            refused: ["<TSuat>KCT</TSuat>"],
            missing: ""
        ),
        // sum.form2-no-vat
        Example(
            accepted: [],
            refused: ["<TgTThue>24</TgTThue>"],
            missing: ""
        ),
        // sum.notes-no-total
        Example(
            accepted: [],
            refused: ["<TToan>", "<TgTTTBSo>0</TgTTTBSo>", "</TToan>"],
            missing: ""
        ),
        // sum.words-present
        Example(
            accepted: ["<TgTTTBChu>Ba triệu năm trăm linh năm nghìn hai trăm đồng</TgTTTBChu>"],
            refused: [],
            missing: ""
        ),
        // sum.fees
        Example(
            accepted: [],
            refused: ["<DSLPhi>", "<LPhi>", "<TPhi>5</TPhi>", "</LPhi>", "</DSLPhi>"],
            missing: ""
        ),
        // sum.trade-discount
        Example(
            accepted: ["<TTCKTMai>0</TTCKTMai>"],
            refused: ["<TTCKTMai>4000000</TTCKTMai>"],
            missing: ""
        ),
        // rel.kind
        Example(
            accepted: ["<TCHDon>2</TCHDon>"],
            refused: ["<TCHDon>9</TCHDon>"],
            missing: ""
        ),
        // rel.many-message
        Example(
            accepted: ["<TCHDon>2</TCHDon>"],
            refused: ["<TCHDon>4</TCHDon>"],
            missing: ""
        ),
        // rel.source-kind
        Example(
            accepted: ["<LHDCLQuan>1</LHDCLQuan>"],
            refused: ["<LHDCLQuan>7</LHDCLQuan>"],
            missing: ""
        ),
        // rel.block-complete
        Example(
            accepted: ["<SHDCLQuan>5</SHDCLQuan>"],
            refused: [],
            missing: ""
        ),
        // rel.not-self
        Example(
            accepted: ["<SHDCLQuan>5</SHDCLQuan>"],
            refused: ["<SHDCLQuan>0007</SHDCLQuan>"],
            missing: ""
        ),
        // rel.original-exists
        Example(
            accepted: ["<SHDCLQuan>7</SHDCLQuan>"],
            refused: ["<SHDCLQuan>6</SHDCLQuan>"],
            missing: ""
        ),
        // rel.original-uncoded
        Example(
            accepted: ["<KHHDCLQuan>C26TAA</KHHDCLQuan>"],
            refused: ["<KHHDCLQuan>K26TAA</KHHDCLQuan>"],
            missing: ""
        ),
        // rel.original-date
        Example(
            accepted: ["<NLHDCLQuan>2026-11-20</NLHDCLQuan>"],
            refused: ["<NLHDCLQuan>2026-11-19</NLHDCLQuan>"],
            missing: ""
        ),
        // rel.original-later
        Example(
            accepted: ["<NLHDCLQuan>2026-11-19</NLHDCLQuan>"],
            refused: ["<NLHDCLQuan>2026-11-21</NLHDCLQuan>"],
            missing: ""
        ),
        // rel.not-already-replaced
        Example(
            accepted: [],
            refused: [],
            missing: ""
        ),
        // rel.adjust-replaced
        Example(
            accepted: [],
            refused: [],
            missing: ""
        ),
        // rel.first-method-binds
        Example(
            accepted: ["<TCHDon>2</TCHDon>"],
            refused: ["<TCHDon>1</TCHDon>"],
            missing: ""
        ),
        // rel.no-identity-adjust-only
        Example(
            accepted: ["<TCHDon>2</TCHDon>"],
            refused: ["<TCHDon>1</TCHDon>"],
            missing: ""
        ),
        // rel.decree51-replace-only
        Example(
            accepted: ["<LHDCLQuan>1</LHDCLQuan>"],
            refused: ["<LHDCLQuan>3</LHDCLQuan>"],
            missing: ""
        ),
        // rel.cash-replace-only
        Example(
            accepted: ["<TCHDon>1</TCHDon>"],
            refused: ["<TCHDon>2</TCHDon>"],
            missing: ""
        ),
        // rel.asset-replace-only
        Example(
            accepted: ["<TCHDon>1</TCHDon>"],
            refused: ["<TCHDon>2</TCHDon>"],
            missing: ""
        ),
    ]
}

extension RuleGroup {
    /// Every group in the order of precedence.
    public static let all: [RuleGroup] = [
        RuleGroup(prefix: "xml", title: "The bytes and the text of the message"),
        RuleGroup(prefix: "json", title: "Lines of JSON"),
        RuleGroup(prefix: "env", title: "The message and its fields"),
        RuleGroup(prefix: "snd", title: "The sender"),
        RuleGroup(prefix: "reg", title: "The registration of the seller"),
        RuleGroup(prefix: "stop", title: "Taxpayers whose invoices are stopped"),
        RuleGroup(prefix: "sig", title: "Signatures and certificates"),
        RuleGroup(prefix: "form", title: "The form of the invoice"),
        RuleGroup(prefix: "series", title: "The symbol of the invoice"),
        RuleGroup(prefix: "num", title: "The number of the invoice"),
        RuleGroup(prefix: "id", title: "The identity of the invoice"),
        RuleGroup(prefix: "qr", title: "The QR code"),
        RuleGroup(prefix: "mtt", title: "Cash registers"),
        RuleGroup(prefix: "date", title: "Dates and deadlines"),
        RuleGroup(prefix: "pty", title: "Seller, buyer and those between"),
        RuleGroup(prefix: "cur", title: "Currency and rate"),
        RuleGroup(prefix: "line", title: "Goods and services"),
        RuleGroup(prefix: "sum", title: "Totals and arithmetic"),
        RuleGroup(prefix: "rel", title: "The invoice that is replaced or adjusted"),
    ]
}
