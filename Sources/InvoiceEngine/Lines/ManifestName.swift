/// How the manifest of a file of lines is called: `NAME.manifest.p7s` beside `NAME.ndjson` or `NAME.ndjson.gz`.
enum ManifestName {
    /// What its name ends in.
    static let suffix = ".manifest.p7s"

    /// The manifest's name of a file; `nil` where the file is not named as lines are.
    static func of(_ file: String) -> String? {
        for ending in [".ndjson.gz", ".ndjson"] where file.lowercased().hasSuffix(ending) {
            return file.dropLast(ending.count) + suffix
        }
        return nil
    }
}
