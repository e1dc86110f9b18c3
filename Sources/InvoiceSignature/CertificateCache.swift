import InvoiceModel
import OpenSSL

/// A seller's certificate as checks need it, again and again.
final class KnownCertificate {
    /// `X509Certificate` as sent: the key of the cache.
    let text: [UInt8]
    /// The certificate.
    let certificate: Certificate
    /// The tax codes and personal ids in its subject, digits alone.
    let owners: [[UInt8]]
    private var contexts: (sha1: VerifyContext?, sha256: VerifyContext?)
    private var chain: CheckedChain?

    init(text: [UInt8], certificate: Certificate) {
        self.text = text
        self.certificate = certificate
        owners = certificate.userIDs.compactMap { KnownCertificate.digits(ofUserID: $0) }
        contexts = (nil, nil)
    }

    /// Whether that is its text.
    func isOf(_ text: Span<UInt8>) -> Bool {
        let own = self.text
        return PublicBytes.areEqual(own.span, text)
    }

    /// The context that checks values over digests of that function; `nil` for keys that are not served.
    func context(_ algorithm: HashAlgorithm) -> VerifyContext? {
        switch algorithm {
        case .sha1:
            if contexts.sha1 == nil {
                contexts.sha1 = VerifyContext(key: certificate.publicKey, algorithm: .sha1)
            }
            return contexts.sha1
        case .sha256:
            if contexts.sha256 == nil {
                contexts.sha256 = VerifyContext(key: certificate.publicKey, algorithm: .sha256)
            }
            return contexts.sha256
        }
    }

    /// Where its chain leads at that moment; asked of OpenSSL once while every certificate on the way stays valid.
    func verdict(of trust: TrustChain, at moment: Int64) -> ChainVerdict {
        if let chain, chain.trust === trust, chain.moments.contains(moment) { return chain.verdict }
        let verdict = trust.verdict(on: certificate, at: moment)
        let moments =
            verdict.outcome == .trusted ? verdict.validity : moment...moment + KnownCertificate.refusalSeconds
        chain = CheckedChain(trust: trust, verdict: verdict, moments: moments)
        return verdict
    }

    /// A verdict, on whose word, and for which moments it stands.
    private struct CheckedChain {
        let trust: TrustChain
        let verdict: ChainVerdict
        let moments: ClosedRange<Int64>
    }

    /// How long a chain that led nowhere is not tried again.
    private static let refusalSeconds: Int64 = 60

    /// The digits of `MST:0199999991-001`, `CCCD:…` or `CMND:…`; `nil` for other user ids.
    static func digits(ofUserID text: String) -> [UInt8]? {
        for prefix in ["MST:", "CCCD:", "CMND:"] where text.uppercased().hasPrefix(prefix) {
            let digits = text.utf8.dropFirst(prefix.utf8.count).filter { $0 != UInt8(ascii: "-") && $0 != 0x20 }
            return digits.isEmpty ? nil : digits
        }
        return nil
    }
}

/// The certificates seen lately, by their base64 text: each is read once. Bounded.
struct CertificateCache {
    /// Certificates kept at most.
    static let limit = 4_096

    private var young: [UInt64: KnownCertificate] = [:]
    private var old: [UInt64: KnownCertificate] = [:]

    /// The certificate of that `X509Certificate` text, or `nil` where it is none.
    mutating func certificate(_ text: Span<UInt8>) -> KnownCertificate? {
        let key = CertificateCache.key(text)
        if let known = young[key], known.isOf(text) { return known }
        if let known = old[key], known.isOf(text) {
            keep(known, key)
            return known
        }
        var der: [UInt8] = []
        guard Base64.decode(text, into: &der), let certificate = try? Certificate(der: der) else { return nil }
        var copy: [UInt8] = []
        copy.reserveCapacity(text.count)
        for index in text.indices { copy.append(text[index]) }
        let known = KnownCertificate(text: copy, certificate: certificate)
        keep(known, key)
        return known
    }

    /// What was not asked for while half the limit came in goes.
    private mutating func keep(_ known: KnownCertificate, _ key: UInt64) {
        if young.count >= CertificateCache.limit / 2 {
            old = young
            young = [:]
        }
        young[key] = known
    }

    /// From the end of the text, where the issuer's signature makes every certificate another. Two texts with one key
    /// only take turns in one place.
    private static func key(_ text: Span<UInt8>) -> UInt64 {
        var key = UInt64(text.count) &* 0x9E37_79B9_7F4A_7C15
        for index in max(0, text.count - 64)..<text.count {
            key = (key ^ UInt64(text[index])) &* 0x0000_0100_0000_01B3
        }
        return key
    }
}
