import Glibc

extension DurableFiles {
    /// Folders inside one another that a listing follows; deeper ones throw `ELOOP`.
    public static let folderDepth = 64

    /// Every file below a folder, as paths relative to it, in the order of their bytes (as `LC_ALL=C sort` gives).
    ///
    /// Symbolic links to files are listed, links to folders are not followed, so that no cycle can be walked.
    public static func list(_ folder: String) throws(FileError) -> [String] {
        var files: [[UInt8]] = []
        try walk(folder, prefix: [], depth: 1, into: &files)
        files.sort { $0.lexicographicallyPrecedes($1) }
        return files.map { String(decoding: $0, as: UTF8.self) }
    }

    private static func walk(
        _ folder: String,
        prefix: [UInt8],
        depth: Int,
        into files: inout [[UInt8]]
    ) throws(FileError) {
        guard depth <= folderDepth else { throw FileError("list", path: folder, errorNumber: ELOOP) }
        for name in try names(in: folder) {
            let path = folder + "/" + String(decoding: name, as: UTF8.self)
            var status = stat()
            guard unsafe lstat(path, &status) == 0 else {
                throw FileError("examine", path: path, errorNumber: errno)
            }
            switch status.st_mode & S_IFMT {
            case S_IFDIR:
                try walk(path, prefix: prefix + name + [UInt8(ascii: "/")], depth: depth + 1, into: &files)
            case S_IFREG: files.append(prefix + name)
            case S_IFLNK where try kind(of: path) == .file: files.append(prefix + name)
            default: break
            }
        }
    }

    /// What stands in a folder, `.` and `..` left out, in the system's order; a name is bytes, of any encoding.
    public static func names(in folder: String) throws(FileError) -> [[UInt8]] {
        guard let stream = unsafe opendir(folder) else {
            throw FileError("list", path: folder, errorNumber: errno)
        }
        defer { unsafe closedir(stream) }
        var names: [[UInt8]] = []
        while true {
            errno = 0
            // The entry belongs to the stream until the next call; its name is copied here.
            guard let entry = unsafe readdir(stream) else { break }
            let name = unsafe withUnsafeBytes(of: entry.pointee.d_name) { bytes in
                unsafe Array(bytes.prefix { $0 != 0 })
            }
            if name != [UInt8(ascii: ".")], name != Array("..".utf8) { names.append(name) }
        }
        guard errno == 0 else { throw FileError("list", path: folder, errorNumber: errno) }
        return names
    }
}
