import COpenSSL

/// AES-128 on single blocks of 16 bytes under one key.
///
/// One per worker.
@safe public final class AESBlock {
    private let encryption: OpaquePointer
    private let decryption: OpaquePointer

    /// Bytes of a block and of a key.
    public static let byteCount = 16

    /// Contexts for that key of 16 bytes.
    public init(key: [UInt8]) {
        precondition(key.count == AESBlock.byteCount, "an AES-128 key has 16 bytes")
        guard let encryption = unsafe EVP_CIPHER_CTX_new(), let decryption = unsafe EVP_CIPHER_CTX_new() else {
            preconditionFailure("no memory for a cipher context")
        }
        unsafe self.encryption = encryption
        unsafe self.decryption = decryption
        // The key is copied during the calls.
        let ready = unsafe key.withUnsafeBufferPointer { buffer in
            unsafe EVP_EncryptInit_ex2(encryption, Library.shared.aes128, buffer.baseAddress, nil, nil) == 1
                && EVP_DecryptInit_ex2(decryption, Library.shared.aes128, buffer.baseAddress, nil, nil) == 1
                && EVP_CIPHER_CTX_set_padding(encryption, 0) == 1
                && EVP_CIPHER_CTX_set_padding(decryption, 0) == 1
        }
        precondition(ready, "OpenSSL could not start AES-128")
    }

    deinit {
        unsafe EVP_CIPHER_CTX_free(encryption)
        unsafe EVP_CIPHER_CTX_free(decryption)
    }

    /// The encrypted block.
    public func encrypt(_ block: [UInt8]) -> [UInt8] { unsafe run(block, encryption) }

    /// The decrypted block.
    public func decrypt(_ block: [UInt8]) -> [UInt8] { unsafe run(block, decryption) }

    private func run(_ block: [UInt8], _ context: OpaquePointer) -> [UInt8] {
        precondition(block.count == AESBlock.byteCount, "an AES block has 16 bytes")
        var written: Int32 = 0
        // Without padding one block in is one block out; the output has room for two.
        let output = unsafe [UInt8](unsafeUninitializedCapacity: 2 * AESBlock.byteCount) { buffer, count in
            let done = unsafe block.withUnsafeBufferPointer { input in
                unsafe EVP_CipherUpdate(context, buffer.baseAddress, &written, input.baseAddress, Int32(input.count))
            }
            precondition(done == 1 && written == Int32(AESBlock.byteCount), "OpenSSL could not run AES-128")
            count = AESBlock.byteCount
        }
        return output
    }
}
