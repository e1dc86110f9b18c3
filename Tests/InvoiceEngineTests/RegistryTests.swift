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

    @Test func `rows without a day come first, wherever they stand`() throws {
        let text =
            head.replacing("\n", with: ",valid_from\n")
            + "0199999991,B,10100,active,K,1,,2025-06-01,2026-01-01\n"
            + "0199999991,A,10100,active,C,1,,2025-06-01,\n0100000116,C,10100,active,C,1,,2025-06-01\n"
        let rows = try taxpayers(text)
        #expect(rows.map(\.name) == ["A", "C", "B"])
        #expect(rows.map(\.validFrom) == [nil, nil, CalendarDate("2026-01-01")])
        let bad = try sentence(text.replacing("2026-01-01", with: "01/01/2026"))
        #expect(bad.contains("row 2") && bad.contains("valid_from"))
    }

    @Test func `stops are read to the second, days as whole ones`() throws {
        let folder = try TemporaryFolder()
        let head = "tax_code,cause,from,to,kinds,notice\n"
        let text = head + "0199999991,dd,2026-11-20,2026-11-30,C+M,7/TB\n0199999991,k,2026-11-20T15:00:00,,,\n"
        let path = try folder.write(text, to: "s.csv")
        let stops = try RegistryImport.stops(InputFile(name: path))
        #expect(stops.map(\.cause) == [.dd, .k] && stops.map(\.notice) == ["7/TB", ""])
        #expect(stops[0].from == Timestamp("2026-11-20T00:00:00") && stops[0].to == Timestamp("2026-11-30T23:59:59"))
        #expect(stops[0].kinds == [.coded, .cashRegister] && stops[1].kinds == [] && stops[1].to == nil)
        // A stop of one second is the shortest.
        let second = head + "0199999991,k,2026-11-20T15:00:00,2026-11-20T15:00:00,,\n"
        #expect(try RegistryImport.stops(InputFile(name: folder.write(second, to: "1.csv"))).count == 1)
        for (row, column) in [
            ("0199999991,j,2026-11-20,,,", "cause"), ("0199999991,đ,2026-11-20,,,", "cause"),
            ("0199999991,k,,,,", "from"), ("0199999991,k,2026-11-20,2026-11-19,,", "to"),
            ("0199999991,k,2026-11-20T15:00:00,2026-11-20T14:59:59,,", "to"),
            ("0199999991,k,2026-11-20,,X,", "kinds"), ("1,k,2026-11-20,,,", "tax_code"),
            ("0199999991,k,2026-11-20,,,\"a\nb\"", "notice"),
        ] {
            let path = try folder.write(head + row + "\n", to: "bad.csv")
            let error = #expect(throws: EngineError.self) { try RegistryImport.stops(InputFile(name: path)) }
            #expect(error?.description.contains("row 2: \(column) is") == true, "\(row): \(error?.description ?? "")")
        }
    }

    @Test func `delegations are read by the day`() throws {
        let folder = try TemporaryFolder()
        let head = "delegator,delegate,from,to,forms,symbols\n"
        let text =
            head + "0199999991,0100000116,2026-01-01,,,\n0199999991,0100000116,2026-01-01,2026-01-01,1+2,C26TAA\n"
        let rows = try RegistryImport.delegations(InputFile(name: folder.write(text, to: "d.csv")))
        #expect(rows.map(\.forms) == [[], [1, 2]] && rows.map(\.symbolText) == ["", "C26TAA"])
        #expect(rows.map(\.to) == [nil, CalendarDate("2026-01-01")])
        for (row, column) in [
            ("1,0100000116,2026-01-01,,,", "delegator"), ("0199999991,,2026-01-01,,,", "delegate"),
            ("0199999991,0100000116,,,,", "from"), ("0199999991,0100000116,2026-01-02,2026-01-01,,", "to"),
            ("0199999991,0100000116,2026-01-01,,0,", "forms"), ("0199999991,0100000116,2026-01-01,,,C26", "symbols"),
        ] {
            let path = try folder.write(head + row + "\n", to: "bad.csv")
            let error = #expect(throws: EngineError.self) { try RegistryImport.delegations(InputFile(name: path)) }
            #expect(error?.description.contains("row 2: \(column) is") == true, "\(row): \(error?.description ?? "")")
        }
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
