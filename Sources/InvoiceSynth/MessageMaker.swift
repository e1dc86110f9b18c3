import InvoiceModel

/// Everything of a message but its bytes.
struct MessageParts {
    var party: Party
    var plan: PlannedInvoice
    var draft: Draft
    var envelope: Envelope
    var signer: Signer
    var signingTime: Timestamp
    /// Keeps Ids apart; the same for a message signed again.
    var serial: Int
    var signsAlone: Bool
    var signatureFault: SignatureFault?
    var bodyFault: BodyFault?
    /// Who signs beside the seller.
    var extras: [ExtraSigner] = []

    /// What must be found though the invoice is good.
    var warnings: [RuleCode] { extras.contains { $0.isBroken } ? [.sigBuyerOptional] : [] }

    /// The bytes.
    func bytes() throws(SynthError) -> [UInt8] { try writer.message(draft) }

    /// The signing time as its vendor writes it.
    var signingText: String { signingTime.description + (party.vendor == .padded ? "Z" : "") }

    /// What writes it.
    var writer: MessageWriter {
        MessageWriter(
            vendor: party.vendor,
            signer: signer,
            envelope: envelope,
            signingTime: signingText,
            serial: serial,
            signsAlone: signsAlone,
            signatureFault: signatureFault,
            bodyFault: bodyFault,
            extras: extras
        )
    }
}

/// Makes good messages from plans.
struct MessageMaker {
    let options: SynthOptions
    let population: Population
    let infrastructure: Infrastructure
    let plans: [PlannedInvoice]
    let drafts: DraftMaker

    init(
        options: SynthOptions,
        population: Population,
        infrastructure: Infrastructure,
        plans: [PlannedInvoice]
    ) {
        self.options = options
        self.population = population
        self.infrastructure = infrastructure
        self.plans = plans
        drafts = DraftMaker(seed: options.seed, population: population)
    }

    /// The parts of good message `index`.
    func good(_ index: Int) -> MessageParts {
        let plan = plans[index]
        let party = population.sellers[plan.seller]
        var original: (plan: PlannedInvoice, number: String)?
        if plan.original >= 0 {
            let other = plans[plan.original]
            original = (other, DraftMaker.number(other.number, vendor: party.vendor))
        }
        var parts = MessageParts(
            party: party,
            plan: plan,
            draft: drafts.draft(plan, index: index, original: original),
            envelope: envelope(for: party, index: index),
            signer: infrastructure.sellers[plan.seller],
            signingTime: signingTime(of: plan, index: index),
            serial: index + 1,
            signsAlone: party.vendor == .wrapped && plan.seller % 8 == 2
        )
        addExtras(to: &parts, index: index)
        return parts
    }

    /// The parts of an ordinary message of anybody, outside the plan; `index` counts down from −1.
    func ordinary(_ party: Party, signer: Signer, index: Int, random: inout Random) -> MessageParts {
        let units = Int128(random.within(200_000...40_000_000))
        let year = String(options.today.parts.year % 100 + 100).suffix(2)
        var plan = PlannedInvoice(
            kind: .ordinary,
            seller: 0,
            form: party.taxpayer.forms.contains(1) ? 1 : 2,
            symbol: "C\(year)TZZ",
            date: options.today
        )
        plan.number = UInt32(-index)
        for (rate, net) in [(TaxRate.eight, units * Amount.scale), (.notSubject, units / 3 * Amount.scale)] {
            plan.groups.append(.init(rate: rate, net: net, tax: rate.tax(on: net, unit: Amount.scale)))
        }
        if plan.form == 2 { plan.groups = [.init(rate: .none, net: units * Amount.scale)] }
        return MessageParts(
            party: party,
            plan: plan,
            draft: drafts.draft(plan, seller: party, index: index),
            envelope: envelope(for: party, index: index),
            signer: signer,
            signingTime: signingTime(of: plan, index: index),
            serial: plans.count - index,
            signsAlone: false
        )
    }

    /// Rewrites the text after a change of the plan.
    func rewrite(_ parts: inout MessageParts, index: Int) {
        parts.draft = drafts.draft(parts.plan, seller: parts.party, index: index)
        parts.signingTime = signingTime(of: parts.plan, index: index)
    }

    /// A header with an id of its own.
    func envelope(for party: Party, index: Int, variant: Int = 0) -> Envelope {
        var random = Random(seed: options.seed, stream: Stream.envelope &+ UInt64(variant) &* 1_000, index: index)
        var envelope = Envelope()
        envelope.version = party.vendor.version
        envelope.sender = party.sender
        // A few send for themselves.
        if party.taxCode.shape != .person, random.happens(1, in: 100) {
            envelope.sender = "K" + party.taxCode.withoutDash
        }
        envelope.messageID = envelope.sender + Hex.uppercase(random.uuid())
        envelope.taxpayer = party.taxCode.description
        return envelope
    }

    /// Today before eight, or in the office hours of an earlier day.
    func signingTime(of plan: PlannedInvoice, index: Int) -> Timestamp {
        var random = Random(seed: options.seed, stream: Stream.envelope, index: index ^ 0x5EED)
        let isToday = plan.date >= options.today
        let second = isToday ? random.within(600...28_799) : random.within(28_800...64_799)
        return Timestamp(isToday ? options.today : plan.date).advanced(bySeconds: Int64(second))
    }
}
