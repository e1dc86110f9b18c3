/// One thing to read: a file, or standard input.
public struct InputFile: Sendable, Hashable {
    /// What people know it by: the path as given, below the folder as given, or `-`; of an entry of a container
    /// `container!entry`.
    public var name: String

    /// Standard input.
    public static let standardInput = InputFile(name: "-")

    /// Whether it is standard input.
    public var isStandardInput: Bool { name == "-" }

    /// A file by its path.
    public init(name: String) {
        self.name = name
    }

    /// Whether its name says that it holds other files.
    var isNamedAsArchive: Bool { InputFile.hasSuffix(name, InputFile.archives) }

    /// Whether its name says that it holds lines of JSON: then it does, whatever they begin with.
    var isNamedAsLines: Bool { ManifestName.isOfLines(name) }

    /// Whether its name says that it is compressed.
    var isNamedAsCompressed: Bool { InputFile.hasSuffix(name, InputFile.compressed) }

    /// Whether a file of that name in a folder is one to read.
    static func isWanted(_ name: String) -> Bool { hasSuffix(name, messages) || hasSuffix(name, archives) }

    private static let messages = [".xml", ".xml.gz", ".ndjson", ".ndjson.gz"].map { Array($0.utf8) }
    private static let archives = [".zip", ".tar", ".tar.gz", ".tgz"].map { Array($0.utf8) }

    private static let compressed = [Array(".gz".utf8)]

    /// Whether a name ends so, in letters of any case.
    static func hasSuffix(_ name: String, _ suffixes: [[UInt8]]) -> Bool {
        suffixes.contains { wanted in
            let end = name.utf8.suffix(wanted.count)
            return end.count == wanted.count
                && zip(end, wanted).allSatisfy { byte, letter in
                    byte == letter || (0x41...0x5A).contains(byte) && byte | 0x20 == letter
                }
        }
    }
}
