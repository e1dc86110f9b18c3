import Testing

@testable import InvoiceEngine

@Suite struct LatestValuesTests {
    private func kept(_ weights: [Int], limit: Int = 100) -> (names: [Int], weight: Int) {
        var latest = LatestValues<Int>(limit: limit)
        for (place, weight) in weights.enumerated() { latest.keep(place, as: "\(place)", weight: weight) }
        let names = weights.indices.filter { latest["\($0)"] == $0 }
        #expect(latest.count == names.count)
        return (names, latest.weight)
    }

    @Test func `the oldest give way once all together weigh one more than the limit`() {
        #expect(kept([40, 60]) == ([0, 1], 100))
        #expect(kept([40, 61]) == ([1], 61))
        #expect(kept([40, 30, 30, 1]) == ([1, 2, 3], 61))
        #expect(kept(Array(repeating: 1, count: 1_000)) == (Array(900..<1_000), 100))
    }

    @Test func `the last one stays whatever it weighs, alone`() {
        #expect(kept([1, 1, 101]) == ([2], 101))
        #expect(kept([500, 7]) == ([1], 7))
        #expect(kept([500]) == ([0], 500))
    }

    @Test func `one that is there is not weighed again`() {
        var latest = LatestValues<Int>(limit: 100)
        for _ in 0..<5 { latest.keep(1, as: "a", weight: 60) }
        #expect(latest.weight == 60 && latest.count == 1)
    }
}
