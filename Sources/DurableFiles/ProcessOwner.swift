import Glibc

/// Whose process this is, as the operating system knows it.
public enum ProcessOwner {
    /// The login name of the real user id, or `uid N` where the system has no name for it.
    ///
    /// Environment variables such as `LOGNAME` say what their setter likes; they are not asked.
    public static var name: String {
        let id = getuid()
        var entry = unsafe passwd()
        var found: UnsafeMutablePointer<passwd>?
        var name = "uid \(id)"
        // The system writes the texts into our buffer and points into it; they are copied before it goes.
        var room = [CChar](repeating: 0, count: 16_384)
        unsafe room.withUnsafeMutableBufferPointer { buffer in
            guard let start = buffer.baseAddress,
                unsafe getpwuid_r(id, &entry, start, buffer.count, &found) == 0,
                let found = unsafe found, let text = unsafe found.pointee.pw_name
            else { return }
            name = unsafe String(cString: text)
        }
        return name
    }
}
