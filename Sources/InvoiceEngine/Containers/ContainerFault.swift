/// Why a container, or one entry of it, was not taken. Nothing of it reaches the ledger: there is no message to answer.
public struct ContainerFault: Error, Sendable, Hashable {
    /// What is wrong; the raw value is its stable code.
    public enum Code: String, Sendable, Hashable, CaseIterable {
        /// It is named as a container and is none that is read here.
        case kind = "container.kind"
        /// A zip file from a pipe.
        case pipe = "container.pipe"
        /// Its structure makes no sense.
        case damaged = "container.damaged"
        /// It ends too early.
        case truncated = "container.truncated"
        /// The check sum is not that of the content.
        case checksum = "container.checksum"
        /// What a zip file says twice differs.
        case headers = "container.headers"
        /// Entries of a zip file overlap, are out of order, or leave bytes that belong to none.
        case overlap = "container.overlap"
        /// The entry's name leads out of the archive or cannot be shown.
        case path = "container.path"
        /// The entry is a link, a device, or of a kind that is not known.
        case link = "container.link"
        /// A container inside a container.
        case nested = "container.nested"
        /// The entry is encrypted.
        case encrypted = "container.encrypted"
        /// The entry is compressed in a way that is not read here.
        case method = "container.method"
        /// Too many entries.
        case entries = "container.entries"
        /// It unpacks to too much.
        case bytes = "container.bytes"
        /// It unpacks to too many times its size.
        case ratio = "container.ratio"
        /// No message is in it.
        case empty = "container.empty"
        /// What follows a message that cannot be read.
        case rest = "container.rest"
        /// Lines that nobody signed, in a ledger that is none for tests.
        case linesUnsigned = "lines.unsigned"
        /// A line longer than any that is read.
        case linesTooLong = "lines.too-long"
        /// A chunk that the manifest does not name.
        case linesChanged = "lines.changed"
        /// Fewer chunks than the manifest names.
        case linesMissing = "lines.missing"
        /// More than the manifest names.
        case linesMore = "lines.more"
        /// No manifest, or not in CMS.
        case manifestShape = "manifest.shape"
        /// The signature over the manifest does not hold.
        case manifestSignature = "manifest.signature"
        /// Lines whose manifest was refused.
        case manifestRefused = "manifest.refused"
    }

    /// What is wrong.
    public var code: Code
    /// Where: `byte N` of the container, unpacked where it is a compressed stream; empty where nowhere in particular.
    public var path: String
    /// What was expected.
    public var expected: String?
    /// What was found.
    public var found: String?

    /// A fault.
    public init(_ code: Code, at offset: Int? = nil, expected: String? = nil, found: String? = nil) {
        self.code = code
        path = offset.map { "byte \($0)" } ?? ""
        self.expected = expected
        self.found = found
    }
}

/// Why reading a container ended early.
enum ContainerError: Error, Sendable {
    /// Because of what it holds.
    case fault(ContainerFault)
    /// Because its file could not be read.
    case file(EngineError)

    /// A fault.
    static func fault(
        _ code: ContainerFault.Code,
        at offset: Int? = nil,
        expected: String? = nil,
        found: String? = nil
    ) -> ContainerError {
        .fault(ContainerFault(code, at: offset, expected: expected, found: found))
    }
}
