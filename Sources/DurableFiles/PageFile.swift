import Glibc

/// A file that does not change any more, read in pieces from anywhere in it by any thread.
///
/// It stays readable after its name was removed, as long as the object lives.
public final class PageFile: Sendable {
    /// Its path when it was opened.
    public let path: String
    /// Bytes of the file when it was opened.
    public let size: Int
    private let descriptor: Int32

    /// Opens a file.
    public init(opening path: String) throws(FileError) {
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else { throw FileError("open", path: path, errorNumber: errno) }
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0 else {
            let number = errno
            _ = Glibc.close(descriptor)
            throw FileError("examine", path: path, errorNumber: number)
        }
        self.path = path
        self.descriptor = descriptor
        size = Int(status.st_size)
    }

    deinit {
        _ = Glibc.close(descriptor)
    }

    /// Replaces the content of `bytes` by `count` bytes of the file.
    ///
    /// - Throws: also, as `EIO`, where the file has fewer bytes than that.
    public func read(at offset: Int, count: Int, into bytes: inout [UInt8]) throws(FileError) {
        if bytes.count != count { bytes = [UInt8](repeating: 0, count: count) }
        var done = 0
        while done < count {
            // The kernel writes at most as many bytes as are left behind `done`.
            let got = unsafe bytes.withUnsafeMutableBytes { buffer in
                unsafe pread(
                    descriptor,
                    UnsafeMutableRawBufferPointer(rebasing: buffer[done...]).baseAddress,
                    count - done,
                    offset + done
                )
            }
            if got < 0, errno == EINTR { continue }
            guard got > 0 else { throw FileError("read", path: path, errorNumber: got == 0 ? EIO : errno) }
            done += got
        }
    }
}

extension DurableFiles {
    /// Writes a whole file piece by piece, so that after a crash either nothing has its name or all of it.
    ///
    /// The pieces go to a temporary file beside it (its name ends in `.tmp`), which is synced and renamed; then the
    /// folder is synced. A failure leaves nothing behind.
    public static func write<Failure: Error>(
        piecewiseTo path: String,
        mode: UInt32,
        failure: (FileError) -> Failure,
        _ body: (borrowing OpenFile) throws(Failure) -> Void
    ) throws(Failure) {
        let temporary = "\(path).tmp"
        do throws(Failure) {
            let file: OpenFile
            do throws(FileError) {
                file = try OpenFile(
                    creating: temporary,
                    flags: O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW,
                    mode: mode
                )
            } catch { throw failure(error) }
            try body(file)
            do throws(FileError) {
                try file.sync()
                try file.close()
                guard unsafe Glibc.rename(temporary, path) == 0 else {
                    throw FileError("rename", path: path, errorNumber: errno)
                }
                try syncDirectory(parent(of: path))
            } catch { throw failure(error) }
        } catch {
            unsafe unlink(temporary)
            throw error
        }
    }
}
