import OpenSSL

/// Which certificates are trusted, and which are revoked. Immutable and shared by every worker.
///
/// An anchor is a root, an authority in between, or one certificate trusted as it is.
public struct TrustStore: Sendable {
    /// `nil` where nobody said what is trusted.
    let chain: TrustChain?

    /// For a check without a ledger: no certificate is judged, and no chain is a finding.
    public static let unavailable = TrustStore()

    private init() {
        chain = nil
    }

    /// A store of those anchors and revocation lists, as DER. Without anchors nothing is trusted.
    ///
    /// - Throws: `SignatureError.openSSL` where one cannot be read.
    public init(anchors: [[UInt8]], crls: [[UInt8]]) throws(SignatureError) {
        do throws(OpenSSLError) {
            var certificates: [Certificate] = []
            for der in anchors { certificates.append(try Certificate(der: der)) }
            var lists: [RevocationList] = []
            for der in crls { lists.append(try RevocationList(der: der)) }
            chain = try TrustChain(anchors: certificates, lists: lists)
        } catch {
            throw .openSSL(error)
        }
    }
}
