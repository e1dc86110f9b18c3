import DurableFiles
import Foundation

/// Reply files: one a message, all or nothing of each.
enum ReplyFolder {
    /// Makes the folder where it is missing.
    static func make(_ folder: String) throws(EngineError) {
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        } catch {
            throw EngineError(
                .file,
                "The folder \(folder) for replies cannot be made: \(error.localizedDescription) "
                    + "Give one that you may make, and run the same again: nothing was taken in."
            )
        }
    }

    /// Writes what became of the lines of a chunk, one a line; returns the file's name.
    static func write(receipts: [Outcome], index: Int, to folder: String) throws(EngineError) -> String {
        try write(OutcomeJSON.lines(receipts, workers: 1), "lines.ndjson", index: index, to: folder)
    }

    /// Writes a reply under its number and type; returns the file's name.
    static func write(_ reply: OutgoingReply, index: Int, to folder: String) throws(EngineError) -> String {
        try write(reply.bytes, "\(reply.type).xml", index: index, to: folder)
    }

    private static func write(
        _ bytes: [UInt8],
        _ type: String,
        index: Int,
        to folder: String
    ) throws(EngineError) -> String {
        let digits = String(index)
        let number = String(repeating: "0", count: max(0, 8 - digits.count)) + digits
        let name = "\(number)-\(type)"
        do {
            // Not synced: a reply lost with the power is written again when the message is sent again.
            try DurableFiles.write(bytes.span, to: "\(folder)/\(name)", mode: 0o644, isDurable: false)
        } catch {
            throw EngineError(
                .file,
                "The reply \(folder)/\(name) cannot be written: \(error). Make room and run the same again: "
                    + "every answer given so far stays the same."
            )
        }
        return name
    }
}
