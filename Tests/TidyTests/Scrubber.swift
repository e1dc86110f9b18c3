/// Parts a Swift file into what the compiler runs and what only people read.
///
/// Both views keep every line where it was; what belongs to the other view, and the content of string literals, is
/// blank. So a habit about code never stumbles over a sentence in a comment, nor the other way round.
struct Scrubber {
    private enum Frame {
        case code(depth: Int, isInterpolation: Bool)
        case string(hashes: Int, isMultiline: Bool)
    }

    private let bytes: [UInt8]
    private var index = 0
    private var stack: [Frame] = [.code(depth: 0, isInterpolation: false)]
    private(set) var code: [UInt8]
    private(set) var comments: [UInt8]

    /// Scrubs the whole text.
    init(_ text: String) {
        bytes = Array(text.utf8)
        let blank = bytes.map { $0 == UInt8(ascii: "\n") ? $0 : UInt8(ascii: " ") }
        code = blank
        comments = blank
        while index < bytes.count {
            switch stack[stack.count - 1] {
            case .code(let depth, let isInterpolation): stepCode(depth: depth, isInterpolation: isInterpolation)
            case .string(let hashes, let isMultiline): stepString(hashes: hashes, isMultiline: isMultiline)
            }
        }
    }

    private func starts(_ text: StaticString, at position: Int) -> Bool {
        let wanted = Array("\(text)".utf8)
        return position + wanted.count <= bytes.count && bytes[position..<position + wanted.count].elementsEqual(wanted)
    }

    private func hashCount(at position: Int) -> Int {
        bytes[position...].prefix { $0 == UInt8(ascii: "#") }.count
    }

    private mutating func stepCode(depth: Int, isInterpolation: Bool) {
        let hashes = hashCount(at: index)
        if starts("//", at: index) {
            while index < bytes.count, bytes[index] != UInt8(ascii: "\n") { keepComment() }
        } else if starts("/*", at: index) {
            keepBlockComment()
        } else if index + hashes < bytes.count, bytes[index + hashes] == UInt8(ascii: "\"") {
            openString(hashes: hashes)
        } else if hashes > 0, starts("/", at: index + hashes) {
            skipRegex(hashes: hashes)
        } else if bytes[index] == UInt8(ascii: "`") {
            skipRawIdentifier()
        } else {
            stepPlainCode(depth: depth, isInterpolation: isInterpolation)
        }
    }

    private mutating func stepPlainCode(depth: Int, isInterpolation: Bool) {
        let byte = bytes[index]
        if isInterpolation, byte == UInt8(ascii: "(") {
            stack[stack.count - 1] = .code(depth: depth + 1, isInterpolation: true)
        } else if isInterpolation, byte == UInt8(ascii: ")") {
            if depth == 0 {
                stack.removeLast()
                index += 1
                return
            }
            stack[stack.count - 1] = .code(depth: depth - 1, isInterpolation: true)
        }
        code[index] = byte
        index += 1
    }

    private mutating func keepComment() {
        comments[index] = bytes[index]
        index += 1
    }

    private mutating func keepBlockComment() {
        var depth = 0
        repeat {
            if starts("/*", at: index) { depth += 1 }
            if starts("*/", at: index) {
                depth -= 1
                keepComment()
            }
            keepComment()
        } while depth > 0 && index < bytes.count
    }

    private mutating func openString(hashes: Int) {
        index += hashes
        let isMultiline = starts("\"\"\"", at: index)
        code[index] = UInt8(ascii: "\"")
        index += isMultiline ? 3 : 1
        stack.append(.string(hashes: hashes, isMultiline: isMultiline))
    }

    private mutating func stepString(hashes: Int, isMultiline: Bool) {
        let byte = bytes[index]
        if byte == UInt8(ascii: "\\"), hashCount(at: min(index + 1, bytes.count)) >= hashes {
            let escaped = index + 1 + hashes
            if escaped < bytes.count, bytes[escaped] == UInt8(ascii: "(") {
                stack.append(.code(depth: 0, isInterpolation: true))
            }
            index = min(escaped + 1, bytes.count)
            return
        }
        let quotes = isMultiline ? 3 : 1
        let isQuote = isMultiline ? starts("\"\"\"", at: index) : byte == UInt8(ascii: "\"")
        if isQuote, hashCount(at: index + quotes) >= hashes {
            code[index] = UInt8(ascii: "\"")
            index += quotes + hashes
            stack.removeLast()
            return
        }
        if byte == UInt8(ascii: "\n"), !isMultiline { stack.removeLast() }
        index += 1
    }

    private mutating func skipRegex(hashes: Int) {
        index += hashes + 1
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "/"), hashCount(at: index + 1) >= hashes {
                index += 1 + hashes
                return
            }
            index += 1
        }
    }

    private mutating func skipRawIdentifier() {
        code[index] = UInt8(ascii: "`")
        index += 1
        while index < bytes.count, bytes[index] != UInt8(ascii: "`"), bytes[index] != UInt8(ascii: "\n") { index += 1 }
        guard index < bytes.count, bytes[index] == UInt8(ascii: "`") else { return }
        code[index] = UInt8(ascii: "`")
        index += 1
    }
}
