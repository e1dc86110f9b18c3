import COpenSSL

/// Makes certificates: the authority's own, and those of a test's public key infrastructure.
public struct CertificateBuilder: Sendable {
    /// What the certificate may do.
    public enum Role: Sendable, Hashable {
        /// A certificate authority's own, with how many authorities may stand below it.
        case authority(pathLength: Int?)
        /// Signs documents.
        case signer
    }

    /// Whose it is.
    public var subject: DistinguishedName
    /// Serial: a positive number as bytes, highest first; at most 20.
    public var serial: [UInt8]
    /// First moment of validity, Unix time in seconds.
    public var notBefore: Int64
    /// Last moment of validity, Unix time in seconds.
    public var notAfter: Int64
    /// What it may do.
    public var role: Role
    /// The hash of its signature.
    public var algorithm = HashAlgorithm.sha256

    /// A certificate to be signed.
    public init(subject: DistinguishedName, serial: [UInt8], notBefore: Int64, notAfter: Int64, role: Role) {
        self.subject = subject
        self.serial = serial
        self.notBefore = notBefore
        self.notAfter = notAfter
        self.role = role
    }

    /// Signed by its own key.
    ///
    /// - Throws: `OpenSSLError` where OpenSSL refuses a part.
    public func selfSigned(by key: PrivateKey) throws(OpenSSLError) -> Certificate {
        try make(publicKey: key.publicKey, issuer: nil, signer: key)
    }

    /// For `publicKey`, signed by `issuer`'s key.
    ///
    /// - Throws: `OpenSSLError` where OpenSSL refuses a part.
    public func signed(
        for publicKey: PublicKey,
        issuer: Certificate,
        issuerKey: PrivateKey
    ) throws(OpenSSLError) -> Certificate {
        try make(publicKey: publicKey, issuer: issuer, signer: issuerKey)
    }

    private func make(
        publicKey: PublicKey,
        issuer: Certificate?,
        signer: PrivateKey
    ) throws(OpenSSLError) -> Certificate {
        guard let certificate = unsafe X509_new() else { throw OpenSSLError.taken("make a certificate") }
        defer { unsafe X509_free(certificate) }
        let name = unsafe try subject.object()
        defer { unsafe X509_NAME_free(name) }
        let issuerName = unsafe issuer.flatMap { unsafe X509_get_subject_name($0.certificate) } ?? name
        var done = unsafe X509_set_version(certificate, 2) == 1
        done = done && (unsafe X509_set_subject_name(certificate, name)) == 1
        done = done && (unsafe X509_set_issuer_name(certificate, issuerName)) == 1
        done = done && (unsafe X509_set_pubkey(certificate, publicKey.key)) == 1
        // Both times are fields of the certificate.
        done = done && (unsafe ASN1_TIME_set(X509_getm_notBefore(certificate), Int(notBefore)) != nil)
        done = done && (unsafe ASN1_TIME_set(X509_getm_notAfter(certificate), Int(notAfter)) != nil)
        done = done && (unsafe setSerial(serial, of: X509_get_serialNumber(certificate)))
        for (identifier, value) in extensions(selfSigned: issuer == nil) {
            let parent = unsafe issuer.map { unsafe $0.certificate } ?? certificate
            done = done && (unsafe shim_add_extension(certificate, parent, identifier, value)) == 1
        }
        done = done && (unsafe X509_sign(certificate, signer.key, algorithm.method)) > 0
        guard done else { throw OpenSSLError.taken("make a certificate for \(subject.parts.last?.text ?? "")") }
        return try Certificate(der: unsafe encoded { unsafe i2d_X509(certificate, $0) })
    }

    private func extensions(selfSigned: Bool) -> [(Int32, String)] {
        var list: [(Int32, String)] = [(NID_subject_key_identifier, "hash")]
        if !selfSigned { list.append((NID_authority_key_identifier, "keyid:always")) }
        switch role {
        case .authority(let pathLength):
            let limit = pathLength.map { ",pathlen:\($0)" } ?? ""
            list.append((NID_basic_constraints, "critical,CA:TRUE\(limit)"))
            list.append((NID_key_usage, "critical,keyCertSign,cRLSign"))
        case .signer:
            list.append((NID_basic_constraints, "CA:FALSE"))
            list.append((NID_key_usage, "critical,digitalSignature,nonRepudiation"))
        }
        return list
    }
}

/// Sets an ASN.1 integer to the number those bytes write, highest first.
func setSerial(_ serial: [UInt8], of integer: UnsafeMutablePointer<ASN1_INTEGER>?) -> Bool {
    // OpenSSL copies the bytes; the number is freed here.
    let number = unsafe serial.withUnsafeBufferPointer { buffer in
        unsafe BN_bin2bn(buffer.baseAddress, Int32(buffer.count), nil)
    }
    guard let number = unsafe number else { return false }
    defer { unsafe BN_free(number) }
    return unsafe BN_to_ASN1_INTEGER(number, integer) != nil
}
