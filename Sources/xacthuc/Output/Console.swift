import Foundation

/// Where results and messages go: results to standard output, messages for people to standard error.
enum Console {
    /// Writes a line of results at once.
    static func out(_ line: String) {
        FileHandle.standardOutput.write(Data((line + "\n").utf8))
    }

    /// Writes bytes of results as they are.
    static func out(bytes: [UInt8]) {
        FileHandle.standardOutput.write(Data(bytes))
    }

    /// Writes a line for people.
    static func note(_ line: String) {
        FileHandle.standardError.write(Data((line + "\n").utf8))
    }

    /// Says that something went wrong and what to do next.
    static func complain(_ sentence: String) {
        note("xacthuc: \(sentence)")
    }
}
