/// Reading of DER as one of OpenSSL's objects.
enum DER {
    /// What a function of OpenSSL (`d2i_…`) makes of the bytes, and how many follow that; `nil` where it makes nothing.
    /// The caller owns the object.
    static func object(
        _ der: [UInt8],
        _ read: (UnsafeMutablePointer<UnsafePointer<UInt8>?>, Int) -> OpaquePointer?
    ) -> (object: OpaquePointer, rest: Int)? {
        // OpenSSL reads the bytes during the call only.
        unsafe der.withUnsafeBufferPointer { buffer in
            var next = buffer.baseAddress
            guard let object = unsafe read(&next, buffer.count) else { return nil }
            guard let next = unsafe next, let start = buffer.baseAddress else { return unsafe (object, 0) }
            return unsafe (object, start + buffer.count - next)
        }
    }
}
