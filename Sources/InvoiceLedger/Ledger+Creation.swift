import DurableFiles
import InvoiceCode
import InvoiceModel
import SQLite

extension Ledger {
    /// Makes a new ledger in a folder that does not exist or is empty, and opens it for writing.
    public static func create(
        at path: String,
        settings: LedgerSettings,
        authority: AuthorityIdentity,
        by actor: Actor
    ) throws(LedgerError) -> Ledger {
        guard isPlain(settings.placeName), isPlain(settings.seed ?? "") else {
            throw LedgerError(.invalid, "place and seed: texts of one line")
        }
        let files = LedgerFiles(path: path)
        try files.makeFolders()
        let lock = try takeLock(files, holder: actor.name)
        let keys = try freshKeys(settings)
        var authority = authority
        authority.id = 1
        try files.write(keys.code)
        try files.write(keys.identifier)
        try files.write(authority)
        try writeFirstBlock(files, settings, keys.code, authority, actor)
        // The database comes last and under another name until it is whole: a folder without it is no ledger yet.
        let temporary = "\(files.database).new"
        _ = try Replay(files: files).make(temporary, upTo: nil)
        try LedgerError.files { () throws(FileError) in
            try DurableFiles.rename(temporary, to: files.database)
        }
        return try open(files, lock: lock)
    }

    /// The first entries of a new ledger: its making, its first keys, its first certificate.
    private static func writeFirstBlock(
        _ files: LedgerFiles,
        _ settings: LedgerSettings,
        _ key: MasterKey,
        _ authority: AuthorityIdentity,
        _ actor: Actor
    ) throws(LedgerError) {
        let payloads: [(Change.Kind, [UInt8])] = [
            (.created, ChangePayload.write(settings)),
            (.codeKey, ChangePayload.write(generation: key.generation, checkValue: key.checkValue)),
            (.authority, ChangePayload.write(authority)),
        ]
        let changes = ChangeEntry.numbered(payloads, after: 0, by: actor)
        let coding = EntryCoding(identifierKey: try files.readIdentifierKey())
        try LedgerError.archive { () throws(ArchiveError) in
            let archive = try LedgerArchive(folder: files.archive, end: .start, coding: coding)
            for draft in BlockDraft.changes(changes, coding: coding, limits: archive.limits) {
                _ = try archive.append(draft)
            }
            try archive.sync()
        }
    }

    private static func freshKeys(
        _ settings: LedgerSettings
    ) throws(LedgerError) -> (code: MasterKey, identifier: IdentifierKey) {
        if let seed = settings.seed {
            return (MasterKey.test(generation: 0, seed: seed), IdentifierKey.test(seed: seed))
        }
        do {
            return (try MasterKey.random(generation: 0), try IdentifierKey.random())
        } catch {
            throw LedgerError(.storage, "no random bytes for new keys")
        }
    }
}

extension ChangeEntry {
    /// Entries of actions done together, numbered behind the last one.
    static func numbered(
        _ payloads: [(kind: Change.Kind, payload: [UInt8])],
        after last: UInt64,
        by actor: Actor
    ) -> [(entry: ChangeEntry, payload: [UInt8])] {
        payloads.enumerated().map { place, change in
            let entry = ChangeEntry(
                sequence: last + UInt64(place) + 1,
                at: actor.at,
                actor: actor.name,
                kind: change.kind,
                payloadLength: change.payload.count
            )
            return (entry, change.payload)
        }
    }
}
