import COpenSSL

/// A list of revoked certificates (CRL) of one issuer.
///
/// Immutable; OpenSSL counts references, so it may be shared.
///
/// Sendable: nothing is written after init, and OpenSSL may read such an object from several threads.
@safe public final class RevocationList: @unchecked Sendable {
    private let list: OpaquePointer
    /// The bytes it was read from.
    public let der: [UInt8]
    /// Who issued it, as RFC 2253 writes names.
    public let issuer: String
    /// When it was made, Unix time in seconds.
    public let thisUpdate: Int64
    /// When the next one is due, Unix time in seconds; 0 where it does not say.
    public let nextUpdate: Int64
    /// Since when each revoked serial (upper-case hexadecimal without leading zeros) is revoked, Unix time in seconds.
    public let revoked: [String: Int64]

    /// Reads DER.
    ///
    /// - Throws: `OpenSSLError` where the bytes are no CRL.
    public init(der: [UInt8]) throws(OpenSSLError) {
        _ = Library.shared
        guard let read = unsafe DER.object(der, { unsafe d2i_X509_CRL(nil, $0, $1) }) else {
            throw OpenSSLError.taken("read a CRL")
        }
        let list = unsafe read.object
        unsafe self.list = list
        self.der = der
        issuer = unsafe Certificate.text(of: X509_CRL_get_issuer(list))
        thisUpdate = unsafe Certificate.seconds(X509_CRL_get0_lastUpdate(list))
        nextUpdate = unsafe Certificate.seconds(X509_CRL_get0_nextUpdate(list))
        revoked = unsafe RevocationList.entries(of: list)
    }

    deinit {
        unsafe X509_CRL_free(list)
    }

    /// Whether that certificate's key signed the list.
    public func isSigned(by issuer: Certificate) -> Bool {
        let verdict = unsafe X509_CRL_verify(list, issuer.publicKey.key)
        if verdict != 1 { ERR_clear_error() }
        return verdict == 1
    }

    private static func entries(of list: OpaquePointer) -> [String: Int64] {
        var revoked: [String: Int64] = [:]
        // The stack and its entries belong to the list, which is alive here.
        let stack = unsafe X509_CRL_get_REVOKED(list)
        for index in 0..<max(0, unsafe OPENSSL_sk_num(stack)) {
            guard let value = unsafe OPENSSL_sk_value(stack, index) else { continue }
            let entry = OpaquePointer(value)
            let serial = unsafe Certificate.hexadecimal(X509_REVOKED_get0_serialNumber(entry))
            revoked[serial] = unsafe Certificate.seconds(X509_REVOKED_get0_revocationDate(entry))
        }
        return revoked
    }
}

extension RevocationList {
    /// One certificate to be revoked.
    public struct Entry: Sendable, Hashable {
        /// Its serial as bytes, highest first.
        public var serial: [UInt8]
        /// Since when, Unix time in seconds.
        public var date: Int64

        /// One certificate.
        public init(serial: [UInt8], date: Int64) {
            self.serial = serial
            self.date = date
        }
    }

    /// A new list of that issuer.
    ///
    /// - Throws: `OpenSSLError` where OpenSSL refuses a part.
    public static func make(
        issuer: Certificate,
        key: PrivateKey,
        entries: [Entry],
        thisUpdate: Int64,
        nextUpdate: Int64
    ) throws(OpenSSLError) -> RevocationList {
        guard let list = unsafe X509_CRL_new() else { throw OpenSSLError.taken("make a CRL") }
        defer { unsafe X509_CRL_free(list) }
        var done = unsafe X509_CRL_set_version(list, 1) == 1
        done = done && (unsafe X509_CRL_set_issuer_name(list, X509_get_subject_name(issuer.certificate))) == 1
        done = done && (unsafe set(thisUpdate) { unsafe X509_CRL_set1_lastUpdate(list, $0) })
        done = done && (unsafe set(nextUpdate) { unsafe X509_CRL_set1_nextUpdate(list, $0) })
        for entry in entries { done = done && (unsafe add(entry, to: list)) }
        done = done && (unsafe X509_CRL_sort(list)) == 1
        done = done && (unsafe X509_CRL_sign(list, key.key, Library.shared.sha256)) > 0
        guard done else { throw OpenSSLError.taken("make a CRL") }
        return try RevocationList(der: unsafe encoded { unsafe i2d_X509_CRL(list, $0) })
    }

    private static func add(_ entry: Entry, to list: OpaquePointer) -> Bool {
        guard let revoked = unsafe X509_REVOKED_new(), let serial = unsafe ASN1_INTEGER_new() else { return false }
        defer { unsafe ASN1_INTEGER_free(serial) }
        var done = unsafe setSerial(entry.serial, of: serial)
        done = done && (unsafe X509_REVOKED_set_serialNumber(revoked, serial)) == 1
        done = done && (unsafe set(entry.date) { unsafe X509_REVOKED_set_revocationDate(revoked, $0) })
        // The list takes the entry over.
        return done && (unsafe X509_CRL_add0_revoked(list, revoked)) == 1
    }

    private static func set(_ moment: Int64, _ use: (UnsafeMutablePointer<ASN1_TIME>?) -> Int32) -> Bool {
        guard let time = unsafe ASN1_TIME_set(nil, Int(moment)) else { return false }
        defer { unsafe ASN1_STRING_free(time) }
        return unsafe use(time) == 1
    }
}
