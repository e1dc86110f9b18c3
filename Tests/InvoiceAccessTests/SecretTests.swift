import InvoiceAccess
import InvoiceModel
import OpenSSL
import Testing

@Suite struct SecretTests {
    @Test func `a token is read as it is written, and as nothing else`() throws {
        let token = try Token(.key)
        let text = token.text
        #expect(Token(text, .key)?.digest == token.digest)
        #expect(Token(text, .key)?.id == token.id)
        #expect(Token(text, .session) == nil)
        for wrong in [
            "", "xtk__", text + "_", text.uppercased(), String(text.dropLast()), text + "0",
            text.replacingOccurrences("xtk_", "xtk"), " " + text,
        ] {
            #expect(Token(wrong, .key) == nil, "\(wrong.count) characters")
        }
    }

    @Test func `a token says its id and nothing of its secret`() throws {
        let token = try Token(.key)
        let secret = try #require(token.text.split(separator: "_").last)
        #expect("\(token)" == "xtk_\(token.id)")
        #expect(!"\(token)".contains(secret))
    }

    @Test func `tokens differ`() throws {
        let tokens = try (0..<100).map { _ throws in try Token(.session).text }
        #expect(Set(tokens).count == 100)
    }

    // RFC 6238, appendix B: the secret is twenty digits of ASCII; eight digits there, the last six of them here.
    @Test(arguments: [
        (59, "287082"), (1_111_111_109, "081804"), (1_111_111_111, "050471"), (1_234_567_890, "005924"),
        (2_000_000_000, "279037"), (20_000_000_000, "353130"),
    ])
    func `one-time codes are those of the standard`(_ seconds: Int64, _ code: String) {
        let factor = OneTimeCode(secret: Array("12345678901234567890".utf8))
        #expect(factor.code(OneTimeCode.counter(at: Timestamp(unixSeconds: seconds))) == code)
    }

    @Test func `a code counts a little before and after its time, and once`() {
        let factor = OneTimeCode(secret: Array("12345678901234567890".utf8))
        let time = Timestamp(unixSeconds: 1_795_000_010)
        let now = OneTimeCode.counter(at: time)
        for (step, isTaken) in [(-2, false), (-1, true), (0, true), (1, true), (2, false)] as [(Int64, Bool)] {
            let accepted = factor.accepted(factor.code(now + step), at: time, after: 0)
            #expect(accepted == (isTaken ? now + step : nil), "\(step)")
        }
        #expect(factor.accepted(factor.code(now), at: time, after: now) == nil)
        #expect(factor.accepted(factor.code(now + 1), at: time, after: now) == now + 1)
        for wrong in ["", "12345", "1234567", "abcdef"] { #expect(factor.accepted(wrong, at: time, after: 0) == nil) }
    }

    @Test func `the address for apps has the secret in base 32 and escapes names`() {
        let factor = OneTimeCode(secret: Array("12345678901234567890".utf8))
        let wanted =
            "otpauth://totp/Thu%E1%BA%BF%20TEST:lan%40x"
            + "?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Thu%E1%BA%BF%20TEST"
        #expect(factor.address(account: "lan@x", issuer: "Thuế TEST") == wanted)
    }

    @Test func `a password is kept as a hash that only it matches`() throws {
        let cost = Scrypt.Cost(rounds: 16, blocks: 1, lanes: 1)
        let hash = try PasswordHash("mật khẩu đủ dài", cost: cost)
        #expect(try hash.matches("mật khẩu đủ dài"))
        #expect(try !hash.matches("mật khẩu đủ dài "))
        #expect(try !hash.matches(""))
        #expect(!hash.stored.contains("khẩu") && "\(hash)" == "a password's hash")
        let read = try #require(PasswordHash(stored: hash.stored))
        #expect(read == hash)
        #expect(try PasswordHash("mật khẩu đủ dài", cost: cost) != hash, "salted")
        for wrong in ["", "scrypt$16$1$1$00$00", hash.stored + "$", "bcrypt" + hash.stored.dropFirst(6)] {
            #expect(PasswordHash(stored: wrong) == nil)
        }
    }

    @Test func `passwords at the limits and one past`() throws {
        let cost = Scrypt.Cost(rounds: 16, blocks: 1, lanes: 1)
        _ = try PasswordHash(String(repeating: "đ", count: PasswordHash.leastCharacters), cost: cost)
        _ = try PasswordHash(String(repeating: "a", count: PasswordHash.mostBytes), cost: cost)
        #expect(throws: PasswordHash.Refusal.tooShort) {
            try PasswordHash(String(repeating: "đ", count: PasswordHash.leastCharacters - 1), cost: cost)
        }
        #expect(throws: PasswordHash.Refusal.tooLong) {
            try PasswordHash(String(repeating: "a", count: PasswordHash.mostBytes + 1), cost: cost)
        }
    }
}

extension String {
    fileprivate func replacingOccurrences(_ old: String, _ new: String) -> String {
        split(separator: old, omittingEmptySubsequences: false).joined(separator: new)
    }
}
