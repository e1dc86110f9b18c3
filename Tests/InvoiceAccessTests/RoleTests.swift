import InvoiceAccess
import InvoiceModel
import Testing

@Suite struct RoleTests {
    /// The whole table: what is not here is forbidden.
    private static let table: [Permission: Set<Role>] = [
        .verify: [.anyone, .submitter, .taxpayer, .officer, .supervisor, .auditor, .administrator],
        .submit: [.submitter, .taxpayer],
        .check: [.submitter, .taxpayer, .officer, .supervisor],
        .readInvoices: [.submitter, .taxpayer, .officer, .supervisor],
        .readTotals: [.submitter, .taxpayer, .officer, .supervisor],
        .readTaxpayers: [.officer, .supervisor, .administrator],
        .readQueries: [.auditor],
        .changeRegistry: [.administrator],
        .changePolicy: [.administrator],
        .changeAccess: [.administrator],
        .readMetrics: [.auditor, .administrator],
    ]

    @Test(arguments: Permission.allCases)
    func `each permission belongs to these roles and no others`(_ permission: Permission) throws {
        let wanted = try #require(RoleTests.table[permission])
        #expect(Set(Role.allCases.filter { $0.permissions.contains(permission) }) == wanted)
    }

    @Test func `a principal never has more than its role`() {
        let all = Set(Permission.allCases)
        for role in Role.allCases {
            let principal = Principal(name: "x", role: role, scope: .everybody, permissions: all)
            #expect(principal.permissions == role.permissions)
        }
        let less = Principal(name: "x", role: .submitter, scope: .nobody, permissions: [.check])
        #expect(less.may(.check) && !less.may(.submit))
    }

    @Test func `an office sees itself, a province's office all of its province`() throws {
        let code = try #require(TaxCode("0199999991"))
        let own = Scope.office("10101")
        #expect(own.contains(code, office: "10101"))
        #expect(!own.contains(code, office: "10103"))
        #expect(!own.contains(code, office: "10100"))
        let province = Scope.office("10100")
        #expect(province.contains(code, office: "10101") && province.contains(code, office: "10100"))
        #expect(!province.contains(code, office: "10301"))
        // Provinces that were merged have several such offices; each sees the whole province of today.
        #expect(Scope.office("10900").contains(code, office: "11500"))
        #expect(!Scope.office("").contains(code, office: ""))
        #expect(!province.contains(code, office: ""))
    }

    @Test func `scopes of taxpayers, of all and of nobody`() throws {
        let (mine, other) = (try #require(TaxCode("0199999991")), try #require(TaxCode("0199999991-001")))
        #expect(Scope.taxpayers([mine]).contains(mine, office: ""))
        #expect(!Scope.taxpayers([mine]).contains(other, office: ""))
        #expect(Scope.everybody.contains(other, office: ""))
        #expect(!Scope.nobody.contains(mine, office: "10101"))
    }

    @Test func `offices within a scope are those it contains`() throws {
        let code = try #require(TaxCode("0199999991"))
        for office in ["10100", "10101", "20100"] {
            let scope = Scope.office(office)
            let offices = try #require(scope.offices)
            #expect(offices == Set(TaxOffice.all.map(\.code).filter { scope.contains(code, office: $0) }))
            #expect(offices.contains(office))
        }
        #expect(Scope.everybody.offices == nil)
    }
}
