import InvoiceCode
import InvoiceModel

/// What changes carry besides who and when: enough to do each of them again, and never a secret.
///
/// Lines `name=value`; what is not text follows them as bytes.
enum ChangePayload {
    /// The settings of a new ledger.
    static func write(_ settings: LedgerSettings) -> [UInt8] {
        var lines = "test=\(settings.isTest ? "yes" : "no")\nsignature_profile=\(settings.profile.rawValue)\n"
        lines += "place_name=\(settings.placeName)\ncreated_at=\(settings.createdAt)\n"
        if let seed = settings.seed { lines += "seed=\(seed)\n" }
        if let clock = settings.fixedClock { lines += "fixed_clock=\(clock)\n" }
        return Array(lines.utf8)
    }

    /// The settings again, or `nil` where we could not have written them.
    static func settings(_ payload: [UInt8]) -> LedgerSettings? {
        guard let values = values(payload) else { return nil }
        return LedgerSettings(values)
    }

    /// A generation of code keys; the key itself is a file.
    static func write(generation: UInt8, checkValue: UInt64) -> [UInt8] {
        Array("generation=\(generation)\ncheck_value=\(checkValue)\n".utf8)
    }

    /// Generation and check value again.
    static func codeKey(_ payload: [UInt8]) -> (generation: UInt8, checkValue: UInt64)? {
        guard let values = values(payload), let generation = values["generation"].flatMap({ UInt8($0) }),
            let check = values["check_value"].flatMap({ UInt64($0) })
        else { return nil }
        return (generation, check)
    }

    /// A certificate of the authority: its id and DER as lines, then the PEM file as it is.
    static func write(_ identity: AuthorityIdentity) -> [UInt8] {
        let lines = "id=\(identity.id)\ncertificate=\(Hex.lowercase(identity.certificateDER))\n"
        return Array(lines.utf8) + identity.certificatePEM
    }

    /// The certificate again, without its private key.
    static func authority(_ payload: [UInt8]) -> AuthorityIdentity? {
        let lines = payload.split(separator: newline, maxSplits: 2, omittingEmptySubsequences: false)
        guard lines.count == 3, let values = values(Array(lines[0] + [newline] + lines[1] + [newline])),
            let id = values["id"].flatMap({ UInt32($0) }), let der = values["certificate"].flatMap(Hex.bytes)
        else { return nil }
        return AuthorityIdentity(
            id: id,
            certificateDER: der,
            certificatePEM: Array(lines[2]),
            privateKeyPEM: []
        )
    }

    private static let newline = UInt8(ascii: "\n")

    private static func values(_ payload: [UInt8]) -> [String: String]? {
        var values: [String: String] = [:]
        for line in payload.split(separator: newline) {
            let parts = line.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2 else { return nil }
            let value = String(decoding: parts[1], as: UTF8.self)
            guard values.updateValue(value, forKey: String(decoding: parts[0], as: UTF8.self)) == nil else {
                return nil
            }
        }
        return values
    }
}

extension LedgerSettings {
    /// The settings by their stored names, or `nil` where they contradict themselves.
    init?(_ values: [String: String]) {
        guard let profile = values["signature_profile"].flatMap(SignatureProfile.init(rawValue:)),
            let created = values["created_at"].flatMap({ Timestamp($0) }), let place = values["place_name"],
            let test = values["test"], test == "yes" || (values["seed"] == nil && values["fixed_clock"] == nil)
        else { return nil }
        self.init(
            isTest: test == "yes",
            seed: values["seed"],
            fixedClock: values["fixed_clock"].flatMap { Timestamp($0) },
            profile: profile,
            placeName: place,
            createdAt: created
        )
    }
}
