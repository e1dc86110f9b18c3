import DurableFiles
import InvoiceModel
import InvoiceSignature

/// How lines may be taken: signed or not, under which manifest, up to which length.
struct LineRules: Sendable {
    /// Whether lines count only under a signed manifest.
    var needsManifest = false
    /// The longest line that is read: what holds of a message by default, and not the policy's, so that the same bytes
    /// are cut into the same chunks whatever the policy says.
    var lineBytes = Limits().messageBytes
    /// The manifest that was named for lines without one beside them.
    var manifest: String?
    /// Manifests that were not used.
    let strays = StrayManifests()

    /// Anything goes: a check without a ledger.
    init() {}

    /// As a ledger demands.
    init(_ state: LedgerState, _ manifest: String?) {
        needsManifest = state.needsManifest
        self.manifest = manifest
    }

    /// The manifest of a file of lines: the one beside it, else the one that was named; `nil` where there is none.
    func manifest(of file: InputFile) -> ManifestSource? {
        for name in ManifestName.names(for: file.name) where FileStatus(of: name, followingLinks: true) != nil {
            return ManifestSource(path: name)
        }
        return manifest.map { ManifestSource(path: $0) }
    }
}

/// A signed manifest as it was found, or what is wrong with it.
struct ManifestSource {
    /// What it is known by.
    var name: String
    /// The manifest, read and verified.
    var manifest: Result<SignedManifest, ContainerError>

    /// From a file.
    init(path: String) {
        name = path
        do {
            manifest = ManifestSource.read(
                try InputReader.bytes(of: InputFile(name: path), limit: SignedManifest.maximumBytes)
            )
        } catch {
            manifest = .failure(.file(error))
        }
    }

    /// From an entry of a container.
    init(name: String, bytes: [UInt8]) {
        self.name = name
        manifest = ManifestSource.read(bytes)
    }

    private static func read(_ bytes: [UInt8]) -> Result<SignedManifest, ContainerError> {
        guard bytes.count <= SignedManifest.maximumBytes else {
            return .failure(.fault(.manifestShape, expected: "at most \(SignedManifest.maximumBytes) bytes"))
        }
        do throws(ManifestFault) {
            return .success(try SignedManifest(bytes))
        } catch {
            switch error {
            case .shape(let words):
                return .failure(.fault(.manifestShape, expected: "CMS SignedData with its content", found: words))
            case .signature(let words): return .failure(.fault(.manifestSignature, found: words))
            case .content: return .failure(.fault(.manifestShape, expected: "what xacthuc manifest writes"))
            }
        }
    }
}
