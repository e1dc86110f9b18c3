import InvoiceModel

/// One message of many as it goes out, with what must be answered.
struct BatchMessage {
    var bytes: [UInt8]
    var lines: [BatchLine]
    /// Which message of many it repeats, counted from 0.
    var original: Int?
}

/// Makes messages of many invoices: 203, then 206, then 216.
struct BatchMaker {
    let maker: MessageMaker
    private var random: Random
    private let planned: [(type: MessageType, plan: PlannedBatch)]
    /// Good messages that went out, by type and place among the files: for repeats.
    private var sent: [MessageType: [(place: Int, batch: Batch)]] = [:]
    private var made = 0
    private var serial = 0
    private var numbers: [String: UInt32] = [:]
    private var counters: [Int: UInt64] = [:]

    /// Indexes of their contents among those of all messages.
    private static let firstIndex = 1 << 40

    init(maker: MessageMaker) {
        self.maker = maker
        random = Random(seed: maker.options.seed, stream: Stream.batches, index: 1)
        var random = Random(seed: maker.options.seed, stream: Stream.batches, index: 2)
        let options = maker.options
        planned = [
            (MessageType.uncoded, options.uncoded), (.cashRegister, options.cash),
            (.cashRegisterUncoded, options.cashUncoded),
        ].flatMap { type, count in
            PlannedBatch.plan(type, good: count, options: options, random: &random).map { (type, $0) }
        }
    }

    /// How many messages there will be.
    var count: Int { planned.count }

    /// The next message, or `nil`.
    mutating func next() throws(SynthError) -> BatchMessage? {
        guard made < planned.count else { return nil }
        let (type, plan) = planned[made]
        let batch: Batch
        switch plan {
        case .invoices(let ways): batch = good(type, ways)
        case .fault(let fault): batch = faulty(type, fault)
        }
        if batch.fault == nil { sent[type, default: []].append((made, batch)) }
        made += 1
        return BatchMessage(
            bytes: try BatchWriter(batch: batch).message(),
            lines: BatchMaker.lines(batch),
            original: batch.original
        )
    }

    private mutating func good(_ type: MessageType, _ ways: [BatchInvoiceFault?]) -> Batch {
        var batch = empty(type, seller: made % Population.batchSellerCount)
        for way in ways {
            // What is wrong in the ways of messages of many is wrong in forms 1 and 2.
            var invoice = invoice(batch, seller: made % Population.batchSellerCount, takesForms: way == nil)
            let form = invoice.parts.plan.form
            let earlier = batch.invoices.last { $0.fault == nil && $0.parts.plan.form == form }
            // Where there is nothing yet to use again, something else is wrong.
            if let way { alter(&invoice, way.needsEarlier && earlier == nil ? .missingAddress : way, type, earlier) }
            batch.invoices.append(invoice)
        }
        batch.envelope.count = String(batch.invoices.count)
        return batch
    }

    private mutating func faulty(_ type: MessageType, _ wanted: BatchFault) -> Batch {
        // Registered for invoices with code only.
        let uncovered = maker.population.sellers.firstIndex { $0.taxpayer.methods == .coded }
        let isPossible = wanted.isRepeat ? sent[type] != nil : wanted != .uncoveredSeller || uncovered != nil
        let fault = isPossible ? wanted : .wrongCount
        if fault.isRepeat, let original = sent[type].map({ random.pick($0) }) {
            var batch = original.batch
            batch.fault = fault
            batch.original = original.place
            if fault == .wrappedAgain {
                let count = batch.envelope.count
                batch.envelope = envelope(type, batch.party)
                batch.envelope.count = count
                batch.signingTime = batch.signingTime.advanced(bySeconds: 7)
            }
            return batch
        }
        let seller = made % Population.batchSellerCount
        var batch = empty(type, seller: seller)
        if fault == .uncoveredSeller, let uncovered {
            batch.party = maker.population.sellers[uncovered]
            batch.signer = maker.infrastructure.sellers[uncovered]
            batch.envelope = envelope(type, batch.party)
        }
        for _ in 0..<(fault == .noInvoice ? 0 : 3) { batch.invoices.append(invoice(batch, seller: seller)) }
        batch.fault = fault
        batch.envelope.count = String(batch.invoices.count + (fault == .wrongCount ? 1 : 0))
        let other = (seller + 1) % Population.batchSellerCount
        switch fault {
        case .twoSellers:
            var second = batch
            second.party = maker.population.batchSellers[other]
            second.signer = maker.infrastructure.batchSellers[other]
            batch.invoices[1] = invoice(second, seller: other)
        case .otherSigner:
            batch.signer = maker.infrastructure.batchSellers[other]
            for index in batch.invoices.indices { batch.invoices[index].parts.signer = batch.signer }
        default: break
        }
        return batch
    }

