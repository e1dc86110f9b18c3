import DurableFiles
import InvoiceLedger
import InvoiceModel
import InvoiceSignature
import Synchronization

/// The manifests that an audit has walked past, for the chunks behind them: the latest in memory, all in files.
///
/// Filled by the thread that walks before workers ask.
final class AuditManifests: Sendable {
    private let folder: String
    private let kept = Mutex(LatestValues<SignedManifest>(limit: AuditManifests.limit))

    /// Bytes of the manifests kept in memory.
    static let limit = 128 << 20
    /// Bytes in memory for each byte of a manifest: its chunks are held as they came, read, and by their digests.
    private static let growth = 3
    /// Bytes of a manifest besides.
    private static let overhead = 8_192

    /// - Parameter folder: for them alone; whoever made the audit's folder removes it.
    init(folder: String) {
        self.folder = folder
    }

    /// Remembers the manifests among some messages.
    func take(_ messages: [AuditedMessage]) throws(EngineError) {
        for message in messages where AuditManifests.mayBeManifest(message.stored) {
            guard let signed = try? SignedManifest(message.stored.bytes) else { continue }
            let (name, bytes) = ("\(signed.sha256)", signed.bytes)
            do throws(FileError) {
                if FileStatus(of: folder, followingLinks: false) == nil {
                    try DurableFiles.makeDirectory(folder, mode: 0o700)
                }
                try DurableFiles.write(bytes.span, to: path(name), mode: 0o600, isDurable: false)
            } catch {
                throw EngineError(.store, "A manifest cannot be kept for the audit: \(error).")
            }
            keep(signed, name)
        }
    }

    /// A manifest that somebody sent as a message first is kept as one that could not be read: DER or PEM.
    private static func mayBeManifest(_ message: StoredMessage) -> Bool {
        guard message.status == .unreadable else { return message.status == .manifest }
        return message.bytes.first == 0x30 || message.bytes.first == UInt8(ascii: "-")
    }

    /// The manifest of that SHA-256 in hexadecimal; `nil` where none came by.
    func manifest(_ name: String) -> SignedManifest? {
        if let known = kept.withLock({ $0[name] }) { return known }
        guard name.utf8.allSatisfy({ ($0 >= 0x30 && $0 <= 0x39) || ($0 >= 0x61 && $0 <= 0x66) }),
            let bytes = try? DurableFiles.read(path(name)), let signed = try? SignedManifest(bytes)
        else { return nil }
        keep(signed, name)
        return signed
    }

    private func keep(_ signed: SignedManifest, _ name: String) {
        let weight = AuditManifests.growth * signed.bytes.count + AuditManifests.overhead
        kept.withLock { $0.keep(signed, as: name, weight: weight) }
    }

    private func path(_ name: String) -> String { "\(folder)/\(name).p7s" }
}
