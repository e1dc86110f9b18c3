import Foundation
import InvoiceLedger

/// How a run works; none of it changes what comes out.
public struct SubmitOptions: Sendable, Hashable {
    /// Folder for reply files; `nil` writes none.
    public var replies: String?
    /// Messages that become durable together.
    public var batch = SubmitOptions.defaultBatch
    /// Threads that check and sign.
    public var workers = SubmitOptions.activeCores

    /// Whether lines of NDJSON about which there is nothing to say are told one by one; else they are counted.
    public var tellsAll = true
    /// The signed manifest of lines that have none beside them.
    public var manifest: String?

    /// Large enough that the cost of one durable commit is shared, small enough to stay in the caches.
    public static let defaultBatch = 256
    /// A bound on what a crash leaves to be submitted again.
    public static let maximumBatch = Ledger.largestBatch
    /// The cores the system gives this process.
    public static var activeCores: Int { max(1, ProcessInfo.processInfo.activeProcessorCount) }

    /// The defaults.
    public init() {}
}

/// What a run tells while it goes on.
public enum RunEvent: Sendable {
    /// How many bytes of the input, as it lies there, are behind the outcomes up to the next ones.
    case taken(bytes: Int)
    /// What became of the next messages; after a submit all of it is durable and the replies are written.
    case outcomes([Outcome])
    /// Of lines: outcomes about which there is nothing to say, counted only.
    case counted(RunSummary)
    /// A file that could not be read; the run goes on.
    case failure(EngineError)
}
