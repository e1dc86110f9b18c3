/// The state of the rules as one number, which every block of a ledger's archive names.
///
/// An audit judges a message again by the rules of its own program; only where the revision is the same must it come to
/// the same. So the number grows with every change that gives any message another verdict, finding, path or value: a
/// test holds it against what the rules say of a stored sample. Words of findings and replies do not count.
public enum RulesRevision {
    /// The rules of this program.
    public static let current: UInt64 = 1
    /// Of messages that came from a format which did not keep it.
    public static let unknown: UInt64 = 0
    /// The first number that is none: before there were revisions, a hash of the rules' names stood in their place.
    public static let firstHash: UInt64 = 1 << 32
}
