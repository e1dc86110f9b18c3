import InvoiceModel
import InvoiceXML
import Testing

@testable import InvoiceRules

private let seller = "HDon/DLHDon/NDHDon/NBan/MST"
private let delegate = "HDon/DLHDon/TTChung/MSTDVNUNLHDon"
private let date = "HDon/DLHDon/TTChung/NLap"

extension Fixture {
    /// The fixture with a stop of its seller, or of its delegate.
    func stopped(
        _ cause: UsageStop.Cause,
        from: String = "2026-11-20T10:00:00",
        to: String? = nil,
        kinds: Taxpayer.Methods = [],
        delegate: Bool = false
    ) -> Fixture {
        var fixture = self
        guard let from = Timestamp(from), let code = delegate ? Fixture.delegate?.taxCode : Fixture.seller?.taxCode
        else { return self }
        fixture.stops.append(
            UsageStop(taxCode: code, cause: cause, from: from, to: to.flatMap { Timestamp($0) }, kinds: kinds)
        )
        return fixture
    }

    /// A taxpayer who issues for the seller.
    static let delegate: Taxpayer? = seller {
        $0.taxCode = TaxCode("0100000116") ?? $0.taxCode
        $0.name = "CÔNG TY NHẬN ỦY NHIỆM"
    }

    /// The fixture issued by the delegate.
    func delegated(_ code: String = "0100000116") -> Fixture {
        var fixture = replacing(
            "<HTTToan>TM/CK</HTTToan>",
            """
            <HTTToan>TM/CK</HTTToan><MSTDVNUNLHDon>\(code)</MSTDVNUNLHDon>\
            <TDVNUNLHDon>CÔNG TY NHẬN ỦY NHIỆM</TDVNUNLHDon><DCDVNUNLHDon>Huế</DCDVNUNLHDon>
            """
        )
        fixture.others = [Fixture.delegate].compactMap { $0 }
        return fixture
    }

    /// The fixture in a ledger that knows delegations: one of the seller to the delegate, changed.
    func declared(_ change: (inout Delegation) -> Void = { _ in }) -> Fixture {
        var fixture = self
        guard let one = Fixture.seller?.taxCode, let two = Fixture.delegate?.taxCode,
            let day = CalendarDate("2026-11-20")
        else { return self }
        var delegation = Delegation(delegator: one, delegate: two, from: day, to: day)
        change(&delegation)
        fixture.delegations = [delegation]
        return fixture
    }

    /// The fixture with another version of its seller from a day on.
    func version(from day: String, _ change: (inout Taxpayer) -> Void) -> Fixture {
        var fixture = self
        guard var other = taxpayer else { return self }
        other.validFrom = CalendarDate(day)
        change(&other)
        fixture.others.append(other)
        return fixture
    }
}

extension Case {
    static let stops: [Case] =
        UsageStop.Cause.allCases.compactMap { cause in
            RuleCode.allCases.first { $0.slug.hasPrefix("stop.\(cause.rawValue)-") }.map {
                Case($0, seller, Fixture.vat.stopped(cause))
            }
        } + [
            // To the second, on both ends.
            Case(
                .stopKEvasion,
                seller,
                Fixture.vat.stopped(.k, from: "2026-11-01T00:00:00", to: "2026-11-20T10:00:00")
            ),
            Case(.stopHCashOrOwnRequest, seller, Fixture.cash.stopped(.h, kinds: .cashRegister)),
            Case(.stopHCashOrOwnRequest, seller, Fixture.cashUncoded.stopped(.h, kinds: .cashRegister)),
            Case(.stopDEnforced, seller, Fixture.uncoded.stopped(.d)),
            Case(.stopACodeClosed, seller, Fixture.vat.version(from: "2026-11-20") { $0.status = .closed }),
            // A status that holds from the invoice's date on.
            Case(.stopCSuspended, seller, Fixture.uncoded.version(from: "2026-11-20") { $0.status = .suspended }),
            Case(.stopLateData, date, late(.uncoded)), Case(.stopLateData, date, late(.cash)),
            Case(.stopLateData, date, late(.cashUncoded)),
            Case(
                .stopLateData,
                date,
                Fixture.uncoded.received("2026-11-21T10:00:00").version(from: "2026-11-21") { $0.status = .closed }
            ),
            Case(.stopDelegation, delegate, Fixture.vat.delegated().stopped(.k, delegate: true)),
            Case(.stopDelegation, delegate, Fixture.vat.delegated().other { $0.status = .suspended }),
            Case(
                .stopLateData,
                date,
                Fixture.uncoded.delegated().received("2026-11-21T10:00:00").stopped(
                    .k,
                    from: "2026-11-21T00:00:00",
                    delegate: true
                )
            ),
            Case(.regDelegateEligible, delegate, Fixture.vat.delegated("0100000117")),
            Case(.regDelegateEligible, delegate, Fixture.vat.delegated("x")),
            Case(
                .regDelegateEligible,
                delegate,
                Fixture.vat.delegated().other { $0.registeredOn = CalendarDate("2026-11-21") ?? $0.registeredOn }
            ),
            Case(.regDelegationDeclared, delegate, Fixture.vat.delegated().declared { $0.to = nil }.dated(-1)),
            Case(.regDelegationDeclared, delegate, Fixture.vat.delegated().declared { $0.forms = [2] }),
            Case(.regDelegationDeclared, delegate, Fixture.vat.delegated("0199999991").declared()),
            Case(
                .regDelegationDeclared,
                delegate,
                Fixture.vat.delegated().declared { $0.symbols = [InvoiceSymbol("C26TAB")].compactMap { $0 } }
            ),
        ]

