public import InvoiceModel

extension Ledger {
    /// Opens a batch; the one before must have been committed or cancelled.
    ///
    /// - Parameters:
    ///   - policy: weighs the findings made at admission.
    ///   - rules: rules that need the ledger.
    public func beginBatch(
        policy: Policy,
        rules: @escaping AdmissionRules
    ) throws(LedgerError) -> AdmissionBatch {
        try write { core throws(LedgerError) in
            precondition(core.openBatch == nil, "one batch at a time")
            try core.knowMessages()
            core.openBatch = OpenBatch(policy: policy, rules: rules, counters: core.committed)
        }
        return AdmissionBatch(self)
    }
}

/// Some messages that become durable together.
///
/// Admit them in their order, give each one its reply, commit. Nothing is stored before `commit` returns, so no receipt
/// may leave before that.
public final class AdmissionBatch: Sendable {
    private let ledger: Ledger

    init(_ ledger: Ledger) {
        self.ledger = ledger
    }

    /// Decides what becomes of the next message, seeing everything before it.
    public func admit(_ submission: Submission) throws(LedgerError) -> Admission {
        try open { core, batch throws(LedgerError) in try core.admit(submission, batch) }
    }

    /// Decides what becomes of several messages, in their order.
    public func admit(_ submissions: [Submission]) throws(LedgerError) -> [Admission] {
        try open { core, batch throws(LedgerError) in
            try core.snapshot { () throws(LedgerError) in
                var admissions: [Admission] = []
                admissions.reserveCapacity(submissions.count)
                for submission in submissions { admissions.append(try core.admit(submission, batch)) }
                return admissions
            }
        }
    }

    /// Sets the reply to a message of this batch; each one but duplicates needs it before the commit.
    ///
    /// - Parameters:
    ///   - facts: with them the reply can be written again.
    ///   - bytes: the reply word for word, where a later registry or rule text would word it differently (204, 999).
    ///   - id: the message.
    public func setReply(_ facts: ReplyFacts, bytes: [UInt8]? = nil, for id: StoredID) throws(LedgerError) {
        try open { _, batch throws(LedgerError) in batch.setReply(facts, bytes: bytes, for: id) }
    }

    /// Makes the batch durable, and closes it.
    ///
    /// - Throws: no receipt of the batch may leave then; the ledger refuses further work until it is opened again,
    ///   and sending the same messages again tells which were stored.
    public func commit() throws(LedgerError) {
        try open { core, batch throws(LedgerError) in try core.commit(batch) }
    }

    /// Forgets the batch.
    public func cancel() throws(LedgerError) {
        try open { core, _ throws(LedgerError) in core.openBatch = nil }
    }

    private func open<Result: Sendable>(
        _ body: (LedgerCore, OpenBatch) throws(LedgerError) -> Result
    ) throws(LedgerError) -> Result {
        try ledger.write { core throws(LedgerError) in
            guard let batch = core.openBatch else { preconditionFailure("the batch is closed") }
            return try body(core, batch)
        }
    }
}
