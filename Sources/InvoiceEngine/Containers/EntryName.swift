/// What the name of an entry says: whether it is a message, and whether it may be called that.
enum EntryName {
    /// What to do with an entry.
    enum Verdict: Sendable, Hashable {
        /// To be read.
        case message
        /// Lines of NDJSON, to be read one after another.
        case lines
        /// A signed manifest of lines.
        case manifest
        /// Passed over, as it would be in a folder: a folder, a hidden file, a file of another kind.
        case ignored
        /// Not taken, and told.
        case refused(ContainerFault.Code)

        /// Whether its content is read.
        var isTaken: Bool { self == .message || self == .lines || self == .manifest }
    }

    /// Names of files that hold others.
    static let archives = [
        ".zip", ".tar", ".tgz", ".gz", ".7z", ".rar", ".bz2", ".tbz2", ".xz", ".txz", ".zst", ".jar",
    ]

    /// Judges a name; nothing is ever written under it, so what matters is what people and programs are told.
    static func judge(_ name: [UInt8], limit: Int) -> Verdict {
        guard !name.isEmpty, name.count <= limit, isHarmless(name) else { return .refused(.path) }
        // Both slashes: programs of Windows write either.
        let parts = name.split(omittingEmptySubsequences: false) { $0 == 0x2F || $0 == 0x5C }
        guard !parts.contains(where: { $0.elementsEqual("..".utf8) }) else { return .refused(.path) }
        guard parts.last?.isEmpty == false else { return .ignored }
        let lowered = String(decoding: name, as: UTF8.self).lowercased()
        let isHidden = parts.contains { $0.first == 0x2E && $0.count > 1 } || lowered.hasPrefix("__macosx/")
        if isHidden { return .ignored }
        if lowered.hasSuffix(".xml") { return .message }
        if lowered.hasSuffix(".ndjson") { return .lines }
        if lowered.hasSuffix(ManifestName.suffix) { return .manifest }
        return archives.contains { lowered.hasSuffix($0) } ? .refused(.nested) : .ignored
    }

    /// Whether the name is relative and has no control characters, which a terminal would obey.
    private static func isHarmless(_ name: [UInt8]) -> Bool {
        if name[0] == 0x2F || name[0] == 0x5C { return false }
        let hasDrive = name.count > 1 && name[1] == 0x3A && (name[0] | 0x20 >= 0x61 && name[0] | 0x20 <= 0x7A)
        return !hasDrive && name.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
    }

    /// The name as it is told: bytes that are not UTF-8 and characters that cannot be shown are replaced, the `./` that
    /// tar writes is left out.
    static func text(_ name: [UInt8]) -> String {
        var rest = name[...]
        while rest.starts(with: [0x2E, 0x2F]), rest.count > 2 { rest = rest.dropFirst(2) }
        let shown = rest.prefix(256).map { $0 < 0x20 || $0 == 0x7F ? UInt8(ascii: "?") : $0 }
        return String(decoding: shown, as: UTF8.self) + (rest.count > 256 ? "…" : "")
    }
}
