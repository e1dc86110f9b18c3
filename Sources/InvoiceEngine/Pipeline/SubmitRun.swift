import DurableFiles
import InvoiceCode
import InvoiceLedger
import InvoiceModel
import InvoiceRules
import InvoiceXML

/// What answers messages as one state of the ledger has it: for every worker a desk that writes replies, and one that
/// finds words for lines.
struct SubmitTools {
    let engine: Engine
    let policy: Policy
    let desks: WorkerPool<ReplyDesk>
    let tellers: WorkerPool<LineTeller>

    init(_ engine: Engine, _ state: LedgerState, workers: Int) throws(EngineError) {
        self.engine = engine
        policy = state.policy
        let authorities = try Authorities(engine.ledger)
        desks = WorkerPool(
            (0..<workers).map { _ in ReplyDesk(engine.ledger, authorities, registry: state.registry) }
        )
        tellers = WorkerPool((0..<workers).map { _ in LineTeller(state.policy.limits) })
    }
}

/// Where the replies of a run go.
enum ReplyPlace: Sendable {
    /// Nobody wants them.
    case nowhere
    /// Into files of a folder.
    case folder(String)
    /// To whoever waits for each of them: `ToldBatch.answers`.
    case memory
}

/// One run of `submit` after the checks: admission, replies, the durable point, receipts.
final class SubmitRun {
    /// Others once the ledger says something else.
    var tools: SubmitTools
    private let replies: ReplyPlace
    /// Whether lines about which there is nothing to say are told too.
    private let tellsAll: Bool
    /// Outcomes so far: the next one's index.
    private var index = 0

    private var engine: Engine { tools.engine }
    /// Whether anybody wants replies.
    private var givesReplies: Bool { if case .nowhere = replies { false } else { true } }

    init(_ tools: SubmitTools, _ options: SubmitOptions) throws(EngineError) {
        self.tools = tools
        replies = options.replies.map { .folder($0) } ?? .nowhere
        tellsAll = options.tellsAll || options.replies != nil
        if let folder = options.replies { try ReplyFolder.make(folder) }
    }

    /// A run without an end, of messages whose senders wait for their answers.
    init(answering tools: SubmitTools) {
        self.tools = tools
        replies = .memory
        tellsAll = true
    }

    /// A message on its way through one batch.
    private struct Item: Sendable {
        var examination: Examination
        var admission: Admission
        /// Its own reply, where no earlier one answers it.
        var reply: OutgoingReply?
        /// The same message as it came before.
        var earlier: StoredMessage?
        /// The code of the same invoice as it came before.
        var firstCode: AuthenticationCode?
        /// The message whose reply answers this one.
        var answered: StoredMessage?
    }

    /// Takes one batch from its checks to its receipts: THE order of effects, in this one place.
    ///
    /// Up to the durable point nothing has happened: a failure there leaves the ledger as it was. From the durable
    /// point on everything has happened: a failure there loses receipts that the same messages, sent again, get word
    /// for word. No receipt leaves before the durable point.
    func process(_ checked: CheckedBatch) throws(EngineError) -> ToldBatch {
        // 1. The checks are done, in parallel and without effects (CheckStage).
        let examinations = checked.examinations
        // What of containers was not taken is told and has no effect.
        guard !examinations.isEmpty else { return ToldBatch(checked.refusals.map { refused($0.outcome) }) }

        // The day before is closed by a signed head before anything of a later one is written.
        try engine.closeDay(before: checked.receivedAt)

        // 2. Admit, one by one in the order of the files: numbers are taken, transactions and codes given.
        let batch = try storing { () throws(LedgerError) in
            try engine.ledger.beginBatch(policy: tools.policy, rules: InvoiceRules.admission)
        }
        var items: [Item]
        do {
            let admissions = try storing { () throws(LedgerError) in
                try batch.admit(examinations.map(\.submission))
            }

            // 3. Write and sign the new replies, in parallel; hand what cannot be computed again to the batch.
            items = try reply(to: examinations, admissions, at: checked.receivedAt)
            for item in items {
                guard let reply = item.reply, let id = item.admission.id else { continue }
                try storing { () throws(LedgerError) in
                    try batch.setReply(reply.facts, bytes: reply.keptBytes, for: id)
                }
            }
        } catch {
            // Nothing was written: forget what was only in memory.
            try? batch.cancel()
            throw error
        }

        #if BROKEN
        // Wrong on purpose, to prove that Scripts/torture notices; defined by no normal build (Package.swift).
        _ = try receipts(of: items, indices(items, checked.refusals))
        #endif

        // 4. ═══ DURABLE POINT: its blocks are synced, then one transaction of the store has everything of it. ═══
        try storing { () throws(LedgerError) in try batch.commit() }

        // 5. Receipts: what was sent before gets its first answer; reply files; then the outcomes may be told.
        try recall(&items)
        let indices = indices(items, checked.refusals)
        let lines = try tellLines(items, indices)
        let receipts = try receipts(of: items, indices)
        var refusals = checked.refusals[...]
        var told = ToldBatch()
        for (place, (item, receipt)) in zip(items, receipts).enumerated() {
            while let next = refusals.first, next.place == place {
                told.add([refused(refusals.removeFirst().outcome)])
            }
            if let lines = lines[place] {
                told.add(lines.outcomes, counted: lines.counts)
                index += item.examination.count
            } else {
                let outcomes = outcomes(of: item, reply: receipt?.name)
                told.add(outcomes)
                if case .memory = replies { told.answers.append(answer(to: item, outcomes, receipt?.reply)) }
            }
        }
        told.add(refusals.map { refused($0.outcome) })
        return told
    }

