/// How a block of the archive is compressed; the raw values are written to files and never change.
public enum Codec: UInt8, Sendable, Hashable, CaseIterable {
    /// Not at all: the bytes themselves.
    case stored = 0
    /// The zlib format (RFC 1950), level 1.
    case zlib = 1
    /// One Zstandard frame (RFC 8878) with its content size and check sum, level 1.
    case zstd = 2

    /// The codec for new files: Zstandard where this program has it, else zlib.
    public static var preferred: Codec {
        Codec.zstd.isAvailable ? .zstd : .zlib
    }

    /// Whether this program was built with the codec.
    ///
    /// Zstandard comes with the package trait `Zstd`, which is on unless it is disabled.
    public var isAvailable: Bool {
        #if Zstd
        true
        #else
        self != .zstd
        #endif
    }
}
