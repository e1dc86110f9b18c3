import Compression

/// Where the data of an entry lies.
struct DataPlace {
    /// Its first byte.
    var start: Int
    /// Where the next entry, or the directory, begins.
    var end: Int
    /// Bytes between the data and that.
    var behind: Int
}

/// The content of an entry of lines as it comes: never whole, its size and check sum compared at its end.
final class ZipLines {
    let current: ZipEntry
    let place: DataPlace
    private let data: ByteStream
    private let meter: ContainerMeter
    private var inflater: Inflater
    /// Compressed bytes not read yet.
    private var left: Int
    private var size = 0
    private var checksum: UInt32 = 0
    private var isEnded = false
    private var isDamaged = false

    init(
        _ data: ByteStream,
        _ current: ZipEntry,
        _ place: DataPlace,
        _ meter: ContainerMeter
    ) throws(ContainerError) {
        self.data = data
        self.current = current
        self.place = place
        self.meter = meter
        left = current.packedSize
        do { inflater = try Inflater(.none) } catch { throw ContainerError(error, at: current.offset) }
    }

    /// Appends the next piece; `false` at the end of what can be read.
    func read(_ buffer: inout [UInt8]) throws(ContainerError) -> Bool {
        let before = buffer.count
        let taken = data.offset
        while buffer.count == before, !isEnded { try step(&buffer) }
        let made = buffer.count - before
        size += made
        checksum = Checksum.crc32(buffer.span.extracting(before...), after: checksum)
        try meter.add(content: made, packed: data.offset - taken)
        return made > 0
    }

    private func step(_ buffer: inout [UInt8]) throws(ContainerError) {
        if data.available == 0, left > 0, try !data.fill() { throw .fault(.truncated, at: data.offset) }
        let offered = min(left, data.available)
        guard current.method != 0 else {
            data.take(offered, appendingTo: &buffer)
            left -= offered
            isEnded = left == 0
            return
        }
        let step: Inflater.Step
        do {
            step = try data.withAvailable { (held) throws(GzipError) in
                try inflater.step(held.extracting(0..<offered), room: ByteStream.pieceBytes, appendingTo: &buffer)
            }
        } catch {
            throw ContainerError(error, at: data.offset)
        }
        data.drop(step.taken)
        left -= step.taken
        isDamaged = step.isDamaged || (step.isEnd && left > 0)
        isEnded = isDamaged || step.isEnd || (step.taken == 0 && step.made == 0 && left == 0)
    }

    /// What is wrong with the entry, once all of it was read; what came before keeps its verdict.
    func end() throws(ContainerError) -> ContainerFault? {
        // Nobody reads on behind what a manifest names; the check sum is of the whole.
        var rest: [UInt8] = []
        while try read(&rest) { rest.removeAll(keepingCapacity: true) }
        guard isDamaged || size != current.size || Int(checksum) != current.checksum else { return nil }
        return ContainerFault(.checksum, at: current.offset)
    }
}
