import InvoiceCode
public import InvoiceModel
import SQLite

/// Administrative actions: each in one transaction with its entry in the log. None may run while a batch is open.
extension Ledger {
    /// Takes taxpayers into the registry, in that order: one without `validFrom` replaces all that was known of it, one
    /// with it begins a version, or replaces the one of the same day.
    public func importTaxpayers(_ taxpayers: [Taxpayer], by actor: Actor) throws(LedgerError) {
        let payload = RegistryText.write(taxpayers)
        let hasOffices = taxpayers.allSatisfy { $0.officeCode.utf8.count == 5 }
        guard hasOffices, RegistryText.taxpayers(payload) == taxpayers else {
            throw LedgerError(.invalid, "taxpayers: offices of five digits, texts of one line")
        }
        try change(.taxpayers, payload, by: actor) { core in core.registryCache = nil }
    }

    /// Takes in taxpayers' lists of certificates; each replaces the whole list that taxpayer had.
    public func importCertificates(
        _ lists: [TaxCode: [RegisteredCertificate]],
        by actor: Actor
    ) throws(LedgerError) {
        let payload = RegistryText.write(lists)
        guard RegistryText.certificates(payload) == lists else {
            throw LedgerError(.invalid, "certificates of taxpayers: texts of one line")
        }
        try change(.certificates, payload, by: actor) { core in core.registryCache = nil }
    }

    /// Takes in stops; one with the same taxpayer, cause and beginning is replaced.
    public func importStops(_ stops: [UsageStop], by actor: Actor) throws(LedgerError) {
        let payload = RegistryText.write(stops)
        guard RegistryText.stops(payload) == stops else {
            throw LedgerError(.invalid, "stops: an end not before the beginning, notice numbers of one line")
        }
        try change(.stops, payload, by: actor) { core in core.registryCache = nil }
    }

    /// Takes in delegations; one that differs in nothing but its end is replaced. From the first import on, even of
    /// none, delegations are asked for.
    public func importDelegations(_ delegations: [Delegation], by actor: Actor) throws(LedgerError) {
        let payload = RegistryText.write(delegations)
        guard RegistryText.delegations(payload) == delegations else {
            throw LedgerError(.invalid, "delegations: an end not before the beginning")
        }
        try change(.delegations, payload, by: actor) { core in core.registryCache = nil }
    }

    /// Adds trust anchors (DER) and returns how many were new.
    public func addAnchors(_ certificates: [[UInt8]], by actor: Actor) throws(LedgerError) -> Int {
        try add(certificates, .anchor, "trust_anchor", "certificate", by: actor)
    }

    /// Adds revocation lists (DER) and returns how many were new.
    public func addRevocationLists(_ lists: [[UInt8]], by actor: Actor) throws(LedgerError) -> Int {
        try add(lists, .revocationList, "revocation_list", "list", by: actor)
    }

    /// Sets the policy's text; what it means is the caller's matter.
    public func setPolicy(_ text: String, by actor: Actor) throws(LedgerError) {
        try change(.policy, Array(text.utf8), by: actor) { _ in }
    }

    /// Makes a new generation of code keys, with which all further codes are made, and returns its number.
    public func rotateKeys(by actor: Actor) throws(LedgerError) -> UInt8 {
        let seed = settings.seed
        return try write { core throws(LedgerError) in
            let last = core.keys.map(\.generation).max() ?? 0
            guard last < 0x7F else { throw LedgerError(.invalid, "all 128 generations are used") }
            let generation = last + 1
            let key: MasterKey
            if let seed {
                key = MasterKey.test(generation: generation, seed: seed)
            } else {
                do { key = try MasterKey.random(generation: generation) } catch {
                    throw LedgerError(.storage, "no random bytes for a new key")
                }
            }
            // The file first: a row without its key would lock everybody out, a key without its row is nothing.
            try LedgerFiles(path: core.path).write(key)
            let payload = ChangePayload.write(generation: generation, checkValue: key.checkValue)
            try core.change([(.codeKey, payload)], by: actor)
            core.keys.append(key)
            core.keyRing = KeyRing(core.keys, current: generation)
            core.codeMaker.use(core.keyRing)
            return generation
        }
    }

    /// Gives the authority another certificate and key, and returns the new identity's id.
    public func rotateAuthority(_ identity: AuthorityIdentity, by actor: Actor) throws(LedgerError) -> UInt32 {
        try write { core throws(LedgerError) in
            let last = try LedgerError.database { () throws(SQLiteError) in
                try core.connection.integer("SELECT max(id) FROM authority") ?? 0
            }
            guard (0..<Int64(UInt32.max)).contains(last) else {
                throw LedgerError(.databaseDamaged, "ledger.sqlite: certificate \(last) of the authority")
            }
            var identity = identity
            identity.id = UInt32(last) + 1
            try LedgerFiles(path: core.path).write(identity)
            try core.change([(.authority, ChangePayload.write(identity))], by: actor)
            return identity.id
        }
    }

    private func add(
        _ items: [[UInt8]],
        _ kind: Change.Kind,
        _ table: String,
        _ column: String,
        by actor: Actor
    ) throws(LedgerError) -> Int {
        try write { core throws(LedgerError) in
            let new = try LedgerError.database { () throws(SQLiteError) in
                let known = try core.connection.prepare("SELECT 1 FROM \(table) WHERE \(column) = ?")
                var seen: Set<[UInt8]> = []
                var new: [[UInt8]] = []
                for item in items where seen.insert(item).inserted {
                    known.bind(1, item)
                    let isKnown = try known.step()
                    known.reset()
                    if !isKnown { new.append(item) }
                }
                return new
            }
            try core.change(new.map { (kind, $0) }, by: actor)
            return new.count
        }
    }

    private func change(
        _ kind: Change.Kind,
        _ payload: [UInt8],
        by actor: Actor,
        _ then: (LedgerCore) -> Void
    ) throws(LedgerError) {
        try write { core throws(LedgerError) in
            try core.change([(kind, payload)], by: actor)
            then(core)
        }
    }

    /// Whether a text fits into one column of a line.
    static func isPlain(_ text: String) -> Bool {
        text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
    }
}

extension LedgerCore {
    /// Administrative actions: decided already, made durable here. A barrier between batches.
    func change(_ payloads: [(kind: Change.Kind, payload: [UInt8])], by actor: Actor) throws(LedgerError) {
        precondition(openBatch == nil, "a change of registry, trust, policy or keys while a batch is open")
        guard !payloads.isEmpty else { return }
        guard Ledger.isPlain(actor.name) else { throw LedgerError(.invalid, "the actor's name: one line") }
        let last = try LedgerError.database { () throws(SQLiteError) in
            try connection.integer("SELECT coalesce(max(sequence), 0) FROM change") ?? 0
        }
        let changes = ChangeEntry.numbered(payloads, after: UInt64(bitPattern: last), by: actor)
        try makeDurable(BlockDraft.changes(changes, coding: archive.coding, limits: archive.limits))
    }
}
