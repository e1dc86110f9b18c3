import InvoiceModel

/// Those who sell and buy on lines: firms with every form they need, as text ready to be copied.
struct LineSellers: Sendable {
    /// The registry.
    let taxpayers: [Taxpayer]
    /// `"Ten":…,"MST":…,"DChi":…` of all of them.
    let text: [UInt8]
    /// Where each one's begins; at last the end.
    let starts: [Int]

    init(count: Int, seed: UInt64, registeredOn: CalendarDate) {
        var random = Random(seed: seed, stream: Stream.lineSellers)
        var codes = TaxCodes(random: Random(seed: seed, stream: Stream.lineSellers, index: 1))
        var taxpayers: [Taxpayer] = []
        var text: [UInt8] = []
        var starts = [0]
        for index in 0..<count {
            let office = random.pick(TaxOffice.all)
            // One in sixteen is a branch, with thirteen digits.
            let code =
                index % 16 == 10
                ? codes.branch(of: codes.organisation(), number: 1 + index % 999)
                : codes.organisation()
            let taxpayer = Taxpayer(
                taxCode: code,
                name: Names.company(serial: index + 1, random: &random),
                officeCode: office.code,
                status: .active,
                methods: [.coded, .uncoded],
                forms: [1, 2],
                cashRegisterCode: "",
                registeredOn: registeredOn.advanced(by: -Int32(random.below(1_000)))
            )
            taxpayers.append(taxpayer)
            let address = Names.address(in: office, random: &random)
            text += "\"Ten\":\(LineText.string(taxpayer.name)),\"MST\":\"\(code)\",".utf8
            text += "\"DChi\":\(LineText.string(address))".utf8
            starts.append(text.count)
        }
        self.taxpayers = taxpayers
        self.text = text
        self.starts = starts
    }

    /// Where the text of one lies.
    @inline(__always)
    func range(_ seller: Int) -> Range<Int> { starts[seller]..<starts[seller + 1] }
}
