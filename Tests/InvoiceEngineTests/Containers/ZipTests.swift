import Testing

@testable import InvoiceEngine

@Suite struct ZipTests {
    private let fixture: ContainerFixture

    init() throws {
        fixture = try ContainerFixture()
    }

    @Test(arguments: [
        "cd in && zip -qr ../x.zip .", "cd in && zip -qr0 ../x.zip .", "cd in && zip -qr - . | cat > ../x.zip",
        "cd in && zip -qrX9 ../x.zip . && echo remark | zip -qz ../x.zip",
        "cd in && python3 -m zipfile -c ../x.zip a.xml sub",
    ])
    func `what zip and Python pack is read`(_ script: String) throws {
        try fixture.shell(script)
        #expect(Set(fixture.read("x.zip")) == ["a.xml", "sub/b.xml"])
    }

    @Test(arguments: ["ZIP_STORED", "ZIP_DEFLATED"])
    func `numbers of 64 bits are read, in the entries and behind streamed ones`(_ method: String) throws {
        try fixture.python(
            """
            class Pipe(io.RawIOBase):
                def __init__(s, f): s.f = f
                def writable(s): return True
                def write(s, b): return s.f.write(b)
            for name, out in (('x.zip', open('x.zip', 'wb')), ('y.zip', Pipe(open('y.zip', 'wb')))):
                with zipfile.ZipFile(out, 'w', zipfile.\(method)) as z:
                    for n in ('1.xml', 'sub/2.xml'):
                        with z.open(n, 'w', force_zip64=True) as f: f.write(m(n))
            """
        )
        #expect(fixture.read("x.zip") == ["1.xml", "sub/2.xml"])
        #expect(fixture.read("y.zip") == ["1.xml", "sub/2.xml"])
    }

    @Test func `more entries than 16 bits count are read`() throws {
        try fixture.python(
            """
            with zipfile.ZipFile('x.zip', 'w') as z:
                z.writestr('first.xml', m('first.xml'))
                for i in range(65536): z.writestr('%d' % i, b'')
                z.writestr('last.xml', m('last.xml'))
            """
        )
        #expect(fixture.read("x.zip") == ["first.xml", "last.xml"])
    }

