import DurableFiles
import Foundation

/// Reads and writes the files of the folder, with errors that name the file.
struct Folder: Sendable {
    /// Its path.
    let path: String

    func make(_ name: String = "") throws(SynthError) {
        let path = file(name)
        do {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        } catch {
            throw .file(path: path, reason: "\(error.localizedDescription)")
        }
    }

    func remove(_ name: String) throws(SynthError) {
        let path = file(name)
        guard FileManager.default.fileExists(atPath: path) else { return }
        do {
            try FileManager.default.removeItem(atPath: path)
        } catch {
            throw .file(path: path, reason: "\(error.localizedDescription)")
        }
    }

    /// The bytes of a file, or `nil` where there is none.
    func read(_ name: String) -> [UInt8]? {
        FileManager.default.contents(atPath: file(name)).map { Array($0) }
    }

    /// Writes a file; a private one is readable by its owner alone from the first byte.
    ///
    /// Nothing is synced: a folder that a power loss spoilt is made again.
    func write(_ bytes: [UInt8], to name: String, isPrivate: Bool = false) throws(SynthError) {
        do throws(FileError) {
            try DurableFiles.write(bytes.span, to: file(name), mode: isPrivate ? 0o600 : 0o644, isDurable: false)
        } catch {
            throw .file(path: error.path, reason: "\(error)")
        }
    }

    private func file(_ name: String) -> String {
        name.isEmpty ? path : path + "/" + name
    }
}
