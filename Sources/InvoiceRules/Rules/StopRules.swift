import InvoiceModel
import InvoiceXML

/// Taxpayers who must stop using electronic invoices (Circular 91/2026, article 8.1), judged at the time of receipt to
/// the second, whatever the invoice's date.
///
/// The law is silent on data of invoices that were issued lawfully before a stop and are sent during it (messages 203,
/// 206 and 216): those dated before its day are taken with a warning.
enum StopRules {
    static let all: [Rule] =
        causes.map { cause, code in
            .invoice(code) { reading, sink in stopped(cause, code, reading, &sink) }
        } + [.invoice(.stopLateData, lateData), .invoice(.stopDelegation, delegation)]

    private static let causes: [(UsageStop.Cause, RuleCode)] = [
        (.a, .stopACodeClosed), (.b, .stopBNotAtAddress), (.c, .stopCSuspended), (.d, .stopDEnforced),
        (.dd, .stopDdIllicitGoods), (.e, .stopEFraud), (.g, .stopGConditionalTrade), (.h, .stopHCashOrOwnRequest),
        (.i, .stopIHouseholdData), (.k, .stopKEvasion), (.l, .stopLHighRisk),
    ]

    private static func stopped(
        _ cause: UsageStop.Cause,
        _ code: RuleCode,
        _ reading: InvoiceReading,
        _ sink: inout FindingSink
    ) {
        guard let halt = reading.halts.first(where: { $0.cause == cause && !$0.isLate }) else { return }
        let field = reading.invoice.seller.taxCode
        sink.add(
            Finding(
                code,
                path: reading.sellerPath(field, .MST),
                expected: halt.expected,
                found: reading.text(field)
            )
        )
    }

    @Sendable private static func lateData(_ reading: InvoiceReading, _ sink: inout FindingSink) {
        let late = reading.halts.first(where: \.isLate) ?? reading.delegateHalts.first(where: \.isLate)
        guard let halt = late else { return }
        let field = reading.invoice.header.date
        sink.add(
            Finding(
                .stopLateData,
                path: reading.headerPath(field, .NLap),
                expected: halt.expected,
                found: reading.text(field)
            )
        )
    }

    /// A stop of the seller speaks for itself.
    @Sendable private static func delegation(_ reading: InvoiceReading, _ sink: inout FindingSink) {
        guard let halt = reading.delegateHalts.first(where: { !$0.isLate }) else { return }
        let field = reading.invoice.header.delegateTaxCode
        sink.add(
            Finding(
                .stopDelegation,
                path: reading.headerPath(field, .MSTDVNUNLHDon),
                expected: halt.expected,
                found: reading.text(field)
            )
        )
    }
}
