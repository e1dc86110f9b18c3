import DurableFiles
import Foundation
import InvoiceLedger
import InvoiceModel
import InvoiceSignature
import Synchronization

/// The authority's side of coded invoices over one ledger: checks messages, gives codes, answers questions.
public final class Engine: Sendable {
    let ledger: Ledger
    let clock: LedgerClock
    /// The authority's certificates, once one was asked for; without keys.
    let replaySigners = Mutex<[UInt32: AuthoritySigner]>([:])

    /// Over a ledger.
    ///
    /// - Parameter system: the system's time.
    /// - Throws: `.store` where the ledger is written to and the clock stands well before what it holds.
    init(
        _ ledger: Ledger,
        for access: Access,
        system: @escaping @Sendable () -> Timestamp = { Engine.systemTime() }
    ) throws(EngineError) {
        self.ledger = ledger
        // Questions are asked at the time that is; what is written is dated, and dates never go back.
        let last = access == .writing ? try storing { () throws(LedgerError) in try ledger.lastTime } : nil
        clock = LedgerClock(fixed: ledger.settings.fixedClock, last: last, system: system)
        if access == .writing { _ = try clock.checked() }
    }

    /// What a ledger is opened for.
    public enum Access: Sendable {
        /// Questions only; others may write meanwhile.
        case reading
        /// Submitting and administration; one process at a time.
        case writing
    }

    /// Opens a ledger.
    ///
    /// - Parameter hasSmallFiles: for tests of what happens where a file of archive or look-up index ends: a few
    ///   messages fill one.
    public static func open(
        _ path: String,
        for access: Access,
        hasSmallFiles: Bool = false
    ) throws(EngineError) -> Engine {
        if access == .writing { try checkHandles() }
        let ledger = try storing { () throws(LedgerError) in
            try Ledger.open(
                at: path,
                access: access == .reading ? .readOnly : .readWrite,
                holder: holder(),
                sizes: hasSmallFiles ? smallFiles : FileSizes()
            )
        }
        return try Engine(ledger, for: access)
    }

    private static let smallFiles = FileSizes(
        segmentBytes: 16_384,
        lookup: MessageIndexSettings(memoryMessages: 3, mergedRuns: 2)
    )

    /// Whether this is a test ledger, marked so for ever.
    public var isTest: Bool { ledger.settings.isTest }

    /// What people call it: test ledgers say TEST.
    public var title: String { isTest ? "TEST ledger" : "Ledger" }

    /// A line to stand above results of a test ledger; `nil` for a real one.
    public var banner: String? { isTest ? "TEST ledger: nothing here has legal force." : nil }

    /// The time: the system's, or a test ledger's fixed one; never before what the ledger was last given.
    func now() -> Timestamp {
        clock.now()
    }

    /// Files that a run has open at once, the system's libraries' own too.
    private static let handles = 24

    /// Fails before anything is begun where files would fail one after another, and Dispatch would end the process.
    private static func checkHandles() throws(EngineError) {
        do {
            try DurableFiles.checkHandles(handles)
        } catch {
            throw EngineError(
                .store,
                "This process cannot open \(handles) files (\(error)). "
                    + "Raise its limit (ulimit -n 1024) and run it again."
            )
        }
    }

    /// Who has a ledger open, for whoever is turned away: the command, and since when.
    static func holder() -> String {
        let words = ProcessInfo.processInfo.arguments.prefix(2)
        let program = words.first.map { ($0 as NSString).lastPathComponent } ?? "xacthuc"
        // Only the command's name: what follows may be a path.
        let command = words.dropFirst().first { $0.utf8.allSatisfy { (0x61...0x7A).contains($0) } }
        return [program, command, "since \(systemTime())"].compactMap { $0 }.joined(separator: " ")
    }

    /// The system's time.
    static func systemTime() -> Timestamp {
        Timestamp(unixSeconds: Int64(Date().timeIntervalSince1970))
    }

    /// Who acts, in words, and when; the day before is closed by its signed head first.
    func actor() throws(EngineError) -> Actor {
        let time = now()
        try closeDay(before: time)
        return Actor(ActingUser.words, at: time)
    }

    /// What the ledger says besides its invoices, now.
    func state() throws(EngineError) -> LedgerState {
        let material = try storing { () throws(LedgerError) in try ledger.trustMaterial() }
        let registry = try storing { () throws(LedgerError) in try ledger.registry() }
        let identities = try storing { () throws(LedgerError) in try ledger.authorities() }
        let policy = try policy()
        do {
            let trust = try TrustStore(
                anchors: material.anchors,
                crls: material.revocationLists,
                authorities: identities.map(\.certificateDER)
            )
            return LedgerState(registry: registry, trust: trust, policy: policy, needsManifest: !isTest)
        } catch {
            throw EngineError(.store, "A trusted certificate in the ledger cannot be read: \(error)")
        }
    }
}

/// Runs something of the ledger; its failures become the engine's.
func storing<Value>(_ body: () throws(LedgerError) -> Value) throws(EngineError) -> Value {
    do {
        return try body()
    } catch {
        throw EngineError(error)
    }
}

extension EngineError {
    /// A failure of the store, and what to do next.
    init(_ error: LedgerError) {
        let advice =
            switch error.code {
            case .notALedger: " Check the path; a new ledger is made with: xacthuc init LEDGER."
            case .alreadyExists: " Choose a folder that does not exist."
            case .olderFormat: ""
            case .newerFormat: " Install the newer version of xacthuc."
            case .locked: " Wait for the other process, or stop it."
            case .failed: " Run the same command again: what was answered is durable, the rest is taken in then."
            case .storage: " Check path, free space and permissions, then run it again."
            case .corrupt:
                " Write nothing to this ledger before the damaged files are put back from a backup and "
                    + "xacthuc audit LEDGER agrees."
            case .databaseDamaged: " The archive is the truth: xacthuc rebuild LEDGER makes the database again."
            case .tornTail:
                " Put the segment back from a backup that has all of it; where none has, "
                    + "xacthuc rebuild LEDGER --drop-tail cuts it off."
            case .wrongKey: " Put the folder keys back from the copy that was kept of it."
            case .notWritable, .invalid: ""
            }
        let sentence = error.message.hasSuffix(".") ? error.message : error.message + "."
        self.init(error.code == .invalid ? .usage : .store, sentence + advice)
    }
}
