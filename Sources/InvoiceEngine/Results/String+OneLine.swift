extension String {
    /// The text as people may be shown it: what senders wrote may hold line breaks, controls and marks that turn the
    /// direction of writing, and a terminal would obey them. A space stands for each.
    var onOneLine: String {
        guard unicodeScalars.contains(where: { $0.isObeyed }) else { return self }
        return String(map { $0.unicodeScalars.contains { $0.isObeyed } ? " " : $0 })
    }
}

extension Unicode.Scalar {
    fileprivate var isObeyed: Bool {
        switch value {
        case 0..<0x20, 0x7F...0x9F, 0x2028, 0x2029: true
        case 0x61C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
    }
}
