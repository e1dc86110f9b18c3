import InvoiceModel
import OpenSSL

/// Makes a test PKI, taxpayers and signed messages, good and bad, with the verdict each must get.
///
/// The folder holds `pki/`, `anchors.pem`, `crl.pem`, `taxpayers.csv`, `certificates.csv`, `messages/` and
/// `manifest.ndjson`. Files are meant to be submitted in byte order of their names, on the day `today`.
public enum Synth {
    /// Writes the folder; what an earlier run left in `messages/` is removed.
    ///
    /// - Parameter progress: called now and then, from the caller's thread.
    public static func run(
        _ options: SynthOptions,
        progress: (SynthProgress) -> Void = { _ in }
    ) throws(SynthError) -> SynthSummary {
        try check(options)
        let folder = Folder(path: options.directory)
        try folder.make()
        try folder.make("pki")
        let population = Population(options: options)
        var keys = KeyStore(folder: Folder(path: options.directory + "/pki"))
        let infrastructure = try Infrastructure(
            options: options,
            population: population,
            keys: &keys,
            progress: progress
        )
        try write(infrastructure, population, to: folder)
        var planner = Planner(options: options, population: population)
        let maker = MessageMaker(
            options: options,
            population: population,
            infrastructure: infrastructure,
            plans: try planner.plan()
        )
        try folder.remove("messages")
        try folder.make("messages")
        var run = SynthRun(maker: maker, folder: folder)
        return try run.write(progress: progress)
    }

    private static func check(_ options: SynthOptions) throws(SynthError) {
        guard (0...10_000_000).contains(options.invoices) else { throw .options("invoices: 0 to 10,000,000") }
        guard options.today.parts.year >= 2000 else {
            throw .options("today: a day of this century")
        }
        guard (1...100_000).contains(options.certificates) else { throw .options("certificates: 1 to 100,000") }
        guard options.forms.isSubset(of: [3, 4, 5, 6]) else { throw .options("forms: from 3 to 6") }
        guard options.badShare >= 0, options.badShare <= 10 else { throw .options("bad share: 0 to 10") }
        guard (0...1).contains(options.buyerSigned) else { throw .options("signed by their buyer: 0 to 1") }
        guard options.tax == nil || options.revenue != nil else { throw .options("a tax needs a revenue") }
        let parts = [options.uncoded, options.cash, options.cashUncoded]
        guard parts.allSatisfy({ (0...10_000_000).contains($0) }) else {
            throw .options("invoices of each kind: 0 to 10,000,000")
        }
        guard (1...1_000).contains(options.perMessage) else { throw .options("invoices of a message: 1 to 1,000") }
        guard options.revenue == nil || options.invoices > 0 else { throw .options("a revenue needs invoices") }
    }

    private static func write(
        _ infrastructure: Infrastructure,
        _ population: Population,
        to folder: Folder
    ) throws(SynthError) {
        func pem(_ label: String, _ blocks: [[UInt8]]) -> [UInt8] {
            Array(blocks.map { PEM.text(label: label, der: $0) }.joined().utf8)
        }
        let lists = infrastructure.revocationLists.map(\.der)
        try folder.write(pem("CERTIFICATE", infrastructure.anchors.map(\.der)), to: "anchors.pem")
        try folder.write(pem("X509 CRL", lists), to: "crl.pem")
        let sellers = infrastructure.sellers.map(\.certificate.der)
        try folder.write(pem("CERTIFICATE", sellers), to: "pki/sellers.pem")
        let special = Role.allCases.compactMap { infrastructure.special[$0]?.certificate.der }
        try folder.write(pem("CERTIFICATE", special), to: "pki/special.pem")
        try folder.write(Array(Tables.taxpayers(population).utf8), to: "taxpayers.csv")
        try folder.write(Array(Tables.certificates(population, infrastructure).utf8), to: "certificates.csv")
    }
}
