import Dispatch
import OpenSSL
import Synchronization

/// The least an authenticated invoice can cost: the seller's RSA-2048 signature verified, the authority's P-256
/// signature made, on every core at once, and nothing else.
struct Floor {
    private let digest = SHA256.hash(Array("floor".utf8))
    private let seller: PrivateKey
    private let authority: PrivateKey
    private let signature: [UInt8]

    init() throws {
        seller = try PrivateKey.generate(.rsa(bits: 2_048))
        authority = try PrivateKey.generate(.p256)
        signature = try SignContext(key: seller).sign(digest: digest)
    }

    /// Verify-and-sign pairs a second over `workers` threads for about `seconds`.
    func pairsPerSecond(workers: Int, seconds: Double) -> Double {
        let pairs = Atomic<Int>(0)
        let clock = ContinuousClock()
        let start = clock.now
        DispatchQueue.concurrentPerform(iterations: workers) { _ in
            guard let verifier = VerifyContext(key: seller.publicKey, algorithm: .sha256),
                let signer = try? SignContext(key: authority)
            else { return }
            var done = 0
            while clock.now - start < .seconds(seconds) {
                for _ in 0..<100 {
                    precondition(verifier.verify(digest: digest, signature: signature), "the floor's own signature")
                    guard let made = try? signer.sign(digest: digest), made.count == 64 else { return }
                    done += 1
                }
            }
            pairs.add(done, ordering: .relaxed)
        }
        let elapsed = clock.now - start
        return Double(pairs.load(ordering: .relaxed)) / (elapsed / .seconds(1))
    }
}
