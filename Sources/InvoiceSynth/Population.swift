import InvoiceModel

/// A taxpayer with what a message needs beyond the registry.
struct Party: Sendable {
    var taxpayer: Taxpayer
    var address: String
    var phone: String
    /// Its vendor's habits.
    var vendor: Vendor
    /// Who transmits for it (`MNGui`).
    var sender: String

    var taxCode: TaxCode { taxpayer.taxCode }
}

/// A taxpayer made for one way of being refused.
enum Role: String, Sendable, CaseIterable {
    /// Its tax code is closed.
    case closed
    /// Its business is suspended.
    case suspended
    /// Registered for invoices without code only.
    case uncoded
    /// Registered two days ago.
    case newcomer
    /// Its certificate ended last month.
    case expired
    /// Its certificate ended between signing and receipt.
    case lapsed
    /// Its certificate comes from an authority nobody here trusts.
    case foreign
    /// Its certificate was revoked.
    case revoked
    /// Signs with the certificate of somebody else.
    case stranger
    /// Signs with a certificate that is not on its list.
    case unlisted
    /// Is in no registry.
    case unknown
    /// Registered form 1 only.
    case vatOnly
    /// Registered forms 1, 2 and 6.
    case manyForms
}

/// Everybody in the folder.
struct Population: Sendable {
    /// Those who send good invoices, each with a certificate.
    var sellers: [Party]
    /// Those who send bad ones.
    var special: [Role: Party]
    /// Registered taxpayers who only buy.
    var buyers: [Party]
    /// Those who send many invoices in one message: without code, and from cash registers; empty where none are asked.
    var batchSellers: [Party] = []

    /// How many of these there are.
    static let batchSellerCount = 4

    /// Everybody in the registry, in the order of `taxpayers.csv`.
    var registered: [Party] {
        sellers + Role.allCases.filter { $0 != .unknown }.compactMap { special[$0] } + buyers + batchSellers
    }

    init(options: SynthOptions) {
        var random = Random(seed: options.seed, stream: Stream.taxpayers)
        var codes = TaxCodes(random: Random(seed: options.seed, stream: Stream.taxpayers, index: 1))
        let providers = Vendor.allCases.map { vendor -> String in
            let code = codes.organisation()
            // One transmitter is a branch: its thirteen digits stand without the dash.
            return "V" + (vendor == .wrapped ? codes.branch(of: code, number: 1) : code).withoutDash
        }
        var maker = PartyMaker(today: options.today, providers: providers)
        sellers = (0..<options.certificates).map { index in
            let code: TaxCode
            switch index % 16 {
            case 7: code = codes.person()
            case 10: code = codes.branch(of: codes.organisation(), number: 1 + index % 999)
            default: code = codes.organisation()
            }
            var seller = maker.seller(code, index: index, random: &random)
            seller.taxpayer.forms.formUnion(options.forms.filter { code.shape != .person || $0 == 5 })
            return seller
        }
        special = [:]
        for (index, role) in Role.allCases.enumerated() {
            special[role] = maker.special(role, code: codes.organisation(), index: index, random: &random)
        }
        buyers = (0..<options.certificates * 3 + 40).map { _ in
            maker.buyer(codes.organisation(), random: &random)
        }
        guard options.hasBatches else { return }
        // The last of all draws: everybody else stays who they are.
        var batchRandom = Random(seed: options.seed, stream: Stream.batches)
        batchSellers = (0..<Population.batchSellerCount).map { index in
            var seller = maker.batchSeller(codes.organisation(), index: index, random: &batchRandom)
            seller.taxpayer.forms.formUnion(options.forms)
            return seller
        }
    }
}

/// Makes parties with names of their own.
private struct PartyMaker {
    let today: CalendarDate
    let providers: [String]
    private var serial = 0

    init(today: CalendarDate, providers: [String]) {
        self.today = today
        self.providers = providers
    }

    mutating func seller(_ code: TaxCode, index: Int, random: inout Random) -> Party {
        let isPerson = code.shape == .person
        var party = party(code, vendor: Vendor.allCases[index % Vendor.allCases.count], random: &random)
        party.taxpayer.methods = index % 3 == 0 ? [.coded, .uncoded] : [.coded]
        party.taxpayer.forms = isPerson ? [2] : index % 4 == 3 ? [1, 2] : [1]
        return party
    }

    mutating func batchSeller(_ code: TaxCode, index: Int, random: inout Random) -> Party {
        var party = party(code, vendor: Vendor.allCases[index % Vendor.allCases.count], random: &random)
        party.taxpayer.methods = [.coded, .uncoded, .cashRegister]
        party.taxpayer.forms = [1, 2]
        let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789".utf8)
        party.taxpayer.cashRegisterCode = String(
            decoding: (0..<CashRegisterCode.prefixLength).map { _ in random.pick(letters) },
            as: UTF8.self
        )
        return party
    }

    mutating func special(_ role: Role, code: TaxCode, index: Int, random: inout Random) -> Party {
        var party = party(code, vendor: Vendor.allCases[index % Vendor.allCases.count], random: &random)
        switch role {
        case .closed: party.taxpayer.status = .closed
        case .suspended: party.taxpayer.status = .suspended
        case .uncoded: party.taxpayer.methods = [.uncoded]
        case .newcomer: party.taxpayer.registeredOn = today.advanced(by: -2)
        case .manyForms: party.taxpayer.forms = [1, 2, 6]
        default: break
        }
        return party
    }

    mutating func buyer(_ code: TaxCode, random: inout Random) -> Party {
        var party = party(code, vendor: .compact, random: &random)
        party.taxpayer.forms = random.happens(1, in: 5) ? [1, 2] : [1]
        switch random.below(20) {
        case 0: party.taxpayer.status = .suspended
        case 1: party.taxpayer.status = .closed
        case 2: party.taxpayer.methods = [.uncoded]
        case 3:
            party.taxpayer.methods = [.coded, .cashRegister]
            party.taxpayer.cashRegisterCode = String(
                decoding: (0..<5).map { _ in UInt8(ascii: "A") + UInt8(random.below(26)) },
                as: UTF8.self
            )
        default: break
        }
        return party
    }

    private mutating func party(_ code: TaxCode, vendor: Vendor, random: inout Random) -> Party {
        serial += 1
        let office = random.pick(TaxOffice.all)
        let name =
            code.shape == .person
            ? Names.household(serial: serial, random: &random) : Names.company(serial: serial, random: &random)
        let taxpayer = Taxpayer(
            taxCode: code,
            name: name,
            officeCode: office.code,
            status: .active,
            methods: [.coded],
            forms: [1],
            cashRegisterCode: "",
            registeredOn: today.advanced(by: -Int32(random.within(400...1_500)))
        )
        return Party(
            taxpayer: taxpayer,
            address: Names.address(in: office, random: &random),
            phone: Names.phone(&random),
            vendor: vendor,
            sender: providers[vendor.rawValue]
        )
    }
}
