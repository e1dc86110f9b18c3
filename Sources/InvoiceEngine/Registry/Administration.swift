import InvoiceLedger
import InvoiceModel
import OpenSSL

extension Engine {
    /// Adds taxpayers, or what holds of them from a day on; all or none.
    ///
    /// - Returns: how many.
    public func importTaxpayers(_ file: InputFile) throws(EngineError) -> Int {
        let taxpayers = try RegistryImport.taxpayers(file)
        let actor = try actor()
        try storing { () throws(LedgerError) in try ledger.importTaxpayers(taxpayers, by: actor) }
        return taxpayers.count
    }

    /// Takes in cases in which taxpayers must not issue; one with the same taxpayer, cause and beginning is replaced.
    ///
    /// - Returns: how many.
    public func importStops(_ file: InputFile) throws(EngineError) -> Int {
        let stops = try RegistryImport.stops(file)
        let actor = try actor()
        try storing { () throws(LedgerError) in try ledger.importStops(stops, by: actor) }
        return stops.count
    }

    /// Takes in who may issue for whom; one that differs in nothing but its end is replaced.
    ///
    /// - Returns: how many.
    public func importDelegations(_ file: InputFile) throws(EngineError) -> Int {
        let delegations = try RegistryImport.delegations(file)
        let actor = try actor()
        try storing { () throws(LedgerError) in try ledger.importDelegations(delegations, by: actor) }
        return delegations.count
    }

    /// Sets the certificates of every taxpayer that the file names; all or none.
    ///
    /// - Returns: how many certificates.
    public func importCertificates(_ file: InputFile) throws(EngineError) -> Int {
        let rows = try RegistryImport.certificates(file)
        var certificates: [TaxCode: [RegisteredCertificate]] = [:]
        for (taxCode, certificate) in rows { certificates[taxCode, default: []].append(certificate) }
        let actor = try actor()
        let lists = certificates
        try storing { () throws(LedgerError) in try ledger.importCertificates(lists, by: actor) }
        return rows.count
    }

    /// Trusts the certificates in those files: authorities, or single certificates as they are.
    ///
    /// - Returns: how many were new.
    public func addAnchors(_ files: [InputFile]) throws(EngineError) -> Int {
        let anchors = try Engine.parts(of: files, label: "CERTIFICATE") { (der) throws(OpenSSLError) in
            _ = try Certificate(der: der)
        }
        let actor = try actor()
        return try storing { () throws(LedgerError) in try ledger.addAnchors(anchors, by: actor) }
    }

    /// Adds revocation lists.
    ///
    /// - Returns: how many were new, and a sentence about each that does not count or is out of date.
    public func addRevocationLists(_ files: [InputFile]) throws(EngineError) -> (added: Int, remarks: [String]) {
        let lists = try Engine.parts(of: files, label: "X509 CRL") { (der) throws(OpenSSLError) in
            _ = try RevocationList(der: der)
        }
        let actor = try actor()
        let added = try storing { () throws(LedgerError) in try ledger.addRevocationLists(lists, by: actor) }
        return (added, try remarks(on: lists))
    }

    /// What an operator should know of lists that do less than they seem to.
    private func remarks(on lists: [[UInt8]]) throws(EngineError) -> [String] {
        let material = try storing { () throws(LedgerError) in try ledger.trustMaterial() }
        do {
            let anchors = try material.anchors.map { (der) throws(OpenSSLError) in try Certificate(der: der) }
            return try lists.compactMap { (der) throws(OpenSSLError) in
                let list = try RevocationList(der: der)
                let issuers = anchors.filter { $0.subject == list.issuer }
                if issuers.isEmpty {
                    return "The list of \(list.issuer) counts only for certificates that are trusted as they are: "
                        + "no trusted certificate has that name."
                }
                guard issuers.contains(where: { list.isSigned(by: $0) }) else {
                    return "The list of \(list.issuer) does not count: the trusted certificate did not sign it."
                }
                guard list.nextUpdate != 0, list.nextUpdate < now().unixSeconds else { return nil }
                let due = Timestamp(unixSeconds: list.nextUpdate)
                return "The list of \(list.issuer) was due for renewal at \(due): what it revokes is revoked, and "
                    + "without a later one its certificates warn (sig.revocation-fresh)."
            }
        } catch {
            throw EngineError(.store, "A trusted certificate in the ledger cannot be read: \(error)")
        }
    }

    /// Begins a new generation of code keys.
    ///
    /// - Returns: the two digits its codes begin with.
    public func rotateKeys() throws(EngineError) -> String {
        let actor = try actor()
        let generation = try storing { () throws(LedgerError) in try ledger.rotateKeys(by: actor) }
        return Hex.uppercase([generation])
    }

    /// The policy in force, every rule included, as JSON.
    public func policyText() throws(EngineError) -> String {
        try PolicyText.write(policy())
    }

    /// What the policy in force means: each rule, or only those named, with its weight, default and source, and how far
    /// it may be changed; without names also the limits.
    ///
    /// - Parameter rules: rules, or groups of them such as `date`.
    public func policyGuide(rules: [String] = []) throws(EngineError) -> String {
        try PolicyGuide.text(policy(), rules: rules)
    }

    /// Puts a policy in force.
    ///
    /// - Returns: how many rules differ from their default.
    public func setPolicy(_ file: InputFile) throws(EngineError) -> Int {
        let policy = try PolicyText.read(InputReader.bytes(of: file, limit: Engine.smallFile))
        let text = try PolicyText.write(policy)
        let actor = try actor()
        try storing { () throws(LedgerError) in try ledger.setPolicy(text, by: actor) }
        return policy.changedRules.count
    }

    /// The policy in force.
    func policy() throws(EngineError) -> Policy {
        guard let text = try storing({ () throws(LedgerError) in try ledger.policyText() }) else { return Policy() }
        return try PolicyText.read(Array(text.utf8), isStored: true)
    }

    /// Bytes of the largest policy, certificate or revocation list.
    private static let smallFile = 64 << 20

    /// The DER parts of PEM files, or the files themselves where they are DER; each proved readable.
    private static func parts(
        of files: [InputFile],
        label: String,
        _ prove: ([UInt8]) throws(OpenSSLError) -> Void
    ) throws(EngineError) -> [[UInt8]] {
        var parts: [[UInt8]] = []
        for file in files {
            let bytes = try InputReader.bytes(of: file, limit: smallFile)
            do {
                // DER begins with a SEQUENCE, PEM with text.
                let isDER = bytes.first == 0x30
                let found = isDER ? [bytes] : try PEM.blocks(bytes).filter { $0.label == label }.map(\.der)
                guard !found.isEmpty else {
                    throw EngineError(.usage, "\(file.name) holds no \(label); give PEM or DER files.")
                }
                for part in found { try prove(part) }
                parts += found
            } catch let error as EngineError {
                throw error
            } catch {
                throw EngineError(.usage, "\(file.name) cannot be read as \(label): \(error)")
            }
        }
        return parts
    }
}
