import InvoiceModel

/// Replacements and adjustments, as far as only the ledger tells (Circular 91/2026, article 10).
enum AdmissionRules {
    static let all: [Rule] = [
        .admission(.relOriginalExists, exists),
        .admission(.relOriginalUncoded, uncodedArrived),
        .admission(.relOriginalDate, date),
        .admission(.relNotAlreadyReplaced, notReplaced),
        .admission(.relAdjustReplaced, adjustsReplaced),
        .admission(.relFirstMethodBinds, firstMethod),
    ]

    private static let block = "HDon/DLHDon/TTChung/TTHDLQuan"

    /// The authority has every original with its code; others may not have arrived, or lie before its time.
    @Sendable private static func exists(
        _ facts: InvoiceFacts,
        _ original: OriginalInvoice?,
        _ sink: inout FindingSink
    ) {
        guard original == nil, let related = facts.related, related.source == 1 else { return }
        guard let key = related.key, key.symbol.isCoded else { return }
        report(.relOriginalExists, "SHDCLQuan", facts, &sink)
    }

    @Sendable private static func uncodedArrived(
        _ facts: InvoiceFacts,
        _ original: OriginalInvoice?,
        _ sink: inout FindingSink
    ) {
        guard original == nil, let related = facts.related, related.source == 1 else { return }
        guard let key = related.key, !key.symbol.isCoded else { return }
        report(.relOriginalUncoded, "SHDCLQuan", facts, &sink)
    }

    @Sendable private static func date(
        _ facts: InvoiceFacts,
        _ original: OriginalInvoice?,
        _ sink: inout FindingSink
    ) {
        guard let original, let date = facts.related?.date, date != original.date else { return }
        sink.add(
            Finding(
                .relOriginalDate,
                path: "\(block)/NLHDCLQuan",
                expected: original.date.description,
                found: date.description
            )
        )
    }

    @Sendable private static func notReplaced(
        _ facts: InvoiceFacts,
        _ original: OriginalInvoice?,
        _ sink: inout FindingSink
    ) {
        guard let original, original.isReplaced, facts.related?.relation == .replaces else { return }
        report(.relNotAlreadyReplaced, "SHDCLQuan", facts, &sink)
    }

    @Sendable private static func adjustsReplaced(
        _ facts: InvoiceFacts,
        _ original: OriginalInvoice?,
        _ sink: inout FindingSink
    ) {
        guard let original, original.isReplaced, facts.related?.relation == .adjusts else { return }
        report(.relAdjustReplaced, "SHDCLQuan", facts, &sink)
    }

    /// What was adjusted first is adjusted again; the other way round is told by `rel.adjust-replaced`.
    @Sendable private static func firstMethod(
        _ facts: InvoiceFacts,
        _ original: OriginalInvoice?,
        _ sink: inout FindingSink
    ) {
        guard let original, original.isAdjusted, !original.isReplaced else { return }
        guard facts.related?.relation == .replaces else { return }
        sink.add(Finding(.relFirstMethodBinds, path: "\(block)/TCHDon", expected: "2", found: "1"))
    }

    private static func report(_ code: RuleCode, _ tag: String, _ facts: InvoiceFacts, _ sink: inout FindingSink) {
        let found = facts.related?.key.map { "\($0.form) \($0.symbol) \($0.number)" }
        sink.add(Finding(code, path: "\(block)/\(tag)", found: found))
    }
}