    /// A message of data that arrives a day after a stop began, a second before that over.
    private static func late(_ base: Fixture) -> Fixture {
        base.received("2026-11-21T10:00:00").stopped(.b, from: "2026-11-21T00:00:00", to: "2026-11-21T10:00:00")
    }

    /// What a seller registered only after, or no longer on, the invoice's date.
    static let history: [Case] = [
        Case(
            .regCodedCovered,
            "HDon/DLHDon/TTChung/KHHDon",
            Fixture.vat.with(.uncoded, code: "").version(from: "2026-11-21") { $0.methods = .coded }
                .received("2026-11-23T10:00:00")
        ),
        Case(
            .regKindCovered,
            "HDon/DLHDon/TTChung/KHMSHDon",
            Fixture.vat.version(from: "2026-11-20") { $0.forms = [2] }
        ),
        Case(
            .ptySellerName,
            "HDon/DLHDon/NDHDon/NBan/Ten",
            Fixture.vat.version(from: "2026-11-20") { $0.name = "CÔNG TY KHÁC" }
        ),
        Case(
            .mttCodePrefixOwner,
            "HDon/MCCQT",
            Fixture.cash.version(from: "2026-11-20") { $0.cashRegisterCode = "FGHIJ" }
        ),
        Case(.dateAfterRegistration, "HDon/DLHDon/TTChung/NLap", Fixture.vat.known(from: "2026-11-21")),
    ]
}

extension Fixture {
    /// The fixture with its delegate changed.
    func other(_ change: (inout Taxpayer) -> Void) -> Fixture {
        var fixture = self
        for index in fixture.others.indices { change(&fixture.others[index]) }
        return fixture
    }

    /// The fixture with its delegation begun that many days later.
    func dated(_ days: Int32) -> Fixture {
        var fixture = self
        fixture.delegations = delegations?.map {
            var delegation = $0
            delegation.from = $0.from.advanced(by: -days)
            return delegation
        }
        return fixture
    }

    /// The fixture whose seller is known from that day on only.
    func known(from day: String) -> Fixture {
        var fixture = self
        fixture.taxpayer?.validFrom = CalendarDate(day)
        return fixture
    }
}

@Suite struct StopTests {
    @Test(arguments: [
        // One second before it begins, and one after it ended.
        Fixture.vat.stopped(.k, from: "2026-11-20T10:00:01"),
        .vat.stopped(.k, from: "2026-11-01T00:00:00", to: "2026-11-20T09:59:59"),
        // Other kinds are stopped.
        .vat.stopped(.h, kinds: [.uncoded, .cashRegister]), .cash.stopped(.h, kinds: [.coded, .uncoded]),
        .cashUncoded.stopped(.h, kinds: [.coded, .uncoded]), .uncoded.stopped(.h, kinds: [.coded, .cashRegister]),
        // Suspended until the day before.
        .vat.version(from: "2026-11-01") { $0.status = .suspended }.version(from: "2026-11-20") { $0.status = .active },
        // To be suspended.
        .vat.version(from: "2026-11-21") { $0.status = .suspended },
        // Declared, to the day, with the form and the symbol.
        .vat.delegated(), .vat.delegated().declared(),
        .vat.delegated().declared {
            $0.forms = [1, 2]
            $0.symbols = [InvoiceSymbol("C26TAA"), InvoiceSymbol("C26TAB")].compactMap { $0 }
        },
        // What the seller registers later, or no longer has, is no matter.
        .vat.version(from: "2026-11-21") {
            $0.methods = []
            $0.forms = []
            $0.name = "CÔNG TY KHÁC"
        },
        .vat.known(from: "2026-11-20"),
    ])
    func `what is on the right side of a limit gives no finding`(fixture: Fixture) throws {
        #expect(try fixture.findings() == [])
    }

    @Test func `an invoice that asks for a code is refused whatever its date`() throws {
        var fixture = Fixture.vat.stopped(.b, from: "2026-11-21T00:00:00").received("2026-11-21T00:00:00")
        #expect(try fixture.findings().map(\.code).contains(.stopBNotAtAddress))
        fixture = Fixture.vat.version(from: "2026-11-21") { $0.status = .closed }.received("2026-11-21T00:00:00")
        #expect(try fixture.findings().map(\.code).contains(.stopACodeClosed))
    }

    @Test func `an invoice that has its code was issued when it is dated`() throws {
        var fixture = Fixture.vat.stopped(.b, from: "2026-11-21T00:00:00").received("2026-11-21T10:00:00")
        let start = try #require(fixture.text.firstRange(of: "<HDon>")).lowerBound
        let end = try #require(fixture.text.firstRange(of: "</HDon>")).upperBound
        fixture.text = String(fixture.text[start..<end])
        #expect(try fixture.findings().map(\.code) == [.stopLateData])
        #expect(try fixture.stopped(.k).findings().map(\.code) == [.stopKEvasion, .stopLateData])
    }

    @Test func `a stop is told with its time and notice, once a cause`() throws {
        var fixture = Fixture.vat.stopped(.k).stopped(.k, from: "2026-11-19T00:00:00", to: "2026-12-01T23:59:59")
        fixture.stops[1].notice = "12/TB-NSD"
        let findings = try fixture.findings()
        #expect(findings.map(\.code) == [.stopKEvasion])
        #expect(
            findings[0].expected
                == "received before 2026-11-19T00:00:00 or after 2026-12-01T23:59:59 (notice 12/TB-NSD)"
        )
        #expect(findings[0].found == "0199999991")
    }

    @Test func `the office is that of the day of receipt`() throws {
        let fixture = Fixture.vat.version(from: "2026-11-21") { $0.officeCode = "10103" }
        #expect(try fixture.facts()?.officeCode == "10101")
        #expect(try fixture.received("2026-11-21T00:00:00").facts()?.officeCode == "10103")
    }
}
