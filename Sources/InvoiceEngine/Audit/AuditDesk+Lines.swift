import InvoiceLedger
import InvoiceModel
import InvoiceSignature

extension AuditDesk {
    /// Checks a chunk of lines, or a manifest, again; what does not hold besides its verdict goes into `report`.
    func examine(
        lines stored: StoredMessage,
        _ report: (AuditProof, String) -> Void
    ) -> Examination {
        let digest = examiner.sha256(of: stored.bytes)
        let nothing = Examination(
            submission: Submission(stored.bytes, digest, stored.receivedAt, .unreadable),
            message: nil,
            outcomes: []
        )
        let file = InputFile(name: "")
        let examined: ExaminedLines
        if stored.status == .manifest {
            guard let manifest = try? SignedManifest(stored.bytes) else {
                report(.signatures, "the manifest cannot be read, or its signature does not hold")
                return nothing
            }
            examined = examiner.examine(manifest, from: file, receivedAt: stored.receivedAt)
        } else {
            let (start, name) = LineChunk.parts(of: stored.bytes)
            let manifest = name.flatMap { manifests.manifest($0) }
            if name != nil, manifest == nil { report(.verdicts, "no manifest comes before the lines that name it") }
            if name == nil, needsManifest { report(.verdicts, "lines that nobody signed, in a ledger that is no test") }
            let chunk = LineChunk(
                file: file,
                bytes: stored.bytes,
                start: start,
                firstLine: 1,
                count: AuditDesk.lines(of: stored.bytes, from: start),
                offset: 0,
                manifest: manifest
            )
            examined = examiner.examine(chunk, receivedAt: stored.receivedAt, readsAll: true)
        }
        switch examined {
        case .examined(let examination): return examination
        case .refused(let outcome):
            let fault = outcome.fault.map { [$0.code.rawValue] } ?? []
            let codes = fault + outcome.findings.map(\.weighed.finding.code.slug)
            report(.verdicts, "what was taken in would be refused: \(codes.joined(separator: ", "))")
            return nothing
        }
    }

    private static func lines(of bytes: [UInt8], from start: Int) -> Int {
        var count = 0
        for byte in bytes[start...] where byte == 0x0A { count += 1 }
        return bytes.count > start && bytes.last != 0x0A ? count + 1 : count
    }
}
