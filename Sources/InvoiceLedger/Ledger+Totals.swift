import SQLite

extension Ledger {
    /// Sums of accepted invoices of every kind, exact, one row a group and currency, sorted by the groupings.
    ///
    /// Grouped by rate, an invoice counts in the row of each of its rates; what its own sums hold beyond them is in
    /// `unallocated`, so that the rows still add up to the invoices. Sums by taxpayer come from months where that is
    /// enough, other sums from days; what neither knows is summed from the invoices.
    public func totals(_ query: TotalsQuery) throws(LedgerError) -> [TotalsRow] {
        try read { core throws(SQLiteError) in try TotalsReader(core, query).rows() }
    }
}
