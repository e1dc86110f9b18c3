import Glibc

extension DurableFiles {
    /// Bytes copied between two calls of the progress.
    private static let copyPiece = 1 << 20

    /// Copies a file, or its beginning, to a name that was not there (`EEXIST`); the bytes are durable when this
    /// returns, the name when its folder was synced besides.
    ///
    /// - Parameters:
    ///   - count: how many bytes; `nil` for all there are when the end is reached. A shorter file throws `ENODATA`.
    ///   - mode: permissions of the copy; `nil` for those of the file.
    ///   - progress: told the bytes copied since it was told last.
    public static func copy(
        _ path: String,
        to newPath: String,
        count: Int? = nil,
        mode: UInt32? = nil,
        progress: (Int) -> Void = { _ in }
    ) throws(FileError) {
        let source = try OpenFile(opening: path)
        let mode = if let mode { mode } else { try DurableFiles.mode(of: path) & 0o777 }
        let target = try OpenFile(creating: newPath, flags: O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, mode: mode)
        try target.setMode(mode)
        var left = count ?? Int.max
        var piece: [UInt8] = []
        piece.reserveCapacity(copyPiece)
        while left > 0 {
            piece.removeAll(keepingCapacity: true)
            guard try source.read(atMost: min(left, copyPiece), appendingTo: &piece) else { break }
            try target.write(piece.span)
            left -= piece.count
            progress(piece.count)
        }
        guard count == nil || left == 0 else { throw FileError("read", path: path, errorNumber: ENODATA) }
        try target.sync()
        try target.close()
    }

    /// Makes the content of a file durable that somebody else wrote.
    public static func sync(_ path: String) throws(FileError) {
        let file = try OpenFile(opening: path)
        try file.sync()
        try file.close()
    }

    /// Gives a folder a name in the same folder that nothing has yet (`EEXIST`), durably.
    ///
    /// The system itself refuses to put a folder in the place of a file or of a folder with something in it.
    public static func renameNew(_ path: String, to newPath: String) throws(FileError) {
        guard try kind(of: newPath) == nil else { throw FileError("rename", path: newPath, errorNumber: EEXIST) }
        try rename(path, to: newPath)
    }

    /// Removes a folder that has nothing in it.
    public static func removeDirectory(_ path: String) throws(FileError) {
        guard unsafe rmdir(path) == 0 else { throw FileError("remove", path: path, errorNumber: errno) }
    }
}
