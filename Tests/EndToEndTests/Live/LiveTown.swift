import Dispatch
import Foundation
import InvoiceModel
import Synchronization
import Testing

@testable import InvoiceEngine
@testable import InvoiceLedger

/// A ledger of the town that is made once and copied: same keys, and signatures without randomness, so that the same
/// messages get the same replies to the last byte.
final class LiveTown: Sendable {
    let town: Town
    let folder: String
    var path: String { folder + "/ledger" }

    private static let template = Result { try LiveTown(clock: "2026-11-20T12:00:00") }

    /// A copy of the one with the fixed clock.
    static func copy() throws -> LiveTown { try LiveTown(copying: template.get()) }

    /// - Parameter clock: the time that always is; `nil` for the system's.
    init(clock: String?) throws {
        town = try Town.shared.get()
        folder = NSTemporaryDirectory() + "xacthuc-live-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        var request = LedgerRequest(signature: .rsa2048)
        request.isTest = true
        request.seed = "7"
        request.clock = clock.flatMap { Timestamp($0) }
        let engine = try Engine.create(at: folder + "/ledger", request)
        _ = try engine.importTaxpayers(InputFile(name: town.folder + "/taxpayers.csv"))
        _ = try engine.importCertificates(InputFile(name: town.folder + "/certificates.csv"))
        _ = try engine.addAnchors([InputFile(name: town.folder + "/anchors.pem")])
        _ = try engine.addRevocationLists([InputFile(name: town.folder + "/crl.pem")])
        engine.ledger.close()
    }

    private init(copying other: LiveTown) throws {
        town = other.town
        folder = NSTemporaryDirectory() + "xacthuc-live-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try FileManager.default.copyItem(atPath: other.path, toPath: path)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: folder)
    }

    func open() throws -> Engine { try Engine.open(path, for: .writing) }

    /// Messages of the town by their paths, in order.
    var files: [String] { town.manifest.keys.sorted().map { "\(town.folder)/\($0)" } }

    /// Messages that must be issued a code.
    var good: [String] {
        town.manifest.values.filter { $0.status == "issued" }.map { "\(town.folder)/\($0.file)" }.sorted()
    }

    static func bytes(_ path: String) throws -> [UInt8] { Array(try Data(contentsOf: URL(filePath: path))) }

    /// How many messages the ledger holds.
    func stored() throws -> Int {
        let audit = try Program.run(["audit", path, "--signatures", "--json", "--progress", "off"])
        #expect(audit.status == 0, "\(audit.output)\(audit.errors)")
        return audit.summary["messages"] ?? -1
    }
}

/// What an intake told, in the order in which it did.
final class Told: Sendable {
    private let list = Mutex<[(source: String, result: Result<LiveAnswer, EngineError>)]>([])

    var all: [(source: String, result: Result<LiveAnswer, EngineError>)] { list.withLock(\.self) }
    var answers: [LiveAnswer] { all.compactMap { try? $0.result.get() } }
    var errors: [EngineError] {
        all.compactMap { if case .failure(let error) = $0.result { error } else { nil } }
    }

    /// Offers a message of a file; what is told of it stands here.
    @discardableResult func offer(_ path: String, to intake: LiveIntake) throws -> LiveOffer {
        offer(try LiveTown.bytes(path), from: path, to: intake)
    }

    @discardableResult func offer(_ bytes: [UInt8], from source: String, to intake: LiveIntake) -> LiveOffer {
        intake.offer(bytes, from: source) { result in self.list.withLock { $0.append((source, result)) } }
    }
}

/// Holds the committer of an intake until it is let go: an action that waits.
final class Hold: Sendable {
    private let begun = DispatchSemaphore(value: 0)
    private let end = DispatchSemaphore(value: 0)

    /// Returns when the committer waits.
    init(_ intake: LiveIntake) {
        let (begun, end) = (begun, end)
        let offer = intake.perform { _ throws(EngineError) -> Void in
            begun.signal()
            end.wait()
        } _: { _ in
        }
        #expect(offer == .taken)
        begun.wait()
    }

    func release() { end.signal() }
}
