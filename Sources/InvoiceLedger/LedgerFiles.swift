import DurableFiles
import InvoiceCode
import InvoiceModel

/// Where things lie in a ledger's folder, and its secrets in `keys/`: readable by the owner alone.
struct LedgerFiles {
    let path: String

    var database: String { "\(path)/ledger.sqlite" }
    /// SQLite's log of what is not yet in the database file.
    var log: String { "\(database)-wal" }
    var lock: String { "\(path)/LOCK" }
    var archive: String { "\(path)/archive" }
    var index: String { "\(path)/index" }
    var authority: String { "\(path)/authority.pem" }
    private var keys: String { "\(path)/keys" }
    private var identifierKey: String { "\(keys)/id.key" }

    private func codeKey(_ generation: UInt8) -> String { "\(keys)/code-\(Hex.uppercase([generation])).key" }
    private func privateKey(_ id: UInt32) -> String { "\(keys)/authority-\(id).pem" }

    private static let ownerOnly: UInt32 = 0o600

    /// Makes the folders of a new ledger; an empty folder that is there already is taken.
    func makeFolders() throws(LedgerError) {
        try LedgerError.files { () throws(FileError) in
            switch try DurableFiles.kind(of: path) {
            case nil: try DurableFiles.makeDirectory(path, mode: 0o755)
            case .directory: break
            case .file: throw FileError("make folder", path: path, errorNumber: 17)
            }
        }
        let content = try LedgerError.files { () throws(FileError) in try DurableFiles.list(path) }
        guard content.isEmpty else { throw LedgerError(.alreadyExists, "\(path) is not empty") }
        try LedgerError.files { () throws(FileError) in try DurableFiles.makeDirectory(keys, mode: 0o700) }
    }

    func write(_ key: MasterKey) throws(LedgerError) {
        try writeSecret(Array("\(Hex.lowercase(key.bytes))\n".utf8), to: codeKey(key.generation))
    }

    func write(_ key: IdentifierKey) throws(LedgerError) {
        try writeSecret(Array("\(Hex.lowercase(key.bytes))\n".utf8), to: identifierKey)
    }

    /// Writes private key and published certificate of an identity.
    func write(_ identity: AuthorityIdentity) throws(LedgerError) {
        try writeSecret(identity.privateKeyPEM, to: privateKey(identity.id))
        try LedgerError.files { () throws(FileError) in
            try DurableFiles.write(identity.certificatePEM.span, to: authority, mode: 0o644)
        }
    }

    func masterKey(_ generation: UInt8) throws(LedgerError) -> MasterKey {
        MasterKey(generation: generation, bytes: try key(codeKey(generation)))
    }

    func readIdentifierKey() throws(LedgerError) -> IdentifierKey {
        IdentifierKey(bytes: try key(identifierKey))
    }

    func privateKeyPEM(_ id: UInt32) throws(LedgerError) -> [UInt8] {
        try readSecret(privateKey(id), limit: 65_536)
    }

    private func writeSecret(_ bytes: [UInt8], to path: String) throws(LedgerError) {
        try LedgerError.files { () throws(FileError) in
            try DurableFiles.write(bytes.span, to: path, mode: LedgerFiles.ownerOnly)
        }
    }

    private func key(_ path: String) throws(LedgerError) -> [UInt8] {
        let text = try readSecret(path, limit: 256)
        let digits = String(decoding: text.filter { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
        guard let bytes = Hex.bytes(digits), bytes.count == MasterKey.byteCount else {
            throw LedgerError(.wrongKey, "\(path) does not hold a key")
        }
        return bytes
    }

    private func readSecret(_ path: String, limit: Int) throws(LedgerError) -> [UInt8] {
        do throws(FileError) { return try DurableFiles.read(path, limit: limit) } catch {
            throw error.isMissing ? LedgerError(.wrongKey, error.description) : LedgerError(error)
        }
    }
}
