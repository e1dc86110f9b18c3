import Compression
import DurableFiles

/// Bytes that come one after another: a file, a pipe, the inside of a gzip file. A window of them is held, never all.
final class ByteStream {
    private var buffer: [UInt8]
    /// Where the next byte stands in the buffer.
    private var start = 0
    /// The next byte's place in the stream.
    private(set) var offset = 0
    /// Whether nothing comes after what the buffer holds.
    private(set) var isExhausted = false
    /// Appends the next piece; `false` where there is none.
    private let more: (inout [UInt8]) throws(ContainerError) -> Bool

    /// A stream that begins with some bytes and goes on with pieces.
    init(_ beginning: [UInt8] = [], then more: @escaping (inout [UInt8]) throws(ContainerError) -> Bool) {
        buffer = beginning
        self.more = more
    }

    /// What is asked of a file at a time.
    static let pieceBytes = 131_072

    /// A file or pipe, the first bytes of which were read before.
    convenience init(_ origin: Origin, after beginning: [UInt8] = []) {
        self.init(beginning) { (buffer) throws(ContainerError) in try origin.read(&buffer) }
    }

    /// A file from some place on, up to before another.
    convenience init(_ file: Origin, from start: Int, to end: Int) {
        var next = start
        self.init { (buffer) throws(ContainerError) in
            let count = min(ByteStream.pieceBytes, end - next)
            guard count > 0 else { return false }
            let before = buffer.count
            try file.read(count, at: next, &buffer)
            next += buffer.count - before
            return buffer.count > before
        }
    }

    /// The content of a gzip file, its limits watched.
    static func content(of packed: ByteStream, _ meter: ContainerMeter) throws(ContainerError) -> ByteStream {
        let origin = try GzipOrigin(packed, meter)
        return ByteStream { (buffer) throws(ContainerError) in try origin.read(&buffer) }
    }

    /// Bytes held now.
    var available: Int { buffer.count - start }

    /// The bytes held now.
    func withAvailable<Result, Failure>(_ body: (Span<UInt8>) throws(Failure) -> Result) throws(Failure) -> Result {
        // Shared for this one call, not copied.
        let held = buffer
        return try body(held.span.extracting(start..<held.count))
    }

    /// The byte that many places ahead, which must be held.
    subscript(_ ahead: Int) -> UInt8 { buffer[start + ahead] }

    /// Fetches another piece; `false` at the end.
    func fill() throws(ContainerError) -> Bool {
        guard !isExhausted else { return false }
        if start > 0 {
            buffer.removeFirst(start)
            start = 0
        }
        if try more(&buffer) { return true }
        isExhausted = true
        return false
    }

    /// Whether that many bytes are still to come; then they are held.
    func holds(_ count: Int) throws(ContainerError) -> Bool {
        while available < count {
            guard try fill() else { return false }
        }
        return true
    }

    /// Takes bytes that are held.
    func take(_ count: Int, appendingTo bytes: inout [UInt8]) {
        precondition(count <= available, "only what is held can be taken")
        bytes.append(contentsOf: buffer[start..<start + count])
        drop(count)
    }

    /// Passes over bytes that are held.
    func drop(_ count: Int) {
        precondition(count <= available, "only what is held can be passed over")
        start += count
        offset += count
    }

    /// Takes bytes as they come; `false` where the stream ends before.
    func read(_ count: Int, appendingTo bytes: inout [UInt8]) throws(ContainerError) -> Bool {
        var left = count
        while left > 0 {
            if available == 0 {
                guard try fill() else { return false }
            }
            let part = min(left, available)
            take(part, appendingTo: &bytes)
            left -= part
        }
        return true
    }

    /// Passes over bytes as they come; `false` where the stream ends before.
    func skip(_ count: Int) throws(ContainerError) -> Bool {
        var left = count
        while left > 0 {
            if available == 0 {
                guard try fill() else { return false }
            }
            let part = min(left, available)
            drop(part)
            left -= part
        }
        return true
    }

    /// An open file.
    final class Origin {
        private let file: OpenFile
        private let meter: InputMeter

        /// - Parameter meter: told of every byte that is read.
        init(_ file: consuming OpenFile, _ meter: InputMeter) {
            self.file = file
            self.meter = meter
        }

        /// Bytes of the file now.
        func size() throws(ContainerError) -> Int {
            do { return try file.size() } catch { throw .file(EngineError(error)) }
        }

        func read(_ bytes: inout [UInt8]) throws(ContainerError) -> Bool {
            let before = bytes.count
            defer { meter.add(bytes.count - before) }
            do {
                return try file.read(atMost: pieceBytes, appendingTo: &bytes)
            } catch {
                throw .file(EngineError(error))
            }
        }

        func read(_ count: Int, at offset: Int, _ bytes: inout [UInt8]) throws(ContainerError) {
            let before = bytes.count
            defer { meter.add(bytes.count - before) }
            do {
                try file.read(atMost: count, at: offset, appendingTo: &bytes)
            } catch {
                throw .file(EngineError(error))
            }
        }
    }

    /// The inside of a gzip file.
    private final class GzipOrigin {
        private let packed: ByteStream
        private let meter: ContainerMeter
        private var inflater: GzipInflater
        private var isDone = false
        /// What ends the stream once everything before it was given out.
        private var pending: ContainerError?

        /// Compressed bytes at a time: the most that comes of them is a thousand times as much.
        private static let stepBytes = 4_096

        init(_ packed: ByteStream, _ meter: ContainerMeter) throws(ContainerError) {
            self.packed = packed
            self.meter = meter
            do { inflater = try GzipInflater(limit: .max) } catch { throw ContainerError(error, at: nil) }
        }

        func read(_ buffer: inout [UInt8]) throws(ContainerError) -> Bool {
            let before = buffer.count
            while pending == nil, !isDone, buffer.count - before < pieceBytes { try step(&buffer) }
            // What came before the fault is given out first.
            if buffer.count == before, let pending { throw pending }
            return buffer.count > before
        }

        /// Unpacks the next compressed bytes: always as many, so that a limit is passed at the same place whether they
        /// come from a file or drop by drop from a pipe.
        private func step(_ buffer: inout [UInt8]) throws(ContainerError) {
            _ = try packed.holds(GzipOrigin.stepBytes)
            let count = min(packed.available, GzipOrigin.stepBytes)
            guard count > 0 else {
                isDone = true
                do { try inflater.finish() } catch { pending = ContainerError(error, at: packed.offset) }
                return
            }
            let made = buffer.count
            do {
                try packed.withAvailable { (piece) throws(GzipError) in
                    try inflater.append(piece.extracting(0..<count), to: &buffer)
                }
            } catch {
                pending = ContainerError(error, at: packed.offset)
            }
            packed.drop(count)
            do {
                try meter.add(content: buffer.count - made, packed: count)
            } catch {
                buffer.removeLast(buffer.count - made)
                pending = error
            }
        }
    }
}

extension EngineError {
    /// A file that could not be read.
    init(_ error: FileError) {
        self.init(.file, "\(error). Check that the file exists and that you may read it.")
    }
}

extension ContainerError {
    /// What zlib found wrong.
    init(_ error: GzipError, at offset: Int?) {
        self = .fault(error.code == .truncated ? .truncated : .damaged, at: offset)
    }
}
