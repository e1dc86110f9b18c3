import InvoiceAccess
import InvoiceModel
import Testing

@Suite struct ThrottleTests {
    private let start = Timestamp(unixSeconds: 1_795_000_000)

    @Test func `waits double after the free failures, up to the longest`() {
        var throttle = Throttle()
        var waits: [Int64] = []
        for _ in 0..<20 {
            throttle.fail(at: start)
            waits.append(throttle.wait(at: start))
        }
        let free = Array(repeating: Int64(0), count: Throttle.free - 1)
        #expect(waits == free + [1, 2, 4, 8, 16, 32, 64, 128, 256, 512] + Array(repeating: 900, count: 6))
    }

    @Test func `a wait passes, and a success forgets`() {
        var throttle = Throttle(failures: Throttle.free + 3, last: start)
        #expect(throttle.wait(at: start) == 8)
        #expect(throttle.wait(at: start.advanced(bySeconds: 7)) == 1)
        #expect(throttle.wait(at: start.advanced(bySeconds: 8)) == 0)
        // A clock that went back lengthens nothing.
        #expect(throttle.wait(at: start.advanced(bySeconds: -100)) == 8)
        throttle.succeed()
        throttle.fail(at: start)
        #expect(throttle.failures == 1 && throttle.wait(at: start) == 0)
    }

    @Test func `after a day all is forgotten`() {
        var throttle = Throttle(failures: 30, last: start)
        let almost = start.advanced(bySeconds: Throttle.forgotten - 1)
        throttle.fail(at: almost)
        #expect(throttle.failures == 31)
        throttle.fail(at: almost.advanced(bySeconds: Throttle.forgotten))
        #expect(throttle.failures == 1)
    }
}
