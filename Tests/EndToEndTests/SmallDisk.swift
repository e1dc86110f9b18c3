import Foundation
import Synchronization
import Testing

/// A file system in memory of a few megabytes, gone with the object.
final class SmallDisk {
    let path: String

    /// Whether this process may mount one.
    static let isPossible: Bool = {
        guard let disk = try? SmallDisk(kilobytes: 64) else { return false }
        return FileManager.default.fileExists(atPath: disk.path)
    }()

    init(kilobytes: Int) throws {
        path = NSTemporaryDirectory() + "xacthuc-disk-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        try SmallDisk.run("mount", "-t", "tmpfs", "-o", "size=\(kilobytes)k", "xacthuc-test", path)
    }

    deinit {
        try? SmallDisk.run("umount", "-l", path)
        try? FileManager.default.removeItem(atPath: path)
    }

    func resize(kilobytes: Int) throws {
        try SmallDisk.run("mount", "-o", "remount,size=\(kilobytes)k", path)
    }

    func makeReadOnly() throws {
        try SmallDisk.run("mount", "-o", "remount,ro", path)
    }

    private static func run(_ arguments: String...) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = arguments
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0, "\(arguments)")
    }
}

extension TownLedger {
    /// Puts the ledger there.
    func move(to disk: SmallDisk) throws {
        try FileManager.default.moveItem(atPath: path, toPath: disk.path + "/ledger")
        place.withLock { $0 = disk.path }
    }

    /// Runs SQL in the store with the outside program.
    func sql(_ text: String) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/sqlite3")
        process.arguments = ["\(path)/ledger.sqlite", text]
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0, "\(text)")
    }

    /// Makes the ledger believe that it was last written that many seconds from now.
    func setLastTime(later seconds: Int) throws {
        let local = Int(Date().timeIntervalSince1970) + 7 * 3_600 + seconds
        try sql("UPDATE archive_end SET last_time = \(local)")
    }

    /// What a run acknowledged before it failed is what is answered now, and the sums are those of the invoices.
    func expectKept(_ failed: Program.Result) throws {
        let again = try submit()
        let codes = again.outcomes.map { $0["code"] as? String }
        for (index, outcome) in failed.outcomes.enumerated() {
            #expect(outcome["code"] as? String == codes[index], "message \(index)")
        }
        let listed = try Program.run(["list", path, "--format", "csv"]).output.split(separator: "\n").count - 1
        #expect(listed == Set(codes.compactMap { $0 }).count)
        let fresh = try TownLedger()
        _ = try fresh.submit()
        #expect(try totals("taxpayer,rate") == fresh.totals("taxpayer,rate"))
    }
}
