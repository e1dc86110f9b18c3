import Foundation
import InvoiceModel
import Testing

@testable import InvoiceEngine

/// Chunks are taken only behind a manifest that was taken, though their batch comes later.
@Suite struct RefusedManifestTests {
    /// What the batches of two copies of one file of lines come to, each judged at its moment: `kept`, `taken`, or why
    /// not.
    private func steps(_ moments: [Timestamp], folders: Int = 1) throws -> [String] {
        let fixture = try ContainerFixture()
        try fixture.folder.write("{}\n{}\n", to: "a/a.ndjson")
        let text = try ManifestMaker.text(of: fixture.folder.path + "/a/a.ndjson")
        try fixture.folder.write(text, to: "text")
        try fixture.shell(
            """
            openssl req -x509 -newkey rsa:2048 -nodes -keyout key.pem -out own.pem -subj /UID=MST:0199999991 -days 9
            openssl cms -sign -nodetach -binary -outform DER -in text -signer own.pem -inkey key.pem -out signed
            mv signed a/a.manifest.p7s
            cp -r a b
            """
        )
        let paths = ["a", "b"].prefix(folders).map { "\(fixture.folder.path)/\($0)/a.ndjson" }
        var state = LedgerState.none
        state.needsManifest = true
        let feed = InputFeed(Array(paths), limits: Limits(), lines: LineRules(state, nil))
        let stage = CheckStage(feed, state, workers: 1)
        var told: [String] = []
        for moment in moments {
            guard let batch = try stage.next(count: 1, clock: { moment }) else { break }
            told += batch.examinations.map { $0.lines == nil ? "kept" : "taken" }
            for (_, outcome) in batch.refusals {
                told.append(outcome.fault?.code.rawValue ?? outcome.findings[0].weighed.finding.code.slug)
            }
        }
        return told
    }

    @Test func `what follows a refused manifest is refused, though it would be good by now`() throws {
        let now = Timestamp(unixSeconds: Int64(Date().timeIntervalSince1970) + 60)
        let late = now.advanced(bySeconds: 86_400 * 30)
        #expect(try steps([now, now]) == ["kept", "taken"])
        #expect(try steps([late, late]) == ["sig.cert-valid-at-receipt", "manifest.refused"])
        #expect(try steps([late, now]) == ["sig.cert-valid-at-receipt", "manifest.refused"])
        // Behind one that was kept each chunk is judged by its own moment.
        #expect(try steps([now, late]) == ["kept", "manifest.refused"])
    }

    @Test func `sent once more and taken, it vouches again`() throws {
        let now = Timestamp(unixSeconds: Int64(Date().timeIntervalSince1970) + 60)
        let late = now.advanced(bySeconds: 86_400 * 30)
        let told = try steps([late, now, now, now], folders: 2)
        #expect(told == ["sig.cert-valid-at-receipt", "manifest.refused", "kept", "taken"])
        // What was said last counts.
        let again = try steps([now, now, late, now], folders: 2)
        #expect(again == ["kept", "taken", "sig.cert-valid-at-receipt", "manifest.refused"])
    }
}
