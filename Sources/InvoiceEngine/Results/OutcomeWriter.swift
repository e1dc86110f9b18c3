import InvoiceModel

/// Writes outcomes as compact JSON, a line each, keys in byte order; what is absent is null.
///
/// Millions of lines are written, so the fields are put down one after another; the lines are those that an encoder
/// with sorted keys would write.
struct OutcomeWriter {
    /// What was written.
    private(set) var bytes: [UInt8] = []

    /// Writes one line, its end too.
    mutating func add(_ outcome: Outcome) {
        field("{\"code\":", outcome.code)
        field(",\"date\":", outcome.date)
        field(",\"file\":", outcome.file)
        raw(",\"findings\":[")
        if let fault = outcome.fault {
            add(fault)
        } else {
            list(outcome.findings) { $0.add($1) }
        }
        field("],\"form\":", outcome.form)
        field(",\"index\":", outcome.index)
        field(",\"kind\":", outcome.kind.rawValue)
        if let line = outcome.line { field(",\"line\":", line) }
        field(",\"message_id\":", outcome.messageID)
        field(",\"number\":", outcome.number)
        if outcome.omittedFindings > 0 { field(",\"omitted_findings\":", outcome.omittedFindings) }
        field(",\"reply\":", outcome.reply)
        field(",\"seller\":", outcome.seller)
        raw(",\"signatures\":[")
        list(outcome.signatures) { $0.add($1) }
        field("],\"status\":", outcome.status.rawValue)
        field(",\"symbol\":", outcome.symbol)
        raw("}\n")
    }

    /// Writes one finding as an object.
    mutating func add(_ report: FindingReport) {
        let finding = report.weighed.finding
        field("{\"code\":", finding.code.slug)
        if let column = report.column { field(",\"column\":", column) }
        field(",\"expected\":", finding.expected)
        field(",\"found\":", finding.found)
        field(",\"message\":", report.message)
        field(",\"message_vi\":", report.messageVietnamese)
        field(",\"path\":", finding.path)
        field(",\"severity\":", report.weighed.severity.rawValue)
        raw("}")
    }

    private mutating func add(_ fault: ContainerFault) {
        field("{\"code\":", fault.code.rawValue)
        field(",\"expected\":", fault.expected)
        field(",\"found\":", fault.found)
        field(",\"message\":", fault.code.english)
        field(",\"message_vi\":", fault.code.vietnamese)
        field(",\"path\":", fault.path)
        field(",\"severity\":", Severity.reject.rawValue)
        raw("}")
    }

    private mutating func add(_ signature: SignatureLine) {
        field("{\"algorithm\":", signature.algorithm)
        field(",\"by\":", signature.signer)
        field(",\"chain\":", signature.chain)
        field(",\"context\":", signature.context)
        field(",\"integrity\":", signature.integrity)
        field(",\"signing_time\":", signature.signingTime?.description)
        raw("}")
    }

    private mutating func list<Item>(_ items: [Item], _ add: (inout OutcomeWriter, Item) -> Void) {
        for (place, item) in items.enumerated() {
            if place > 0 { bytes.append(UInt8(ascii: ",")) }
            add(&self, item)
        }
    }

    private mutating func field(_ key: String, _ number: Int) {
        raw(key)
        bytes.append(contentsOf: String(number).utf8)
    }

    private mutating func field(_ key: String, _ text: String?) {
        raw(key)
        guard let text else { return raw("null") }
        bytes.append(UInt8(ascii: "\""))
        // What needs no escape, which is nearly all, is copied at once.
        if text.utf8.contains(where: OutcomeWriter.isEscaped) {
            for byte in text.utf8 { escape(byte) }
        } else {
            raw(text)
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private static func isEscaped(_ byte: UInt8) -> Bool { byte < 0x20 || byte == 0x22 || byte == 0x5C }

    private mutating func escape(_ byte: UInt8) {
        switch byte {
        case 0x22: raw("\\\"")
        case 0x5C: raw("\\\\")
        case 0x08: raw("\\b")
        case 0x09: raw("\\t")
        case 0x0A: raw("\\n")
        case 0x0C: raw("\\f")
        case 0x0D: raw("\\r")
        case ..<0x20:
            // The only digits of sixteen that can stand there.
            raw("\\u00")
            bytes.append(byte < 0x10 ? 0x30 : 0x31)
            bytes.append(byte & 15 + (byte & 15 < 10 ? 0x30 : 0x57))
        default: bytes.append(byte)
        }
    }

    private mutating func raw(_ text: String) {
        bytes.append(contentsOf: text.utf8)
    }
}
