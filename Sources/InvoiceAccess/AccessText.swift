import InvoiceModel

extension Scope {
    /// As it is stored.
    var stored: String {
        switch self {
        case .nobody: "nobody"
        case .everybody: "everybody"
        case .office(let code): "office:\(code)"
        case .taxpayers(let own): "taxpayers:" + own.sorted().map(\.description).joined(separator: ",")
        }
    }

    /// Of what is stored, or `nil` where it is none of ours.
    init?(stored text: String) {
        let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        switch (parts.first, parts.count) {
        case ("nobody", 1): self = .nobody
        case ("everybody", 1): self = .everybody
        case ("office", 2): self = .office(String(parts[1]))
        case ("taxpayers", 2):
            let codes = parts[1].split(separator: ",").map { TaxCode(String($0)) }
            guard !codes.contains(nil) else { return nil }
            self = .taxpayers(Set(codes.compactMap(\.self)))
        default: return nil
        }
    }
}

extension Set<Permission> {
    /// As they are stored.
    var stored: String { map(\.rawValue).sorted().joined(separator: ",") }

    /// Of what is stored, or `nil` where it is none of ours.
    init?(stored text: String) {
        let all = text.split(separator: ",").map { Permission(rawValue: String($0)) }
        guard !all.contains(nil) else { return nil }
        self = Set(all.compactMap(\.self))
    }
}
