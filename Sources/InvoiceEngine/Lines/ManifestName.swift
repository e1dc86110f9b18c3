/// How the manifest of a file of lines is called: `NAME.manifest.p7s` beside `NAME.ndjson` or `NAME.ndjson.gz`; what
/// stands behind `NAME` may be in capitals.
enum ManifestName {
    /// What its name ends in.
    static let suffix = ".manifest.p7s"
    /// What names of files of lines end in.
    private static let endings = [".ndjson.gz", ".ndjson"]

    /// Whether a file or entry is named as one of lines.
    static func isOfLines(_ name: String) -> Bool { stem(of: name, endings) != nil }

    /// The names that the manifest of a file may have; none where the file is not named as lines are.
    static func names(for file: String) -> [String] {
        stem(of: file, endings).map { [$0 + suffix, $0 + suffix.uppercased()] } ?? []
    }

    /// Whether an entry is named as the manifest of another.
    static func isManifest(_ name: String, of lines: String) -> Bool {
        guard let stem = stem(of: lines, endings) else { return false }
        return stem == self.stem(of: name, [suffix])
    }

    /// A name without its ending, where it has one of those, in letters of any case.
    private static func stem(of name: String, _ endings: [String]) -> Substring? {
        for ending in endings where InputFile.hasSuffix(name, [Array(ending.utf8)]) {
            return name.dropLast(ending.count)
        }
        return nil
    }
}
