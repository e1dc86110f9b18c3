import COpenSSL

/// Whether a certificate leads to one that is trusted.
public struct ChainVerdict: Sendable, Hashable {
    /// How it ended.
    public enum Outcome: Sendable, Hashable {
        /// It leads to a trusted certificate.
        case trusted
        /// It would, but at that moment a certificate on the way is not valid.
        case expired
        /// It does not.
        case untrusted
    }

    /// How it ended.
    public var outcome: Outcome
    /// OpenSSL's words; empty where trusted.
    public var reason: String
    /// From when to when every certificate on the way is valid; of no meaning where untrusted.
    public var validity: ClosedRange<Int64>
    /// Since when a certificate on the way is revoked by its issuer's list; `nil` where none is.
    public var revokedSince: Int64?
    /// Until when the lists that cover the way are not out of date; `nil` where no list covers any of it.
    public var listedUntil: Int64?
}

/// The certificates that are trusted, and the revocation lists at hand.
///
/// Immutable and shared.
///
/// An anchor may be a root, an authority in between, or a single certificate trusted as it is. Key sizes and hashes
/// are not judged here: the policy does.
///
/// Sendable: nothing is written after init, and OpenSSL may read such an object from several threads.
@safe public final class TrustChain: @unchecked Sendable {
    private let store: OpaquePointer
    private let revocations: [String: Revocations]

    /// A store of those anchors and lists.
    ///
    /// - Throws: `OpenSSLError` where OpenSSL refuses one.
    public init(anchors: [Certificate], lists: [RevocationList]) throws(OpenSSLError) {
        guard let store = unsafe X509_STORE_new() else { throw OpenSSLError.taken("make a trust store") }
        for anchor in anchors where unsafe X509_STORE_add_cert(store, anchor.certificate) != 1 {
            unsafe X509_STORE_free(store)
            throw OpenSSLError.taken("trust \(anchor.subject)")
        }
        unsafe self.store = store
        let known = Dictionary(grouping: anchors) { $0.subject }
        var revocations: [String: Revocations] = [:]
        for list in lists {
            // Whoever is trusted under that name must have signed it. Of a certificate that is trusted as it is the
            // issuer is not at hand; the operator brought its list.
            let issuers = known[list.issuer] ?? []
            guard issuers.isEmpty || issuers.contains(where: { list.isSigned(by: $0) }) else { continue }
            revocations[list.issuer, default: Revocations()].add(list)
        }
        self.revocations = revocations
    }

    deinit {
        unsafe X509_STORE_free(store)
    }

    /// Follows `certificate` to a trusted one as things stand at that moment (Unix time in seconds).
    public func verdict(on certificate: Certificate, at moment: Int64) -> ChainVerdict {
        var verdict = run(certificate, at: moment, checksTime: true)
        if verdict.outcome == .untrusted {
            let timeless = run(certificate, at: moment, checksTime: false)
            if timeless.outcome == .trusted {
                verdict = timeless
                verdict.outcome = .expired
                verdict.reason = "a certificate on the way is not valid at that moment"
            }
        }
        return verdict
    }

    private func run(_ certificate: Certificate, at moment: Int64, checksTime: Bool) -> ChainVerdict {
        let untrusted = ChainVerdict(outcome: .untrusted, reason: "", validity: 0...0)
        guard let context = unsafe X509_STORE_CTX_new() else { return untrusted }
        defer { unsafe X509_STORE_CTX_free(context) }
        guard unsafe X509_STORE_CTX_init(context, store, certificate.certificate, nil) == 1 else {
            ERR_clear_error()
            return untrusted
        }
        // The parameters belong to the context.
        let parameters = unsafe X509_STORE_CTX_get0_param(context)
        unsafe X509_VERIFY_PARAM_set_auth_level(parameters, 0)
        unsafe X509_VERIFY_PARAM_set_purpose(parameters, X509_PURPOSE_ANY)
        var flags = UInt(X509_V_FLAG_PARTIAL_CHAIN) | UInt(X509_V_FLAG_TRUSTED_FIRST)
        if checksTime {
            unsafe X509_VERIFY_PARAM_set_time(parameters, Int(moment))
        } else {
            flags |= UInt(X509_V_FLAG_NO_CHECK_TIME)
        }
        unsafe X509_VERIFY_PARAM_set_flags(parameters, flags)
        let trusted = unsafe X509_verify_cert(context) == 1
        ERR_clear_error()
        guard trusted else {
            let code = unsafe X509_STORE_CTX_get_error(context)
            var verdict = untrusted
            // OpenSSL's sentences are static text.
            verdict.reason = unsafe String(cString: X509_verify_cert_error_string(Int(code)))
            return verdict
        }
        return unsafe judge(chain: X509_STORE_CTX_get0_chain(context))
    }

    /// Takes validity and revocations together along a chain that OpenSSL has built.
    private func judge(chain: OpaquePointer?) -> ChainVerdict {
        var verdict = ChainVerdict(outcome: .trusted, reason: "", validity: 0...0)
        var way: [Certificate] = []
        // The certificates belong to the context, which is alive here; each reading keeps a reference of its own.
        for index in 0..<max(0, unsafe OPENSSL_sk_num(chain)) {
            guard let value = unsafe OPENSSL_sk_value(chain, index) else { continue }
            let pointer = OpaquePointer(value)
            unsafe X509_up_ref(pointer)
            guard let certificate = unsafe try? Certificate(owning: pointer, der: []) else { continue }
            way.append(certificate)
        }
        let from = way.map(\.notBefore).max() ?? 0
        let to = way.map(\.notAfter).min() ?? 0
        verdict.validity = from...max(from, to)
        for certificate in way {
            guard let known = revocations[certificate.issuer] else { continue }
            verdict.listedUntil = min(known.until, verdict.listedUntil ?? known.until)
            guard let since = known.revoked[certificate.serial] else { continue }
            verdict.revokedSince = min(since, verdict.revokedSince ?? since)
        }
        return verdict
    }
}

/// What all lists of one issuer say together.
private struct Revocations {
    /// Since when each serial is revoked, by the earliest word.
    var revoked: [String: Int64] = [:]
    /// When the latest of them is out of date.
    var until = Int64.min

    mutating func add(_ list: RevocationList) {
        revoked.merge(list.revoked) { min($0, $1) }
        until = max(until, list.nextUpdate == 0 ? Int64.max : list.nextUpdate)
    }
}
