import InvoiceModel

/// A message that must not be issued, with what must be answered.
struct FaultyMessage {
    /// Which fault it has after all.
    var fault: Fault
    var parts: MessageParts
    var bytes: [UInt8]
    var status: ExpectedStatus
    var codes: [RuleCode]
}

/// Makes messages that must not be issued.
struct FaultMaker {
    let maker: MessageMaker
    private var random: Random
    private var made = 0
    /// The last message refused with a notice, for the repeat of a refusal.
    private var lastRefused: FaultyMessage?
    /// Originals of replacements sent so far, filled as good messages go out.
    private var replaced: [Int] = []

    init(maker: MessageMaker) {
        self.maker = maker
        random = Random(seed: maker.options.seed, stream: Stream.faults)
    }

    /// Tells that good message `index` was written.
    mutating func noteGood(_ index: Int) {
        if maker.plans[index].kind == .replacement { replaced.append(index) }
    }

    /// The good message that this one repeats, if it does.
    private(set) var repeatedIndex: Int?

    /// A message with that fault, `sent` good ones being out; another fault where that one needs what is not there yet.
    mutating func message(_ fault: Fault, sent: Int) throws(SynthError) -> FaultyMessage {
        made += 1
        repeatedIndex = nil
        var fault = fault
        if sent == 0, [.usedNumber, .reusedMessageID, .repeated, .signedAgain].contains(fault) {
            fault = .tamperedAmount
        }
        if fault == .replacedTwice, replaced.isEmpty { fault = .unknownOriginal }
        if fault == .repeatedRefusal {
            if var lastRefused {
                lastRefused.fault = .repeatedRefusal
                return lastRefused
            }
            fault = .unsigned
        }
        var parts = try base(fault, sent: sent)
        alter(&parts, fault, sent: sent)
        let expected = fault.expected
        var bytes = try parts.bytes()
        try ByteFaults.apply(fault, to: &bytes, parts: parts)
        let message = FaultyMessage(
            fault: fault,
            parts: parts,
            bytes: bytes,
            status: expected.status,
            codes: expected.codes
        )
        if expected.status == .rejected, expected.codes.allSatisfy({ $0.answer == .notice }) { lastRefused = message }
        return message
    }

    /// What the fault starts from: a good message again, or a message outside the plan.
    private mutating func base(_ fault: Fault, sent: Int) throws(SynthError) -> MessageParts {
        switch fault {
        case .repeated:
            let index = random.below(sent)
            repeatedIndex = index
            return maker.good(index)
        case .signedAgain:
            let index = random.below(sent)
            repeatedIndex = index
            var parts = maker.good(index)
            parts.envelope = maker.envelope(for: parts.party, index: index, variant: made)
            parts.signingTime = parts.signingTime.advanced(bySeconds: 7)
            return parts
        case .usedNumber:
            // The first ones are ordinary; a correction sent twice would break rules of its own.
            let index = random.below(sent)
            var parts = maker.good(maker.plans[index].kind == .ordinary ? index : 0)
            parts.envelope = maker.envelope(for: parts.party, index: -made, variant: 1)
            parts.draft.buyer = Draft.PartyText(name: "Bán cho người tiêu dùng")
            parts.draft.freeFields = [.init(name: "LanGui", type: "numeric", value: String(made))]
            return parts
        default: break
        }
        if let role = fault.role, let party = maker.population.special[role],
            let signer = maker.infrastructure.special[role]
        {
            return maker.ordinary(party, signer: signer, index: -made, random: &random)
        }
        if let form = fault.form {
            return formBase(form.digit, form.letter)
        }
        // Seller 0 sells under form 1 and may issue without code too; the others take turns for everything else.
        let taxed = maker.population.sellers.indices.filter { maker.population.sellers[$0].taxpayer.forms.contains(1) }
        let seller = fault == .uncodedSymbol ? 0 : random.pick(taxed)
        return maker.ordinary(
            maker.population.sellers[seller],
            signer: maker.infrastructure.sellers[seller],
            index: -made,
            random: &random
        )
    }

    /// A good message of that form, outside the plan.
    private mutating func formBase(_ form: UInt8, _ letter: Character) -> MessageParts {
        let sellers = maker.population.sellers.indices.filter {
            maker.population.sellers[$0].taxpayer.forms.isSuperset(of: [1, form])
        }
        let seller = random.pick(sellers)
        var parts = maker.ordinary(
            maker.population.sellers[seller],
            signer: maker.infrastructure.sellers[seller],
            index: -made,
            random: &random
        )
        parts.plan.form = form
        parts.plan.symbol = "\(parts.plan.symbol.prefix(3))\(letter)ZZ"
        if !parts.plan.isTaxed { parts.plan.groups = [.init(rate: .none, net: parts.plan.groups[0].net)] }
        maker.rewrite(&parts, index: -made)
        return parts
    }

    private mutating func alter(_ parts: inout MessageParts, _ fault: Fault, sent: Int) {
        alterSignature(&parts, fault)
        alterIdentity(&parts, fault)
        FaultMaker.alterContent(&parts, fault)
        FaultMaker.alterForm(&parts, fault)
        alterRelation(&parts, fault)
        alterEnvelope(&parts, fault, sent: sent)
    }

