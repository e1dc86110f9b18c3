import InvoiceSignature

/// Reads one stream of lines: its manifest first, then chunk after chunk, then what is missing of it.
final class LineIntake {
    private let file: InputFile
    private let lineBytes: Int
    private let manifest: SignedManifest?
    /// What is told before anything is read; the next one last.
    private var before: [Step] = []
    private var cutter: LineCutter
    private var isEnded = false

    /// What comes next.
    enum Step {
        case manifest(InputFile, SignedManifest)
        case chunk(LineChunk)
        case refused(InputFile, ContainerFault)
        case failure(EngineError)
    }

    /// - Parameters:
    ///   - source: the manifest that was found; `nil` where there is none.
    ///   - lineBytes: the longest line that is read.
    init(_ stream: ByteStream, of file: InputFile, _ source: ManifestSource?, _ rules: LineRules, lineBytes: Int) {
        self.file = file
        self.lineBytes = lineBytes
        var manifest: SignedManifest?
        var first: Step?
        switch source?.manifest {
        case nil: if rules.needsManifest { first = .refused(file, ContainerFault(.linesUnsigned)) }
        case .success(let signed)?:
            manifest = signed
            first = .manifest(InputFile(name: source?.name ?? file.name), signed)
        case .failure(.fault(let fault))?: first = .refused(InputFile(name: source?.name ?? file.name), fault)
        case .failure(.file(let error))?: first = .failure(error)
        }
        self.manifest = manifest
        cutter = LineCutter(
            stream,
            lineBytes: lineBytes,
            counts: manifest?.manifest.chunks.map(\.lines) ?? []
        )
        if let first {
            before = [first]
            // Lines nobody may take are not read.
            isEnded = manifest == nil
        }
    }

    /// The next step; `nil` at the end.
    func next() throws(ContainerError) -> Step? {
        if let step = before.popLast() { return step }
        guard !isEnded else { return nil }
        if let manifest, cutter.chunks == manifest.manifest.chunks.count { return try end(manifest) }
        let prefix = manifest.map { LineChunk.prefix(of: $0) } ?? []
        guard let piece = try cutter.next(after: prefix) else {
            isEnded = true
            guard let manifest else { return nil }
            let (wanted, found) = (manifest.manifest.chunks.count, cutter.chunks)
            return .refused(file, ContainerFault(.linesMissing, expected: "\(wanted) chunks", found: "\(found)"))
        }
        guard !piece.isTooLong else {
            let limit = "at most \(lineBytes) bytes"
            var fault = ContainerFault(.linesTooLong, expected: limit)
            fault.path = "line \(piece.firstLine)"
            return .refused(file, fault)
        }
        // What marks signed lines where they are kept must not come from outside.
        guard manifest != nil || LineChunk.parts(of: piece.bytes).start == 0 else {
            var fault = ContainerFault(.linesUnsigned, expected: "a line of JSON", found: LineChunk.mark)
            fault.path = "line \(piece.firstLine)"
            return .refused(file, fault)
        }
        return .chunk(
            LineChunk(
                file: file,
                bytes: piece.bytes,
                start: prefix.count,
                firstLine: piece.firstLine,
                count: piece.count,
                offset: piece.offset,
                manifest: manifest
            )
        )
    }

    /// Behind the last chunk of a manifest there is nothing more.
    private func end(_ manifest: SignedManifest) throws(ContainerError) -> Step? {
        isEnded = true
        guard let piece = try cutter.next() else { return nil }
        var fault = ContainerFault(.linesMore, expected: "\(manifest.manifest.lines) lines")
        fault.path = "line \(piece.firstLine)"
        return .refused(file, fault)
    }
}

extension LineChunk {
    fileprivate static let mark = "#manifest "

    /// What stands before the lines of a signed chunk in the archive: no line of JSON begins so.
    static func prefix(of manifest: SignedManifest) -> [UInt8] { Array("\(mark)\(manifest.sha256)\n".utf8) }

    /// Where the lines begin in what is kept of a chunk, and the SHA-256 of its manifest in hexadecimal, where it has
    /// one.
    static func parts(of kept: [UInt8]) -> (start: Int, manifest: String?) {
        let count = mark.utf8.count
        guard kept.starts(with: mark.utf8), kept.count > count + 64, kept[count + 64] == 0x0A else { return (0, nil) }
        return (count + 65, String(decoding: kept[count..<count + 64], as: UTF8.self))
    }
}