    /// What is told of something in a container that was not taken.
    private func refused(_ outcome: Outcome) -> Outcome {
        var outcome = outcome
        outcome.index = index
        index += 1
        return outcome
    }

    /// The messages with their admissions and, where no earlier reply answers them, new replies.
    private func reply(
        to examinations: [Examination],
        _ admissions: [Admission],
        at time: Timestamp
    ) throws(EngineError) -> [Item] {
        precondition(examinations.count == admissions.count, "every message was admitted")
        let replies = tools.desks.map(count: examinations.count) { desk, place in
            Result { () throws(EngineError) in
                try desk.reply(to: examinations[place], admissions[place], at: time)
            }
        }
        var items: [Item] = []
        for (place, reply) in replies.enumerated() {
            items.append(Item(examination: examinations[place], admission: admissions[place], reply: try reply.get()))
        }
        return items
    }

    /// Fetches what was said to messages that came before, and gives every message its lines: of many one for each
    /// invoice, or one where the message is refused as a whole.
    private func recall(_ items: inout [Item]) throws(EngineError) {
        for place in items.indices {
            switch items[place].admission.outcome {
            case .issued, .registered, .lines, .manifest, .unreadable: continue
            case .refused: items[place].examination.tellWhole()
            case .repeated(let first), .duplicate(let first):
                let earlier = try engine.message(first)
                items[place].earlier = earlier
                // Of an invoice that came as one of many, its own entry knows the code.
                let own = earlier.status.isOfMany ? items[place].admission.id : nil
                items[place].firstCode =
                    try own.map { (id) throws(EngineError) in try engine.message(id).code } ?? earlier.code
                guard items[place].examination.lines == nil else { continue }
                items[place].examination.tell(as: earlier)
                guard givesReplies else { continue }
                let isAnswer = earlier.answeredBy == earlier.id
                let answer = isAnswer ? earlier : try engine.message(earlier.answeredBy)
                // What came in a line has no reply that could be given again.
                items[place].answered = answer.status.isAnswered ? answer : nil
            }
        }
    }

    /// Each message's first index; of a message of many its reply has the same.
    private func indices(_ items: [Item], _ refusals: [(place: Int, outcome: Outcome)]) -> [Int] {
        var next = index
        var before = refusals[...]
        return items.indices.map { place in
            let skipped = before.prefix { $0.place <= place }.count
            before.removeFirst(skipped)
            next += skipped
            defer { next += items[place].examination.count }
            return next
        }
    }

    /// What is told of chunks of lines, by their places, with their receipts where replies are written.
    private func tellLines(
        _ items: [Item],
        _ indices: [Int]
    ) throws(EngineError) -> [(outcomes: [Outcome], counts: RunSummary)?] {
        guard items.contains(where: { $0.examination.lines != nil }) else { return items.map { _ in nil } }
        var results: [LineResults?] = []
        for item in items { results.append(item.examination.lines == nil ? nil : try lineResults(of: item)) }
        let (all, replies, work) = (tellsAll, replies, results)
        let told = tools.tellers.map(count: items.count) { teller, place in
            Result { () throws(EngineError) -> (outcomes: [Outcome], counts: RunSummary)? in
                guard let taken = items[place].examination.lines, let results = work[place] else { return nil }
                var outcomes = teller.outcomes(of: taken, results, index: indices[place], all: all)
                if case .folder(let folder) = replies {
                    let name = try ReplyFolder.write(receipts: outcomes, index: indices[place], to: folder)
                    for place in outcomes.indices { outcomes[place].reply = name }
                }
                return (outcomes, results.count(taken))
            }
        }
        var lines: [(outcomes: [Outcome], counts: RunSummary)?] = []
        for told in told { lines.append(try told.get()) }
        return lines
    }

    /// What the lines of a chunk came to, now or when the same chunk came before.
    private func lineResults(of item: Item) throws(EngineError) -> LineResults {
        var results: LineResults
        if let earlier = item.earlier {
            // Bytes that an older program took for a message and could not read have no results of lines.
            let refused = InvoiceAdmission(outcome: .refused, findings: earlier.findings)
            let admissions =
                earlier.status == .lines
                ? earlier.invoices : Array(repeating: refused, count: item.examination.count)
            results = LineResults(admissions: admissions, isAgain: true)
        } else {
            guard case .lines(let admissions) = item.admission.outcome else {
                preconditionFailure("a chunk of lines is taken as one")
            }
            results = LineResults(admissions: admissions)
        }
        for admission in results.admissions {
            guard case .duplicate(let transaction) = admission.outcome else { continue }
            let first = try storing { () throws(LedgerError) in try engine.ledger.lookup(transaction: transaction) }
            results.codes[transaction] = first?.codeText
        }
        return results
    }

