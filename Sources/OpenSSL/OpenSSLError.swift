import COpenSSL

/// A failure that OpenSSL reports, such as bytes that are no certificate.
public struct OpenSSLError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What was attempted.
    public let operation: String
    /// OpenSSL's own words; empty where it gave none.
    public let reason: String

    /// A failure with a reason of our own.
    public init(_ operation: String, reason: String) {
        self.operation = operation
        self.reason = reason
    }

    /// Takes the first reason from OpenSSL's queue of this thread and empties the queue.
    static func taken(_ operation: String) -> OpenSSLError {
        let code = ERR_peek_error()
        ERR_clear_error()
        guard code != 0 else { return OpenSSLError(operation, reason: "") }
        var text = [CChar](repeating: 0, count: 256)
        // The buffer is ours and its size is given.
        unsafe text.withUnsafeMutableBufferPointer { buffer in
            unsafe ERR_error_string_n(code, buffer.baseAddress, buffer.count)
        }
        let bytes = text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
        return OpenSSLError(operation, reason: String(decoding: bytes, as: UTF8.self))
    }

    /// The operation and the reason.
    public var description: String { reason.isEmpty ? operation : "\(operation): \(reason)" }
}
