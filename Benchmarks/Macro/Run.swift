import Foundation
import InvoiceEngine
import InvoiceModel
import OpenSSL

/// What one round measured.
struct Round {
    var floor = 0.0
    var invoices = 0
    var bytes = 0
    var seconds = 0.0
    /// From one batch's receipts to the next one's, in milliseconds, sorted.
    var batchMilliseconds: [Double] = []
    /// SHA-256 over every status and code: the work cannot be left out, and rounds must agree.
    var verdicts = ""
    /// Bytes of the ledger folder afterwards.
    var ledgerBytes = 0

    var perSecond: Double { Double(invoices) / seconds }
}

/// One fresh test ledger that takes all messages in: durable, every rule on, replies signed.
struct Run {
    let ledger: String
    let sample: String
    let workers: Int

    func measure() throws -> Round {
        var request = LedgerRequest()
        request.isTest = true
        request.seed = "macro"
        request.clock = Timestamp("2026-11-20T09:00:00")
        let engine = try Engine.create(at: ledger, request)
        _ = try engine.importTaxpayers(InputFile(name: sample + "/taxpayers.csv"))
        _ = try engine.importCertificates(InputFile(name: sample + "/certificates.csv"))
        _ = try engine.addAnchors([InputFile(name: sample + "/anchors.pem")])
        _ = try engine.addRevocationLists([InputFile(name: sample + "/crl.pem")])
        var options = SubmitOptions()
        options.workers = workers
        var round = Round()
        let hash = HashContext(.sha256)
        let clock = ContinuousClock()
        let start = clock.now
        var last = start
        _ = try engine.submit([sample + "/messages"], options) { event in
            guard case .outcomes(let outcomes) = event else { return }
            let now = clock.now
            round.batchMilliseconds.append((now - last) / .milliseconds(1))
            last = now
            round.invoices += outcomes.count
            for outcome in outcomes {
                hash.update(Array("\(outcome.status.rawValue) \(outcome.code ?? "")\n".utf8).span)
            }
        }
        round.seconds = (clock.now - start) / .seconds(1)
        var digest: [UInt8] = []
        hash.finish(into: &digest)
        round.verdicts = Hex.lowercase(digest)
        round.batchMilliseconds.sort()
        round.bytes = try bytes(below: sample + "/messages")
        round.ledgerBytes = try bytes(below: ledger)
        return round
    }

    private func bytes(below folder: String) throws -> Int {
        try FileManager.default.subpathsOfDirectory(atPath: folder).reduce(0) { sum, name in
            let attributes = try FileManager.default.attributesOfItem(atPath: folder + "/" + name)
            let isFile = attributes[.type] as? FileAttributeType == .typeRegular
            return sum + (isFile ? attributes[.size] as? Int ?? 0 : 0)
        }
    }
}