    private mutating func empty(_ type: MessageType, seller: Int) -> Batch {
        serial += 1
        let party = maker.population.batchSellers[seller]
        return Batch(
            type: type,
            party: party,
            signer: maker.infrastructure.batchSellers[seller],
            envelope: envelope(type, party),
            id: "_" + Hex.uppercase(random.uuid()),
            signingTime: Timestamp(maker.options.today).advanced(bySeconds: Int64(random.within(28_000...28_799))),
            serial: serial,
            invoices: []
        )
    }

    private mutating func envelope(_ type: MessageType, _ party: Party) -> Envelope {
        serial += 1
        var envelope = maker.envelope(for: party, index: BatchMaker.firstIndex + serial)
        envelope.type = "\(type.rawValue)"
        return envelope
    }
}

// MARK: - Invoices

extension BatchMaker {
    /// A good invoice of that message's seller.
    private mutating func invoice(_ batch: Batch, seller: Int, takesForms: Bool = false) -> BatchInvoice {
        serial += 1
        var plan = plan(batch.type, batch.party, seller: seller)
        if takesForms, batch.type == .uncoded { otherForm(&plan, batch.party) }
        let index = BatchMaker.firstIndex + serial
        var parts = MessageParts(
            party: batch.party,
            plan: plan,
            draft: maker.drafts.draft(plan, seller: batch.party, index: index),
            envelope: batch.envelope,
            signer: batch.signer,
            signingTime: maker.signingTime(of: plan, index: index),
            serial: serial,
            signsAlone: false
        )
        if batch.type == .uncoded { maker.addExtras(to: &parts, index: index) }
        guard batch.type == .cashRegister else { return BatchInvoice(parts: parts) }
        let counter = (counters[seller] ?? UInt64(1_000 * (seller + 1))) + 1 + UInt64(random.below(3))
        counters[seller] = counter
        return BatchInvoice(parts: parts, code: BatchMaker.code(plan, batch.party, counter))
    }

    /// Of the forms from 3 to 6 that are asked for, three in ten invoices without code are.
    private mutating func otherForm(_ plan: inout PlannedInvoice, _ party: Party) {
        let forms = maker.options.forms.sorted()
        guard !forms.isEmpty, random.happens(3, in: 10) else { return }
        // The number goes back to its series.
        numbers["\(party.taxCode)/\(plan.form)/\(plan.symbol)", default: 1] -= 1
        plan.kind = .otherForm
        plan.form = random.pick(forms)
        let letter = random.pick(PlannedInvoice.letters(of: plan.form))
        plan.symbol = "\(plan.symbol.prefix(3))\(letter)CC"
        if !plan.isTaxed { plan.groups = [.init(rate: .none, net: plan.groups[0].net)] }
        let series = "\(party.taxCode)/\(plan.form)/\(plan.symbol)"
        plan.number = numbers[series, default: 0] + 1
        numbers[series] = plan.number
    }

    /// `M{form}-YY-XXXXX-NNNNNNNNNNN`; a seller that was allotted nothing makes its five characters up.
    private static func code(_ plan: PlannedInvoice, _ party: Party, _ counter: UInt64) -> String {
        let allotted = party.taxpayer.cashRegisterCode
        let digits = String(counter)
        let padded = String(repeating: "0", count: max(0, 11 - digits.utf8.count)) + digits
        let year = plan.symbol.dropFirst().prefix(2)
        return "M\(plan.form)-\(year)-\(allotted.isEmpty ? "NONE0" : allotted)-\(padded)"
    }

