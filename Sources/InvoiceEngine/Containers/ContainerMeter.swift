/// Counts what a container unpacks to, and stops it at its limits.
final class ContainerMeter {
    let limits: ContainerLimits
    private var entries = 0
    private var content = 0
    private var packed = 0

    init(_ limits: ContainerLimits) {
        self.limits = limits
    }

    /// Counts one entry, whatever it is.
    func addEntry(at offset: Int) throws(ContainerError) {
        entries += 1
        guard entries <= limits.entries else {
            throw .fault(.entries, at: offset, expected: "at most \(limits.entries)")
        }
    }

    /// Counts bytes that came of compressed ones.
    func add(content made: Int, packed taken: Int) throws(ContainerError) {
        content += made
        packed += taken
        guard content <= limits.contentBytes else {
            throw .fault(.bytes, at: packed, expected: "at most \(limits.contentBytes)")
        }
        guard content <= limits.freeBytes || content <= packed * limits.ratio else {
            throw .fault(.ratio, at: packed, expected: "at most \(limits.ratio) to 1")
        }
    }
}
