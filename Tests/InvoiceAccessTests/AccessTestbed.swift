import Foundation
import InvoiceAccess
import InvoiceModel
import OpenSSL
import SQLite

/// A store in a folder of its own, with a time that tests set.
struct AccessTestbed: ~Copyable {
    let folder: URL
    let store: AccessStore
    static let start = Timestamp(localSeconds: 1_795_164_600)
    /// Hashing must not take tests long.
    static let cheap = Scrypt.Cost(rounds: 16, blocks: 1, lanes: 1)

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "xacthuc-access-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        store = try AccessStore(path: folder.appending(path: "service.sqlite").path)
    }

    var path: String { folder.appending(path: "service.sqlite").path }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// An account, and what its owner knows.
    func account(
        _ login: String = "lan",
        role: Role = .officer,
        scope: Scope = .office("10101")
    ) throws -> OneTimeCode {
        let account = Account(login: login, name: "Nguyễn Thị Lan", role: role, scope: scope, madeAt: Self.start)
        return try store.makeAccount(account, password: AccessTestbed.password, cost: AccessTestbed.cheap)
    }

    static let password = "đúng ngựa pin ghim"

    /// Logs in with the code of that time.
    func logIn(
        _ factor: OneTimeCode,
        _ login: String = "lan",
        password: String = AccessTestbed.password,
        from address: String = "192.0.2.1",
        at time: Timestamp = AccessTestbed.start
    ) throws -> LoginOutcome {
        let code = factor.code(OneTimeCode.counter(at: time))
        return try store.logIn(login, password: password, code: code, from: address, at: time)
    }
}

extension LoginOutcome {
    /// The token of whoever is in.
    var token: Token? { if case .entered(let token, _) = self { token } else { nil } }
    var isRefused: Bool { if case .refused = self { true } else { false } }
    var waits: Int64? { if case .wait(let seconds) = self { seconds } else { nil } }
}

extension AccessTestbed {
    /// The store's files and what is in them.
    borrowing func files() throws -> [(String, Data)] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).map { name in
            (name, try Data(contentsOf: folder.appending(path: name)))
        }
    }

    /// Marks the store as of another format.
    borrowing func setFormat(_ format: Int) throws {
        try Connection(path: path, access: .readWrite).execute("PRAGMA user_version = \(format)")
    }
}

extension Data {
    /// Whether those bytes stand in it.
    func contains(_ bytes: [UInt8]) -> Bool { range(of: Data(bytes)) != nil }
}
