/// What an audit proves, one after the other.
public enum AuditProof: String, Sendable, CaseIterable {
    /// Segments, checksums and chain up to the committed end; entries, their numbers and times; originals' SHA-256.
    case archive
    /// The pages of the database file.
    case database
    /// Every row of the store is what the archive gives, totals on both bases included.
    case agreement
    /// Codes open to their transactions, and their tags are those of facts and content.
    case codes
    /// Facts and content digests are those of the originals.
    case content
    /// Each message, judged again as things stood then, comes to the same.
    case verdicts
    /// Sellers' signatures, and the authority's in every reply written again.
    case signatures
    /// Signed day heads name the digests of the chain.
    case heads
}

/// One thing that does not hold, and where.
public struct AuditFinding: Sendable, Hashable {
    /// Which proof it belongs to.
    public var proof: AuditProof
    /// The archive's segment, from 1.
    public var segment: UInt64?
    /// The block, from 1.
    public var block: UInt64?
    /// The message's sequence number.
    public var message: UInt64?
    /// The transaction, where there is one.
    public var transaction: UInt64?
    /// What is wrong: a sentence without a taxpayer's data.
    public var what: String

    /// A finding.
    public init(
        _ proof: AuditProof,
        _ what: String,
        at place: AuditPlace? = nil,
        message: UInt64? = nil,
        transaction: UInt64? = nil
    ) {
        self.proof = proof
        segment = place?.segment
        block = place?.block
        self.message = message
        self.transaction = transaction
        self.what = what
    }
}

/// A block of the archive.
public struct AuditPlace: Sendable, Hashable {
    /// Its segment, from 1.
    public var segment: UInt64
    /// Its number, from 1.
    public var block: UInt64
}

/// Findings in order, of each proof as many as are worth reading; the rest is counted.
public struct AuditFindings: Sendable {
    /// Findings of one proof that are kept.
    public static let kept = 100
    /// Those kept, in order of their discovery.
    public private(set) var list: [AuditFinding] = []
    /// All, by proof.
    public private(set) var counts: [AuditProof: Int] = [:]

    /// Nothing found.
    public init() {}

    /// Takes one in.
    public mutating func add(_ finding: AuditFinding) {
        let count = counts[finding.proof, default: 0]
        if count < AuditFindings.kept { list.append(finding) }
        counts[finding.proof] = count + 1
    }

    /// Takes those of another list in.
    public mutating func add(_ other: [AuditFinding]) {
        for finding in other { add(finding) }
    }
}
