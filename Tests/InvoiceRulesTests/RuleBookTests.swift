import InvoiceModel
import Testing

@testable import InvoiceRules

@Suite struct RuleBookTests {
    /// Characters a path may take beside its sentence in the 255 of an `MTLoi`.
    private static let pathCharacters = 94

    @Test(arguments: RuleCode.allCases) func `every rule says what is wrong and how to mend it in two languages`(
        code: RuleCode
    ) {
        let entry = RuleBook.entry(for: code)
        for text in [
            entry.english, entry.vietnamese, entry.remedyEnglish, entry.remedyVietnamese, entry.source, entry.condition,
        ] {
            #expect(!text.isEmpty)
            #expect(!text.hasSuffix(".") && !text.hasPrefix(" ") && !text.hasSuffix(" "))
        }
        #expect(entry.vietnamese.unicodeScalars.count + 1 + RuleBookTests.pathCharacters <= 255)
        #expect(entry.remedyVietnamese.unicodeScalars.count <= 255)
        #expect(entry.english != entry.vietnamese && entry.remedyEnglish != entry.remedyVietnamese)
        #expect(!code.slug.isEmpty && code.slug.unicodeScalars.count <= 255)
    }

    @Test func `a number on the wire is five digits and stands for one rule, faults of format apart`() {
        var seen: [String: RuleCode] = [:]
        for code in RuleCode.allCases {
            let wire = RuleBook.entry(for: code).wireCode
            #expect(wire.utf8.count == 5 && wire.allSatisfy(\.isNumber))
            guard wire != "20001" else { continue }
            #expect(seen[wire] == nil, "\(wire) stands for \(code.slug) and \(seen[wire]?.slug ?? "")")
            seen[wire] = code
            let isTransport = code.answer == .technical || [.envPbanKnown, .envMsgidUuid].contains(code)
            #expect(wire.hasPrefix(isTransport ? "8" : "2"))
        }
        #expect(RuleBook.entry(for: .idUniqueTuple).wireCode == "20609")
        #expect(RuleBook.entry(for: .ptyBuyerCccdFormat).wireCode == "20001")
        #expect(RuleBook.entry(for: .xmlSyntax).wireCode == "80000")
        #expect(RuleBook.entry(for: .envMsgidUnique).wireCode == "80001")
        #expect(RuleBook.entry(for: .envHeaderMissing).wireCode == "80003")
        #expect(RuleBook.entries.count == RuleCode.allCases.count)
    }

    @Test func `the deepest path of a finding fits beside its sentence`() {
        let deepest = "HDon/DLHDon/NDHDon/DSHHDVu/HHDVu[10000]/TTHHDTrung/TTin[10000]/LHHDTrung"
        #expect(deepest.unicodeScalars.count <= RuleBookTests.pathCharacters)
    }

    @Test func `the sentences stand at their rule`() {
        #expect(RuleBook.entry(for: .seriesPattern).english == "The symbol does not follow the legal pattern")
        #expect(RuleBook.entry(for: .relDecree51ReplaceOnly).remedyVietnamese == "Ghi TCHDon là 1 (thay thế)")
    }
}
