import Foundation

/// Where results and messages go: results to standard output, messages for people to standard error.
enum Console {
    /// Writes a line of results at once.
    static func out(_ line: String) {
        write(Data((line + "\n").utf8), to: .standardOutput)
    }

    /// Writes bytes of results as they are.
    static func out(bytes: [UInt8]) {
        write(Data(bytes), to: .standardOutput)
    }

    /// Writes a line for people.
    static func note(_ line: String) {
        write(Data((line + "\n").utf8), to: .standardError)
    }

    /// Says that something went wrong and what to do next.
    static func complain(_ sentence: String) {
        note("xacthuc: \(sentence)")
    }

    /// Results nobody can receive are a failure of a file, and there is nobody to tell.
    private static func write(_ data: Data, to handle: FileHandle) {
        do {
            try handle.write(contentsOf: data)
        } catch {
            exit(ExitStatus.failure.rawValue)
        }
    }
}
