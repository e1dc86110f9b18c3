import Glibc

/// What the system says of a path, in one call.
public struct FileStatus: Sendable, Hashable {
    /// What stands at a path.
    public enum Kind: Sendable, Hashable {
        /// A file with bytes of its own.
        case regular
        /// A folder.
        case folder
        /// A symbolic link, where links are not followed.
        case link
        /// A pipe, a socket, a device.
        case other
    }

    /// What it is.
    public var kind: Kind
    /// Bytes, of a regular file.
    public var size: Int

    /// Examines a path; `nil` where there is nothing, or nothing that may be examined.
    public init?(of path: String, followingLinks: Bool) {
        var status = stat()
        let result = unsafe followingLinks ? stat(path, &status) : lstat(path, &status)
        guard result == 0 else { return nil }
        size = Int(status.st_size)
        switch status.st_mode & S_IFMT {
        case S_IFREG: kind = .regular
        case S_IFDIR: kind = .folder
        case S_IFLNK: kind = .link
        default: kind = .other
        }
    }
}
