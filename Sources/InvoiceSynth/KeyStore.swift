import InvoiceModel
import OpenSSL

/// Private keys in `pki/`: read where they are, made where they are missing.
///
/// Keys are the one thing that does not follow from the seed, and the slow one; they are for tests only.
struct KeyStore {
    let folder: Folder
    /// Why a key could not be kept.
    private(set) var failure: SynthError?
    private var known: [String: PrivateKey] = [:]

    init(folder: Folder) {
        self.folder = folder
    }

    /// The key of that name.
    mutating func key(_ name: String, bits: Int) throws(OpenSSLError) -> PrivateKey {
        let file = "\(name).key.pem"
        if let key = known[file] { return key }
        let key: PrivateKey
        if let pem = folder.read(file) {
            key = try PrivateKey(pem: pem)
        } else {
            key = try PrivateKey.generate(.rsa(bits: bits))
            do {
                try folder.write(key.pem, to: file, isPrivate: true)
            } catch {
                failure = failure ?? error
            }
        }
        known[file] = key
        return key
    }

    /// The key of that signer: beyond the first sixteen, signers share keys.
    mutating func signer(_ index: Int) throws(OpenSSLError) -> PrivateKey {
        let slot = index % Infrastructure.signerBits.count
        let bits = Infrastructure.signerBits[slot]
        return try key("signer-\(slot + 1)-\(bits)", bits: bits)
    }
}
