/// Whole gzip files in memory; streams use `GzipInflater` and `GzipDeflater`.
public enum Gzip {
    /// The first two bytes of every gzip file.
    public static let magic: [UInt8] = [0x1F, 0x8B]

    /// Whether the bytes begin as gzip does.
    public static func looksCompressed(_ bytes: [UInt8]) -> Bool {
        bytes.starts(with: magic)
    }

    /// The content of a gzip file, all its members one after another (RFC 1952, 2.2).
    ///
    /// - Parameter limit: The most bytes the content may have. Memory stays below that and a fixed buffer, whatever
    ///   the data claims: a bomb stops at the limit.
    public static func inflate(_ data: [UInt8], limit: Int) throws(GzipError) -> [UInt8] {
        var content: [UInt8] = []
        var inflater = try GzipInflater(limit: limit)
        try inflater.append(data.span, to: &content)
        try inflater.finish()
        return content
    }

    /// A gzip file with that content.
    ///
    /// The same content gives the same bytes: no time, no name in the header.
    public static func deflate(_ content: [UInt8]) throws(GzipError) -> [UInt8] {
        var data: [UInt8] = []
        var deflater = try GzipDeflater()
        try deflater.append(content.span, to: &data)
        try deflater.finish(into: &data)
        return data
    }
}
