import Foundation
import Testing

/// What a person sees of a batch whose invoices share one fault.
@Suite struct CommonFaultTests {
    @Test func `a batch with one common fault prints one screen that says what to do`() throws {
        let market = try Market(["--invoices", "120", "--certificates", "2"])
        let ledger = "\(market.folder)/ledger"
        // The fault: nobody registered invoices with code.
        let registry = try String(contentsOfFile: market.folder + "/taxpayers.csv", encoding: .utf8)
        try registry.replacing(",active,C", with: ",active,K")
            .write(toFile: market.folder + "/others.csv", atomically: false, encoding: .utf8)
        for step in [
            ["init", ledger, "--test", "--seed", "7", "--clock", "2026-11-20T12:00:00"],
            ["taxpayers", "import", ledger, market.folder + "/others.csv"],
            ["trust", "add", ledger, market.folder + "/anchors.pem"],
        ] {
            try #require(try Program.run(step).status == 0, "\(step)")
        }
        let result = try Program.run(["check", market.folder + "/messages", "--ledger", ledger])
        #expect(result.status == 1)
        let lines = result.output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        #expect(lines.count <= 50, "\(lines.count) lines are no screen")
        let start = try #require(lines.firstIndex(of: "Refused because"))
        #expect(
            lines[(start + 1)..<(start + 7)] == [
                "  All 120 refused have this one cause:",
                "  120  reg.coded-covered  HDon/DLHDon/TTChung/KHHDon",
                "       The seller did not register invoices with code",
                "       Người bán chưa đăng ký sử dụng hóa đơn điện tử có mã",
                "       Mend: Register invoices with code by form 01/ĐKTĐ-HĐĐT",
                "       Sửa: Đăng ký hóa đơn có mã theo mẫu 01/ĐKTĐ-HĐĐT",
            ]
        )
        #expect(lines[start + 7].hasPrefix("       First: \(market.folder)/messages/0000/00000001.xml: "))
        #expect(lines.contains("rejected      120"))
        // Every invoice of it is in the lines for programs.
        let each = try Program.run(["check", market.folder + "/messages", "--ledger", ledger, "--json"])
        #expect(each.outcomes.count == 120)
        for outcome in each.outcomes {
            let codes = (outcome["findings"] as? [[String: Any]] ?? []).compactMap { $0["code"] as? String }
            #expect(codes.contains("reg.coded-covered"))
        }
    }
}
