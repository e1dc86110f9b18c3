import DurableFiles
import Foundation

/// Who does what is recorded in a ledger.
enum ActingUser {
    /// The process's own user by the operating system; behind `sudo` also who says to have called it.
    static var words: String {
        words(owner: ProcessOwner.name, sudo: ProcessInfo.processInfo.environment["SUDO_USER"])
    }

    /// Both in one line; an environment may hold anything, so it is cut to what a line can show.
    static func words(owner: String, sudo: String?) -> String {
        guard let sudo else { return owner }
        let caller = sudo.unicodeScalars.filter { $0.value > 0x20 && $0.value != 0x7F }.prefix(64)
        guard !caller.isEmpty else { return owner }
        return "\(owner) (SUDO_USER \(String(String.UnicodeScalarView(caller))))"
    }
}
