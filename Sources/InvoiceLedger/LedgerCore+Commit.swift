import InvoiceModel
import SQLite

extension LedgerCore {
    /// Writes the open batch, and closes it.
    func commit(_ batch: OpenBatch) throws(LedgerError) {
        let entries = batch.entries()
        guard !entries.isEmpty else {
            openBatch = nil
            return
        }
        try makeDurable(BlockDraft.messages(entries, coding: archive.coding, limits: archive.limits))
        committed = batch.counters
        highestNumbers.add(batch.invoices)
        for (entry, _) in entries { messages.insert(entry.keys) }
        openBatch = nil
    }

    /// THE durable point of the ledger, of batches and of administrative actions: when this returns, all of it survives
    /// any crash, and only then may anybody be told.
    ///
    /// When it throws, memory may no longer be what the disk holds: the ledger stops (`failed`), and only opening again
    /// goes on from the disk. What that finds depends on the step that failed:
    ///
    /// 1. Append: bytes behind the committed end. Opening takes in whole blocks (`TailReplay`) and cuts off the rest.
    /// 2. Sync: the same, whatever of it reached the disk. Until here the store knows nothing of the blocks.
    /// 3. The store's transaction, with the rows and the new committed end. If it failed before its commit was durable,
    ///    SQLite takes it back: as 1. If it was durable although it failed, everything happened.
    ///
    /// What happened although nobody was told is no harm: the same messages, sent again, get the answers stored here.
    ///
    /// Step 3 never comes before 2, so a committed end always has its blocks on disk.
    ///
    /// The blocks are made, appended and synced on one thread, the sums added up on another, while this one writes the
    /// rows: those of messages and invoices need the numbers of the blocks alone, and count for nothing without the
    /// commit, which waits for all.
    func makeDurable(_ drafts: [BlockDraft]) throws(LedgerError) {
        precondition(isWritable && state == .ready, "a write on a ledger that is not open for writing")
        let first = archive.nextBlock
        let appended = Beside(on: lanes.archive) { [archive] in archive.keep(drafts) }
        let sums = Beside(on: lanes.sums) {
            Result { () throws(SQLiteError) in try TotalsDeltas(drafts.map(\.entries)) }
        }
        // However this ends, nobody may still write behind it.
        defer {
            appended.wait()
            sums.wait()
        }
        do throws(LedgerError) {
            try LedgerError.database { () throws(SQLiteError) in
                try begin()
                for (block, draft) in zip(first..., drafts) { try writer.apply(draft.entries, block: block) }
                try writer.apply(sums.wait().get())
            }
            // 1. Append, 2. Sync: done when this returns.
            let stored = try appended.wait().get()
            // 3. ═══ DURABLE POINT: one transaction with everything that follows from the blocks. ═══
            try LedgerError.database { () throws(SQLiteError) in
                for (draft, block) in zip(drafts, stored) { try writer.end(draft.entries, at: block) }
                try end()
            }
        } catch {
            state = .failed
            openBatch = nil
            // A failing rollback changes nothing: the connection is not used again, and opening recovers.
            if connection.isInTransaction { try? connection.execute("ROLLBACK") }
            throw error
        }
    }
}

extension LedgerArchive {
    /// Appends blocks and makes them durable, on whatever thread.
    fileprivate func keep(_ drafts: [BlockDraft]) -> Result<[StoredBlock], LedgerError> {
        Result { () throws(LedgerError) in
            try LedgerError.archive { () throws(ArchiveError) in
                // 1. Append.
                var stored: [StoredBlock] = []
                for draft in drafts { stored.append(try append(draft)) }
                // 2. Sync.
                #if !BROKEN
                // Only a build broken on purpose leaves it out: Scripts/torture must notice (Package.swift).
                try sync()
                #endif
                return stored
            }
        }
    }
}

extension OpenBatch {
    /// What the archive will hold of it.
    func entries() -> [(entry: MessageEntry, bytes: [UInt8])] {
        messages.map { pending in
            let isAnswered = pending.status == .duplicate || !pending.status.isAnswered || pending.reply != nil
            precondition(isAnswered, "a message without a reply is never stored")
            let submission = pending.submission
            let entry = MessageEntry(
                sequence: pending.id.sequence,
                status: pending.status,
                receivedAt: submission.receivedAt,
                originalLength: submission.bytes.count,
                sha256: submission.sha256,
                messageID: submission.messageID,
                sender: submission.sender,
                taxpayer: submission.taxpayer,
                type: submission.type,
                findings: pending.findings,
                noticeNumber: pending.notice,
                invoices: invoices(of: pending),
                reply: pending.reply,
                replyBytes: pending.replyBytes
            )
            return (entry, submission.bytes)
        }
    }

    private func invoices(of pending: PendingMessage) -> [InvoiceEntry] {
        if pending.status.isOfMany {
            return pending.invoices.map { InvoiceEntry(outcome: outcome(of: $0), findings: $0.findings) }
        }
        guard let transaction = pending.transaction else { return [] }
        guard pending.status == .issued else { return [InvoiceEntry(outcome: .duplicate(transaction: transaction))] }
        return [InvoiceEntry(outcome: accepted(transaction))]
    }

    private func outcome(of admission: InvoiceAdmission) -> InvoiceEntry.Outcome {
        switch admission.outcome {
        case .registered(let transaction): accepted(transaction)
        case .duplicate(let transaction): .duplicate(transaction: transaction)
        case .refused: .refused
        }
    }

    private func accepted(_ transaction: UInt64) -> InvoiceEntry.Outcome {
        guard let invoice = invoice(transaction) else { preconditionFailure("an accepted invoice is in its batch") }
        return .accepted(
            AcceptedInvoice(
                transaction: transaction,
                code: invoice.code,
                cashCode: invoice.cashCode,
                facts: invoice.facts,
                contentDigest: invoice.contentDigest,
                relatedTransaction: invoice.related
            )
        )
    }
}
