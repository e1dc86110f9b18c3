import InvoiceCode
public import InvoiceModel
import SQLite

/// Administrative actions: each in one transaction with its entry in the log. None may run while a batch is open.
extension Ledger {
    /// Takes taxpayers into the registry; one that is there already is replaced.
    public func importTaxpayers(_ taxpayers: [Taxpayer], by actor: Actor) throws(LedgerError) {
        for taxpayer in taxpayers {
            let texts = [taxpayer.name, taxpayer.officeCode, taxpayer.cashRegisterCode]
            guard taxpayer.officeCode.utf8.count == 5, texts.allSatisfy(Ledger.isPlain) else {
                throw LedgerError(.invalid, "taxpayer \(taxpayer.taxCode): office of five digits, texts of one line")
            }
        }
        try change(.taxpayers, RegistryText.write(taxpayers), by: actor) { core, _ throws(SQLiteError) in
            try RegistryStore(connection: core.connection).replace(taxpayers)
            core.registryCache = nil
        }
    }

    /// Takes in taxpayers' lists of certificates; each replaces the whole list that taxpayer had.
    public func importCertificates(
        _ lists: [TaxCode: [RegisteredCertificate]],
        by actor: Actor
    ) throws(LedgerError) {
        for (code, certificates) in lists {
            guard certificates.allSatisfy({ Ledger.isPlain($0.issuer) && Ledger.isPlain($0.serial) }) else {
                throw LedgerError(.invalid, "certificates of \(code): texts of one line")
            }
        }
        try change(.certificates, RegistryText.write(lists), by: actor) { core, _ throws(SQLiteError) in
            try RegistryStore(connection: core.connection).replace(lists)
            core.registryCache = nil
        }
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
        try change(.policy, Array(text.utf8), by: actor) { _, _ throws(SQLiteError) in }
    }

    /// Makes a new generation of code keys, with which all further codes are made, and returns its number.
    public func rotateKeys(by actor: Actor) throws(LedgerError) -> UInt8 {
        let seed = settings.seed
        return try write { core throws(LedgerError) in
            let generation = (core.keys.map(\.generation).max() ?? 0) + 1
            guard generation < 0x80 else { throw LedgerError(.invalid, "all 128 generations are used") }
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
            try core.change { () throws(SQLiteError) in try ChangeLog.record(core.connection, key, by: actor) }
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
            var identity = identity
            identity.id = UInt32(last) + 1
            try LedgerFiles(path: core.path).write(identity)
            try core.change { () throws(SQLiteError) in
                try ChangeLog.record(core.connection, identity, by: actor)
            }
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
            try core.change { () throws(SQLiteError) in
                let known = try core.connection.prepare("SELECT 1 FROM \(table) WHERE \(column) = ?")
                let insert = try core.connection.prepare("INSERT INTO \(table) VALUES (?, ?)")
                var added = 0
                for item in items {
                    known.bind(1, item)
                    let isKnown = try known.step()
                    known.reset()
                    guard !isKnown else { continue }
                    insert.bind(1, try ChangeLog.append(core.connection, kind, item, by: actor))
                    insert.bind(2, item)
                    try insert.run()
                    added += 1
                }
                return added
            }
        }
    }

    private func change(
        _ kind: Change.Kind,
        _ payload: [UInt8],
        by actor: Actor,
        _ body: (LedgerCore, Int64) throws(SQLiteError) -> Void
    ) throws(LedgerError) {
        try write { core throws(LedgerError) in
            try core.change { () throws(SQLiteError) in
                try body(core, try ChangeLog.append(core.connection, kind, payload, by: actor))
            }
        }
    }

    /// Whether a text fits into one column of a line.
    private static func isPlain(_ text: String) -> Bool {
        text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
    }
}

extension LedgerCore {
    /// One administrative action: a barrier between batches.
    fileprivate func change<Result>(_ body: () throws(SQLiteError) -> Result) throws(LedgerError) -> Result {
        precondition(openBatch == nil, "a change of registry, trust, policy or keys while a batch is open")
        return try LedgerError.database { () throws(SQLiteError) in try transaction(body) }
    }
}
