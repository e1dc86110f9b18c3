import Foundation

/// Where random tests begin: the same place each time, so that a change is judged by itself and not by luck.
///
/// `SEED=n` replays a failure; `SEED=random` looks somewhere new, which is worth doing often and for long.
public enum TestSeed {
    /// The seed of this run.
    public static let value: UInt64 = {
        switch ProcessInfo.processInfo.environment["SEED"] {
        case nil, "": 20_150_623
        case "random": UInt64.random(in: 1...999_999_999)
        case .some(let text): UInt64(text) ?? 20_150_623
        }
    }()
}
