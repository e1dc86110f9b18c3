import Compression
import DurableFiles
import InvoiceModel
import InvoiceXML

/// The bytes of one message as they came, opened where they were compressed.
struct InputMessage: Sendable {
    /// The message; the compressed file itself where it could not be opened.
    var bytes: [UInt8]
    /// Why a compressed file could not be opened, if it could not.
    var fault: RuleCode?
}

/// What a file holds.
enum InputContent: Sendable {
    /// One message, or what must be judged as one.
    case message(InputMessage)
    /// Many, or what claims to hold many.
    case container
}

/// Reads files into messages. Memory stays bounded whatever the size of a file.
struct InputReader {
    /// Limits on what a sender may send.
    var limits: Limits

    /// A gzip file of incompressible content is a little larger than the content.
    private static let compressionOverhead = 65_536

    /// The most that is read of one message: enough to show that it is too large, and always as much, so that the same
    /// message is the same bytes in a file and in a container.
    var messageBytes: Int { limits.messageBytes + InputReader.compressionOverhead + 1 }

    /// Reads one file as one message.
    func read(_ file: InputFile) throws(EngineError) -> InputMessage {
        open(try InputReader.bytes(of: file, limit: messageBytes - 1))
    }

    /// Reads one file, if it holds one message; what it is follows from its bytes, unless its name says that it holds
    /// others or lines.
    func content(of file: InputFile) throws(EngineError) -> InputContent {
        if file.isNamedAsArchive || file.isNamedAsLines { return .container }
        return classify(try InputReader.bytes(of: file, limit: messageBytes - 1))
    }

    /// What was read of a file, up to the limit, shows what it holds; a second message `isConcatenation` finds.
    func classify(_ bytes: [UInt8]) -> InputContent {
        switch ContainerKind(bytes.span) {
        case .zip?, .tar?: return .container
        case nil where LineCutter.beginsLines(bytes.span): return .container
        case nil: return .message(InputMessage(bytes: bytes))
        case .gzip?: break
        }
        let (content, fault) = inflate(bytes)
        if ContainerKind(content.span) != nil || LineCutter.beginsLines(content.span) { return .container }
        guard let fault else { return .message(InputMessage(bytes: content)) }
        // A message before the fault, and the fault in a later one, are told apart.
        if isConcatenation(content) { return .container }
        return .message(InputMessage(bytes: bytes, fault: fault))
    }

    /// Opens what was read, where it is compressed.
    func open(_ bytes: [UInt8]) -> InputMessage {
        guard Gzip.looksCompressed(bytes) else { return InputMessage(bytes: bytes) }
        let (content, fault) = inflate(bytes)
        return fault.map { InputMessage(bytes: bytes, fault: $0) } ?? InputMessage(bytes: content)
    }

    /// The content of a gzip file, up to the limit or to what is wrong with it.
    private func inflate(_ bytes: [UInt8]) -> (content: [UInt8], fault: RuleCode?) {
        var content: [UInt8] = []
        do throws(GzipError) {
            var inflater = try GzipInflater(limit: limits.messageBytes)
            try inflater.append(bytes.span, to: &content)
            try inflater.finish()
            return (content, nil)
        } catch {
            return (content, error == GzipError(.tooLarge) ? .xmlTooLarge : .xmlSyntax)
        }
    }

    /// Whether a whole `TDiep` stands there and another begins behind it; asked only where they are not one message.
    ///
    /// Anything else behind a message, an empty `TDiep` too, leaves the file one message that cannot be read.
    func isConcatenation(_ bytes: [UInt8]) -> Bool {
        var scan = DocumentScan()
        guard case .end(let end) = scan.scan(bytes.span, isWhole: bytes.count < messageBytes), end < bytes.count,
            DocumentScan.beginsMessage(bytes.span.extracting(end...)),
            case .message(let first) = ParsedMessage.read(Array(bytes[..<end]), limits: limits)
        else { return false }
        return first.kind == .message
    }

    /// A whole file, or as much of it as shows that it is larger than the limit.
    static func bytes(of file: InputFile, limit: Int) throws(EngineError) -> [UInt8] {
        do {
            let handle = try file.isStandardInput ? OpenFile.standardInput() : OpenFile(opening: file.name)
            return try bytes(of: handle, limit: limit)
        } catch {
            throw EngineError(error)
        }
    }

    /// The same of an open file, which then stands behind them.
    static func bytes(of handle: borrowing OpenFile, limit: Int) throws(FileError) -> [UInt8] {
        var bytes: [UInt8] = []
        // A file says how large it is, a pipe does not; both are read until they end.
        let size = try handle.size()
        var count = size > 0 ? size + 1 : pieceBytes
        while bytes.count <= limit {
            count = min(count, limit + 1 - bytes.count)
            guard try handle.read(atMost: count, appendingTo: &bytes) else { break }
            // All that the file has, and not the byte behind it that was asked for too.
            if size > 0, bytes.count == size, count > size { break }
            count = pieceBytes
        }
        return bytes
    }

    /// What is asked for where the size is not known.
    private static let pieceBytes = 4_096
}
