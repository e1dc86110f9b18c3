/// Makes a test PKI, taxpayers and signed messages, good and bad, with the verdict each must get.
public enum Synth {
    /// Writes the folder.
    ///
    /// - Parameter progress: called now and then, from the caller's thread.
    public static func run(
        _ options: SynthOptions,
        progress: (SynthProgress) -> Void = { _ in }
    ) throws(SynthError) -> SynthSummary {
        throw .options("not there yet")
    }
}
