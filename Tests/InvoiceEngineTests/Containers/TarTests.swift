import Testing

@testable import InvoiceEngine

@Suite struct TarTests {
    private let fixture: ContainerFixture

    init() throws {
        fixture = try ContainerFixture()
    }

    @Test(arguments: [
        "tar cf x -C in .", "tar cf x --format=v7 -C in a.xml sub", "tar cf x --format=ustar -C in a.xml sub",
        "tar cf x --format=pax -C in a.xml sub", "tar czf x -C in a.xml sub", "tar c -C in . | gzip -9 > x",
        "tar cf y -C in a.xml sub && (head -c 700 y | gzip; tail -c +701 y | gzip) > x",
        "tar cf y -C in . && cp y x && head -c 20000 /dev/zero >> x",
    ])
    func `what tar and gzip pack is read, from a file and drop by drop`(_ script: String) throws {
        try fixture.shell(script)
        #expect(Set(fixture.read("x")) == ["a.xml", "sub/b.xml"])
        #expect(try ContainerFixture.read(piped: fixture.bytes("x"), piece: 13) == fixture.read("x"))
    }

    @Test(arguments: ["USTAR_FORMAT", "GNU_FORMAT", "PAX_FORMAT"])
    func `long names are read`(_ format: String) throws {
        let name = String(repeating: "d/", count: 70) + "x.xml"
        try fixture.python(
            """
            with tarfile.open('x.tar', 'w', format=tarfile.\(format)) as t:
                for n in ('d/' * 70 + 'x.xml', 'hóa/đơn.xml'):
                    i = tarfile.TarInfo(n); i.size = len(m(n)); t.addfile(i, io.BytesIO(m(n)))
            """
        )
        #expect(fixture.read("x.tar") == [name, "hóa/đơn.xml"])
        var limits = ContainerLimits()
        limits.nameBytes = name.utf8.count
        #expect(fixture.read("x.tar", limits) == [name, "hóa/đơn.xml"])
        limits.nameBytes -= 1
        #expect(fixture.read("x.tar", limits) == [name + ": container.path", "hóa/đơn.xml"])
    }

    @Test func `entries that are none of ours are passed over or told, and the others are read`() throws {
        try fixture.python(
            """
            with tarfile.open('x.tar', 'w') as t:
                def add(n, b=None, **k):
                    i = tarfile.TarInfo(n); b = m(n) if b is None else b
                    for a, v in k.items(): setattr(i, a, v)
                    if i.type == tarfile.REGTYPE: i.size = len(b)
                    t.addfile(i, io.BytesIO(b))
                add('1.xml'); add('/abs.xml'); add('../up.xml'); add('a/../b.xml'); add('.git/c.xml'); add('notes.txt')
                add('sub', type=tarfile.DIRTYPE); add('../d', type=tarfile.DIRTYPE)
                add('l.xml', type=tarfile.SYMTYPE, linkname='/etc/passwd')
                add('h.xml', type=tarfile.LNKTYPE, linkname='1.xml')
                for n, k in (('f', tarfile.FIFOTYPE), ('c', tarfile.CHRTYPE), ('b', tarfile.BLKTYPE)): add(n, type=k)
                add('inner.tar'); add('packed.xml', gzip.compress(m('x'))); add('s.xml', type=tarfile.GNUTYPE_SPARSE)
                add('2.xml')
            """
        )
        #expect(
            fixture.read("x.tar") == [
                "1.xml", "/abs.xml: container.path", "../up.xml: container.path", "a/../b.xml: container.path",
                "../d/: container.path", "l.xml: container.link", "h.xml: container.link", "f: container.link",
                "c: container.link", "b: container.link", "inner.tar: container.nested",
                "packed.xml: container.nested", "s.xml: container.link", "2.xml",
            ]
        )
    }

    private func makeThree() throws -> [UInt8] {
        try fixture.python(
            """
            with tarfile.open('x.tar', 'w', format=tarfile.USTAR_FORMAT) as t:
                for n in ('1.xml', '2.xml', '3.xml'):
                    i = tarfile.TarInfo(n); i.size = len(m(n)); t.addfile(i, io.BytesIO(m(n)))
            """
        )
        return try fixture.bytes("x.tar")
    }

    @Test func `every truncation is refused, and what is whole before it is read`() throws {
        let whole = try makeThree()
        let names = ["1.xml", "2.xml", "3.xml"]
        for count in stride(from: 512, to: 7 * 512 - 1, by: 37) {
            try fixture.folder.write(Array(whole[..<count]), to: "y.tar")
            let read = fixture.read("y.tar")
            let entries = count / 1024
            let inside = count % 1024 >= 512 ? names[entries] : ""
            // Between content and its filling the entry is known, and so it is told.
            #expect(read == names.prefix(entries) + ["\(inside): container.truncated"], "\(count) bytes")
        }
    }

    @Test func `a damaged header and anything behind the end are refused`() throws {
        let whole = try makeThree()
        for offset in [1024, 1024 + 124, 1024 + 150, 1024 + 500] {
            var bytes = whole
            bytes[offset] ^= 0x55
            try fixture.folder.write(bytes, to: "y.tar")
            #expect(fixture.read("y.tar") == ["1.xml", ": container.damaged"], "\(offset)")
        }
        try fixture.folder.write(whole + whole, to: "y.tar")
        #expect(fixture.read("y.tar") == ["1.xml", "2.xml", "3.xml", ": container.damaged"])
        try fixture.folder.write([UInt8](repeating: 0, count: 1_024), to: "y.tar")
        #expect(fixture.read("y.tar") == [": container.empty"])
    }

    @Test func `damage of the compression is told behind what came before it`() throws {
        let names = (0..<200).map { "\($0).xml" }
        try fixture.python(
            """
            with tarfile.open('x.tar.gz', 'w:gz') as t:
                for n in range(200):
                    n = '%d.xml' % n
                    i = tarfile.TarInfo(n); i.size = len(m(n)); t.addfile(i, io.BytesIO(m(n)))
            """
        )
        let whole = try fixture.bytes("x.tar.gz")
        #expect(fixture.read("x.tar.gz") == names)
        for (change, code) in [
            (whole.count - 8, "damaged"), (whole.count - 2, "damaged"), (whole.count / 2, "damaged"),
        ] {
            var bytes = whole
            bytes[change] ^= 0xFF
            try fixture.folder.write(bytes, to: "y.tar.gz")
            let read = fixture.read("y.tar.gz")
            #expect(read.last?.hasSuffix(": container.\(code)") == true, "\(change): \(read.suffix(2))")
            #expect(Array(read.dropLast()) == Array(names.prefix(read.count - 1)), "\(change)")
            #expect(ContainerFixture.read(piped: bytes, piece: 7) == read)
        }
        try fixture.folder.write(Array(whole.dropLast(3)), to: "y.tar.gz")
        #expect(fixture.read("y.tar.gz") == names + [": container.truncated"])
        try fixture.folder.write(Array(whole[..<(whole.count / 2)]), to: "y.tar.gz")
        let half = fixture.read("y.tar.gz")
        #expect(half.last?.hasSuffix(": container.truncated") == true)
        #expect(half.count > 50)
    }
}
