import InvoiceModel

/// What speaks against somebody's issuing at the time of receipt (Circular 91/2026, article 8).
struct Halt {
    /// The letter of article 8.1.
    let cause: UsageStop.Cause
    /// The stop as it was imported; `nil` where only the registry's status says so.
    let stop: UsageStop?
    /// Whether the invoice was issued before it, without needing anybody's leave: then only its data come late.
    let isLate: Bool

    /// When the invoice would have been taken.
    var expected: String? {
        guard let stop else { return nil }
        let notice = stop.notice.isEmpty ? "" : " (notice \(stop.notice))"
        let end = stop.to.map { " or after \($0)" } ?? ""
        return "received before \(stop.from)\(end)\(notice)"
    }
}

extension InvoiceReading {
    /// Everything that speaks against somebody's issuing this kind of invoice at the time of receipt; empty for nearly
    /// everybody, and then nothing is allocated.
    ///
    /// - Parameter standing: what the registry says of it on the day of receipt.
    func halts(of code: TaxCode?, _ standing: Taxpayer?) -> [Halt] {
        guard let code, let registry else { return [] }
        let kind = type?.kind ?? symbol?.kind
        // An invoice that asks for its code is not issued yet.
        let issued = type == .forCode ? nil : date
        var halts: [Halt] = []
        if let status = standing?.status, status != .active {
            let wasActive = issued.map { registry.taxpayer(code, on: $0)?.status == .active } ?? false
            halts.append(Halt(cause: status == .closed ? .a : .c, stop: nil, isLate: wasActive))
        }
        for stop in registry.stops(of: code, at: receivedAt, for: kind) {
            let isLate = issued.map { $0 < stop.from.date } ?? false
            halts.append(Halt(cause: stop.cause, stop: stop, isLate: isLate))
        }
        return halts
    }
}
