import InvoiceCode
import InvoiceModel
import Testing

@testable import InvoiceLedger

struct AdministrationTests {
    private static func taxpayer(_ code: String, name: String = "Công ty Một") throws -> Taxpayer {
        Taxpayer(
            taxCode: try #require(TaxCode(code)),
            name: name,
            officeCode: "10100",
            status: .active,
            methods: [.coded, .cashRegister],
            forms: [1, 2, 9],
            cashRegisterCode: "ABCDE",
            registeredOn: CalendarDate(dayNumber: 20_000)
        )
    }

    private static let certificate = RegisteredCertificate(
        issuer: "CN=CA",
        serial: "0aB1",
        validFrom: morning,
        validTo: morning.advanced(bySeconds: 1)
    )

    @Test func `an import replaces by tax code, and the registry is the same object until then`() throws {
        let folder = try Folder()
        let ledger = try Ledger.test(in: folder)
        let one = try AdministrationTests.taxpayer("0101234567")
        let two = try AdministrationTests.taxpayer("0101234567-001")
        try ledger.importTaxpayers([one, two], by: operatorAction)
        let first = try ledger.registry()
        #expect(first.taxpayers == [one.taxCode: one, two.taxCode: two])
        #expect(try ledger.registry() === first)
        let renamed = try AdministrationTests.taxpayer("0101234567", name: "Công ty Hai")
        try ledger.importTaxpayers([renamed], by: operatorAction)
        #expect(try ledger.registry().taxpayers == [one.taxCode: renamed, two.taxCode: two])
        #expect(first.taxpayers[one.taxCode]?.name == "Công ty Một")
    }

    @Test func `a list of certificates replaces the one before, and an empty list is a list`() throws {
        let folder = try Folder()
        let ledger = try Ledger.test(in: folder)
        let one = try #require(TaxCode("0101234567"))
        let two = try #require(TaxCode("0300000001"))
        let certificate = AdministrationTests.certificate
        try ledger.importCertificates([one: [certificate, certificate], two: []], by: operatorAction)
        #expect(try ledger.registry().certificates == [one: [certificate, certificate], two: []])
        try ledger.importCertificates([one: [certificate]], by: operatorAction)
        #expect(try ledger.registry().certificates == [one: [certificate], two: []])
    }

    @Test func `what would break the log's lines is refused`() throws {
        let folder = try Folder()
        let ledger = try Ledger.test(in: folder)
        let bad = try AdministrationTests.taxpayer("0101234567", name: "a\tb")
        #expect(throws: LedgerError(.invalid, "")) { try ledger.importTaxpayers([bad], by: operatorAction) }
        var office = try AdministrationTests.taxpayer("0101234567")
        office.officeCode = "1"
        #expect(throws: LedgerError(.invalid, "")) { try ledger.importTaxpayers([office], by: operatorAction) }
        #expect(try ledger.registry().taxpayers.isEmpty)
    }

    @Test func `trust is kept in order, the same bytes once`() throws {
        let folder = try Folder()
        let ledger = try Ledger.test(in: folder)
        #expect(try ledger.addAnchors([[2], [1], [2]], by: operatorAction) == 2)
        #expect(try ledger.addAnchors([[1], [3]], by: operatorAction) == 1)
        #expect(try ledger.addRevocationLists([[9]], by: operatorAction) == 1)
        let trust = try ledger.trustMaterial()
        #expect(trust.anchors == [[2], [1], [3]])
        #expect(trust.revocationLists == [[9]])
        let version = trust.version
        _ = try ledger.addRevocationLists([[9]], by: operatorAction)
        #expect(try ledger.trustMaterial().version == version)
    }

    @Test func `policy is the text set last`() throws {
        let folder = try Folder()
        let ledger = try Ledger.test(in: folder)
        #expect(try ledger.policyText() == nil)
        try ledger.setPolicy("{\"a\":1}", by: operatorAction)
        try ledger.setPolicy("{}", by: operatorAction)
        #expect(try ledger.policyText() == "{}")
    }

    @Test func `new keys make new codes and old codes stay authentic`() throws {
        let folder = try Folder()
        let ledger = try Ledger.test(in: folder)
        let old = try #require(try ledger.take([good(invoiceFacts(number: 1), text: "1")])[0].issued).code
        #expect(try ledger.rotateKeys(by: operatorAction) == 1)
        let new = try #require(try ledger.take([good(invoiceFacts(number: 2), text: "2")])[0].issued).code
        #expect(old.generation == 0 && new.generation == 1)
        ledger.close()
        let opened = try Ledger.open(at: ledger.path)
        #expect(try opened.keyRing().current == 1)
        for code in [old, new] { #expect(try opened.lookup(code).record?.code == code) }
    }

    @Test func `a new certificate gets the next id and the old ones stay`() throws {
        let folder = try Folder()
        let ledger = try Ledger.test(in: folder)
        var next = AuthorityIdentity(certificateDER: [4], certificatePEM: [5], privateKeyPEM: [6])
        #expect(try ledger.rotateAuthority(next, by: operatorAction) == 2)
        next.id = 2
        var first = authority
        first.id = 1
        #expect(try [first, next].map { try ledger.signingKeyPEM($0.id) } == [first, next].map(\.privateKeyPEM))
        first.privateKeyPEM = []
        next.privateKeyPEM = []
        #expect(try ledger.authorities() == [first, next])
    }

    @Test func `every change stands in the log with who, when, what, and its place among the messages`() throws {
        let folder = try Folder()
        let ledger = try Ledger.test(in: folder)
        let clerk = Actor("clerk", at: morning.advanced(bySeconds: 5))
        try ledger.importTaxpayers([AdministrationTests.taxpayer("0101234567")], by: clerk)
        try ledger.take([good(invoiceFacts(), text: "message")])
        let code = try #require(TaxCode("0101234567"))
        try ledger.importCertificates([code: [AdministrationTests.certificate]], by: clerk)
        _ = try ledger.addAnchors([[1]], by: clerk)
        try ledger.setPolicy("{}", by: clerk)
        let changes = try ledger.changes()
        #expect(changes.map(\.sequence) == Array(1...7))
        #expect(
            changes.map(\.kind) == [.created, .codeKey, .authority, .taxpayers, .certificates, .anchor, .policy]
        )
        #expect(changes.map(\.afterMessage) == [0, 0, 0, 0, 1, 1, 1])
        #expect(changes[3].actor == "clerk" && changes[3].at == clerk.at)
        let line = "0101234567\tCông ty Một\t10100\tactive\t5\t129\tABCDE\t2024-10-04\n"
        #expect(String(decoding: changes[3].payload, as: UTF8.self) == line)
        let certificate = "0101234567\tCN=CA\tAB1\t\(morning)\t\(morning.advanced(bySeconds: 1))\n"
        #expect(String(decoding: changes[4].payload, as: UTF8.self) == certificate)
    }
}
