extension Ledger {
    /// The rules of this program, as the number that blocks name: an audit judges again only what its own rules judged.
    public static var rulesVersion: UInt64 { BlockDraft.rulesVersion }
}
