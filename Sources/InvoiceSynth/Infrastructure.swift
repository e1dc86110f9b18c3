import InvoiceModel
import OpenSSL

/// The test's public key infrastructure: keys made once, certificates made again from keys and seed.
struct Infrastructure {
    /// Signers of the sellers, in their order.
    private(set) var sellers: [Signer] = []
    /// Signers of those who send many invoices in one message, in their order.
    private(set) var batchSellers: [Signer] = []
    /// Signers of those who send bad messages.
    private(set) var special: [Role: Signer] = [:]
    /// Certificates a verifier trusts: the root and the issuing authorities.
    private(set) var anchors: [Certificate] = []
    private(set) var revocationLists: [RevocationList] = []

    private var random: Random
    private let today: CalendarDate
    private var issuers: [(certificate: Certificate, key: PrivateKey)] = []

    /// Issuing authorities that are trusted; one more is not.
    static let issuerCount = 3
    /// Keys shared by all signers: mostly 2048 bits, one of 1024, two of 3072 and one of 4096.
    static let signerBits = [
        2_048, 2_048, 2_048, 2_048, 2_048, 1_024, 2_048, 2_048, 2_048, 3_072, 2_048, 2_048, 2_048, 4_096, 2_048, 3_072,
    ]

    init(
        options: SynthOptions,
        population: Population,
        keys: inout KeyStore,
        progress: (SynthProgress) -> Void
    ) throws(SynthError) {
        random = Random(seed: options.seed, stream: Stream.certificates)
        today = options.today
        let total = options.certificates + Role.allCases.count
        do throws(OpenSSLError) {
            try makeAuthorities(&keys)
            for (index, seller) in population.sellers.enumerated() {
                let key = try keys.signer(index)
                let ages = (from: random.within(60...900), to: random.within(60...700))
                let issuer = issuers[index % Infrastructure.issuerCount]
                sellers.append(try sign(seller, key: key, issuer: issuer, ages: ages))
                progress(SynthProgress(stage: .certificates, done: index + 1, total: total))
            }
            try makeSpecial(population, keys: &keys)
            for (index, seller) in population.batchSellers.enumerated() {
                let issuer = issuers[index % Infrastructure.issuerCount]
                batchSellers.append(
                    try sign(seller, key: try keys.signer(index), issuer: issuer, ages: (from: 300, to: 400))
                )
            }
            try makeRevocationLists()
        } catch {
            throw .keys("\(error)")
        }
        if let failure = keys.failure { throw failure }
        progress(SynthProgress(stage: .certificates, done: total, total: total))
    }

    private mutating func makeAuthorities(_ keys: inout KeyStore) throws(OpenSSLError) {
        let rootKey = try keys.key("root", bits: 2_048)
        let root = try builder(name: "TEST ROOT CA", organisation: "TEST PKI", ages: (4_000, 4_000), limit: 1)
            .selfSigned(by: rootKey)
        anchors = [root]
        for number in 1...Infrastructure.issuerCount {
            let key = try keys.key("ca-\(number)", bits: 2_048)
            let certificate = try builder(
                name: "TEST CA \(number)",
                organisation: "TEST PKI",
                ages: (2_000, 2_500),
                limit: 0
            ).signed(for: key.publicKey, issuer: root, issuerKey: rootKey)
            issuers.append((certificate, key))
            anchors.append(certificate)
        }
        let key = try keys.key("ca-foreign", bits: 2_048)
        let foreign = try builder(
            name: "TEST FOREIGN CA",
            organisation: "TEST ELSEWHERE",
            ages: (2_000, 2_500),
            limit: 0
        ).selfSigned(by: key)
        issuers.append((foreign, key))
    }

    /// Certificates for the ways of being refused; a name and an age tell them apart.
    private mutating func makeSpecial(_ population: Population, keys: inout KeyStore) throws(OpenSSLError) {
        for (index, role) in Role.allCases.enumerated() {
            guard var party = population.special[role] else { continue }
            // The stranger's certificate names another taxpayer.
            if role == .stranger { party = population.buyers[0] }
            let issuer =
                role == .foreign ? issuers[Infrastructure.issuerCount] : issuers[index % Infrastructure.issuerCount]
            let ages: (from: Int, to: Int) =
                switch role {
                case .expired: (from: 700, to: -30)
                case .lapsed: (from: 700, to: -5)
                default: (from: 400, to: 400)
                }
            special[role] = try sign(party, key: try keys.signer(0), issuer: issuer, ages: ages)
        }
    }

    /// One list of each trusted authority; the first revoked certificate is two months in it.
    private mutating func makeRevocationLists() throws(OpenSSLError) {
        let now = Timestamp(today).unixSeconds
        for issuer in issuers.prefix(Infrastructure.issuerCount) {
            var entries: [RevocationList.Entry] = []
            if let revoked = special[.revoked]?.certificate, revoked.issuer == issuer.certificate.subject,
                let serial = Hex.bytes(revoked.serial.utf8.count % 2 == 0 ? revoked.serial : "0" + revoked.serial)
            {
                entries.append(RevocationList.Entry(serial: serial, date: now - 60 * 86_400))
            }
            revocationLists.append(
                try RevocationList.make(
                    issuer: issuer.certificate,
                    key: issuer.key,
                    entries: entries,
                    thisUpdate: now - 86_400,
                    nextUpdate: now + 365 * 86_400
                )
            )
        }
    }

    private mutating func sign(
        _ party: Party,
        key: PrivateKey,
        issuer: (certificate: Certificate, key: PrivateKey),
        ages: (from: Int, to: Int)
    ) throws(OpenSSLError) -> Signer {
        let subject = DistinguishedName([
            .init("C", "VN"), .init("L", TaxOffice.named(party.taxpayer.officeCode)?.province ?? "Hà Nội"),
            .init("CN", Infrastructure.commonName(party.taxpayer.name)),
            .init("0.9.2342.19200300.100.1.1", "MST:\(party.taxCode)"),
        ])
        let request = CertificateBuilder(
            subject: subject,
            serial: serial(),
            notBefore: moment(-ages.from),
            notAfter: moment(ages.to),
            role: .signer
        )
        let certificate = try request.signed(for: key.publicKey, issuer: issuer.certificate, issuerKey: issuer.key)
        return Signer(key: key, certificate: certificate)
    }

    /// As many words as fit into the 64 bytes that every reader of certificates allows.
    private static func commonName(_ name: String) -> String {
        var text = ""
        for word in name.split(separator: " ") where text.utf8.count + word.utf8.count < 64 {
            text += text.isEmpty ? String(word) : " " + word
        }
        return text
    }

    private mutating func builder(
        name: String,
        organisation: String,
        ages: (from: Int, to: Int),
        limit: Int
    ) -> CertificateBuilder {
        CertificateBuilder(
            subject: DistinguishedName([.init("C", "VN"), .init("O", organisation), .init("CN", name)]),
            serial: serial(),
            notBefore: moment(-ages.from),
            notAfter: moment(ages.to),
            role: .authority(pathLength: limit)
        )
    }

    /// Sixteen bytes, positive.
    private mutating func serial() -> [UInt8] {
        var bytes = random.bytes(16)
        bytes[0] = bytes[0] & 0x3F | 0x40
        return bytes
    }

    /// Midnight that many days from today, Unix time.
    private func moment(_ days: Int) -> Int64 {
        Timestamp(today.advanced(by: Int32(days))).unixSeconds
    }
}
