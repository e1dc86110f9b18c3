import Compression
import DurableFiles
import InvoiceModel

/// The bytes of one message as they came, opened where they were compressed.
struct InputMessage: Sendable {
    /// The message; the compressed file itself where it could not be opened.
    var bytes: [UInt8]
    /// Why a compressed file could not be opened, if it could not.
    var fault: RuleCode?
}

/// Reads files into messages: one file is one message. Memory stays bounded whatever the size of a file.
struct InputReader {
    /// Limits on what a sender may send.
    var limits: Limits

    /// A gzip file of incompressible content is a little larger than the content.
    private static let compressionOverhead = 65_536

    /// Reads one file.
    func read(_ file: InputFile) throws(EngineError) -> InputMessage {
        open(try InputReader.bytes(of: file, limit: limits.messageBytes + InputReader.compressionOverhead))
    }

    /// Opens what was read, where it is compressed.
    func open(_ bytes: [UInt8]) -> InputMessage {
        guard Gzip.looksCompressed(bytes) else { return InputMessage(bytes: bytes) }
        do {
            return try InputMessage(bytes: Gzip.inflate(bytes, limit: limits.messageBytes))
        } catch {
            let fault: RuleCode = error == GzipError(.tooLarge) ? .xmlTooLarge : .xmlSyntax
            return InputMessage(bytes: bytes, fault: fault)
        }
    }

    /// A whole file, or as much of it as shows that it is larger than the limit.
    static func bytes(of file: InputFile, limit: Int) throws(EngineError) -> [UInt8] {
        do {
            let handle = try file.isStandardInput ? OpenFile.standardInput() : OpenFile(opening: file.name)
            var bytes: [UInt8] = []
            // A file says how large it is, a pipe does not; both are read until they end.
            var count = max(pieceBytes, try handle.size() + 1)
            while bytes.count <= limit {
                count = min(count, limit + 1 - bytes.count)
                guard try handle.read(atMost: count, appendingTo: &bytes) else { break }
                count = pieceBytes
            }
            return bytes
        } catch {
            throw EngineError(.file, "\(error). Check that the file exists and that you may read it.")
        }
    }

    /// What is asked for where the size is not known.
    private static let pieceBytes = 4_096
}
