import InvoiceModel

/// One who signs an invoice beside its seller: its buyer, or another.
struct ExtraSigner {
    /// Where the signature stands.
    var place: SignaturePlace
    var signer: Signer
    /// When, as written; `nil` leaves the time and the `Object` around it out.
    var signingTime: String?
    /// Whether it is of something else than the invoice: a warning, and no more.
    var isBroken = false

    /// The element around its signature.
    var holder: String { place == .buyer ? "NMua" : "CCKSKhac" }
}

extension MessageMaker {
    /// Who else signs the invoice of that index; nobody, unless the options ask for it.
    ///
    /// Where the buyer signs, one in four has another signature too, one in five tells no time, and the buyer's is
    /// broken in one of eight.
    private func extras(of plan: PlannedInvoice, signingTime: Timestamp, index: Int) -> [ExtraSigner] {
        guard options.buyerSigned > 0 else { return [] }
        var random = Random(seed: options.seed, stream: Stream.buyers, index: index)
        guard Double(random.below(1_000_000)) < options.buyerSigned * 1_000_000 else { return [] }
        var signers: [ExtraSigner] = []
        for place in [SignaturePlace.buyer, .other] {
            guard place == .buyer || random.happens(1, in: 4) else { continue }
            // A minute later, in turn.
            let time = signingTime.advanced(bySeconds: Int64(60 * (signers.count + 1)))
            signers.append(
                ExtraSigner(
                    place: place,
                    signer: infrastructure.sellers[neighbour(of: plan.seller, by: signers.count + 1)],
                    signingTime: random.happens(1, in: 5) ? nil : time.description,
                    isBroken: place == .buyer && random.happens(1, in: 8)
                )
            )
        }
        return signers
    }

    /// Has others sign, where the options ask for it; the buyer is the one whom the invoice names.
    func addExtras(to parts: inout MessageParts, index: Int) {
        parts.extras = extras(of: parts.plan, signingTime: parts.signingTime, index: index)
        guard !parts.extras.isEmpty, [1, 2].contains(parts.plan.form) else { return }
        parts.draft.buyer = signingBuyer(of: parts.plan)
    }

    private func signingBuyer(of plan: PlannedInvoice) -> Draft.PartyText {
        let buyer = population.sellers[neighbour(of: plan.seller, by: 1)]
        return Draft.PartyText(
            name: buyer.taxpayer.name,
            taxCode: buyer.taxCode.description,
            address: buyer.address
        )
    }

    private func neighbour(of seller: Int, by steps: Int) -> Int { (seller + steps) % population.sellers.count }
}
