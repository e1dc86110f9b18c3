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
    func write(_ bytes: [UInt8], to name: String, isPrivate: Bool = false) throws(SynthError) {
        let path = file(name)
        guard !isPrivate else {
            let attributes: [FileAttributeKey: Any] = [.posixPermissions: 0o600]
            guard FileManager.default.createFile(atPath: path, contents: Data(bytes), attributes: attributes) else {
                throw .file(path: path, reason: "cannot be written")
            }
            return
        }
        do {
            try Data(bytes).write(to: URL(filePath: path))
        } catch {
            throw .file(path: path, reason: "\(error.localizedDescription)")
        }
    }

    private func file(_ name: String) -> String {
        name.isEmpty ? path : path + "/" + name
    }
}
