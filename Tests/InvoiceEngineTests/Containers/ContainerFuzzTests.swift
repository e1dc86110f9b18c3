import Foundation
import Testing

@testable import InvoiceEngine

/// Damaged containers: whatever happens to their bytes, reading ends, with messages that are whole and faults.
///
/// `SEED` and `ROUNDS` in the environment replay or prolong it.
@Suite struct ContainerFuzzTests {
    private static let seed = ProcessInfo.processInfo.environment["SEED"].flatMap(UInt64.init) ?? 20_261_121
    private static let rounds = ProcessInfo.processInfo.environment["ROUNDS"].flatMap(Int.init) ?? 40

    private struct Dice: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = state
            mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return mixed ^ (mixed >> 31)
        }
    }

    /// Flips bits, cuts off, repeats, takes out, or puts in numbers that are often wrong.
    private static func damage(_ bytes: [UInt8], _ dice: inout Dice) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<Int.random(in: 1...3, using: &dice) where !bytes.isEmpty {
            let place = Int.random(in: 0..<bytes.count, using: &dice)
            switch Int.random(in: 0..<6, using: &dice) {
            case 0, 1: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &dice)
            case 2: bytes.removeSubrange(place...)
            case 3: bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 1..<64, using: &dice)))
            case 4: bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + 40)], at: place)
            default:
                let number = [0, 0xFF, 0x7F, 0x80].randomElement(using: &dice) ?? 0
                for index in place..<min(bytes.count, place + 4) { bytes[index] = UInt8(number) }
            }
        }
        return bytes
    }

    @Test(arguments: ["x.zip", "y.zip", "x.tar", "x.tar.gz", "x.xml"])
    func `no damage gives a message that nobody packed, or no end`(_ name: String) throws {
        let fixture = try ContainerFixture()
        try fixture.python(
            """
            names = ('1.xml', 'sub/2.xml', '3.txt', '4.xml')
            for z, k in (('x.zip', zipfile.ZIP_DEFLATED), ('y.zip', zipfile.ZIP_STORED)):
                with zipfile.ZipFile(z, 'w', k) as f:
                    for n in names:
                        with f.open(n, 'w', force_zip64=True) as e: e.write(m(n))
            for t, k in (('x.tar', 'w'), ('x.tar.gz', 'w:gz')):
                with tarfile.open(t, k, format=tarfile.PAX_FORMAT) as f:
                    for n in names:
                        i = tarfile.TarInfo(n); i.size = len(m(n)); i.pax_headers = {'comment': 'c'}
                        f.addfile(i, io.BytesIO(m(n)))
            open('x.xml', 'wb').write(b''.join(m(n) for n in names))
            """
        )
        let whole = try fixture.bytes(name)
        var dice = Dice(state: ContainerFuzzTests.seed)
        for round in 0..<ContainerFuzzTests.rounds {
            let bytes = ContainerFuzzTests.damage(whole, &dice)
            try fixture.folder.write(bytes, to: "d")
            let read = fixture.read("d")
            #expect(!read.isEmpty && read.count < 20, "seed \(ContainerFuzzTests.seed), round \(round): \(read)")
            // A check sum stands over every byte of a zip file's entries; of tar only over names and sizes.
            if name.hasSuffix("zip"), bytes.starts(with: [0x50, 0x4B]) {
                let strange = read.filter { !$0.contains(": container.") && $0.contains(" of ") }
                #expect(strange.isEmpty, "seed \(ContainerFuzzTests.seed), round \(round): \(strange)")
            }
            if name != "x.zip", name != "y.zip" {
                #expect(ContainerFixture.read(piped: bytes, piece: 3).count == read.count, "round \(round)")
            }
        }
    }
}
