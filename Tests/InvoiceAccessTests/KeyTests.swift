import InvoiceAccess
import InvoiceModel
import Testing

@Suite struct KeyTests {
    private let start = AccessTestbed.start

    private func request(seconds: Int64 = 100, permissions: Set<Permission>? = nil) throws -> KeyRequest {
        KeyRequest(
            owner: "Nhà cung cấp A",
            role: .submitter,
            scope: .taxpayers([try #require(TaxCode("0199999991"))]),
            permissions: permissions,
            provider: "V0199999991",
            seconds: seconds
        )
    }

    @Test func `a key is known by its text until it ends`() throws {
        let bed = try AccessTestbed()
        let token = try bed.store.makeKey(try request(permissions: [.submit, .changePolicy]), at: start)
        let principal = try #require(try bed.store.principal(forKey: token.text, at: start))
        #expect(principal.name == "key:\(token.id)" && principal.role == .submitter)
        #expect(principal.provider == "V0199999991" && principal.permissions == [.submit])
        #expect(try bed.store.principal(forKey: token.text, at: start.advanced(bySeconds: 99)) != nil)
        #expect(try bed.store.principal(forKey: token.text, at: start.advanced(bySeconds: 100)) == nil)
    }

    @Test func `another secret under the same id is nobody`() throws {
        let bed = try AccessTestbed()
        let token = try bed.store.makeKey(try request(), at: start)
        let other = try Token(.key)
        let parts = other.text.split(separator: "_")
        #expect(try bed.store.principal(forKey: "xtk_\(token.id)_\(parts[2])", at: start) == nil)
        #expect(try bed.store.principal(forKey: other.text, at: start) == nil)
        #expect(try bed.store.principal(forKey: "", at: start) == nil)
    }

    @Test func `the store holds no secret`() throws {
        let bed = try AccessTestbed()
        let token = try bed.store.makeKey(try request(), at: start)
        let secret = try #require(token.text.split(separator: "_").last)
        let files = try bed.files()
        #expect(!files.isEmpty)
        for (name, content) in files {
            #expect(!content.contains(Array(secret.utf8)), "\(name)")
        }
    }

    @Test func `after a rotation both keys count for a week`() throws {
        let bed = try AccessTestbed()
        let old = try bed.store.makeKey(try request(seconds: KeyRequest.year), at: start)
        let new = try bed.store.rotateKey(id: old.id, seconds: KeyRequest.year, at: start)
        let end = start.advanced(bySeconds: AccessStore.overlap)
        #expect(try bed.store.principal(forKey: old.text, at: end.advanced(bySeconds: -1)) != nil)
        #expect(try bed.store.principal(forKey: old.text, at: end) == nil)
        let principal = try #require(try bed.store.principal(forKey: new.text, at: end))
        #expect(principal.provider == "V0199999991")
        #expect(try bed.store.keys().first { $0.id == old.id }?.replacedBy == new.id)
    }

    @Test func `a rotation never lengthens a key, and one that ended has none`() throws {
        let bed = try AccessTestbed()
        let old = try bed.store.makeKey(try request(seconds: 10), at: start)
        _ = try bed.store.rotateKey(id: old.id, seconds: 100, at: start)
        #expect(try bed.store.principal(forKey: old.text, at: start.advanced(bySeconds: 10)) == nil)
        #expect(throws: AccessError.unknown) {
            try bed.store.rotateKey(id: old.id, seconds: 100, at: start.advanced(bySeconds: 10))
        }
    }

    @Test func `a withdrawn key ends at once`() throws {
        let bed = try AccessTestbed()
        let token = try bed.store.makeKey(try request(), at: start)
        try bed.store.withdrawKey(id: token.id, at: start)
        #expect(try bed.store.principal(forKey: token.text, at: start) == nil)
        #expect(throws: AccessError.unknown) { try bed.store.withdrawKey(id: "0000000000000000", at: start) }
        #expect(throws: AccessError.unknown) { try bed.store.rotateKey(id: token.id, seconds: 1, at: start) }
    }

    @Test func `keys are kept when the store is opened again`() throws {
        let bed = try AccessTestbed()
        let token = try bed.store.makeKey(try request(), at: start)
        let again = try AccessStore(path: bed.path)
        #expect(try again.principal(forKey: token.text, at: start) != nil)
        #expect(try again.keys().map(\.owner) == ["Nhà cung cấp A"])
    }

    @Test func `nobody needs no key`() throws {
        let bed = try AccessTestbed()
        var request = try request()
        request.role = .anyone
        #expect(throws: AccessError.role(.anyone)) { try bed.store.makeKey(request, at: start) }
    }
}
