import Glibc

/// File operations that survive a crash, and the few plain ones the engine needs, over POSIX.
public enum DurableFiles {
    /// Makes a folder with exactly those permissions; its parent must exist, it itself must not.
    ///
    /// The new name is made durable by syncing the parent.
    public static func makeDirectory(_ path: String, mode: UInt32) throws(FileError) {
        guard unsafe mkdir(path, mode) == 0 else { throw FileError("make folder", path: path, errorNumber: errno) }
        // The process's mask may have taken bits away.
        guard unsafe chmod(path, mode) == 0 else { throw FileError("set mode", path: path, errorNumber: errno) }
        try syncDirectory(parent(of: path))
    }

    /// Writes a whole file so that after a crash either the old content is there or all of the new one.
    ///
    /// The bytes go to a temporary file beside it, which is synced and renamed; then the folder is synced. With
    /// `isDurable` false nothing is synced: readers still see all or nothing, but a power loss may take it away.
    public static func write(
        _ bytes: Span<UInt8>,
        to path: String,
        mode: UInt32,
        isDurable: Bool = true
    ) throws(FileError) {
        let temporary = "\(path).\(getpid()).tmp"
        do throws(FileError) {
            let file = try OpenFile(
                creating: temporary,
                flags: O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW,
                mode: mode
            )
            try file.setMode(mode)
            try file.write(bytes)
            if isDurable { try file.sync() }
            try file.close()
            guard unsafe Glibc.rename(temporary, path) == 0 else {
                throw FileError("rename", path: path, errorNumber: errno)
            }
        } catch {
            unsafe unlink(temporary)
            throw error
        }
        if isDurable { try syncDirectory(parent(of: path)) }
    }

    /// The bytes of a file of at most `limit` bytes; a larger one throws `EFBIG`.
    public static func read(_ path: String, limit: Int = Int(Int32.max)) throws(FileError) -> [UInt8] {
        let file = try OpenFile(opening: path)
        var bytes: [UInt8] = []
        var chunk = min(limit, max(4_096, try file.size())) + 1
        while true {
            let isMore = try file.read(atMost: chunk, appendingTo: &bytes)
            guard bytes.count <= limit else { throw FileError("read", path: path, errorNumber: EFBIG) }
            guard isMore else { return bytes }
            chunk = 65_536
        }
    }

    /// Bytes of a file.
    public static func size(of path: String) throws(FileError) -> Int {
        try OpenFile(opening: path).size()
    }

    /// What stands at a path.
    public enum Kind: Sendable {
        /// A file, or something that can be read like one.
        case file
        /// A folder.
        case directory
    }

    /// What stands at a path, symbolic links followed, or `nil` for nothing.
    public static func kind(of path: String) throws(FileError) -> Kind? {
        var status = stat()
        guard unsafe stat(path, &status) == 0 else {
            if errno == ENOENT || errno == ENOTDIR { return nil }
            throw FileError("examine", path: path, errorNumber: errno)
        }
        return status.st_mode & S_IFMT == S_IFDIR ? .directory : .file
    }

    /// The permission bits of a path, such as `0o600`.
    public static func mode(of path: String) throws(FileError) -> UInt32 {
        var status = stat()
        guard unsafe stat(path, &status) == 0 else { throw FileError("examine", path: path, errorNumber: errno) }
        return status.st_mode & 0o7777
    }

    /// Gives a file another name in the same folder, durably.
    public static func rename(_ path: String, to newPath: String) throws(FileError) {
        guard unsafe Glibc.rename(path, newPath) == 0 else {
            throw FileError("rename", path: path, errorNumber: errno)
        }
        try syncDirectory(parent(of: newPath))
    }

    /// Gives a file a second name in the same folder, durably; nothing may stand there.
    public static func link(_ path: String, to newPath: String) throws(FileError) {
        guard unsafe Glibc.link(path, newPath) == 0 else {
            throw FileError("link", path: newPath, errorNumber: errno)
        }
        try syncDirectory(parent(of: newPath))
    }

    /// Whether two paths name one file.
    public static func isSameFile(_ path: String, _ other: String) throws(FileError) -> Bool {
        var (first, second) = (stat(), stat())
        guard unsafe stat(path, &first) == 0 else { throw FileError("examine", path: path, errorNumber: errno) }
        guard unsafe stat(other, &second) == 0 else { throw FileError("examine", path: other, errorNumber: errno) }
        return first.st_dev == second.st_dev && first.st_ino == second.st_ino
    }

    /// Removes a file.
    public static func remove(_ path: String) throws(FileError) {
        guard unsafe unlink(path) == 0 else { throw FileError("remove", path: path, errorNumber: errno) }
    }

    /// Makes the names inside a folder durable.
    public static func syncDirectory(_ path: String) throws(FileError) {
        let folder = try OpenFile(opening: path, flags: O_RDONLY | O_DIRECTORY)
        try folder.sync()
        try folder.close()
    }

    /// The folder part of a path; `.` where there is none.
    public static func parent(of path: String) -> String {
        var bytes = Array(path.utf8)
        while bytes.count > 1, bytes.last == UInt8(ascii: "/") { bytes.removeLast() }
        guard let slash = bytes.lastIndex(of: UInt8(ascii: "/")) else { return "." }
        return slash == 0 ? "/" : String(decoding: bytes[..<slash], as: UTF8.self)
    }
}
