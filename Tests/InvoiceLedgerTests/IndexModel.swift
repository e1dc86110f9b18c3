import Dispatch
import DurableFiles
import Foundation
import InvoiceModel
import Synchronization
import TestSupport
import Testing

@testable import InvoiceLedger

/// What the index must answer, as plain dictionaries.
struct IndexModel {
    /// How keys are drawn.
    enum Shape: Int {
        /// As digests are.
        case random
        /// Many messages with the same eight bytes.
        case colliding
        /// All keys close together, as somebody could choose them.
        case clustered
        /// Few ids, used again and again.
        case repeated
    }

    let shape: Shape
    private var messages: [(sha256: Digest, id: String?)] = []
    private var bySHA256: [UInt64: [UInt64]] = [:]
    private var byID: [String: [UInt64]] = [:]

    init(shape: Shape) {
        self.shape = shape
    }

    var count: UInt64 { UInt64(messages.count) }

    static func digest(_ high: UInt64, _ low: UInt64) -> Digest {
        let bytes = [high, low, low, high].flatMap { word in (0..<8).map { UInt8(word >> (56 - 8 * $0) & 255) } }
        return Digest(bytes.span)
    }

    mutating func add(to index: MessageIndex, using random: inout SeededRandom) {
        let key: UInt64 =
            switch shape {
            case .random, .repeated: random.next()
            case .colliding: UInt64.random(in: 0..<20, using: &random) &* 0x0CCC_CCCC_CCCC_CCCC
            case .clustered: UInt64.max - UInt64.random(in: 0..<3_000, using: &random)
            }
        let sha256 = IndexModel.digest(key, random.next())
        let number = shape == .repeated ? random.next() % 7 : random.next() % 4_000
        let id: String? = random.next() % 10 == 0 ? nil : "V0123456789\(number)"
        messages.append((sha256, id))
        bySHA256[key, default: []].append(count)
        if let id { byID[id, default: []].append(count) }
        index.insert(sequence: count, sha256: sha256, messageID: id)
    }

    /// What the owner does at opening: everything past the runs.
    func insertAgain(to index: MessageIndex) {
        var sequence = index.last
        while sequence < count {
            sequence += 1
            let message = messages[Int(sequence) - 1]
            index.insert(sequence: sequence, sha256: message.sha256, messageID: message.id)
        }
    }

    func check(_ index: MessageIndex, using random: inout SeededRandom) throws {
        for _ in 0..<min(20, messages.count) {
            try check(messages[Int.random(in: 0..<messages.count, using: &random)], index)
        }
        #expect(try index.candidates(sha256: IndexModel.digest(random.next(), 1)).isEmpty)
        #expect(try index.candidates(messageID: "never \(random.next())").isEmpty)
        for key in [0, UInt64.max] {
            #expect(try index.candidates(sha256: IndexModel.digest(key, 1)) == bySHA256[key] ?? [])
        }
    }

    func checkAll(_ index: MessageIndex) throws {
        for message in messages { try check(message, index) }
    }

    private func check(_ message: (sha256: Digest, id: String?), _ index: MessageIndex) throws {
        let expected = bySHA256[message.sha256.words[0]] ?? []
        let found = try index.candidates(sha256: message.sha256)
        if found != expected { Issue.record("by SHA-256 \(found) instead of \(expected)") }
        guard let id = message.id else { return }
        let named = try index.candidates(messageID: id)
        if named != byID[id] { Issue.record("by id \(named) instead of \(byID[id] ?? [])") }
    }
}

/// A folder of run files, and the block digests their anchors are held against.
final class IndexFolder: Sendable {
    let path: String
    /// Messages whose block another ledger would have.
    let wrongAnchors = Mutex<Set<UInt64>>([])

    init() throws {
        path = NSTemporaryDirectory() + "xacthuc-index-\(UUID().uuidString)"
        try make()
    }

    deinit {
        try? remove()
    }

    func open(
        isWriter: Bool = true,
        settings: MessageIndexSettings = MessageIndexSettings(),
        queue: DispatchQueue = DispatchQueue(label: "test")
    ) throws -> MessageIndex {
        try MessageIndex(folder: path, isWriter: isWriter, settings: settings, queue: queue) { sequence in
            self.wrongAnchors.withLock { $0.contains(sequence) } ? nil : IndexModel.digest(sequence, 7)
        }
    }

    func names() throws -> [String] { try DurableFiles.list(path) }

    func read(_ name: String) throws -> [UInt8] { try DurableFiles.read("\(path)/\(name)") }

    func write(_ name: String, _ bytes: [UInt8] = [1, 2, 3]) throws {
        try DurableFiles.write(bytes.span, to: "\(path)/\(name)", mode: 0o644, isDurable: false)
    }

    func make() throws { try DurableFiles.makeDirectory(path, mode: 0o755) }

    func remove() throws { try FileManager.default.removeItem(atPath: path) }

    /// Flips a bit somewhere, cuts a file short, or takes one away.
    func damage(using random: inout SeededRandom) throws {
        let names = try names()
        let name = names[Int.random(in: 0..<names.count, using: &random)]
        var bytes = try read(name)
        switch UInt8.random(in: 0..<6, using: &random) {
        case 0: bytes.removeLast(Int.random(in: 1...bytes.count, using: &random))
        case 1: return try DurableFiles.remove("\(path)/\(name)")
        case 2: bytes.append(0)
        default: bytes[Int.random(in: 0..<bytes.count, using: &random)] ^= 1 << UInt8.random(in: 0..<8, using: &random)
        }
        try write(name, bytes)
    }
}
