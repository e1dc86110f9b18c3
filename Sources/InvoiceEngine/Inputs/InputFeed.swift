import DurableFiles
import InvoiceModel
import InvoiceSignature

/// Hands out what is to be read in batches that are bounded in number and, as far as sizes tell, in bytes.
///
/// Plain files are only named: workers read them. What comes out of containers and pipes is read here, in its order.
struct InputFeed {
    /// Bytes of messages held at once, about: what is made of them takes several times as much, and two batches are
    /// under way.
    static let batchBytes = 6 << 20

    /// One thing to do.
    enum Item: Sendable {
        /// A file to be read.
        case file(InputFile, size: Int)
        /// A message that was read.
        case message(FedMessage)
        /// Lines that were read.
        case chunk(LineChunk, Container)
        /// The manifest of the lines that come next.
        case manifest(InputFile, SignedManifest, Container)
        /// Something in a container that is not taken.
        case refused(Outcome, Container)
        /// A path or file that could not be read.
        case failure(EngineError)
    }

    private enum Source {
        case item(Item)
        case container(Container)
    }

    private var walk: InputWalk
    private let reader: InputReader
    private let containerLimits: ContainerLimits
    /// What comes before the walk goes on, the next one last.
    private var sources: [Source] = []
    /// Pipes and containers begun since somebody asked.
    private var begun = 0
    /// What was read here, and what workers read of plain files, which is counted once it is known that they are such.
    let meter = InputMeter()

    private let lines: LineRules

    init(
        _ paths: [String],
        limits: Limits,
        containers: ContainerLimits = ContainerLimits(),
        lines: LineRules = LineRules()
    ) {
        self.lines = lines
        walk = InputWalk(paths)
        reader = InputReader(limits: limits)
        containerLimits = containers
    }

    /// The next things, at most `count`; `nil` at the end.
    mutating func next(count: Int, bytes limit: Int = batchBytes) -> [Item]? {
        var items: [Item] = []
        var bytes = 0
        while items.count < count, bytes < limit, let item = next() {
            switch item {
            // A compressed file is taken to be as large as allowed.
            case .file(let file, let size):
                bytes += file.isNamedAsCompressed ? reader.limits.messageBytes : min(size, reader.limits.messageBytes)
            case .message(let message): bytes += message.input.bytes.count
            case .chunk(let chunk, _): bytes += chunk.bytes.count
            case .manifest(_, let manifest, _): bytes += manifest.bytes.count
            case .refused, .failure: break
            }
            items.append(item)
        }
        return items.isEmpty ? nil : items
    }

    /// Takes things back, to be handed out next in their order.
    mutating func giveBack(_ items: [Item]) {
        for item in items.reversed() { sources.append(.item(item)) }
    }

    /// Takes back a file that turned out to be a container, to be read as such.
    mutating func giveBack(container file: InputFile) {
        sources.append(.container(container(file)))
    }

    /// How many pipes and containers were begun since the last call.
    mutating func countBegun() -> Int {
        defer { begun = 0 }
        return begun
    }

    private mutating func next() -> Item? {
        while true {
            switch sources.last {
            case .item(let item)?:
                sources.removeLast()
                return item
            case .container(let container)?:
                switch container.next() {
                case .message(let file, let bytes, let offset)?:
                    let message = InputMessage(bytes: bytes)
                    return .message(FedMessage(file: file, input: message, container: container, offset: offset))
                case .chunk(let chunk)?: return .chunk(chunk, container)
                case .manifest(let file, let signed)?: return .manifest(file, signed, container)
                case .refused(let outcome)?: return .refused(outcome, container)
                case .failure(let error)?: return .failure(error)
                case nil: sources.removeLast()
                }
            case nil:
                switch walk.next() {
                case nil: return nil
                case .failure(let path, let reason)?: return .failure(EngineError(.file, "\(path): \(reason)."))
                case .file(let file, let size)?: return .file(file, size: size)
                case .pipe(let file)?:
                    if let item = open(pipe: file) { return item }
                }
            }
        }
    }

    /// Reads a pipe as far as a message may go; where more is in it, it becomes a container.
    private mutating func open(pipe file: InputFile) -> Item? {
        begun += 1
        do throws(FileError) {
            let handle = try file.isStandardInput ? OpenFile.standardInput() : OpenFile(opening: file.name)
            let head = try InputReader.bytes(of: handle, limit: reader.messageBytes - 1)
            meter.add(head.count)
            if !file.isNamedAsLines, case .message(let message) = reader.classify(head),
                !reader.isConcatenation(message.bytes)
            {
                return .message(FedMessage(file: file, input: message, container: nil, offset: 0))
            }
            let pipe = ByteStream(ByteStream.Origin(handle, meter), after: head)
            sources.append(
                .container(
                    Container(
                        file,
                        pipe: pipe,
                        limits: containerLimits,
                        messageBytes: reader.messageBytes,
                        lines: lines,
                        meter: meter
                    )
                )
            )
            return nil
        } catch {
            return .failure(EngineError(error))
        }
    }

    private mutating func container(_ file: InputFile) -> Container {
        begun += 1
        return Container(
            file,
            limits: containerLimits,
            messageBytes: reader.messageBytes,
            lines: lines,
            meter: meter
        )
    }
}

/// A message that was read outside of the workers.
struct FedMessage: Sendable {
    /// What it is known by.
    var file: InputFile
    /// The message.
    var input: InputMessage
    /// Where it came from, of a container.
    var container: Container?
    /// Where it begins in it.
    var offset: Int
}
