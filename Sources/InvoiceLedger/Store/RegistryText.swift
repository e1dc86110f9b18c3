import InvoiceModel

/// The rows of an import as the archive keeps them: one line each, columns apart by tabs.
enum RegistryText {
    static func write(_ taxpayers: [Taxpayer]) -> [UInt8] {
        lines(
            taxpayers.map { taxpayer in
                [
                    taxpayer.taxCode.description, taxpayer.name, taxpayer.officeCode, taxpayer.status.rawValue,
                    String(taxpayer.methods.rawValue), taxpayer.forms.sorted().map { String($0) }.joined(),
                    taxpayer.cashRegisterCode, taxpayer.registeredOn.description,
                ] + (taxpayer.validFrom.map { [$0.description] } ?? [])
            }
        )
    }

    static func write(_ lists: [TaxCode: [RegisteredCertificate]]) -> [UInt8] {
        lines(
            lists.sorted { $0.key < $1.key }.flatMap { code, certificates in
                certificates.isEmpty
                    ? [[code.description]]
                    : certificates.map { certificate in
                        [
                            code.description, certificate.issuer, certificate.serial,
                            certificate.validFrom.description, certificate.validTo.description,
                        ]
                    }
            }
        )
    }

    static func write(_ stops: [UsageStop]) -> [UInt8] {
        lines(
            stops.map { stop in
                [
                    stop.taxCode.description, stop.cause.rawValue, stop.from.description,
                    stop.to?.description ?? "", String(stop.kinds.rawValue), stop.notice,
                ]
            }
        )
    }

    static func write(_ delegations: [Delegation]) -> [UInt8] {
        lines(
            delegations.map { delegation in
                [
                    delegation.delegator.description, delegation.delegate.description, delegation.from.description,
                    delegation.to?.description ?? "", delegation.forms.sorted().map { String($0) }.joined(),
                    delegation.symbolText,
                ]
            }
        )
    }

    /// The taxpayers of such a text in their order, or `nil` where we could not have written it.
    static func taxpayers(_ text: [UInt8]) -> [Taxpayer]? {
        var taxpayers: [Taxpayer] = []
        for columns in rows(text) {
            guard columns.count == 8 || columns.count == 9, let code = TaxCode(columns[0]),
                let status = Taxpayer.Status(rawValue: columns[3]), let methods = UInt8(columns[4]),
                let registeredOn = CalendarDate(columns[7])
            else { return nil }
            guard let forms = forms(columns[5]) else { return nil }
            let validFrom = columns.count == 9 ? CalendarDate(columns[8]) : nil
            guard (validFrom != nil) == (columns.count == 9) else { return nil }
            taxpayers.append(
                Taxpayer(
                    taxCode: code,
                    name: columns[1],
                    officeCode: columns[2],
                    status: status,
                    methods: Taxpayer.Methods(rawValue: methods),
                    forms: forms,
                    cashRegisterCode: columns[6],
                    registeredOn: registeredOn,
                    validFrom: validFrom
                )
            )
        }
        return taxpayers
    }

    /// The lists of such a text, or `nil` where we could not have written it.
    static func certificates(_ text: [UInt8]) -> [TaxCode: [RegisteredCertificate]]? {
        var lists: [TaxCode: [RegisteredCertificate]] = [:]
        for columns in rows(text) {
            guard let code = TaxCode(columns[0]) else { return nil }
            if columns.count == 1 {
                guard lists.updateValue([], forKey: code) == nil else { return nil }
                continue
            }
            guard columns.count == 5, let from = Timestamp(columns[3]), let to = Timestamp(columns[4]) else {
                return nil
            }
            lists[code, default: []].append(
                RegisteredCertificate(issuer: columns[1], serial: columns[2], validFrom: from, validTo: to)
            )
        }
        return lists
    }

    /// The stops of such a text in their order, or `nil` where we could not have written it.
    static func stops(_ text: [UInt8]) -> [UsageStop]? {
        var stops: [UsageStop] = []
        for columns in rows(text) {
            guard columns.count == 6, let code = TaxCode(columns[0]), let cause = UsageStop.Cause(rawValue: columns[1]),
                let from = Timestamp(columns[2]), let kinds = UInt8(columns[4]), kinds <= Taxpayer.Methods.all.rawValue
            else { return nil }
            let to = Timestamp(columns[3])
            guard columns[3].isEmpty || to.map({ from <= $0 }) ?? false else { return nil }
            stops.append(
                UsageStop(
                    taxCode: code,
                    cause: cause,
                    from: from,
                    to: to,
                    kinds: Taxpayer.Methods(rawValue: kinds),
                    notice: columns[5]
                )
            )
        }
        return stops
    }

    /// The delegations of such a text in their order, or `nil` where we could not have written it.
    static func delegations(_ text: [UInt8]) -> [Delegation]? {
        var delegations: [Delegation] = []
        for columns in rows(text) {
            guard columns.count == 6, let delegator = TaxCode(columns[0]), let delegate = TaxCode(columns[1]),
                let from = CalendarDate(columns[2]), let forms = forms(columns[4]),
                let symbols = Delegation.symbols(columns[5])
            else { return nil }
            let to = CalendarDate(columns[3])
            guard columns[3].isEmpty || to.map({ from <= $0 }) ?? false else { return nil }
            delegations.append(
                Delegation(
                    delegator: delegator,
                    delegate: delegate,
                    from: from,
                    to: to,
                    forms: forms,
                    symbols: symbols
                )
            )
        }
        return delegations
    }

    /// Digits without anything between them; `nil` where one is none of a form.
    private static func forms(_ text: String) -> Set<UInt8>? {
        let forms = text.utf8.map { $0 &- UInt8(ascii: "0") }
        return forms.allSatisfy { (1...9).contains($0) } ? Set(forms) : nil
    }

    private static func lines(_ rows: [[String]]) -> [UInt8] {
        Array(rows.map { $0.joined(separator: "\t") + "\n" }.joined().utf8)
    }

    /// Lines and columns by their bytes: a combining mark after a tab would make another character of it.
    private static func rows(_ text: [UInt8]) -> [[String]] {
        text.split(separator: UInt8(ascii: "\n")).map { line in
            line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false).map {
                String(decoding: $0, as: UTF8.self)
            }
        }
    }
}
