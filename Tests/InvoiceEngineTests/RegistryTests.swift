import InvoiceModel
import Testing

@testable import InvoiceEngine

@Suite struct RegistryTests {
    private let head = "tax_code,name,office_code,status,methods,forms,cash_register_code,registered_on\n"

    private func taxpayers(_ text: String) throws -> [Taxpayer] {
        let folder = try TemporaryFolder()
        return try RegistryImport.taxpayers(InputFile(name: folder.write(text, to: "t.csv")))
    }

    private func sentence(_ text: String) throws -> String {
        do {
            _ = try taxpayers(text)
        } catch let error as EngineError {
            return error.description
        }
        return ""
    }

    @Test func `a registry file is read with quotes, a byte order mark and CR LF`() throws {
        let text =
            "\u{FEFF}" + head.replacing("\n", with: "\r\n")
            + "0199999991-001,\"Công ty \"\"Ví dụ\"\", TNHH\",10100,active,C+M,1+2,ABCDE,2025-06-01\r\n"
        let taxpayer = try #require(try taxpayers(text).first)
        #expect(taxpayer.taxCode == TaxCode("0199999991-001"))
        #expect(taxpayer.name == "Công ty \"Ví dụ\", TNHH")
        #expect(taxpayer.methods == [.coded, .cashRegister])
        #expect(taxpayer.forms == [1, 2])
        #expect(taxpayer.registeredOn == CalendarDate("2025-06-01"))
    }

    @Test(arguments: [
        ("01999,Tên,10100,active,C,1,,2025-06-01", "tax_code"),
        ("0199999991,Tên,10100,open,C,1,,2025-06-01", "status"),
        ("0199999991,Tên,10100,active,X,1,,2025-06-01", "methods"),
        ("0199999991,Tên,10100,active,C,0,,2025-06-01", "forms"),
        ("0199999991,Tên,10100,active,C,1,,01/06/2025", "registered_on"),
        ("0199999991,Tên", "status"),
    ])
    func `a bad cell is named with its row and column`(row: String, column: String) throws {
        let text = try sentence(head + "0199999991,Tên,10100,active,C,1,,2025-06-01\n" + row + "\n")
        #expect(text.contains("row 3"))
        #expect(text.contains(column))
    }

    @Test func `a missing column is named`() throws {
        #expect(try sentence("tax_code,name\n").contains("office_code"))
    }

    @Test func `certificates are valid for whole days where days are given`() throws {
        let folder = try TemporaryFolder()
        let text = "tax_code,issuer,serial,valid_from,valid_to\n0199999991,,00:ab,2025-01-01,2025-12-31\n"
        let path = try folder.write(text, to: "c.csv")
        let (taxCode, certificate) = try #require(try RegistryImport.certificates(InputFile(name: path)).first)
        #expect(taxCode == TaxCode("0199999991"))
        #expect(certificate.serial == "AB")
        #expect(certificate.validFrom == Timestamp("2025-01-01T00:00:00"))
        #expect(certificate.validTo == Timestamp("2025-12-31T23:59:59"))
    }

    @Test func `a policy that is written is the policy that is read`() throws {
        var policy = Policy()
        policy.setSeverity(.reject, of: .sigAlgorithm)
        policy.setSeverity(.off, of: .sigTimeNotOld)
        policy.limits.lines = 77
        policy.limits.invoiceCeiling = Amount(units: 5)
        policy.signingLateness = 9
        policy.clockTolerance = 8
        #expect(try PolicyText.read(Array(PolicyText.write(policy).utf8)) == policy)
        #expect(try PolicyText.read(Array("{}".utf8)) == Policy())
    }

    @Test(arguments: RuleCode.allCases)
    func `every rule can be set to every weight that law allows`(code: RuleCode) throws {
        let bound = RuleBound.of(code)
        #expect(bound.allowed.contains(code.defaultSeverity))
        #expect((bound.allowed == .off ... .reject) == (bound.reason == nil))
        for severity in Severity.allCases {
            let text = Array("{\"rules\":{\"\(code.slug)\":\"\(severity.rawValue)\"}}".utf8)
            if bound.allowed.contains(severity) {
                #expect(try PolicyText.read(text).severity(of: code) == severity)
            } else {
                #expect(throws: EngineError.self) { try PolicyText.read(text) }
            }
            // What an earlier version put in force stays readable, and in force as far as it can be.
            let hasOneWeight = bound.allowed.lowerBound == bound.allowed.upperBound
            let kept = hasOneWeight ? code.defaultSeverity : severity
            #expect(try PolicyText.read(text, isStored: true).severity(of: code) == kept)
        }
    }

    @Test func `a policy is explained rule by rule`() throws {
        var policy = Policy()
        policy.setSeverity(.reject, of: .sumPayable)
        policy.limits.lines = 77
        let text = try PolicyGuide.text(policy, rules: [])
        for code in RuleCode.allCases { #expect(text.contains("\n\(code.slug): ")) }
        #expect(text.contains("sum.payable: reject (default warn)"))
        #expect(text.contains("limits.lines: 77 (default 10000)"))
        #expect(text.contains("clock_tolerance: 300 (the default)"))
        let dates = try PolicyGuide.text(policy, rules: ["date", "sum.payable"])
        #expect(dates.contains("lateness is not among the grounds") && !dates.contains("sum.payable-sales"))
        #expect(throws: EngineError.self) { try PolicyGuide.text(policy, rules: ["dates"]) }
    }

    @Test(arguments: [
        (#"{"rules":{"sig.algorithmus":"reject"}}"#, "sig.algorithmus"),
        (#"{"rules":{"sig.algorithm":"refuse"}}"#, "refuse"),
        (#"{"rules":{"xml.doctype":"warn"}}"#, "xml.doctype"),
        (#"{"rules":{"id.unique-tuple":"warn"}}"#, "used once"),
        (#"{"rules":{"env.header-missing":"off"}}"#, "answered"),
        (#"{"rules":{"date.send-for-code-next-wd":"reject"}}"#, "lateness"),
        (#"{"limits":{"line":3}}"#, "line"), (#"{"limits":{"lines":0}}"#, "lines"),
        (#"{"invoice_ceiling":"x"}"#, "invoice_ceiling"), (#"{"signing_lateness":-1}"#, "signing_lateness"),
        (#"{"rule":{}}"#, "rule"), ("[", "JSON"),
        (#"{"limits":{"message_bytes":9223372036854775807}}"#, "message_bytes"),
        (#"{"limits":{"namespaces":65536}}"#, "namespaces"),
        (#"{"clock_tolerance":9223372036854775807}"#, "clock_tolerance"),
    ])
    func `what a policy cannot mean is an error that names it`(text: String, word: String) {
        do {
            _ = try PolicyText.read(Array(text.utf8))
            Issue.record("accepted: \(text)")
        } catch {
            #expect(error.code == .usage)
            #expect(error.description.contains(word))
        }
    }
}
