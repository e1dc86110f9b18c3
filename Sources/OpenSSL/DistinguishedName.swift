import COpenSSL

/// A name in a certificate, from its most general part: `C`, `L`, `O`, `CN`, `UID`.
public struct DistinguishedName: Sendable, Hashable {
    /// One part of a name.
    public struct Part: Sendable, Hashable {
        /// Short name (`CN`) or dotted identifier (`0.9.2342.19200300.100.1.1`).
        public var type: String
        /// Its text.
        public var text: String

        /// One part.
        public init(_ type: String, _ text: String) {
            self.type = type
            self.text = text
        }
    }

    /// The parts in the order of the encoding.
    public var parts: [Part]

    /// A name of those parts.
    public init(_ parts: [Part]) {
        self.parts = parts
    }

    /// The name as OpenSSL's object; the caller frees it.
    func object() throws(OpenSSLError) -> OpaquePointer {
        guard let name = unsafe X509_NAME_new() else { throw OpenSSLError.taken("make a name") }
        for part in parts {
            let text = Array(part.text.utf8)
            // Type and text are copied during the call.
            let added = unsafe text.withUnsafeBufferPointer { buffer in
                unsafe shim_add_name_entry(name, part.type, buffer.baseAddress, Int32(buffer.count))
            }
            guard added == 1 else {
                unsafe X509_NAME_free(name)
                throw OpenSSLError.taken("make a name of \(part.type)=\(part.text)")
            }
        }
        return unsafe name
    }
}
