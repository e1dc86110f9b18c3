/// The standard's element names.
public enum Tag: UInt16, Sendable {
    /// A name the standard does not know, or one in a namespace.
    case unknown
}
