import Glibc

extension DurableFiles {
    /// Throws `EMFILE` or `ENFILE` where that many more files could not be open at once.
    public static func checkHandles(_ count: Int) throws(FileError) {
        var files: [Int32] = []
        defer { for file in files { close(file) } }
        for _ in 0..<count {
            let file = unsafe open("/dev/null", O_RDONLY | O_CLOEXEC)
            guard file >= 0 else { throw FileError("open", path: "/dev/null", errorNumber: errno) }
            files.append(file)
        }
    }
}
