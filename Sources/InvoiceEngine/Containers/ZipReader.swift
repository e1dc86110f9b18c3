import Compression
import InvoiceSignature

/// Reads a zip file by its directory, in the order of the file, with what is said twice compared.
///
/// Two cursors move through the file, each with a window: one through the directory, one through the data; so neither
/// directory nor entries are ever held whole.
final class ZipReader: ContainerReader {
    private let data: ByteStream
    private let directory: ByteStream
    private let place: ZipDirectory
    private let meter: ContainerMeter
    private let messageBytes: Int
    private var inflater: Inflater
    private var done = 0
    /// Read ahead: an entry ends where the next one begins.
    private var upcoming: ZipEntry?
    private(set) var entry: String?
    /// The lines that were handed out last.
    private var lines: ZipLines?

    init(_ file: ByteStream.Origin, _ meter: ContainerMeter, messageBytes: Int) throws(ContainerError) {
        place = try ZipDirectory(file, size: try file.size())
        data = ByteStream(file, from: 0, to: place.start)
        directory = ByteStream(file, from: place.start, to: place.end)
        self.meter = meter
        self.messageBytes = messageBytes
        do { inflater = try Inflater(.none) } catch { throw ContainerError(error, at: nil) }
        guard place.entries > 0 || place.start == 0 else { throw .fault(.overlap, at: 0) }
        if place.entries > 0 { upcoming = try ZipEntry(directory) }
    }

    func next() throws(ContainerError) -> ContainerStep? {
        if let lines {
            self.lines = nil
            let fault = try lines.end()
            try finish(lines.current, lines.place)
            if let fault { return .refused(name: EntryName.text(lines.current.name), fault) }
        }
        while let current = upcoming {
            upcoming = nil
            done += 1
            entry = EntryName.text(current.name)
            try meter.addEntry(at: current.offset)
            let isLast = done == place.entries
            if !isLast { upcoming = try ZipEntry(directory) }
            let end = upcoming?.offset ?? place.start
            guard current.offset == data.offset, end > current.offset, end <= place.start else {
                throw .fault(.overlap, at: current.offset)
            }
            if isLast, try directory.holds(1) { throw .fault(.damaged, at: place.start + directory.offset) }
            let step = try read(current, to: end)
            if let step { return step }
        }
        return nil
    }

    /// Reads an entry, or passes over one that is none of ours; the next one then stands at the cursor.
    private func read(_ current: ZipEntry, to end: Int) throws(ContainerError) -> ContainerStep? {
        guard try current.matches(data) else { throw .fault(.headers, at: current.offset) }
        let start = data.offset
        let behind = end - start - current.packedSize
        guard behind >= 0 else { throw .fault(.overlap, at: current.offset) }
        let shown = EntryName.text(current.name)
        func refused(_ code: ContainerFault.Code) -> ContainerStep {
            .refused(name: shown, ContainerFault(code, at: current.offset))
        }
        let place = DataPlace(start: start, end: end, behind: behind)
        let step: ContainerStep?
        switch EntryName.judge(current.name, limit: meter.limits.nameBytes) {
        case .refused(let code): step = refused(code)
        case _ where current.isLink: step = refused(.link)
        case .ignored: step = nil
        case _ where current.isEncrypted: step = refused(.encrypted)
        case _ where current.method != 0 && current.method != 8: step = refused(.method)
        case .message: step = try message(current, shown, limit: messageBytes)
        case .manifest:
            step = try message(current, shown, limit: SignedManifest.maximumBytes + 1).asManifest
        case .lines:
            let content = try ZipLines(data, current, place, meter)
            lines = content
            return .lines(name: shown, ByteStream { (buffer) throws(ContainerError) in try content.read(&buffer) })
        }
        try finish(current, place)
        return step
    }

    /// Whatever was taken of an entry: the data ends where the directory says.
    private func finish(_ current: ZipEntry, _ place: DataPlace) throws(ContainerError) {
        guard try data.skip(place.start + current.packedSize - data.offset) else {
            throw .fault(.truncated, at: data.offset)
        }
        var rest: [UInt8] = []
        guard place.behind <= 24 else { throw .fault(.overlap, at: data.offset) }
        guard try data.read(place.behind, appendingTo: &rest) else { throw .fault(.truncated, at: data.offset) }
        guard current.isDescribed(by: rest) else {
            throw .fault(current.isDescribedBehind ? .headers : .overlap, at: place.end - place.behind)
        }
    }

    /// The content of an entry, compared with its check sum and size unless it is larger than any message.
    private func message(
        _ current: ZipEntry,
        _ shown: String,
        limit messageBytes: Int
    ) throws(ContainerError) -> ContainerStep {
        let start = data.offset
        var bytes: [UInt8] = []
        var isWhole = true
        if current.method == 0 {
            let kept = min(current.packedSize, messageBytes)
            guard try data.read(kept, appendingTo: &bytes) else { throw .fault(.truncated, at: data.offset) }
            isWhole = kept == current.packedSize
        } else {
            isWhole = try inflate(current, to: &bytes, limit: messageBytes)
        }
        try meter.add(content: bytes.count, packed: data.offset - start)
        func refused(_ code: ContainerFault.Code) -> ContainerStep {
            .refused(name: shown, ContainerFault(code, at: current.offset))
        }
        if isWhole {
            guard bytes.count == current.size, Int(Checksum.crc32(bytes.span)) == current.checksum else {
                return refused(.checksum)
            }
        }
        if ContainerKind(bytes.span) != nil { return refused(.nested) }
        return .message(name: shown, bytes: bytes, offset: current.offset)
    }

    /// Unpacks an entry up to the bytes that are kept of a message; whether that was all.
    ///
    /// Damaged data gives what stood before the damage: the check sum then tells.
    private func inflate(
        _ current: ZipEntry,
        to bytes: inout [UInt8],
        limit messageBytes: Int
    ) throws(ContainerError) -> Bool {
        do { try inflater.restart() } catch { throw ContainerError(error, at: current.offset) }
        var left = current.packedSize
        while bytes.count < messageBytes {
            if data.available == 0, left > 0, try !data.fill() { throw .fault(.truncated, at: data.offset) }
            let offered = min(left, data.available)
            let room = messageBytes - bytes.count
            let step: Inflater.Step
            do {
                step = try data.withAvailable { (held) throws(GzipError) in
                    try inflater.step(held.extracting(0..<offered), room: room, appendingTo: &bytes)
                }
            } catch {
                throw ContainerError(error, at: data.offset)
            }
            data.drop(step.taken)
            left -= step.taken
            if step.isDamaged || (step.isEnd && left > 0) {
                bytes = []
                return true
            }
            if step.isEnd { return true }
            if step.taken == 0, step.made == 0, left == 0 {
                bytes = []
                return true
            }
        }
        return false
    }
}

extension ContainerStep {
    /// The same entry, taken for a manifest.
    fileprivate var asManifest: ContainerStep {
        if case .message(let name, let bytes, _) = self { .manifest(name: name, bytes: bytes) } else { self }
    }
}
