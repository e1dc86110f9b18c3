import InvoiceAccess
import InvoiceModel
import Testing

@Suite struct AccountTests {
    private let start = AccessTestbed.start

    @Test func `who knows password and code is in until it is late`() throws {
        let bed = try AccessTestbed()
        let factor = try bed.account()
        let token = try #require(try bed.logIn(factor).token)
        var time = start
        let principal = try #require(try bed.store.principal(forSession: token.text, at: time))
        #expect(principal.name == "lan" && principal.role == .officer && principal.scope == .office("10101"))
        // Each request lets it go on, but not beyond the longest time.
        while time.localSeconds + AccessStore.idle - 1 < start.localSeconds + AccessStore.longest {
            time = time.advanced(bySeconds: AccessStore.idle - 1)
            #expect(try bed.store.principal(forSession: token.text, at: time) != nil)
        }
        let end = start.advanced(bySeconds: AccessStore.longest)
        #expect(try bed.store.principal(forSession: token.text, at: end) == nil)
        #expect(try bed.store.principal(forSession: token.text, at: time) == nil, "it has ended for good")
    }

    @Test func `a session ends when nothing is asked for half an hour`() throws {
        let bed = try AccessTestbed()
        let token = try #require(try bed.logIn(try bed.account()).token)
        #expect(try bed.store.principal(forSession: token.text, at: start.advanced(bySeconds: AccessStore.idle)) == nil)
    }

    @Test func `wrong password, wrong code, wrong login: refused alike`() throws {
        let bed = try AccessTestbed()
        let factor = try bed.account()
        #expect(try bed.logIn(factor, password: "another password").isRefused)
        #expect(try bed.logIn(factor, "nobody", from: "192.0.2.2").isRefused)
        let late = start.advanced(bySeconds: 300)
        let old = factor.code(OneTimeCode.counter(at: start))
        let outcome = try bed.store.logIn(
            "lan",
            password: AccessTestbed.password,
            code: old,
            from: "192.0.2.3",
            at: late
        )
        #expect(outcome.isRefused)
    }

    @Test func `a code counts once`() throws {
        let bed = try AccessTestbed()
        let factor = try bed.account()
        #expect(try bed.logIn(factor).token != nil)
        #expect(try bed.logIn(factor).isRefused)
        #expect(try bed.logIn(factor, at: start.advanced(bySeconds: 30)).token != nil)
    }

    @Test func `guessing slows down, by login from anywhere and by address for any login`() throws {
        let bed = try AccessTestbed()
        let factor = try bed.account()
        for number in 0..<Throttle.free {
            #expect(try bed.logIn(factor, password: "another password", from: "192.0.2.\(number)").isRefused)
        }
        #expect(try bed.logIn(factor, from: "192.0.2.99").waits == 1, "even with everything right")
        #expect(try bed.logIn(factor, from: "192.0.2.99", at: start.advanced(bySeconds: 1)).token != nil)

        for number in 0..<Throttle.free {
            #expect(try bed.logIn(factor, "other\(number)", from: "198.51.100.1").isRefused)
        }
        let next = start.advanced(bySeconds: 60)
        _ = try bed.logIn(factor, "yet another", from: "198.51.100.1", at: next)
        #expect(try bed.logIn(factor, from: "198.51.100.1", at: next).waits == 2)
        #expect(try bed.logIn(factor, from: "198.51.100.2", at: next).token != nil)
    }

    @Test func `a closed account is out at once`() throws {
        let bed = try AccessTestbed()
        let factor = try bed.account()
        let token = try #require(try bed.logIn(factor).token)
        try bed.store.closeAccount("lan", at: start)
        #expect(try bed.store.principal(forSession: token.text, at: start) == nil)
        #expect(try bed.logIn(factor, at: start.advanced(bySeconds: 60)).isRefused)
    }

    @Test func `after a reset only the new secrets count, and sessions end`() throws {
        let bed = try AccessTestbed()
        let factor = try bed.account()
        let token = try #require(try bed.logIn(factor).token)
        let again = try bed.store.resetAccount("lan", password: "một mật khẩu khác", cost: AccessTestbed.cheap)
        #expect(try bed.store.principal(forSession: token.text, at: start) == nil)
        #expect(try bed.logIn(factor, at: start.advanced(bySeconds: 60)).isRefused)
        #expect(try bed.logIn(again, password: "một mật khẩu khác", at: start.advanced(bySeconds: 60)).token != nil)
    }

    @Test func `logging out ends a session; no other`() throws {
        let bed = try AccessTestbed()
        let factor = try bed.account()
        let one = try #require(try bed.logIn(factor).token)
        let other = try #require(try bed.logIn(factor, at: start.advanced(bySeconds: 30)).token)
        try bed.store.logOut(session: one.text)
        try bed.store.logOut(session: "nonsense")
        #expect(try bed.store.principal(forSession: one.text, at: start) == nil)
        #expect(try bed.store.principal(forSession: other.text, at: start) != nil)
    }

    @Test func `an account's login is its own, and its role one of people`() throws {
        let bed = try AccessTestbed()
        _ = try bed.account()
        #expect(throws: AccessError.loginTaken) { try bed.account() }
        #expect(throws: AccessError.role(.submitter)) { try bed.account("machine", role: .submitter) }
        #expect(throws: AccessError.unknown) { try bed.store.closeAccount("nobody", at: start) }
        #expect(try bed.store.accounts().map(\.login) == ["lan"])
    }

    @Test func `what officers ask is recorded with its purpose, the latest first`() throws {
        let bed = try AccessTestbed()
        for number in 1...5 {
            try bed.store.record(
                RecordedQuery(
                    at: start,
                    login: number % 2 == 0 ? "lan" : "minh",
                    what: "invoice",
                    subject: "\(number)",
                    purpose: " kiểm tra \n hoàn thuế "
                )
            )
        }
        #expect(throws: AccessError.withoutPurpose) {
            try bed.store.record(
                RecordedQuery(at: start, login: "lan", what: "invoice", subject: "1", purpose: " \n")
            )
        }
        let all = try bed.store.queries(limit: 3)
        #expect(all.map(\.subject) == ["5", "4", "3"] && all[0].purpose == "kiểm tra hoàn thuế")
        let last = try #require(all.last)
        #expect(try bed.store.queries(before: last.id, limit: 10).map(\.subject) == ["2", "1"])
        #expect(try bed.store.queries(login: "lan", limit: 10).map(\.subject) == ["4", "2"])
    }

    @Test func `a store of a newer program is not touched`() throws {
        let bed = try AccessTestbed()
        try bed.setFormat(2)
        #expect(throws: AccessError.newerFormat(2)) { _ = try AccessStore(path: bed.path) }
    }
}
