import InvoiceLedger
import InvoiceSignature

/// The authority's certificates and its key, as new replies need them: immutable, shared by all workers.
struct Authorities: Sendable {
    /// Every certificate the authority ever signed with, by id; only the current one has its key.
    let signers: [UInt32: AuthoritySigner]
    /// The one that signs.
    let current: UInt32

    init(_ ledger: Ledger) throws(EngineError) {
        let identities = try storing { () throws(LedgerError) in try ledger.authorities() }
        guard let last = identities.last else {
            throw EngineError(.store, "The ledger has no key of the authority; make a new one with xacthuc init.")
        }
        let key = try storing { () throws(LedgerError) in try ledger.signingKeyPEM(last.id) }
        var signers = try AuthoritySigner.replaying(identities.dropLast())
        signers[last.id] = try AuthoritySigner.made(last, key: key)
        self.signers = signers
        current = last.id
    }
}

extension AuthoritySigner {
    /// Signers without keys: enough to write again what was signed before.
    static func replaying(
        _ identities: some Sequence<AuthorityIdentity>
    ) throws(EngineError) -> [UInt32: AuthoritySigner] {
        var signers: [UInt32: AuthoritySigner] = [:]
        for identity in identities { signers[identity.id] = try made(identity, key: nil) }
        return signers
    }

    fileprivate static func made(_ identity: AuthorityIdentity, key: [UInt8]?) throws(EngineError) -> AuthoritySigner {
        do {
            return try AuthoritySigner(
                certificateDER: identity.certificateDER,
                privateKeyPEM: key,
                signerID: identity.id
            )
        } catch {
            throw EngineError(.store, "The authority's certificate \(identity.id) cannot be used: \(error)")
        }
    }
}