    /// What a sender gets: the reply, and of one that was written to a file its name.
    private struct Receipt: Sendable {
        var reply: OutgoingReply
        var name: String?
    }

    /// The replies in the order of the messages, earlier ones word for word again, written to files where these are
    /// wanted.
    private func receipts(of items: [Item], _ indices: [Int]) throws(EngineError) -> [Receipt?] {
        guard givesReplies else { return items.map { _ in nil } }
        let replies = replies
        let written = tools.desks.map(count: items.count) { desk, place in
            Result { () throws(EngineError) -> Receipt? in
                let again = try items[place].answered.map { (answered) throws(EngineError) in
                    try desk.reply(again: answered)
                }
                guard let reply = items[place].reply ?? again else { return nil }
                guard case .folder(let folder) = replies else { return Receipt(reply: reply) }
                let name = try ReplyFolder.write(reply, index: indices[place], to: folder)
                return Receipt(reply: reply, name: name)
            }
        }
        var receipts: [Receipt?] = []
        for receipt in written { receipts.append(try receipt.get()) }
        return receipts
    }

    /// What its sender gets who waits for it.
    private func answer(to item: Item, _ outcomes: [Outcome], _ reply: OutgoingReply?) -> LiveAnswer {
        var outcomes = outcomes
        for place in outcomes.indices { outcomes[place].index = place }
        return LiveAnswer(
            sha256: item.examination.submission.sha256,
            messageID: item.examination.submission.messageID,
            outcomes: outcomes,
            reply: reply.map { LiveReply(type: $0.type, bytes: $0.bytes) },
            isRepeated: item.reply == nil
        )
    }

    /// What is told of a message that is durable: a line for each invoice of a message of many.
    private func outcomes(of item: Item, reply: String?) -> [Outcome] {
        var outcomes = item.examination.outcomes
        let whole = item.earlier?.findings ?? item.admission.findings
        for place in outcomes.indices {
            outcomes[place].index = index + place
            outcomes[place].reply = reply
            outcomes[place].findings = whole.map { FindingReport($0) }
        }
        index += outcomes.count
        func tell(_ status: Outcome.Status, code: AuthenticationCode? = nil) {
            for place in outcomes.indices {
                outcomes[place].status = status
                outcomes[place].code = code?.description
            }
        }
        switch item.admission.outcome {
        case .issued(_, let code): tell(.issued, code: code)
        case .registered(let invoices, _): outcomes.tell(invoices, whole: whole, isAgain: false)
        case .lines, .manifest: break
        case .refused: tell(.rejected)
        case .unreadable: tell(.unreadable)
        case .duplicate: tell(.duplicate, code: item.firstCode)
        case .repeated:
            guard let earlier = item.earlier else { preconditionFailure("what came before was fetched") }
            // Bytes that were taken as lines before, and come as a message now, are told as one.
            if earlier.status == .registered {
                outcomes.tell(earlier.invoices, whole: whole, isAgain: true)
            } else {
                tell(Outcome.Status(again: earlier.status), code: earlier.code)
            }
        }
        return outcomes
    }
}

extension Examination {
    fileprivate var file: InputFile { InputFile(name: outcomes.first?.file ?? "") }

    /// Gives a message of many one line.
    fileprivate mutating func tellWhole() {
        guard outcomes.count > 1, let message else { return }
        outcomes = [Outcome(whole: message, file: file)]
    }

    /// Gives a message the lines that it had when it came before, read under other limits perhaps.
    fileprivate mutating func tell(as earlier: StoredMessage) {
        guard earlier.status == .registered else { return tellWhole() }
        guard outcomes.count != earlier.invoices.count else { return }
        guard case .message(let message) = ParsedMessage.read(earlier.bytes, limits: .unlimited) else { return }
        outcomes = Outcome.lines(message, file: file)
    }
}

extension [Outcome] {
    /// Says of each invoice of a message of many what it came to, with its own findings behind those of the message.
    fileprivate mutating func tell(_ invoices: [InvoiceAdmission], whole: [WeighedFinding], isAgain: Bool) {
        precondition(invoices.count == count, "a line for each invoice")
        for (place, invoice) in invoices.enumerated() {
            let first: Outcome.Status =
                switch invoice.outcome {
                case .registered: .registered
                case .duplicate: .duplicate
                case .refused: .rejected
                }
            self[place].status = isAgain && first == .registered ? .duplicate : first
            self[place].findings = (whole + invoice.findings).inOrderOfRules.map { FindingReport($0) }
            if !invoice.isAccepted { self[place].code = nil }
        }
    }
}

extension Outcome.Status {
    /// What is said of bytes that came before: accepted then is a duplicate now, refused stays refused.
    fileprivate init(again status: MessageStatus) {
        switch status {
        case .issued, .duplicate, .registered, .lines, .manifest: self = .duplicate
        case .refused, .rejected: self = .rejected
        case .unreadable: self = .unreadable
        }
    }
}
