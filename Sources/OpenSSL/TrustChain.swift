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
    private let lists: [String: [RevocationList]]

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
        self.lists = Dictionary(grouping: lists) { $0.issuer }
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
        let untrusted = ChainVerdict(outcome: .untrusted, reason: "", validity: 0...0, revokedSince: nil)
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
        var verdict = ChainVerdict(outcome: .trusted, reason: "", validity: 0...0, revokedSince: nil)
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
        for (index, certificate) in way.enumerated() {
            // A certificate trusted as it is has no issuer at hand; the operator brought its issuer's list.
            let issuer = index + 1 < way.count ? way[index + 1] : nil
            for list in lists[certificate.issuer] ?? [] {
                guard let since = list.revoked[certificate.serial] else { continue }
                if let issuer, !list.isSigned(by: issuer) { continue }
                verdict.revokedSince = min(since, verdict.revokedSince ?? since)
            }
        }
        return verdict
    }
}
