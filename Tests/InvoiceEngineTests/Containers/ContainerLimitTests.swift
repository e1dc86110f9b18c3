import Compression
import Testing

@testable import InvoiceEngine

@Suite struct ContainerLimitTests {
    private let fixture: ContainerFixture

    init() throws {
        fixture = try ContainerFixture()
    }

    /// A tar file of so many messages, compressed or not.
    private func make(_ name: String, messages: Int, filler: String = "b''") throws {
        try fixture.python(
            """
            with tarfile.open('\(name)', 'w:gz' if '\(name)'.endswith('gz') else 'w', format=tarfile.USTAR_FORMAT) as t:
                for n in range(\(messages)):
                    n = '%d.xml' % n
                    i = tarfile.TarInfo(n); i.size = len(m(n)); t.addfile(i, io.BytesIO(m(n)))
                i = tarfile.TarInfo('filler'); b = \(filler); i.size = len(b); t.addfile(i, io.BytesIO(b))
            """
        )
    }

    @Test func `entries of every kind are counted up to the limit`() throws {
        try make("x.tar", messages: 4)
        var limits = ContainerLimits()
        limits.entries = 5
        #expect(fixture.read("x.tar", limits) == ["0.xml", "1.xml", "2.xml", "3.xml"])
        limits.entries = 4
        #expect(fixture.read("x.tar", limits) == ["0.xml", "1.xml", "2.xml", "3.xml", ": container.entries"])
        limits.entries = 3
        #expect(fixture.read("x.tar", limits) == ["0.xml", "1.xml", "2.xml", ": container.entries"])
    }

    @Test func `unpacked bytes are counted up to the limit`() throws {
        try make("x.tar.gz", messages: 4, filler: "os.urandom(20000)")
        let size = try Gzip.inflate(fixture.bytes("x.tar.gz"), limit: .max).count
        var limits = ContainerLimits()
        limits.contentBytes = size
        #expect(fixture.read("x.tar.gz", limits) == ["0.xml", "1.xml", "2.xml", "3.xml"])
        limits.contentBytes = size - 1
        #expect(fixture.read("x.tar.gz", limits) == ["0.xml", "1.xml", "2.xml", "3.xml", "filler: container.bytes"])
        #expect(
            try ContainerFixture.read(piped: fixture.bytes("x.tar.gz"), limits, piece: 13)
                == fixture.read("x.tar.gz", limits)
        )
    }

    @Test func `unpacked bytes and entries of a zip file are counted up to the limit`() throws {
        try fixture.shell("cd in && sed s/a.xml/b.xml/ a.xml > b.xml && zip -q ../x.zip a.xml b.xml")
        let size = try fixture.bytes("in/a.xml").count
        var limits = ContainerLimits()
        limits.contentBytes = 2 * size
        #expect(fixture.read("x.zip", limits).count == 2)
        limits.contentBytes = 2 * size - 1
        #expect(fixture.read("x.zip", limits) == ["a.xml", "b.xml: container.bytes"])
        limits = ContainerLimits()
        limits.entries = 2
        #expect(fixture.read("x.zip", limits) == ["a.xml", "b.xml"])
        limits.entries = 1
        #expect(fixture.read("x.zip", limits) == ["a.xml", "b.xml: container.entries"])
    }

    @Test func `content of too many times its size is refused beyond what is free`() throws {
        try make("x.tar.gz", messages: 1, filler: "bytes(10_000_000)")
        let packed = try fixture.bytes("x.tar.gz")
        let size = try Gzip.inflate(packed, limit: .max).count
        var limits = ContainerLimits()
        #expect(size / packed.count > limits.ratio)
        #expect(fixture.read("x.tar.gz", limits) == ["0.xml"])
        limits.freeBytes = size
        #expect(fixture.read("x.tar.gz", limits) == ["0.xml"])
        limits.freeBytes = size - 1
        let read = fixture.read("x.tar.gz", limits)
        #expect(read.last?.hasSuffix(": container.ratio") == true, "\(read)")
        limits.freeBytes = 0
        limits.ratio = 1_032
        #expect(fixture.read("x.tar.gz", limits) == ["0.xml"])
    }

    @Test func `the ratio itself passes and a byte more does not`() {
        var limits = ContainerLimits()
        limits.ratio = 10
        limits.freeBytes = 99
        #expect(throws: Never.self) { try ContainerMeter(limits).add(content: 99, packed: 1) }
        #expect(throws: Never.self) { try ContainerMeter(limits).add(content: 100, packed: 10) }
        #expect(throws: (any Error).self) { try ContainerMeter(limits).add(content: 101, packed: 10) }
        #expect(throws: (any Error).self) { try ContainerMeter(limits).add(content: 100, packed: 9) }
    }

    @Test func `an extended header is read up to the limit`() throws {
        try fixture.python(
            """
            with tarfile.open('x.tar', 'w', format=tarfile.PAX_FORMAT) as t:
                i = tarfile.TarInfo('1.xml'); i.size = len(m('1.xml')); i.pax_headers = {'comment': 'c' * 1000}
                t.addfile(i, io.BytesIO(m('1.xml')))
            """
        )
        var limits = ContainerLimits()
        limits.headerBytes = " 1013 comment=\n".utf8.count - 1 + 1_000
        #expect(fixture.read("x.tar", limits) == ["1.xml"])
        limits.headerBytes -= 1
        #expect(fixture.read("x.tar", limits) == [": container.damaged"])
    }
}
