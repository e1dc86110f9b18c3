import DurableFiles
import InvoiceModel
import InvoiceSignature
import OpenSSL

/// Makes what a sender signs for a file of lines.
public enum ManifestMaker {
    /// The text of the manifest of a file (.ndjson, .ndjson.gz) or of `-`, standard input; bounded memory.
    ///
    /// - Throws: `.file` where it cannot be read, is no file of lines, or has a line longer than any that is read.
    public static func text(of path: String) throws(EngineError) -> [UInt8] {
        let file = InputFile(name: path)
        do throws(ContainerError) {
            return try text(of: stream(file), isNamedAsLines: file.isNamedAsLines)
        } catch {
            switch error {
            case .file(let error): throw error
            case .fault(let fault):
                let found = [fault.path, fault.expected].compactMap { $0?.isEmpty == false ? $0 : nil }
                let place = found.isEmpty ? "" : " (\(found.joined(separator: ", ")))"
                throw EngineError(.file, "\(path): \(fault.code.english)\(place) \(fault.code.remedy)")
            }
        }
    }

    /// Writes it, all or nothing.
    public static func write(_ text: [UInt8], to path: String) throws(EngineError) {
        do throws(FileError) {
            try DurableFiles.write(text.span, to: path, mode: 0o644, isDurable: false)
        } catch {
            throw EngineError(.file, "\(path) cannot be written: \(error).")
        }
    }

    private static func text(of stream: ByteStream, isNamedAsLines: Bool) throws(ContainerError) -> [UInt8] {
        _ = try stream.holds(ContainerKind.headBytes)
        let isOfLines = isNamedAsLines || stream.withAvailable { LineCutter.beginsLines($0) }
        guard isOfLines, try stream.holds(1) else {
            throw .fault(.linesMissing, expected: "one invoice a line, an object of JSON each")
        }
        let hash = HashContext(.sha256)
        let lineBytes = Limits().messageBytes
        var cutter = LineCutter(stream, lineBytes: lineBytes)
        var chunks: [Manifest.Chunk] = []
        while let piece = try cutter.next() {
            guard !piece.isTooLong, chunks.count < Manifest.chunkLimit else {
                var fault = ContainerFault(.linesTooLong, expected: "at most \(lineBytes) bytes")
                fault.path = "line \(piece.firstLine)"
                throw .fault(fault)
            }
            let digest = hash.hash(piece.bytes)
            chunks.append(Manifest.Chunk(lines: piece.count, bytes: piece.bytes.count, sha256: Digest(digest.span)))
        }
        return Array(Manifest(chunks).text.utf8)
    }

    private static func stream(_ file: InputFile) throws(ContainerError) -> ByteStream {
        let origin: ByteStream.Origin
        do throws(FileError) {
            let handle = try file.isStandardInput ? OpenFile.standardInput() : OpenFile(opening: file.name)
            origin = ByteStream.Origin(handle, InputMeter())
        } catch {
            throw .file(EngineError(error))
        }
        let stream = ByteStream(origin)
        _ = try stream.holds(ContainerKind.headBytes)
        guard stream.withAvailable({ ContainerKind($0) }) == .gzip else { return stream }
        return try ByteStream.content(of: stream, ContainerMeter(ContainerLimits()))
    }
}
