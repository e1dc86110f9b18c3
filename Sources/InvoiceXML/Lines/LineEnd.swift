/// Where lines end.
public enum LineEnd {
    /// The offset of the first line feed at or after an offset, eight bytes at a time; `nil` where there is none.
    public static func first(in bytes: Span<UInt8>, from start: Int) -> Int? {
        // The view of the bytes ends with this closure.
        unsafe bytes.withUnsafeBufferPointer { buffer in
            guard let view = unsafe ByteView(buffer), start < view.count else { return nil }
            let end = view.firstLineEnd(from: start)
            return end < view.count ? end : nil
        }
    }
}
