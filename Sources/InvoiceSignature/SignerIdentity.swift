/// Whose certificate a signature must have been made with.
enum SignerIdentity {
    /// The authority's own.
    case authority
    /// That owner's, on its registered list where it has one.
    case owner(ExpectedOwner)
    /// Anybody's whom a trusted authority certified: the standard names nobody.
    case anyone

    /// Whether the signature must tell its time: the buyer and others sign an `Object` "if needed" only (Decision 1450
    /// II.II.1). A time that stands there must be covered all the same.
    var needsSigningTime: Bool {
        if case .anyone = self { false } else { true }
    }

    /// Whether it is the authority's own.
    var isAuthority: Bool {
        if case .authority = self { true } else { false }
    }
}