    @Test func `entries that are none of ours are passed over or told, and the others are read`() throws {
        try fixture.python(
            """
            with zipfile.ZipFile('x.zip', 'w', zipfile.ZIP_DEFLATED) as z:
                for n in ('1.xml', '/abs.xml', '../up.xml', 'a/../../b.xml', 'C:x.xml', 'a\\\\..\\\\c.xml', 'inner.zip',
                          'b.xml.gz', 'sub/', '.hidden.xml', '__MACOSX/._1.xml', 'readme.txt', 'line\\n.xml', '2.xml'):
                    z.writestr(n, m(n))
                i = zipfile.ZipInfo('link.xml'); i.create_system = 3; i.external_attr = 0o120777 << 16
                z.writestr(i, b'/etc/passwd')
                z.writestr('packed.xml', gzip.compress(m('x')))
                z.writestr('lzma.xml', m('x'), zipfile.ZIP_LZMA)
                z.writestr('3.xml', m('3.xml'))
            """
        )
        #expect(
            fixture.read("x.zip") == [
                "1.xml", "/abs.xml: container.path", "../up.xml: container.path", "a/../../b.xml: container.path",
                "C:x.xml: container.path", #"a\..\c.xml: container.path"#, "inner.zip: container.nested",
                "b.xml.gz: container.nested", "line?.xml: container.path", "2.xml", "link.xml: container.link",
                "packed.xml: container.nested", "lzma.xml: container.method", "3.xml",
            ]
        )
    }

    /// Changes one field of the second of three entries; `d` is the file, `c` where its directory's record begins, `l`
    /// its local header.
    private func patched(_ change: String, method: String = "ZIP_STORED") throws -> [String] {
        try fixture.python(
            """
            with zipfile.ZipFile('x.zip', 'w', zipfile.\(method)) as z:
                for n in ('1.xml', '2.xml', '3.xml'): z.writestr(n, m(n))
            d = bytearray(open('x.zip', 'rb').read())
            c = d.find(b'PK\\1\\2', d.find(b'PK\\1\\2') + 1)
            l = struct.unpack('<I', d[c+42:c+46])[0]
            e = d.rfind(b'PK\\5\\6')
            \(change)
            open('x.zip', 'wb').write(d)
            """
        )
        return fixture.read("x.zip")
    }

    @Test(arguments: [
        "d[l+30:l+35] = b'9.xml'", "d[l+14] ^= 1", "d[l+18] ^= 1", "d[l+22] ^= 1", "d[l+8] = 8", "d[l+6] |= 1",
        "d[l+6] |= 8", "d[l] = 0", "d[c+16] ^= 1", "d[c+24] ^= 1",
    ])
    func `an entry of which two things are said ends the archive, those before keep their verdicts`(
        _ change: String
    ) throws {
        #expect(try patched(change) == ["1.xml", "2.xml: container.headers"])
    }

    @Test func `encrypted and damaged entries cost only themselves`() throws {
        #expect(
            try patched("d[l+6] |= 1; d[c+8] |= 1") == ["1.xml", "2.xml: container.encrypted", "3.xml"]
        )
        #expect(try patched("d[l+40] ^= 1") == ["1.xml", "2.xml: container.checksum", "3.xml"])
        #expect(
            try patched("d[l+60] ^= 0xFF", method: "ZIP_DEFLATED") == ["1.xml", "2.xml: container.checksum", "3.xml"]
        )
    }

    @Test(arguments: [
        // Both records name the first entry, entries in another order, a gap, bytes before and behind.
        "d[c+42:c+46] = d[c+42-51:c+46-51]", "d[c+42:c+46] = struct.pack('<I', e)",
        "d[c+20:c+24] = struct.pack('<I', 9)\nd[l+18:l+22] = d[c+20:c+24]",
        "d[l:l] = b'gap!'\nc += 4; e += 4\nd[c+42:c+46] = struct.pack('<I', l+4)\n"
            + "d[c+93:c+97] = struct.pack('<I', struct.unpack('<I', d[c+93:c+97])[0]+4)\n"
            + "d[e+16:e+20] = struct.pack('<I', struct.unpack('<I', d[e+16:e+20])[0]+4)",
    ])
    func `entries that overlap or leave bytes to nobody end the archive`(_ change: String) throws {
        let read = try patched(change)
        #expect(read.last?.hasSuffix(": container.overlap") == true, "\(read)")
        #expect(!read.contains("3.xml"))
    }

    @Test(arguments: [
        "d += b'x'", "d[0:0] = b'PK\\3\\4junk'", "d[e+10] += 1", "d[e+8] = d[e+10] = 2", "d[e+16] ^= 1", "d[e+4] = 1",
    ])
    func `an end that does not fit the file is refused`(_ change: String) throws {
        let read = try patched(change)
        #expect(read.last?.contains(": container.") == true, "\(read)")
    }

    @Test(arguments: ["ZIP_STORED", "ZIP_DEFLATED"]) func `every truncation is refused`(_ method: String) throws {
        _ = try patched("pass", method: method)
        let whole = try fixture.bytes("x.zip")
        for count in Array(stride(from: 4, to: whole.count, by: 7)) + [whole.count - 1] {
            try fixture.folder.write(Array(whole[..<count]), to: "y.zip")
            #expect(fixture.read("y.zip") == [": container.truncated"], "\(count) bytes")
        }
        #expect(fixture.read("x.zip") == ["1.xml", "2.xml", "3.xml"])
    }

    @Test func `an archive without messages says so, and one from a pipe is refused`() throws {
        try fixture.python("zipfile.ZipFile('x.zip', 'w').close()")
        #expect(fixture.read("x.zip") == [": container.empty"])
        #expect(try ContainerFixture.read(piped: fixture.bytes("x.zip")) == [": container.pipe"])
        try fixture.folder.write("not an archive", to: "z.zip")
        #expect(fixture.read("z.zip") == [": container.kind"])
    }

    @Test func `a message at the limit is whole, a larger one is cut off behind it`() throws {
        try fixture.python(
            """
            with zipfile.ZipFile('x.zip', 'w', zipfile.ZIP_DEFLATED) as z:
                z.writestr('1.xml', b' ' * 1000); z.writestr('2.xml', b' ' * 1001)
                z.writestr('3.xml', b' ' * 1001, zipfile.ZIP_STORED); z.writestr('4.xml', m('4.xml'))
            """
        )
        #expect(
            fixture.read("x.zip", messageBytes: 1_000) == [
                "1.xml of 1000 bytes", "2.xml of 1000 bytes", "3.xml of 1000 bytes", "4.xml",
            ]
        )
    }
}
