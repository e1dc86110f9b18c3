import InvoiceModel
import Testing

@testable import InvoiceLedger

/// Versions of taxpayers, stops and delegations in archive and store.
struct RegistryHistoryTests {
    private static let one = "0101234567"
    private static let two = "0101234567-001"

    private static func version(_ from: String?, _ status: Taxpayer.Status = .active) throws -> Taxpayer {
        Taxpayer(
            taxCode: try #require(TaxCode(one)),
            name: "Công ty \(from ?? "đầu")",
            officeCode: "10100",
            status: status,
            methods: [.coded, .cashRegister],
            forms: [1, 9],
            cashRegisterCode: "ABCDE",
            registeredOn: try #require(CalendarDate("2022-07-01")),
            validFrom: try from.map { try #require(CalendarDate($0)) }
        )
    }

    private static func stop(
        _ cause: UsageStop.Cause,
        from: String,
        to: String?,
        _ notice: String = ""
    ) throws -> UsageStop {
        UsageStop(
            taxCode: try #require(TaxCode(one)),
            cause: cause,
            from: try #require(Timestamp(from)),
            to: try to.map { try #require(Timestamp($0)) },
            kinds: [.cashRegister],
            notice: notice
        )
    }

    private static func delegation(to end: String?) throws -> Delegation {
        Delegation(
            delegator: try #require(TaxCode(one)),
            delegate: try #require(TaxCode(two)),
            from: try #require(CalendarDate("2026-01-01")),
            to: try end.map { try #require(CalendarDate($0)) },
            forms: [1, 2],
            symbols: [try #require(InvoiceSymbol("C26TAB")), try #require(InvoiceSymbol("C26TAA"))]
        )
    }

    /// Everything of a registry that these tests put in.
    private func said(_ registry: Registry) throws -> [String] {
        let one = try #require(TaxCode(Self.one))
        let days = ["2026-02-28", "2026-03-01", "2026-06-01"].compactMap { CalendarDate($0) }
        let moments = ["2026-11-20T14:59:59", "2026-11-20T15:00:00", "2026-12-01T00:00:00"].compactMap { Timestamp($0) }
        return days.map { "\(registry.taxpayer(one, on: $0)?.name ?? "-")" }
            + moments.map { registry.stops(of: one, at: $0, for: .cashRegister).map { "\($0)" }.joined() }
            + [registry.knowsDelegations ? "known" : "unknown"]
            + registry.delegations(of: one, to: try #require(TaxCode(Self.two))).map {
                "\($0.from) \($0.to?.description ?? "-") \($0.forms.sorted()) \($0.symbolText)"
            }
    }

    @Test func `what was imported is there again after opening, after a rebuild, and in the audit's state`() throws {
        let folder = try Folder()
        let ledger = try Ledger.test(in: folder)
        try ledger.importTaxpayers([Self.version(nil), Self.version("2026-06-01")], by: operatorAction)
        #expect(try !ledger.registry().knowsDelegations)
        try ledger.importTaxpayers([Self.version("2026-03-01", .suspended)], by: operatorAction)
        try ledger.importStops([Self.stop(.k, from: "2026-11-20T15:00:00", to: nil)], by: operatorAction)
        try ledger.importStops(
            [
                Self.stop(.b, from: "2026-11-30T00:00:00", to: "2026-12-01T00:00:00"),
                Self.stop(.k, from: "2026-11-20T15:00:00", to: "2026-11-30T00:00:00", "7/TB"),
            ],
            by: operatorAction
        )
        try ledger.importDelegations([Self.delegation(to: nil)], by: operatorAction)
        try ledger.importDelegations([Self.delegation(to: "2026-06-30")], by: operatorAction)
        let before = try said(ledger.registry())
        #expect(before[0...2] == ["Công ty đầu", "Công ty 2026-03-01", "Công ty 2026-06-01"])
        #expect(before[3].isEmpty && before[4].contains("7/TB") && before[5].contains("Cause.b"))
        #expect(before[6] == "known" && before.count == 8)

        var state = AuditState()
        for change in try ledger.changes() { #expect(state.take(change.kind, change.payload) == nil) }
        #expect(try said(state.registry) == before)
        ledger.close()
        #expect(try said(Ledger.open(at: ledger.path, access: .readOnly).registry()) == before)
        _ = try Ledger.rebuild(at: ledger.path, by: operatorAction)
        let rebuilt = try Ledger.open(at: ledger.path)
        #expect(try said(rebuilt.registry()) == before)
        // A row without a day replaces all versions; stops and delegations stay.
        try rebuilt.importTaxpayers([Self.version(nil)], by: operatorAction)
        let after = try said(rebuilt.registry())
        #expect(Set(after[0...2]) == ["Công ty đầu"] && after[3...] == before[3...])
    }

    @Test func `an import of no delegation is one`() throws {
        let folder = try Folder()
        let ledger = try Ledger.test(in: folder)
        try ledger.importDelegations([], by: operatorAction)
        #expect(try ledger.registry().knowsDelegations)
    }

    @Test func `the archive holds lines, a ninth column only where a day is given`() throws {
        let folder = try Folder()
        let ledger = try Ledger.test(in: folder)
        try ledger.importTaxpayers([Self.version(nil), Self.version("2026-06-01")], by: operatorAction)
        try ledger.importStops(
            [
                Self.stop(.dd, from: "2026-11-20T15:00:00", to: nil),
                Self.stop(.a, from: "2026-11-20T15:00:00", to: "2026-11-20T15:00:00", "7"),
            ],
            by: operatorAction
        )
        try ledger.importDelegations([Self.delegation(to: nil)], by: operatorAction)
        let texts = try ledger.changes().suffix(3).map { String(decoding: $0.payload, as: UTF8.self) }
        #expect(
            texts == [
                "0101234567\tCông ty đầu\t10100\tactive\t5\t19\tABCDE\t2022-07-01\n"
                    + "0101234567\tCông ty 2026-06-01\t10100\tactive\t5\t19\tABCDE\t2022-07-01\t2026-06-01\n",
                "0101234567\tdd\t2026-11-20T15:00:00\t\t4\t\n"
                    + "0101234567\ta\t2026-11-20T15:00:00\t2026-11-20T15:00:00\t4\t7\n",
                "0101234567\t0101234567-001\t2026-01-01\t\t12\tC26TAA+C26TAB\n",
            ]
        )
        #expect(try ledger.changes().suffix(3).map(\.kind) == [.taxpayers, .stops, .delegations])
    }

    @Test func `what cannot be is refused, and what nobody could have written is damage`() throws {
        let folder = try Folder()
        let ledger = try Ledger.test(in: folder)
        let reversed = try Self.stop(.k, from: "2026-11-20T15:00:00", to: "2026-11-20T14:59:59")
        #expect(throws: LedgerError(.invalid, "")) { try ledger.importStops([reversed], by: operatorAction) }
        let broken = try Self.stop(.k, from: "2026-11-20T15:00:00", to: nil, "a\tb")
        #expect(throws: LedgerError(.invalid, "")) { try ledger.importStops([broken], by: operatorAction) }
        let ended = try Self.delegation(to: "2025-12-31")
        #expect(throws: LedgerError(.invalid, "")) { try ledger.importDelegations([ended], by: operatorAction) }

        let taxpayer = "0101234567\tA\t10100\tactive\t5\t1\t\t2022-07-01"
        for text in [taxpayer + "\t", taxpayer + "\t2026-02-30", taxpayer + "\t2026-02-28\t"] {
            #expect(RegistryText.taxpayers(Array(text.utf8)) == nil, "\(text)")
        }
        let stop = ["0101234567", "k", "2026-11-20T15:00:00", "2026-11-30T00:00:00", "7", ""]
        #expect(RegistryText.stops(Array(stop.joined(separator: "\t").utf8))?.count == 1)
        let wrongStops = [
            (0, "1"), (1, "j"), (1, "đ"), (2, "2026-11-20"), (3, "2026-11-19T00:00:00"), (3, "-"), (4, "8"), (4, ""),
        ]
        for (place, value) in wrongStops {
            var columns = stop
            columns[place] = value
            #expect(RegistryText.stops(Array(columns.joined(separator: "\t").utf8)) == nil, "\(columns)")
        }
        #expect(RegistryText.stops(Array(stop.dropLast().joined(separator: "\t").utf8)) == nil)
        let delegation = ["0101234567", "0101234567-001", "2026-01-01", "2026-12-31", "12", "C26TAA+C26TAB"]
        #expect(RegistryText.delegations(Array(delegation.joined(separator: "\t").utf8))?.count == 1)
        let wrong = [(0, ""), (1, "9"), (2, ""), (3, "2025-12-31"), (4, "10"), (4, "x"), (5, "C26TAA+"), (5, "C26")]
        for (place, value) in wrong {
            var columns = delegation
            columns[place] = value
            #expect(RegistryText.delegations(Array(columns.joined(separator: "\t").utf8)) == nil, "\(columns)")
        }
        var state = AuditState()
        #expect(state.take(.stops, Array("x\n".utf8)) == "stops that cannot be read")
        #expect(state.take(.delegations, Array("x\n".utf8)) == "delegations that cannot be read")
    }
}
