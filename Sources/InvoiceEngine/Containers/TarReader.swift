import InvoiceSignature

/// Reads a tar file entry by entry, from any stream.
final class TarReader: ContainerReader {
    private let stream: ByteStream
    private let meter: ContainerMeter
    /// The most that is kept of one message; what is larger is refused by what is kept of it.
    private let messageBytes: Int
    private(set) var entry: String?
    /// The lines that were handed out last.
    private var lines: TarContent?
    /// What extended headers say of the next entry.
    private var name: [UInt8]?
    private var size: Int?
    private var isSparse = false

    init(_ stream: ByteStream, _ meter: ContainerMeter, messageBytes: Int) {
        self.stream = stream
        self.meter = meter
        self.messageBytes = messageBytes
    }

    func next() throws(ContainerError) -> ContainerStep? {
        if let lines {
            self.lines = nil
            try skip(lines.left, padding: lines.size)
        }
        while let header = try header() {
            switch header.type {
            case 0x78: try readExtension(header)
            case 0x67: try readGlobal(header)
            case 0x4C, 0x4B: try readLongName(header)
            default:
                if let step = try read(header) { return step }
            }
        }
        return nil
    }

    /// The next header; `nil` at the end of the archive, behind which nothing but zeros may stand.
    private func header() throws(ContainerError) -> TarHeader? {
        entry = nil
        let start = stream.offset
        guard try stream.holds(TarHeader.blockBytes) else { throw .fault(.truncated, at: start) }
        if stream.withAvailable(TarHeader.isZero) {
            try readEnd()
            return nil
        }
        var block: [UInt8] = []
        stream.take(TarHeader.blockBytes, appendingTo: &block)
        guard let header = TarHeader(block) else { throw .fault(.damaged, at: start) }
        try meter.addEntry(at: start)
        return header
    }

    /// Reads the zeros behind the last entry to the end of the stream, so that its check sum is compared too.
    private func readEnd() throws(ContainerError) {
        guard name == nil, size == nil else { throw .fault(.damaged, at: stream.offset) }
        repeat {
            for place in 0..<stream.available where stream[place] != 0 {
                throw .fault(.damaged, at: stream.offset + place, expected: "nothing after the end")
            }
            stream.drop(stream.available)
        } while try stream.fill()
    }

    /// Reads an entry, or passes over one that is none of ours.
    private func read(_ header: TarHeader) throws(ContainerError) -> ContainerStep? {
        let path = name ?? header.name
        let isSparse = isSparse
        var header = header
        header.size = size ?? header.size
        (name, size, self.isSparse) = (nil, nil, false)
        let shown = EntryName.text(path)
        entry = shown
        var verdict = EntryName.judge(path, limit: meter.limits.nameBytes)
        // Links and devices have no content, whatever their size says.
        let hasContent = !(0x31...0x36).contains(header.type)
        switch header.type {
        case 0x30: break
        case 0x35: if verdict.isTaken || verdict == .refused(.nested) { verdict = .ignored }
        default: if verdict != .refused(.path) { verdict = .refused(.link) }
        }
        if isSparse, verdict.isTaken { verdict = .refused(.link) }
        let offset = stream.offset
        guard verdict.isTaken else {
            if hasContent { try skip(header.size) }
            if case .refused(let code) = verdict { return .refused(name: shown, ContainerFault(code, at: offset)) }
            return nil
        }
        if verdict == .lines {
            let content = TarContent(stream, header.size)
            lines = content
            return .lines(name: shown, ByteStream { (buffer) throws(ContainerError) in try content.read(&buffer) })
        }
        var bytes: [UInt8] = []
        let kept = min(header.size, verdict == .manifest ? SignedManifest.maximumBytes + 1 : messageBytes)
        guard try stream.read(kept, appendingTo: &bytes) else { throw .fault(.truncated, at: stream.offset) }
        try skip(header.size - kept, padding: header.size)
        if verdict == .manifest { return .manifest(name: shown, bytes: bytes) }
        if ContainerKind(bytes.span) != nil { return .refused(name: shown, ContainerFault(.nested, at: offset)) }
        return .message(name: shown, bytes: bytes, offset: offset)
    }

    /// Passes over content and what fills its last block.
    private func skip(_ count: Int, padding whole: Int? = nil) throws(ContainerError) {
        let block = TarHeader.blockBytes
        let (all, isTooMuch) = count.addingReportingOverflow((block - (whole ?? count) % block) % block)
        guard !isTooMuch, try stream.skip(all) else { throw .fault(.truncated, at: stream.offset) }
    }

    private func readExtension(_ header: TarHeader) throws(ContainerError) {
        let start = stream.offset
        guard let said = TarExtension(try content(header)) else { throw .fault(.damaged, at: start) }
        if let path = said.path { name = path }
        if let size = said.size { self.size = size }
        if said.isSparse { isSparse = true }
    }

    /// What is said of all entries may be a comment, such as git's, but no name and no size.
    private func readGlobal(_ header: TarHeader) throws(ContainerError) {
        let start = stream.offset
        guard let said = TarExtension(try content(header)), said.path == nil, said.size == nil, !said.isSparse else {
            throw .fault(.damaged, at: start)
        }
    }

    /// GNU's way: the name is the content of an entry before (`L`); that of a link's target is passed over (`K`).
    private func readLongName(_ header: TarHeader) throws(ContainerError) {
        let text = try content(header).prefix { $0 != 0 }
        if header.type == 0x4C { name = Array(text) }
    }

    private func content(_ header: TarHeader) throws(ContainerError) -> [UInt8] {
        let start = stream.offset
        guard header.size <= meter.limits.headerBytes else {
            throw .fault(.damaged, at: start, expected: "a header of at most \(meter.limits.headerBytes) bytes")
        }
        var bytes: [UInt8] = []
        guard try stream.read(header.size, appendingTo: &bytes) else { throw .fault(.truncated, at: stream.offset) }
        try skip(0, padding: header.size)
        return bytes
    }
}

/// The content of an entry as it comes.
private final class TarContent {
    private let stream: ByteStream
    let size: Int
    /// Bytes not read yet.
    private(set) var left: Int

    init(_ stream: ByteStream, _ size: Int) {
        self.stream = stream
        self.size = size
        left = size
    }

    func read(_ buffer: inout [UInt8]) throws(ContainerError) -> Bool {
        guard left > 0 else { return false }
        if stream.available == 0, try !stream.fill() { throw .fault(.truncated, at: stream.offset) }
        let count = min(left, stream.available)
        stream.take(count, appendingTo: &buffer)
        left -= count
        return true
    }
}
