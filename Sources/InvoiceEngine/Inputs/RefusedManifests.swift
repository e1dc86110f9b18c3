import InvoiceModel
import InvoiceSignature

/// Keeps chunks from being taken behind a manifest that was not: a batch later, by another clock, it might look good,
/// but it is nowhere kept, and nobody could prove who signed them.
struct RefusedManifests {
    /// SHA-256 of those whose last word was no.
    private var refused: Set<Digest> = []

    /// What becomes of the next thing.
    mutating func settle<Opened>(
        _ item: InputFeed.Item,
        _ slot: InputBatch<Opened>.Slot
    ) -> InputBatch<Opened>.Slot {
        switch item {
        case .manifest(_, let manifest, _):
            if case .opened = slot { refused.remove(manifest.sha256) } else { refused.insert(manifest.sha256) }
        case .chunk(let chunk, _):
            guard case .opened = slot, let manifest = chunk.manifest, refused.contains(manifest.sha256) else { break }
            return .refused(chunk.outcome(.manifestRefused))
        case .file, .message, .refused, .failure: break
        }
        return slot
    }
}
