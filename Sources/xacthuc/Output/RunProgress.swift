import Foundation

/// How far a run is.
struct RunProgress: Encodable {
    /// Outcomes told.
    var done = 0
    /// Of these, accepted.
    var accepted = 0
    /// Since the start.
    var seconds = 0.0
    /// Bytes of the input taken, as they lie there.
    var bytes = 0
    /// Bytes of the whole input; `nil` where nobody knows.
    var totalBytes: Int?

    /// Outcomes a second.
    private var rate: Int { seconds > 0 ? Int(Double(done) / seconds) : 0 }

    /// Seconds to the end, if it goes on as it went; `nil` where nobody knows.
    var secondsLeft: Double? {
        guard let totalBytes, bytes > 0 else { return nil }
        // A directory of a zip file is read twice.
        return seconds * Double(max(0, totalBytes - bytes)) / Double(bytes)
    }

    /// One line for a person.
    var text: String {
        let counts =
            "\(grouped(done)) invoices: \(grouped(accepted)) accepted, \(grouped(done - accepted)) refused; "
            + "\(grouped(rate)) a second, \(megabytes) MB a second"
        guard let secondsLeft, let totalBytes, totalBytes > 0 else { return counts }
        return "\(counts); \(min(100, bytes * 100 / totalBytes)) %, \(RunProgress.time(secondsLeft)) left"
    }

    private var megabytes: String {
        String(format: "%.1f", seconds > 0 ? Double(bytes) / seconds / 1e6 : 0)
    }

    private func grouped(_ number: Int) -> String { TextTable.grouped("\(number)") }

    /// Seconds as people say them: the two largest units.
    static func time(_ seconds: Double) -> String {
        let seconds = Int(seconds.rounded(.up))
        switch seconds {
        case ..<60: return "\(seconds) s"
        case ..<3_600: return "\(seconds / 60) min \(seconds % 60) s"
        default: return "\(seconds / 3_600) h \(seconds % 3_600 / 60) min"
        }
    }

    private enum CodingKeys: String, CodingKey {
        case done, accepted, refused, seconds, rate, bytes
        case totalBytes = "total_bytes"
        case secondsLeft = "seconds_left"
    }

    func encode(to encoder: any Encoder) throws {
        var object = encoder.container(keyedBy: CodingKeys.self)
        try object.encode(done, forKey: .done)
        try object.encode(accepted, forKey: .accepted)
        try object.encode(done - accepted, forKey: .refused)
        try object.encode(seconds, forKey: .seconds)
        try object.encode(rate, forKey: .rate)
        try object.encode(bytes, forKey: .bytes)
        try object.encode(totalBytes, forKey: .totalBytes)
        try object.encode(secondsLeft, forKey: .secondsLeft)
    }
}
