import Glibc

/// One open file: closed once, at the latest when it goes out of scope.
public struct OpenFile: ~Copyable, Sendable {
    private var descriptor: Int32
    private let path: String

    /// Opens a file for reading.
    public init(opening path: String) throws(FileError) {
        try self.init(opening: path, flags: O_RDONLY)
    }

    /// Standard input.
    public static func standardInput() throws(FileError) -> OpenFile {
        let copy = fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 0)
        guard copy >= 0 else { throw FileError("open", path: "standard input", errorNumber: errno) }
        return OpenFile(descriptor: copy, path: "standard input")
    }

    /// Standard output.
    public static func standardOutput() throws(FileError) -> OpenFile {
        let copy = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 0)
        guard copy >= 0 else { throw FileError("open", path: "standard output", errorNumber: errno) }
        return OpenFile(descriptor: copy, path: "standard output")
    }

    /// Makes a file for writing, or empties it.
    public init(making path: String) throws(FileError) {
        try self.init(creating: path, flags: O_WRONLY | O_CREAT | O_TRUNC, mode: 0o644)
    }

    init(opening path: String, flags: Int32) throws(FileError) {
        let descriptor = unsafe open(path, flags | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileError("open", path: path, errorNumber: errno) }
        self.descriptor = descriptor
        self.path = path
    }

    init(creating path: String, flags: Int32, mode: UInt32) throws(FileError) {
        let descriptor = unsafe open(path, flags | O_CLOEXEC, mode)
        guard descriptor >= 0 else { throw FileError("make", path: path, errorNumber: errno) }
        self.descriptor = descriptor
        self.path = path
    }

    private init(descriptor: Int32, path: String) {
        self.descriptor = descriptor
        self.path = path
    }

    deinit {
        if descriptor >= 0 { _ = Glibc.close(descriptor) }
    }

    /// Closes the file and reports what the system says, which a network file system may delay until here.
    public consuming func close() throws(FileError) {
        let closing = descriptor
        descriptor = -1
        guard Glibc.close(closing) == 0 else { throw FileError("close", path: path, errorNumber: errno) }
    }

    /// Appends at most `count` bytes to `bytes`; `false` at the end of the file.
    public func read(atMost count: Int, appendingTo bytes: inout [UInt8]) throws(FileError) -> Bool {
        if bytes.isEmpty, bytes.capacity < count {
            bytes = try read(atMost: count)
            return !bytes.isEmpty
        }
        let start = bytes.count
        bytes.append(contentsOf: repeatElement(0, count: count))
        while true {
            // The kernel writes at most `count` bytes behind `start`, which were just made.
            let got = unsafe bytes.withUnsafeMutableBytes { buffer in
                unsafe Glibc.read(
                    descriptor,
                    UnsafeMutableRawBufferPointer(rebasing: buffer[start...]).baseAddress,
                    count
                )
            }
            if got < 0, errno == EINTR { continue }
            bytes.removeLast(count - max(0, got))
            guard got >= 0 else { throw FileError("read", path: path, errorNumber: errno) }
            return got > 0
        }
    }

    /// At most `count` bytes, written nowhere but into their own place.
    private func read(atMost count: Int) throws(FileError) -> [UInt8] {
        while true {
            var got = 0
            // The kernel writes at most `count` bytes, for which there is room.
            let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
                got = unsafe Glibc.read(descriptor, buffer.baseAddress, count)
                filled = max(0, got)
            }
            if got < 0, errno == EINTR { continue }
            guard got >= 0 else { throw FileError("read", path: path, errorNumber: errno) }
            return bytes
        }
    }

    /// Writes all bytes at the current position.
    public func write(_ bytes: Span<UInt8>) throws(FileError) {
        var done = 0
        while done < bytes.count {
            // The kernel reads only inside the span.
            let wrote = unsafe bytes.extracting(done...).withUnsafeBufferPointer { buffer in
                unsafe Glibc.write(descriptor, buffer.baseAddress, buffer.count)
            }
            if wrote < 0, errno == EINTR { continue }
            guard wrote > 0 else { throw FileError("write", path: path, errorNumber: errno) }
            done += wrote
        }
    }

    /// Returns only when the device has the bytes.
    public func sync() throws(FileError) {
        guard fsync(descriptor) == 0 else { throw FileError("sync", path: path, errorNumber: errno) }
    }

    /// Bytes of the file now.
    public func size() throws(FileError) -> Int {
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0 else {
            throw FileError("examine", path: path, errorNumber: errno)
        }
        return Int(status.st_size)
    }

    func setMode(_ mode: UInt32) throws(FileError) {
        guard fchmod(descriptor, mode) == 0 else { throw FileError("set mode", path: path, errorNumber: errno) }
    }

    /// Takes the exclusive lock without waiting; `false` where another open file has it.
    func tryLock() throws(FileError) -> Bool {
        if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return true }
        if errno == EWOULDBLOCK { return false }
        throw FileError("lock", path: path, errorNumber: errno)
    }

    /// Lets the lock go, for every copy of this descriptor.
    func unlock() {
        _ = flock(descriptor, LOCK_UN)
    }

    func truncate(to size: Int = 0) throws(FileError) {
        while ftruncate(descriptor, size) != 0 {
            guard errno == EINTR else { throw FileError("truncate", path: path, errorNumber: errno) }
        }
    }

    /// Writes all bytes from that place on.
    func write(_ bytes: Span<UInt8>, at offset: Int) throws(FileError) {
        var done = 0
        while done < bytes.count {
            // The kernel reads only inside the span.
            let wrote = unsafe bytes.extracting(done...).withUnsafeBufferPointer { buffer in
                unsafe pwrite(descriptor, buffer.baseAddress, buffer.count, offset + done)
            }
            if wrote < 0, errno == EINTR { continue }
            guard wrote > 0 else {
                throw FileError("write", path: path, errorNumber: wrote < 0 ? errno : ENOSPC)
            }
            done += wrote
        }
    }

    /// Appends at most `count` bytes from that place on to `bytes`; fewer only where the file ends.
    public func read(atMost count: Int, at offset: Int, appendingTo bytes: inout [UInt8]) throws(FileError) {
        let start = bytes.count
        bytes.append(contentsOf: repeatElement(0, count: count))
        var done = 0
        while done < count {
            // The kernel writes at most what is left behind `start + done`, which was just made.
            let got = unsafe bytes.withUnsafeMutableBytes { buffer in
                let rest = unsafe UnsafeMutableRawBufferPointer(rebasing: buffer[(start + done)...])
                return unsafe pread(descriptor, rest.baseAddress, rest.count, offset + done)
            }
            if got < 0, errno == EINTR { continue }
            guard got >= 0 else {
                let number = errno
                bytes.removeLast(bytes.count - start)
                throw FileError("read", path: path, errorNumber: number)
            }
            if got == 0 { break }
            done += got
        }
        bytes.removeLast(count - done)
    }

    /// Returns only when the device has the bytes and the size; times may still be on their way.
    func syncData() throws(FileError) {
        guard fdatasync(descriptor) == 0 else { throw FileError("sync", path: path, errorNumber: errno) }
    }
}