    private mutating func plan(_ type: MessageType, _ party: Party, seller: Int) -> PlannedInvoice {
        let form: UInt8 = party.taxpayer.forms.contains(2) && random.happens(1, in: 2) ? 2 : 1
        // A cash register's day is today; other data may be of the last working day.
        let isLate = type == .uncoded && random.happens(3, in: 10)
        let date = isLate ? Planner.workingDay(before: maker.options.today) : maker.options.today
        let year = String(date.parts.year % 100 + 100).suffix(2)
        let letters = (type == .uncoded ? "T" : "M") + (form == 1 ? "AA" : "BB")
        let isCoded = type == .cashRegister
        var plan = PlannedInvoice(
            kind: .ordinary,
            seller: seller,
            form: form,
            symbol: "\(isCoded ? "C" : "K")\(year)\(letters)",
            date: date
        )
        let series = "\(party.taxCode)/\(form)/\(plan.symbol)"
        plan.number = numbers[series, default: 0] + 1
        numbers[series] = plan.number
        let net = Int128(random.within(type == .uncoded ? 500_000...60_000_000 : 20_000...900_000)) * Amount.scale
        if form == 2 {
            plan.groups = [.init(rate: .none, net: net)]
        } else {
            let rates = random.pick([[TaxRate.eight], [.ten], [.eight, .ten], [.five], [.eight, .notSubject]])
            plan.groups = rates.map { .init(rate: $0, net: net, tax: $0.tax(on: net, unit: Amount.scale)) }
        }
        return plan
    }

    private func alter(
        _ invoice: inout BatchInvoice,
        _ fault: BatchInvoiceFault,
        _ type: MessageType,
        _ earlier: BatchInvoice?
    ) {
        invoice.fault = fault
        let symbol = invoice.parts.plan.symbol
        let year = symbol.dropFirst().prefix(2)
        let plan = invoice.parts.plan
        switch fault {
        case .unsigned: invoice.parts.bodyFault = .unsigned
        case .carriesCode where type == .uncoded: invoice.parts.bodyFault = .carriesCode
        case .carriesCode: invoice.code = BatchMaker.code(plan, invoice.parts.party, 7)
        case .codeMissing: invoice.code = nil
        case .codeShape: invoice.code = "00474597512BE94B7BAB367996EF464828"
        case .codeForm: replace(&invoice.code, 1..<2, with: plan.form == 1 ? "2" : "1")
        case .codeYear: replace(&invoice.code, 3..<5, with: String((plan.date.parts.year + 99) % 100 + 100).suffix(2))
        case .codePrefix: replace(&invoice.code, 6..<11, with: "OTHER")
        case .codeReused: invoice.code = earlier?.code
        case .otherLetter: invoice.parts.draft.header.symbol = (symbol.first == "C" ? "K" : "C") + symbol.dropFirst()
        case .otherType:
            invoice.parts.draft.header.symbol = "\(symbol.prefix(1))\(year)\(type == .uncoded ? "M" : "T")ZZ"
        case .usedNumber:
            guard let other = earlier?.parts.draft.header else { return }
            invoice.parts.draft.header.symbol = other.symbol
            invoice.parts.draft.header.number = other.number
        case .numberZero: invoice.parts.draft.header.number = "0"
        default:
            if let content = fault.content { FaultMaker.alterContent(&invoice.parts, content) }
        }
    }

    private func replace(_ code: inout String?, _ range: Range<Int>, with text: some StringProtocol) {
        guard let old = code else { return }
        code = "\(old.prefix(range.lowerBound))\(text)\(old.dropFirst(range.upperBound))"
    }
}

// MARK: - Expectations

extension BatchMaker {
    /// What must be answered for each invoice, or for the message where it is refused with a 999.
    private static func lines(_ batch: Batch) -> [BatchLine] {
        var line = BatchLine(
            type: batch.type,
            status: .rejected,
            codes: batch.fault?.codes(batch.type) ?? [],
            taxpayer: batch.envelope.taxpayer,
            vendor: batch.party.vendor,
            way: batch.fault?.rawValue
        )
        if batch.fault?.isTechnical == true { return [line] }
        return batch.invoices.enumerated().map { place, invoice in
            line.place = place + 1
            line.invoice = invoice
            guard batch.fault == nil || batch.fault?.isRepeat == true else { return line }
            line.codes = (invoice.fault?.codes(batch.type) ?? []) + invoice.parts.warnings
            line.status = invoice.fault != nil ? .rejected : batch.fault == nil ? .registered : .duplicate
            line.way = batch.fault?.rawValue ?? invoice.fault?.rawValue
            return line
        }
    }
}
