import COpenSSL

/// An X.509 certificate, read once.
///
/// Immutable; OpenSSL counts references, so it may be shared.
///
/// Reading judges nothing: whether it is trusted is `TrustChain`'s to say.
///
/// Sendable: nothing is written after init, and OpenSSL may read such an object from several threads.
@safe public final class Certificate: @unchecked Sendable {
    let certificate: OpaquePointer
    /// The bytes it was read from.
    public let der: [UInt8]
    /// Its owner, as RFC 2253 writes names: `CN=…,O=…,C=VN`.
    public let subject: String
    /// Who issued it, in the same form.
    public let issuer: String
    /// Its serial: upper-case hexadecimal without leading zeros.
    public let serial: String
    /// First moment of its validity, Unix time in seconds.
    public let notBefore: Int64
    /// Last moment of its validity, Unix time in seconds.
    public let notAfter: Int64
    /// The subject's user ids (0.9.2342.19200300.100.1.1), such as `MST:0199999991`.
    public let userIDs: [String]
    /// Its key.
    public let publicKey: PublicKey

    /// Reads DER.
    ///
    /// - Throws: `OpenSSLError` where the bytes are not one certificate with a readable key.
    public convenience init(der: [UInt8]) throws(OpenSSLError) {
        _ = Library.shared
        guard let read = unsafe DER.object(der, { unsafe d2i_X509(nil, $0, $1) }) else {
            throw OpenSSLError.taken("read a certificate")
        }
        guard unsafe read.rest == 0 else {
            unsafe X509_free(read.object)
            throw OpenSSLError("read a certificate", reason: "bytes after its end")
        }
        unsafe try self.init(owning: read.object, der: der)
    }

    /// Takes over one reference.
    init(owning certificate: OpaquePointer, der: [UInt8]) throws(OpenSSLError) {
        guard let key = unsafe X509_get_pubkey(certificate) else {
            unsafe X509_free(certificate)
            throw OpenSSLError.taken("read a certificate's key")
        }
        unsafe self.certificate = certificate
        self.der = der
        publicKey = unsafe PublicKey(owning: key)
        let subjectName = unsafe X509_get_subject_name(certificate)
        subject = unsafe Certificate.text(of: subjectName)
        issuer = unsafe Certificate.text(of: X509_get_issuer_name(certificate))
        serial = unsafe Certificate.hexadecimal(X509_get0_serialNumber(certificate))
        notBefore = unsafe Certificate.seconds(X509_get0_notBefore(certificate))
        notAfter = unsafe Certificate.seconds(X509_get0_notAfter(certificate))
        userIDs = unsafe Certificate.entries(of: subjectName, identifier: "0.9.2342.19200300.100.1.1")
    }

    deinit {
        unsafe X509_free(certificate)
    }

    /// SHA-256 of its bytes.
    public var fingerprint: [UInt8] { SHA256.hash(der) }

    /// Whether that moment (Unix time in seconds) lies within its validity, both ends included.
    public func isValid(at moment: Int64) -> Bool { notBefore <= moment && moment <= notAfter }

    static func text(of name: OpaquePointer?) -> String {
        guard let bio = unsafe BIO_new(BIO_s_mem()) else { preconditionFailure("no memory for a name") }
        defer { unsafe BIO_free(bio) }
        guard unsafe shim_print_name(bio, name) >= 0 else {
            ERR_clear_error()
            return ""
        }
        return unsafe String(decoding: contents(of: bio), as: UTF8.self)
    }

    static func hexadecimal(_ integer: UnsafePointer<ASN1_INTEGER>?) -> String {
        guard let integer = unsafe integer, let start = unsafe ASN1_STRING_get0_data(integer) else { return "0" }
        // The bytes belong to the integer, which is alive here.
        let bytes = unsafe UnsafeBufferPointer(start: start, count: Int(ASN1_STRING_length(integer)))
        let alphabet = Array("0123456789ABCDEF".utf8)
        var digits: [UInt8] = []
        for index in 0..<bytes.count {
            let byte = unsafe bytes[index]
            digits.append(alphabet[Int(byte >> 4)])
            digits.append(alphabet[Int(byte & 15)])
        }
        let trimmed = digits.drop { $0 == 0x30 }
        let sign = unsafe ASN1_STRING_type(integer) == V_ASN1_NEG_INTEGER ? "-" : ""
        return trimmed.isEmpty ? "0" : sign + String(decoding: trimmed, as: UTF8.self)
    }

    /// 0 where it cannot be read.
    static func seconds(_ time: UnsafePointer<ASN1_TIME>?) -> Int64 { unsafe moment(time) ?? 0 }

    /// Unix time in seconds; `nil` where it cannot be read.
    static func moment(_ time: UnsafePointer<ASN1_TIME>?) -> Int64? {
        guard let epoch = unsafe ASN1_TIME_set(nil, 0) else { return nil }
        defer { unsafe ASN1_STRING_free(epoch) }
        var days: Int32 = 0
        var seconds: Int32 = 0
        guard let time = unsafe time, unsafe ASN1_TIME_diff(&days, &seconds, epoch, time) == 1 else {
            ERR_clear_error()
            return nil
        }
        return Int64(days) * 86_400 + Int64(seconds)
    }

    private static func entries(of name: OpaquePointer?, identifier: String) -> [String] {
        guard let name = unsafe name, let object = unsafe OBJ_txt2obj(identifier, 1) else { return [] }
        defer { unsafe ASN1_OBJECT_free(object) }
        var found: [String] = []
        var index = unsafe X509_NAME_get_index_by_OBJ(name, object, -1)
        while index >= 0 {
            let entry = unsafe X509_NAME_get_entry(name, index)
            var text: UnsafeMutablePointer<UInt8>?
            let count = unsafe ASN1_STRING_to_UTF8(&text, X509_NAME_ENTRY_get_data(entry))
            if count >= 0, let text = unsafe text {
                // OpenSSL allocated the copy; it is read here and given back.
                unsafe found.append(
                    String(decoding: UnsafeBufferPointer(start: text, count: Int(count)), as: UTF8.self)
                )
                unsafe CRYPTO_free(text, nil, 0)
            }
            index = unsafe X509_NAME_get_index_by_OBJ(name, object, index)
        }
        ERR_clear_error()
        return found
    }
}
