import Testing

/// The parting of code from comments and strings, on which every habit stands.
@Suite struct ScrubberTests {
    private func code(_ text: String) -> String {
        String(decoding: Scrubber(text).code, as: UTF8.self)
    }

    private func comments(_ text: String) -> String {
        String(decoding: Scrubber(text).comments, as: UTF8.self).split(separator: " ").joined(separator: " ")
    }

    @Test(arguments: [
        ("a // b", "a     "),
        ("a /* b /* c */ d */ e", "a                   e"),
        (#"f("x // y", z)"#, #"f("      ", z)"#),
        (##"f(#"a " b"#, z)"##, ##"f( "     " , z)"##),
        (#"f("\(g(h, "i")) j", k)"#, #"f("  g(h, " ")   ", k)"#),
        (#"f("\"", x)"#, #"f("  ", x)"#),
        ("func `try! it`() {}", "func `       `() {}"),
        (#"let r = #/"/#; x"#, #"let r =      ; x"#),
    ])
    func `what the compiler does not run is blank`(_ text: String, _ expected: String) {
        #expect(code(text) == expected)
    }

    @Test func `lines stay where they were`() {
        let text = "a\n\"\"\"\n  b // c\n  \\(d)\n\"\"\"\n/* e\nf */ g\n"
        let scrubbed = Scrubber(text)
        #expect(scrubbed.code.filter { $0 == UInt8(ascii: "\n") }.count == 7)
        #expect(scrubbed.comments.filter { $0 == UInt8(ascii: "\n") }.count == 7)
        #expect(code(text).split(separator: "\n").last?.hasSuffix("g") == true)
    }

    @Test func `comments are kept and strings are not comments`() {
        #expect(comments("a // b") == "// b")
        #expect(comments("x /* y */ z") == "/* y */")
        #expect(comments(#"let s = "// no""#) == "")
    }
}
