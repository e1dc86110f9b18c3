import Foundation
import InvoiceLedger
import InvoiceModel
import InvoiceSignature

/// The authority's side of coded invoices over one ledger: checks messages, gives codes, answers questions.
public final class Engine: Sendable {
    let ledger: Ledger

    init(_ ledger: Ledger) {
        self.ledger = ledger
    }

    /// What a ledger is opened for.
    public enum Access: Sendable {
        /// Questions only; others may write meanwhile.
        case reading
        /// Submitting and administration; one process at a time.
        case writing
    }

    /// Opens a ledger.
    public static func open(_ path: String, for access: Access) throws(EngineError) -> Engine {
        try storing { () throws(LedgerError) in
            Engine(try Ledger.open(at: path, access: access == .reading ? .readOnly : .readWrite))
        }
    }

    /// Whether this is a test ledger, marked so for ever.
    public var isTest: Bool { ledger.settings.isTest }

    /// What people call it: test ledgers say TEST.
    public var title: String { isTest ? "TEST ledger" : "Ledger" }

    /// A line to stand above results of a test ledger; `nil` for a real one.
    public var banner: String? { isTest ? "TEST ledger: nothing here has legal force." : nil }

    /// The time: the system's, or a test ledger's fixed one.
    func now() -> Timestamp {
        ledger.settings.fixedClock ?? Engine.systemTime()
    }

    /// The system's time.
    static func systemTime() -> Timestamp {
        Timestamp(unixSeconds: Int64(Date().timeIntervalSince1970))
    }

    /// Who acts, in words, and when.
    func actor() -> Actor {
        Actor(ActingUser.words, at: now())
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
            return LedgerState(registry: registry, trust: trust, policy: policy)
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
            case .notALedger: " Make one with: xacthuc init LEDGER."
            case .alreadyExists: " Choose another folder, or use the ledger that is there."
            case .newerFormat: " Install the newer version of xacthuc."
            case .locked: " Wait for the other process, or stop it."
            case .failed: " Run the same command again: what was answered is durable, the rest is taken in then."
            case .storage: " Check the disk and the permissions of the ledger's folder, then run it again."
            case .corrupt: " Do not write to this ledger any more; go back to a copy of it."
            case .notWritable, .invalid: ""
            }
        let sentence = error.message.hasSuffix(".") ? error.message : error.message + "."
        self.init(error.code == .invalid ? .usage : .store, sentence + advice)
    }
}
