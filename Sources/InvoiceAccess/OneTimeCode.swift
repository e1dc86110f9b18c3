public import InvoiceModel
public import OpenSSL

/// The second factor of an account: six digits that change every thirty seconds (TOTP, RFC 6238, with SHA-1 as
/// authenticator apps have it).
public struct OneTimeCode: Sendable, Hashable, CustomStringConvertible {
    /// Seconds of one code.
    public static let period: Int64 = 30
    /// Codes before and after the present one that are taken too: clocks differ, people type slowly.
    public static let tolerance: Int64 = 1
    /// Bytes of a secret: as many as SHA-1 gives.
    public static let secretBytes = 20

    private let secret: [UInt8]

    /// A new secret.
    ///
    /// - Throws: `OpenSSLError` where the system gives no random bytes.
    public init() throws(OpenSSLError) {
        secret = try SecureRandom.bytes(OneTimeCode.secretBytes)
    }

    /// With a secret that is known.
    public init(secret: [UInt8]) {
        self.secret = secret
    }

    /// As it is stored: bytes that nobody but the store may see.
    public var storedSecret: [UInt8] { secret }

    /// The number of the code that counts at a time.
    public static func counter(at time: Timestamp) -> Int64 { time.unixSeconds / period }

    /// The code of that number: six digits.
    public func code(_ counter: Int64) -> String {
        let message = (0..<8).reversed().map { UInt8(truncatingIfNeeded: counter >> (8 * Int64($0))) }
        let value = HMACContext(key: secret, .sha1).authenticate(message)
        let offset = Int(value[value.count - 1] & 15)
        let word = value[offset..<offset + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) } & 0x7FFF_FFFF
        let digits = String(word % 1_000_000)
        return String(repeating: "0", count: 6 - digits.utf8.count) + digits
    }

    /// The number of the code somebody typed, or `nil` where it is none of those taken now.
    ///
    /// - Parameter last: the number that was taken last: no code counts twice.
    public func accepted(_ typed: String, at time: Timestamp, after last: Int64) -> Int64? {
        let now = OneTimeCode.counter(at: time)
        let typed = Array(typed.utf8)
        var found: Int64?
        // All are compared, so that the time tells nothing.
        for counter in (now - OneTimeCode.tolerance)...(now + OneTimeCode.tolerance) {
            let isIt = ConstantTime.equal(Array(code(counter).utf8), typed)
            if isIt, counter > last, found == nil { found = counter }
        }
        return found
    }

    /// What authenticator apps read from a QR code: `otpauth://totp/…`.
    public func address(account: String, issuer: String) -> String {
        let parameters = "secret=\(Base32.encode(secret))&issuer=\(OneTimeCode.escaped(issuer))"
        return "otpauth://totp/\(OneTimeCode.escaped(issuer)):\(OneTimeCode.escaped(account))?\(parameters)"
    }

    /// As RFC 3986 wants it: all but unreserved characters in hexadecimal.
    private static func escaped(_ text: String) -> String {
        text.utf8.map { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"):
                String(UnicodeScalar(byte))
            default: "%" + Hexadecimal.text([byte]).uppercased()
            }
        }.joined()
    }

    /// Says nothing of it.
    public var description: String { "a one-time code's secret" }
}

/// Base 32 (RFC 4648) without padding, in which people type the secrets of their second factor.
enum Base32 {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)

    static func encode(_ bytes: [UInt8]) -> String {
        var text: [UInt8] = []
        var (word, bits) = (UInt32(0), 0)
        for byte in bytes {
            word = word << 8 | UInt32(byte)
            bits += 8
            while bits >= 5 {
                bits -= 5
                text.append(alphabet[Int(word >> UInt32(bits)) & 31])
            }
            word &= (1 << UInt32(bits)) - 1
        }
        if bits > 0 { text.append(alphabet[Int(word << UInt32(5 - bits)) & 31]) }
        return String(decoding: text, as: UTF8.self)
    }
}
