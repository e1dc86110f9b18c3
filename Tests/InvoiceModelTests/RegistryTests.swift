import InvoiceModel
import Testing

@Suite struct RegistryTests {
    private static func row(_ from: String?, _ name: String, code: String = "0199999991") throws -> Taxpayer {
        Taxpayer(
            taxCode: try #require(TaxCode(code)),
            name: name,
            officeCode: "10101",
            status: .active,
            methods: .coded,
            forms: [1],
            cashRegisterCode: "",
            registeredOn: try #require(CalendarDate("2022-07-01")),
            validFrom: try from.map { try #require(CalendarDate($0)) }
        )
    }

    private static func registry(_ rows: [Taxpayer]) -> Registry {
        var contents = RegistryContents()
        for row in rows { contents.take(row) }
        return Registry(contents)
    }

    private func name(_ registry: Registry, on day: String) throws -> String? {
        registry.taxpayer(try #require(TaxCode("0199999991")), on: try #require(CalendarDate(day)))?.name
    }

    @Test func `a version holds from its day until the next, in whatever order they were imported`() throws {
        let first = try Self.row(nil, "first")
        let later = [try Self.row("2026-03-01", "march"), try Self.row("2026-06-01", "june")]
        for rows in [later, later.reversed()] {
            let registry = Self.registry([first] + rows)
            #expect(try name(registry, on: "2001-01-01") == "first")
            #expect(try name(registry, on: "2026-02-28") == "first")
            #expect(try name(registry, on: "2026-03-01") == "march")
            #expect(try name(registry, on: "2026-05-31") == "march")
            #expect(try name(registry, on: "2026-06-01") == "june")
            #expect(try name(registry, on: "9999-12-31") == "june")
        }
    }

    @Test func `a version replaces the one of its day, a row without day replaces all`() throws {
        let rows = [
            try Self.row(nil, "first"), try Self.row("2026-03-01", "march"), try Self.row("2026-06-01", "june"),
        ]
        let mended = Self.registry(rows + [try Self.row("2026-03-01", "again")])
        #expect(try name(mended, on: "2026-02-28") == "first")
        #expect(try name(mended, on: "2026-03-01") == "again")
        #expect(try name(mended, on: "2026-06-01") == "june")
        let newest = Self.registry(rows + [try Self.row("2026-06-01", "again")])
        #expect(try name(newest, on: "2026-05-31") == "march")
        #expect(try name(newest, on: "2026-06-01") == "again")
        let renewed = Self.registry(rows + [try Self.row(nil, "new")])
        for day in ["2026-02-28", "2026-03-01", "2026-06-01"] { #expect(try name(renewed, on: day) == "new") }
    }

    @Test func `before the first day known what came first counts, and says since when it is known`() throws {
        let registry = Self.registry([try Self.row("2026-03-01", "march"), try Self.row("2026-06-01", "june")])
        let code = try #require(TaxCode("0199999991"))
        let day = try #require(CalendarDate("2026-02-28"))
        let found = try #require(registry.taxpayer(code, on: day))
        #expect(found.name == "march" && found.knownSince == CalendarDate("2026-03-01"))
        #expect(try Self.row("2021-01-01", "x").knownSince == CalendarDate("2022-07-01"))
        #expect(try Self.row(nil, "x").knownSince == CalendarDate("2022-07-01"))
        #expect(registry.versions(of: code).map(\.name) == ["march", "june"])
        let nobody = try #require(TaxCode("0100000116"))
        #expect(registry.taxpayer(nobody, on: day) == nil && registry.versions(of: nobody).isEmpty)
    }

    @Test func `a stop is in force from its first to its last second, for its kinds`() throws {
        let code = try #require(TaxCode("0199999991"))
        let from = try #require(Timestamp("2026-11-20T15:00:00"))
        let to = try #require(Timestamp("2026-11-30T23:59:59"))
        var contents = RegistryContents()
        contents.take(UsageStop(taxCode: code, cause: .k, from: from, to: to, kinds: [.coded, .cashRegister]))
        let open = Registry(contents)
        for kind in [InvoiceKind.coded, .cashRegister, .cashRegisterUncoded] {
            #expect(open.stops(of: code, at: from.advanced(bySeconds: -1), for: kind).isEmpty)
            #expect(open.stops(of: code, at: from, for: kind).map(\.cause) == [.k])
            #expect(open.stops(of: code, at: to, for: kind).count == 1)
            #expect(open.stops(of: code, at: to.advanced(bySeconds: 1), for: kind).isEmpty)
        }
        #expect(open.stops(of: code, at: from, for: .uncoded).isEmpty)
        #expect(open.stops(of: code, at: from, for: nil).isEmpty)
        #expect(open.stops(of: try #require(TaxCode("0100000116")), at: from, for: .coded).isEmpty)
        // Another beginning is another stop; the same one gets an end, and stops everything.
        contents.take(UsageStop(taxCode: code, cause: .b, from: to))
        contents.take(UsageStop(taxCode: code, cause: .k, from: from.advanced(bySeconds: 5)))
        contents.take(UsageStop(taxCode: code, cause: .k, from: from, to: from, notice: "7/TB"))
        let mended = Registry(contents)
        #expect(mended.stops(of: code, at: from, for: nil).map(\.notice) == ["7/TB"])
        #expect(mended.stops(of: code, at: to, for: .uncoded).map(\.cause) == [.b, .k])
    }

    @Test func `a delegation is for its term, forms and symbols, and only its end is mended`() throws {
        let one = try #require(TaxCode("0199999991"))
        let two = try #require(TaxCode("0100000116"))
        let from = try #require(CalendarDate("2026-01-01"))
        let to = try #require(CalendarDate("2026-12-31"))
        let symbol = try #require(InvoiceSymbol("C26TAA"))
        let other = try #require(InvoiceSymbol("C26TAB"))
        let form = try #require(InvoiceForm(1))
        var delegation = Delegation(delegator: one, delegate: two, from: from, to: to, forms: [1], symbols: [symbol])
        #expect(delegation.covers(from, form, symbol) && delegation.covers(to, form, symbol))
        #expect(!delegation.covers(from.advanced(by: -1), form, symbol))
        #expect(!delegation.covers(to.advanced(by: 1), form, symbol))
        #expect(!delegation.covers(from, .sales, symbol) && !delegation.covers(from, form, other))
        #expect(Delegation(delegator: one, delegate: two, from: from).covers(to.advanced(by: 9), .sales, other))

        #expect(!Registry.empty.knowsDelegations)
        var contents = RegistryContents()
        contents.take([])
        #expect(Registry(contents).knowsDelegations)
        contents.take([delegation])
        delegation.to = from
        contents.take([delegation, Delegation(delegator: one, delegate: two, from: from)])
        let known = Registry(contents).delegations(of: one, to: two)
        #expect(known.map(\.to) == [nil, from])
        #expect(Registry(contents).delegations(of: two, to: one).isEmpty)
        contents.take([Delegation(delegator: two, delegate: one, from: to)])
        #expect(Registry(contents).delegations(with: one).map(\.delegator) == [one, one, two])
        #expect(Registry(contents).delegations(with: two).map(\.delegator) == [two, one, one])
    }

    /// With one look at each of them for every other this takes minutes.
    @Test(.timeLimit(.minutes(1))) func `one taxpayer may have very many, in whatever order they come`() throws {
        let one = try #require(TaxCode("0199999991"))
        var contents = RegistryContents()
        let order = (0..<10_000).map { $0 * 7_919 % 10_000 }
        for second in order + order {
            contents.take(UsageStop(taxCode: one, cause: .k, from: Timestamp(localSeconds: Int64(second))))
        }
        let day = CalendarDate(dayNumber: 20_000)
        contents.take(order.map { Delegation(delegator: one, delegate: one, from: day.advanced(by: Int32($0))) })
        let registry = Registry(contents)
        let stops = registry.stops(of: one, at: Timestamp(localSeconds: 9_999), for: .coded)
        #expect(stops.map(\.from.localSeconds) == (0..<10_000).map { Int64($0) })
        #expect(registry.delegations(of: one, to: one).map(\.from.dayNumber) == (20_000..<30_000).map { Int32($0) })
    }
}
