import OpenSSL

/// Which certificates are trusted, and which are revoked. Immutable and shared by every worker.
///
/// An anchor is a root, an authority in between, or one certificate trusted as it is.
public struct TrustStore: Sendable {
    /// For sellers; `nil` where nobody said what is trusted.
    let sellers: TrustChain?
    /// For the authority's own signatures; `nil` where nobody said which certificates are its own.
    let authorities: TrustChain?

    /// For a check without a ledger: no certificate is judged, and no chain is a finding.
    public static let unavailable = TrustStore()

    private init() {
        sellers = nil
        authorities = nil
    }

    /// A store of those anchors and revocation lists, as DER. Without anchors no seller is trusted.
    ///
    /// - Parameters:
    ///   - anchors: whom sellers' certificates must lead to.
    ///   - crls: revocation lists; each counts for certificates of its issuer.
    ///   - authorities: the authority's own certificates, for what it signed itself; no seller is trusted by them.
    ///     Without one its signatures are not judged by their certificate.
    /// - Throws: `SignatureError.openSSL` where one cannot be read.
    public init(anchors: [[UInt8]], crls: [[UInt8]], authorities: [[UInt8]] = []) throws(SignatureError) {
        do throws(OpenSSLError) {
            var lists: [RevocationList] = []
            for der in crls { lists.append(try RevocationList(der: der)) }
            sellers = try TrustStore.chain(anchors, lists)
            self.authorities = authorities.isEmpty ? nil : try TrustStore.chain(authorities, [])
        } catch {
            throw .openSSL(error)
        }
    }

    private static func chain(_ anchors: [[UInt8]], _ lists: [RevocationList]) throws(OpenSSLError) -> TrustChain {
        var certificates: [Certificate] = []
        for der in anchors { certificates.append(try Certificate(der: der)) }
        return try TrustChain(anchors: certificates, lists: lists)
    }
}