    private func alterSignature(_ parts: inout MessageParts, _ fault: Fault) {
        switch fault {
        case .unsigned: parts.bodyFault = .unsigned
        case .secondData: parts.bodyFault = .secondData
        case .doubledID: parts.bodyFault = .doubledID
        case .carriesCode: parts.bodyFault = .carriesCode
        case .twoInvoices: parts.bodyFault = .secondInvoice
        case .uncoveredTime: parts.signatureFault = .uncoveredTime
        case .forbiddenTransform: parts.signatureFault = .forbiddenTransform
        case .exclusiveForm: parts.signatureFault = .exclusiveForm
        case .unknownAlgorithm: parts.signatureFault = .unknownAlgorithm
        case .noCertificate: parts.signatureFault = .noCertificate
        case .outsideReference: parts.signatureFault = .outsideReference
        default: break
        }
    }

    private func alterIdentity(_ parts: inout MessageParts, _ fault: Fault) {
        let year = parts.plan.symbol.dropFirst().prefix(2)
        switch fault {
        case .lapsed: move(&parts, to: maker.options.today.advanced(by: -7))
        case .newcomer: move(&parts, to: maker.options.today.advanced(by: -5))
        case .futureDate:
            move(&parts, to: maker.options.today.advanced(by: 1))
        case .unregisteredForm:
            parts.plan.form = 2
            parts.plan.groups = [.init(rate: .none, net: parts.plan.groups[0].net)]
            maker.rewrite(&parts, index: -made)
        case .formWithoutLetter: parts.draft.header.form = "6"
        case .unknownForm: parts.draft.header.form = "0"
        case .symbolPattern: parts.draft.header.symbol = "C\(year)ZAA"
        case .symbolYear:
            let other = String((maker.options.today.parts.year + 99) % 100 + 100).suffix(2)
            parts.draft.header.symbol = "C\(other)TZZ"
        case .uncodedSymbol: parts.draft.header.symbol = "K\(year)TZZ"
        case .cashSymbol: parts.draft.header.symbol = "C\(year)MZZ"
        case .occurrenceSymbol: parts.draft.header.symbol = "C\(year)LZZ"
        case .warehouseSymbol: parts.draft.header.symbol = "C\(year)NZZ"
        case .commercialSymbol: parts.draft.header.symbol = "C\(year)XZZ"
        case .refundSymbol:
            parts.plan.form = 2
            parts.plan.groups = [.init(rate: .none, net: parts.plan.groups[0].net)]
            maker.rewrite(&parts, index: -made)
            parts.draft.header.symbol = "C\(year)FZZ"
        case .numberZero: parts.draft.header.number = "0"
        default: break
        }
    }

    /// Another invoice date, with a symbol of its year.
    private func move(_ parts: inout MessageParts, to date: CalendarDate) {
        parts.plan.date = date
        parts.plan.symbol = "C\(String(date.parts.year % 100 + 100).suffix(2))TZZ"
        maker.rewrite(&parts, index: -made)
    }

    private mutating func alterRelation(_ parts: inout MessageParts, _ fault: Fault) {
        var related = Draft.Related(
            relation: "2",
            form: parts.draft.header.form,
            symbol: parts.draft.header.symbol,
            number: "99999999",
            date: parts.draft.header.date
        )
        switch fault {
        case .unknownOriginal: break
        case .ownOriginal: related.number = parts.draft.header.number
        case .unknownRelation: related.relation = "9"
        case .incompleteRelation: related.number = nil
        case .replacedTwice:
            // The same original as a replacement that went out.
            let plan = maker.plans[random.pick(replaced)]
            let original = maker.plans[plan.original]
            let party = maker.population.sellers[plan.seller]
            parts = maker.ordinary(
                party,
                signer: maker.infrastructure.sellers[plan.seller],
                index: -made,
                random: &random
            )
            related = Draft.Related(
                relation: "1",
                form: String(original.form),
                symbol: original.symbol,
                number: DraftMaker.number(original.number, vendor: party.vendor),
                date: original.date.description
            )
        default: return
        }
        parts.draft.header.related = related
    }

    private mutating func alterEnvelope(_ parts: inout MessageParts, _ fault: Fault, sent: Int) {
        switch fault {
        case .otherTaxpayer: parts.envelope.taxpayer = random.pick(maker.population.buyers).taxCode.description
        case .wrongCount: parts.envelope.count = "3"
        case .twoInvoices: parts.envelope.count = "2"
        case .unservedType: parts.envelope.type = "400"
        case .otherReceiver: parts.envelope.receiver = parts.party.taxCode.withoutDash
        case .badSender:
            let id = parts.envelope.messageID.suffix(32)
            parts.envelope.sender = "X" + parts.envelope.sender.dropFirst()
            parts.envelope.messageID = parts.envelope.sender + id
        case .badMessageID: parts.envelope.messageID = String(parts.envelope.messageID.suffix(32))
        case .reusedMessageID:
            let other = maker.good(random.below(sent)).envelope
            parts.envelope.sender = other.sender
            parts.envelope.messageID = other.messageID
        default: break
        }
    }
}
