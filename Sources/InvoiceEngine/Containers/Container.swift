import DurableFiles
import InvoiceSignature

/// One container being read: what comes out of it, what is wrong with it, in its order.
// Unchecked: only the thread that feeds asks it for more; workers carry it along with its messages.
final class Container: @unchecked Sendable {
    /// What it is known by.
    let file: InputFile
    private let limits: ContainerLimits
    private let inputMeter: InputMeter
    /// The most that is kept of one message.
    private let messageBytes: Int
    private let lineRules: LineRules
    private var reader: (any ContainerReader)?
    /// The lines being read, of the file itself or of an entry.
    private var lines: LineIntake?
    /// The manifest that came last, and its name inside.
    private var manifest: (name: String, source: ManifestSource, isUsed: Bool)?
    /// What was read of a pipe before anybody knew what comes out of it; `nil` for a file, which is opened.
    private var pipe: ByteStream?
    private var isOpen = false
    private var isEnded = false
    private var isStopped = false
    private var told = 0
    /// Whether its messages are known by their number instead of a name.
    private(set) var isConcatenated = false

    /// A container that will be opened when its turn comes.
    ///
    /// - Parameter meter: told of every byte of the file that is read.
    init(
        _ file: InputFile,
        pipe: ByteStream? = nil,
        limits: ContainerLimits,
        messageBytes: Int,
        lines: LineRules = LineRules(),
        meter: InputMeter = InputMeter()
    ) {
        self.file = file
        self.pipe = pipe
        self.limits = limits
        inputMeter = meter
        self.messageBytes = messageBytes
        lineRules = lines
    }

    /// What comes next.
    enum Step {
        case message(InputFile, bytes: [UInt8], offset: Int)
        case chunk(LineChunk)
        case manifest(InputFile, SignedManifest)
        case refused(Outcome)
        case failure(EngineError)
    }

    /// The next message, fault or failure; `nil` at the end.
    func next() -> Step? {
        guard !isEnded else { return nil }
        do {
            if !isOpen { try open() }
            var step = try nextLines()
            if step == nil { step = try nextEntry() }
            guard let step else {
                isEnded = true
                dropManifest()
                return told == 0 ? .refused(outcome(nil, ContainerFault(.empty))) : nil
            }
            told += 1
            return step
        } catch {
            isEnded = true
            dropManifest()
            switch error {
            case .fault(let fault): return .refused(outcome(reader?.entry, fault))
            case .file(let error): return .failure(error)
            }
        }
    }

    /// The next chunk of the lines that are being read; `nil` where none are, or no more.
    private func nextLines() throws(ContainerError) -> Step? {
        guard let intake = lines, let step = try intake.next() else {
            lines = nil
            return nil
        }
        switch step {
        case .manifest(let file, let signed): return .manifest(file, signed)
        case .chunk(let chunk): return .chunk(chunk)
        case .failure(let error): return .failure(error)
        case .refused(let file, let fault):
            var outcome = Outcome(file: file.name, index: 0, kind: .document, status: .unreadable)
            outcome.fault = fault
            return .refused(outcome)
        }
    }

    /// The next entry of an archive, or message of a stream; of lines their first chunk.
    private func nextEntry() throws(ContainerError) -> Step? {
        while let step = try reader?.next() {
            switch step {
            case .manifest(let name, let bytes):
                dropManifest()
                manifest = (name, ManifestSource(name: named(name).name, bytes: bytes), false)
                told += 1
            case .lines(let name, let stream):
                begin(stream, of: named(name), entry: name)
                if let step = try nextLines() { return step }
            case .refused(let name, let fault): return .refused(outcome(name, fault))
            case .message(let name, let bytes, let offset):
                return isStopped ? .refused(rest(after: offset)) : .message(named(name), bytes: bytes, offset: offset)
            }
        }
        return nil
    }

    /// Begins to read lines; those of an entry under the manifest that came before them.
    private func begin(_ stream: ByteStream, of file: InputFile, entry: String? = nil) {
        var source: ManifestSource?
        if let manifest, let entry, ManifestName.isManifest(manifest.name, of: entry) {
            source = manifest.source
            self.manifest?.isUsed = true
        }
        lines = LineIntake(
            stream,
            of: file,
            source ?? lineRules.manifest(of: file),
            lineRules,
            lineBytes: lineRules.lineBytes
        )
    }

    /// Forgets the manifest that came last; tells where it was for nothing.
    private func dropManifest() {
        if let manifest, !manifest.isUsed { lineRules.strays.add(named(manifest.name).name) }
        manifest = nil
    }

    /// Says that a message could not be read: what follows is told, not read.
    func stop() {
        isStopped = true
    }

    /// What is told of all that follows a message that could not be read; nothing comes after it.
    func rest(after offset: Int) -> Outcome {
        isEnded = true
        return outcome(nil, ContainerFault(.rest, at: offset))
    }

    private func named(_ name: String) -> InputFile { InputFile(name: "\(file.name)!\(name)") }

    private func outcome(_ name: String?, _ fault: ContainerFault) -> Outcome {
        let name = name.map { named($0).name } ?? file.name
        var outcome = Outcome(file: name, index: 0, kind: .document, status: .unreadable)
        outcome.fault = fault
        return outcome
    }

    /// Finds out what it is and how to read it.
    private func open() throws(ContainerError) {
        isOpen = true
        let stream = if let pipe { pipe } else { ByteStream(try origin()) }
        let meter = ContainerMeter(limits)
        switch try kind(of: stream) {
        case .zip:
            guard pipe == nil else { throw .fault(.pipe) }
            reader = try ZipReader(origin(), meter, messageBytes: messageBytes)
        case .tar: reader = TarReader(stream, meter, messageBytes: messageBytes)
        case .gzip:
            let content = try ByteStream.content(of: stream, meter)
            switch try kind(of: content) {
            case .tar: reader = TarReader(content, meter, messageBytes: messageBytes)
            case .zip, .gzip: throw .fault(.nested)
            case nil: try openMessages(content)
            }
        case nil: try openMessages(stream)
        }
    }

    private func openMessages(_ stream: ByteStream) throws(ContainerError) {
        guard !file.isNamedAsArchive else { throw .fault(.kind) }
        _ = try stream.holds(ContainerKind.headBytes)
        if file.isNamedAsLines || stream.withAvailable({ LineCutter.beginsLines($0) }) {
            return begin(stream, of: file)
        }
        isConcatenated = true
        reader = MessageSplitter(stream, messageBytes: messageBytes)
    }

    private func kind(of stream: ByteStream) throws(ContainerError) -> ContainerKind? {
        _ = try stream.holds(ContainerKind.headBytes)
        return stream.withAvailable { ContainerKind($0) }
    }

    private func origin() throws(ContainerError) -> ByteStream.Origin {
        do {
            return ByteStream.Origin(try OpenFile(opening: file.name), inputMeter)
        } catch {
            throw .file(EngineError(error))
        }
    }
}
