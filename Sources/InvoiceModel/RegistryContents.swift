/// Everything the registry holds, import by import: the one place that says what an import replaces.
public struct RegistryContents: Sendable {
    /// The newest version of each taxpayer.
    public private(set) var taxpayers: [TaxCode: Taxpayer] = [:]
    /// The versions before it, oldest first; only of those who have more than one.
    private(set) var earlier: [TaxCode: [Taxpayer]] = [:]
    /// Registered certificates of those whose list was imported.
    public private(set) var certificates: [TaxCode: [RegisteredCertificate]] = [:]
    /// By tax code, in the order of cause and beginning.
    private(set) var stops: [TaxCode: [UsageStop]] = [:]
    /// By delegator, in the order of their keys.
    private(set) var delegations: [TaxCode: [Delegation]] = [:]
    /// Whether delegations were ever imported.
    public private(set) var knowsDelegations = false

    /// Nobody.
    public init() {}

    /// Takes in one row about a taxpayer.
    ///
    /// Without a day it says what has held since the registration, and replaces all that was known. With one it begins
    /// a version that holds from that day on, and replaces the one of the same day.
    public mutating func take(_ taxpayer: Taxpayer) {
        let code = taxpayer.taxCode
        guard let start = taxpayer.validFrom, let newest = taxpayers[code] else {
            taxpayers[code] = taxpayer
            if !earlier.isEmpty { earlier[code] = nil }
            return
        }
        var versions = (earlier[code] ?? []) + [newest]
        versions.removeAll { $0.validFrom == start }
        let place = versions.firstIndex { $0.validFrom.map { $0 > start } ?? false } ?? versions.count
        versions.insert(taxpayer, at: place)
        taxpayers[code] = versions.removeLast()
        earlier[code] = versions.isEmpty ? nil : versions
    }

    /// Takes in lists of certificates; each replaces the whole list of that taxpayer.
    public mutating func take(_ lists: [TaxCode: [RegisteredCertificate]]) {
        certificates.merge(lists) { _, new in new }
    }

    /// Takes in a stop; one with the same taxpayer, cause and beginning is replaced, so that it can be given an end.
    public mutating func take(_ stop: UsageStop) {
        stops[stop.taxCode, default: []].replace(stop, by: \.key)
    }

    /// Takes in an import of delegations; one that differs in nothing but its end is replaced.
    public mutating func take(_ imported: [Delegation]) {
        knowsDelegations = true
        for delegation in imported { delegations[delegation.delegator, default: []].replace(delegation, by: \.key) }
    }
}

extension Array {
    /// Puts an element in the place of the one with its key, or where its key belongs.
    fileprivate mutating func replace<Key: Comparable>(_ element: Element, by key: (Element) -> Key) {
        let own = key(element)
        // By halves: one taxpayer may have very many, and the store gives them in order.
        var (place, end) = (startIndex, endIndex)
        while place < end {
            let middle = place + (end - place) / 2
            if key(self[middle]) < own { place = middle + 1 } else { end = middle }
        }
        if place < endIndex, key(self[place]) == own { self[place] = element } else { insert(element, at: place) }
    }
}
