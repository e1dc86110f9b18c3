import InvoiceModel
import Testing

@testable import InvoiceXML

/// What a hostile chunk made large does not stay so.
@Suite struct LineScratchTests {
    /// One-byte items, as many as make the tape pass its limit; each line is within the limits of a line.
    private static let hostile: [UInt8] = {
        let items = String(repeating: "0,", count: 100_000) + "0"
        let line = #"{"DLHDon":{"NDHDon":{"TToan":{"THTTLTSuat":{"LTSuat":["# + items + "]}}}}}\n"
        return Array(String(repeating: line, count: 12).utf8)
    }()
    private static let usual = Array("{}\n{}\n{}\n".utf8)

    @Test func `room for elements, XML and rows is given back when the next chunk comes`() {
        var reader = LineReader(limits: Limits())
        var lines = InvoiceLines()
        reader.read(Self.hostile.span, into: &lines)
        #expect(lines.message.invoices.count == 12)
        #expect(lines.message.elements.capacity > LineScratch.elements && reader.room.count > LineScratch.bytes)
        #expect(lines.message.invoices.allSatisfy { $0.rates.capacity > LineScratch.rows })
        // The reader and the lines hold one array each, and change them about.
        for _ in 0..<2 { reader.read(Self.usual.span, into: &lines) }
        #expect(lines.message.invoices.count == 3)
        #expect(lines.message.elements.capacity <= LineScratch.elements && reader.room.count <= LineScratch.bytes)
        #expect(lines.message.bytes.capacity <= LineScratch.bytes)
        #expect(lines.message.invoices.allSatisfy { $0.rates.capacity <= LineScratch.rows })
    }

    @Test func `what usual chunks need is kept`() {
        var reader = LineReader(limits: Limits())
        var lines = InvoiceLines()
        let line = #"{"DLHDon":{"NDHDon":{"DSHHDVu":{"HHDVu":[{"STT":1,"THHDVu":"H"},{"STT":2}]}}}}"# + "\n"
        let chunk = Array(String(repeating: line, count: 1_000).utf8)
        for _ in 0..<2 { reader.read(chunk.span, into: &lines) }
        let (elements, bytes) = (lines.message.elements.capacity, lines.message.bytes.capacity)
        let room = reader.room.count
        for _ in 0..<2 { reader.read(Self.usual.span, into: &lines) }
        #expect(lines.message.elements.capacity == elements && lines.message.bytes.capacity == bytes)
        #expect(reader.room.count == room && elements > 1_000 && bytes > 100_000)
        #expect(lines.message.invoices.allSatisfy { $0.lines.capacity >= 2 })
    }

    @Test func `an array keeps its room at the limit, and not one past it`() {
        var array = Array(repeating: UInt8(0), count: 1_000)
        let room = array.capacity
        array.empty(keepingAtMost: room)
        #expect(array.isEmpty && array.capacity == room)
        array.empty(keepingAtMost: room - 1)
        #expect(array.isEmpty && array.capacity == 0)
    }
}
