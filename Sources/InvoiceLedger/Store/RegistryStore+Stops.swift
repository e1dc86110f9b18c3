import InvoiceModel
import SQLite

/// Stops and delegations in the store.
extension RegistryStore {
    func loadStops(_ contents: inout RegistryContents) throws(SQLiteError) {
        let rows = try connection.prepare(
            "SELECT tax_code, cause, from_time, to_time, kinds, notice FROM usage_stop"
        )
        while try rows.step() {
            let end = rows.optionalInteger(3)
            let to = end.flatMap { Timestamp(stored: $0) }
            guard let code = TaxCode(packed: UInt64(bitPattern: rows.integer(0))),
                let cause = UsageStop.Cause(rawValue: rows.text(1)), let from = Timestamp(stored: rows.integer(2)),
                (end == nil) == (to == nil), let kinds = UInt8(exactly: rows.integer(4))
            else { throw .damage("a stop") }
            contents.take(
                UsageStop(
                    taxCode: code,
                    cause: cause,
                    from: from,
                    to: to,
                    kinds: Taxpayer.Methods(rawValue: kinds),
                    notice: rows.text(5)
                )
            )
        }
    }

    func loadDelegations(_ contents: inout RegistryContents) throws(SQLiteError) {
        // From the first import on delegations are asked for, even if it held none.
        let imports = try connection.prepare("SELECT 1 FROM change WHERE kind = ? LIMIT 1")
        imports.bind(1, Change.Kind.delegations.rawValue)
        guard try imports.step() else { return }
        var delegations: [Delegation] = []
        let rows = try connection.prepare(
            "SELECT delegator, delegate, from_day, to_day, forms, symbols FROM delegation"
        )
        while try rows.step() {
            let end = rows.optionalInteger(3)
            let to = end.flatMap { CalendarDate(stored: $0) }
            guard let delegator = TaxCode(packed: UInt64(bitPattern: rows.integer(0))),
                let delegate = TaxCode(packed: UInt64(bitPattern: rows.integer(1))),
                let from = CalendarDate(stored: rows.integer(2)), (end == nil) == (to == nil),
                let symbols = Delegation.symbols(rows.text(5))
            else { throw .damage("a delegation") }
            delegations.append(
                Delegation(
                    delegator: delegator,
                    delegate: delegate,
                    from: from,
                    to: to,
                    forms: RegistryStore.forms(rows.integer(4)),
                    symbols: symbols
                )
            )
        }
        contents.take(delegations)
    }

    func replace(_ stops: [UsageStop]) throws(SQLiteError) {
        let insert = try connection.prepare(
            """
            INSERT OR REPLACE INTO usage_stop (tax_code, cause, from_time, to_time, kinds, notice)
            VALUES (?, ?, ?, ?, ?, ?)
            """
        )
        for stop in stops {
            insert.bind(1, Int64(bitPattern: stop.taxCode.packed))
            insert.bind(2, stop.cause.rawValue)
            insert.bind(3, stop.from.localSeconds)
            insert.bind(4, stop.to?.localSeconds)
            insert.bind(5, Int64(stop.kinds.rawValue))
            insert.bind(6, stop.notice)
            try insert.run()
        }
    }

    func replace(_ delegations: [Delegation]) throws(SQLiteError) {
        let insert = try connection.prepare(
            """
            INSERT OR REPLACE INTO delegation (delegator, delegate, from_day, to_day, forms, symbols)
            VALUES (?, ?, ?, ?, ?, ?)
            """
        )
        for delegation in delegations {
            insert.bind(1, Int64(bitPattern: delegation.delegator.packed))
            insert.bind(2, Int64(bitPattern: delegation.delegate.packed))
            insert.bind(3, Int64(delegation.from.dayNumber))
            insert.bind(4, delegation.to.map { Int64($0.dayNumber) })
            insert.bind(5, delegation.formBits)
            insert.bind(6, delegation.symbolText)
            try insert.run()
        }
    }
}
