import Glibc

/// An exclusive lock on a file, held until the object goes; the kernel lets it go when the process dies.
///
/// The file holds a line that says who has it, for the one who is turned away.
public final class LockFile: Sendable {
    private let file: OpenFile

    /// Takes the lock, or throws `EWOULDBLOCK` with the holder's own words.
    ///
    /// - Parameters:
    ///   - path: the lock file; made (0644) where it does not exist, never removed.
    ///   - holder: who takes it, in words, such as `xacthuc submit, process 4711`.
    public init(path: String, holder: String) throws(FileError) {
        let file = try OpenFile(creating: path, flags: O_RDWR | O_CREAT | O_NOFOLLOW, mode: 0o644)
        guard try file.tryLock() else {
            var text: [UInt8] = []
            _ = try file.read(atMost: 256, appendingTo: &text)
            let line = String(decoding: text.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
            throw FileError("lock", path: path, errorNumber: EWOULDBLOCK, holder: line)
        }
        try file.truncate()
        try file.write(Array("\(holder)\n".utf8).span)
        self.file = file
    }

    deinit {
        // Closing is not enough: a child process just forked shares the lock until it becomes another program.
        file.unlock()
    }

    /// The number of this process, for the holder's words.
    public static var processNumber: Int32 { getpid() }
}
