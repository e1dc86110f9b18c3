import DurableFiles
import InvoiceModel

/// The folder of run files: finds those that cover the ledger from its first message on.
struct RunFolder {
    let path: String
    /// A writer clears away what is of no use; a reader lets everything lie.
    let isWriter: Bool

    /// Times a reader lists again because a merge took files away meanwhile.
    private static let listings = 20

    func path(of header: RunHeader) -> String { "\(path)/\(header.name)" }

    /// The runs from message 1 on without a gap, each with the right anchor.
    ///
    /// A damaged run and one with a wrong anchor count as not there, and so does everything behind a gap. A file the
    /// system does not let us read is an error: nothing is cleared away for want of a file handle.
    func open(_ anchor: (UInt64) throws(IndexError) -> Digest?) throws(IndexError) -> [Run] {
        for _ in 1..<RunFolder.listings {
            if let runs = try openOnce(anchor) { return runs }
        }
        return try openOnce(anchor) ?? []
    }

    /// The runs, or `nil` where a file went while we looked.
    private func openOnce(_ anchor: (UInt64) throws(IndexError) -> Digest?) throws(IndexError) -> [Run]? {
        let names: [String]
        do throws(IndexError) {
            names = try listing()
        } catch .file(let error) where error.isMissing {
            // What is written under another name first was renamed between its listing and a look at it.
            return nil
        }
        var files: [(first: UInt64, last: UInt64, name: String)] = []
        for name in names {
            guard let range = RunHeader.range(ofName: name) else { continue }
            files.append((range.first, range.last, name))
        }
        // Of two that begin at the same message the longer one was merged from the shorter ones.
        files.sort { $0.first != $1.first ? $0.first < $1.first : $0.last > $1.last }
        var runs: [Run] = []
        var used: Set<String> = []
        var next: UInt64 = 1
        for file in files where file.first == next {
            do throws(IndexError) {
                let run = try Run(opening: "\(path)/\(file.name)")
                guard run.header.first == file.first, run.header.last == file.last,
                    try anchor(file.last) == run.header.anchor
                else { continue }
                runs.append(run)
                used.insert(file.name)
                next = file.last + 1
            } catch .file(let error) where error.isMissing {
                return nil
            } catch .damage {
                continue
            }
        }
        if isWriter { try clear(names.filter { !used.contains($0) }) }
        return runs
    }

    /// Removes run files (also half-written ones) that are of no use.
    private func clear(_ names: [String]) throws(IndexError) {
        for name in names {
            let whole = name.hasSuffix(".tmp") ? String(name.dropLast(4)) : name
            guard RunHeader.range(ofName: whole) != nil else { continue }
            try remove("\(path)/\(name)")
        }
    }

    /// Removes a file; one that is gone already is no failure.
    func remove(_ path: String) throws(IndexError) {
        do throws(FileError) { try DurableFiles.remove(path) } catch {
            guard error.isMissing else { throw .file(error) }
        }
    }

    private func listing() throws(IndexError) -> [String] {
        try IndexError.files { () throws(FileError) in
            if try DurableFiles.kind(of: path) == nil {
                guard isWriter else { return [] }
                try DurableFiles.makeDirectory(path, mode: 0o755)
            }
            return try DurableFiles.list(path)
        }
    }
}
