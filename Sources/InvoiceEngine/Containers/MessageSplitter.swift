import InvoiceXML

/// Reads messages that stand one after another in a stream, `TDiep` after `TDiep`.
///
/// Whether a piece is well-formed is for the reader to say; once one is not, nobody knows where the next begins, and
/// whoever reads must stop here (`Container.stop`).
final class MessageSplitter: ContainerReader {
    private let stream: ByteStream
    /// The most that is kept of one message; what is larger is refused by what is kept of it.
    private let messageBytes: Int
    private var number = 0
    private(set) var entry: String?

    init(_ stream: ByteStream, messageBytes: Int) {
        self.stream = stream
        self.messageBytes = messageBytes
    }

    func next() throws(ContainerError) -> ContainerStep? {
        guard try stream.holds(1) else { return nil }
        number += 1
        entry = "\(number)"
        let offset = stream.offset
        var scan = DocumentScan()
        var bytes: [UInt8] = []
        while true {
            switch stream.withAvailable({ scan.scan($0, isWhole: stream.isExhausted) }) {
            case .end(let end):
                stream.take(min(end, messageBytes), appendingTo: &bytes)
                return .message(name: "\(number)", bytes: bytes, offset: offset)
            case .needsMore where stream.available < messageBytes:
                // A fault of the stream ends it; what came before of this message is no message.
                _ = try stream.fill()
            case .needsMore, .fault:
                // The reader will find out; all the rest is this one's.
                while stream.available < messageBytes, try stream.fill() {}
                stream.take(min(stream.available, messageBytes), appendingTo: &bytes)
                return .message(name: "\(number)", bytes: bytes, offset: offset)
            }
        }
    }
}
