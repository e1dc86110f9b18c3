import Glibc

/// A file that only grows at its end and is read anywhere, such as one segment of an archive.
///
/// Nothing is durable before a sync returned. A new file's name is durable when its folder was synced besides
/// (`DurableFiles.syncDirectory`). After a failed write or sync nothing is known of the bytes since the last sync: the
/// caller stops and begins anew from what is on disk.
public final class AppendFile: Sendable {
    private let file: OpenFile

    /// What a file is opened for.
    public enum Access: Sendable {
        /// Reading alone.
        case read
        /// Appending and cutting off what is there.
        case append
    }

    /// Opens a file that is there.
    public init(opening path: String, for access: Access) throws(FileError) {
        file = try OpenFile(opening: path, flags: access == .read ? O_RDONLY : O_RDWR | O_NOFOLLOW)
    }

    /// Makes a file that was not there (`EEXIST`), with exactly those permissions.
    public init(creating path: String, mode: UInt32) throws(FileError) {
        file = try OpenFile(creating: path, flags: O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW, mode: mode)
        try file.setMode(mode)
    }

    /// Writes all bytes from `offset` on, which is the end of what was appended so far.
    public func append(_ bytes: Span<UInt8>, at offset: Int) throws(FileError) {
        try file.write(bytes, at: offset)
    }

    /// Appends at most `count` bytes of the file, from `offset` on, to `bytes`; fewer only where the file ends.
    public func read(atMost count: Int, at offset: Int, appendingTo bytes: inout [UInt8]) throws(FileError) {
        try file.read(atMost: count, at: offset, appendingTo: &bytes)
    }

    /// Returns only when the device has the bytes and the size.
    public func syncData() throws(FileError) { try file.syncData() }

    /// Returns only when the device has bytes, size and everything else of the file.
    public func sync() throws(FileError) { try file.sync() }

    /// Cuts off everything from `size` on.
    public func truncate(to size: Int) throws(FileError) { try file.truncate(to: size) }

    /// Bytes of the file now.
    public func size() throws(FileError) -> Int { try file.size() }
}
