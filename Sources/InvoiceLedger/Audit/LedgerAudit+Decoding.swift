import InvoiceCode
import InvoiceModel

extension LedgerAudit {
    /// The block's entries, their numbers, times and shapes proved.
    func decode(_ block: ScannedBlock, _ content: BlockContent) -> AuditedBlock {
        let place = AuditPlace(segment: block.location.segment, block: block.location.block)
        var audited = AuditedBlock(
            place: place,
            rules: content.rules,
            writtenAt: content.writtenAt,
            content: .messages([]),
            location: block.location,
            digest: block.digest,
            kind: content.kind,
            first: content.first,
            count: content.count,
            entries: [],
            changes: []
        )
        do throws(EntryError) {
            switch content.kind {
            case .messages:
                let entries = try coding.messages(content.facts.span, count: content.count)
                guard entries.allSatisfy(\.isPossible) else { throw EntryError(reason: .value, offset: 0) }
                audited.entries = entries
                audited.content = .messages(messages(entries, content.originals, place))
                prove(content, first: entries.first?.sequence, latest: entries.last?.receivedAt, place)
            case .changes:
                let entries = try coding.changes(content.facts.span, count: content.count)
                guard entries.allSatisfy(\.isPossible) else { throw EntryError(reason: .value, offset: 0) }
                audited.changes = changes(entries, content.originals, place)
                audited.content = .changes(entries.count)
                prove(content, first: entries.first?.sequence, latest: entries.last?.at, place)
            case .head:
                guard content.writtenAt.isPossible, content.count == 1, content.originals.isEmpty else {
                    throw EntryError(reason: .value, offset: 0)
                }
                audited.content = .head(String(decoding: content.facts, as: UTF8.self))
                order.take(headAt: content.writtenAt, at: place, &findings)
                prove(content, first: 0, latest: content.writtenAt, place)
            }
        } catch {
            isReplayBroken = true
            add(AuditFinding(.archive, "an entry that cannot be read: \(error)", at: place))
        }
        return audited
    }

    /// What the block's header says of its entries, and how it follows the block before.
    private func prove(_ content: BlockContent, first: UInt64?, latest: Timestamp?, _ place: AuditPlace) {
        func report(_ what: String, _ proof: AuditProof = .archive) { add(AuditFinding(proof, what, at: place)) }
        if content.first != first { report("the block's header names another first entry") }
        if content.writtenAt != latest { report("the block's header names another time than its last entry") }
        // Blocks from before there were revisions name a hash in their place; none follows a revision.
        let isHash = content.rules >= RulesRevision.firstHash
        let isBehindHash = before.rules >= RulesRevision.firstHash
        if content.rules > RulesRevision.current, !isHash {
            report("judged by rules of revision \(content.rules), this program has \(RulesRevision.current)", .verdicts)
        }
        let isBehindRevision = before.rules > RulesRevision.unknown && !isBehindHash
        if content.rules < before.rules && !isBehindHash || isHash && isBehindRevision {
            report("the revision of the rules goes back from \(before.rules) to \(content.rules)")
        }
        guard content.rules > RulesRevision.unknown else { return }
        if before.rules == RulesRevision.unknown, place.block > 1, !state.isUpgraded {
            report("blocks before it name no revision of the rules, and were not upgraded")
        }
        // What was upgraded had no heads.
        guard let last = before.time, let latest, before.rules > RulesRevision.unknown else { return }
        if latest.date > last.date, !before.isHead, content.kind != .head {
            report("it begins \(latest.date), and no signed head closes \(last.date)", .heads)
        }
    }

    /// Reads the file of the generation that just began: it must hold the key the archive means.
    private func readKey(_ place: AuditPlace) {
        guard let known = state.codeKeys.last else { return }
        do throws(LedgerError) {
            let key = try files.masterKey(known.generation)
            if key.checkValue != known.checkValue {
                add(AuditFinding(.codes, "the file of code key \(known.generation) holds another key", at: place))
            }
            masterKeys.append(key)
            if let keyRing { codes.use(keyRing) }
        } catch {
            add(AuditFinding(.codes, "the code key \(known.generation) cannot be read: \(error.message)", at: place))
        }
    }

    private func messages(
        _ entries: [MessageEntry],
        _ originals: [UInt8],
        _ place: AuditPlace
    ) -> [AuditedMessage] {
        var start = 0
        var messages: [AuditedMessage] = []
        let signer = state.authorities.last?.id
        for entry in entries {
            order.take(entry, at: place, signer: signer, key: identifierKey, &findings)
            let end = min(originals.count, start + entry.originalLength)
            messages.append(AuditedMessage(entry, bytes: Array(originals[start..<end])))
            start = end
        }
        prove(entries.reduce(0) { $0 + $1.originalLength }, originals, place)
        return messages
    }

    private func changes(
        _ entries: [ChangeEntry],
        _ originals: [UInt8],
        _ place: AuditPlace
    ) -> [(entry: ChangeEntry, payload: [UInt8])] {
        var start = 0
        var changes: [(entry: ChangeEntry, payload: [UInt8])] = []
        for entry in entries {
            order.take(entry, at: place, &findings)
            let end = min(originals.count, start + entry.payloadLength)
            let payload = Array(originals[start..<end])
            changes.append((entry, payload))
            start = end
            if let fault = state.take(entry.kind, payload) { add(AuditFinding(.archive, fault, at: place)) }
            if entry.kind == .codeKey { readKey(place) }
        }
        prove(entries.reduce(0) { $0 + $1.payloadLength }, originals, place)
        return changes
    }

    private func prove(_ named: Int, _ originals: [UInt8], _ place: AuditPlace) {
        guard named != originals.count else { return }
        add(AuditFinding(.archive, "\(originals.count) bytes of originals, the entries name \(named)", at: place))
    }
}
