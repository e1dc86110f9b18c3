import ArgumentParser
import InvoiceEngine
import InvoiceModel

/// `totals`: exact sums.
struct TotalsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "totals",
        abstract: "Sums revenue and tax of the accepted invoices.",
        discussion: """
            Rows are always apart by currency; net_vnd, tax_vnd and total_vnd are in đồng. Grouped by rate, an invoice \
            counts once in each of its rates.

            Example
              xacthuc totals ledger --by month,rate
              xacthuc totals ledger --by kind --kind uncoded
              xacthuc totals ledger --by province --from 2026-11-01 --to 2026-11-30 --format json
            """
    )

    @Argument(help: "The ledger.", completion: .directory) var ledger: String
    @Option(help: "day, month, office, province, taxpayer, kind, form, rate, currency; joined by commas.")
    var by = ""
    @Option(help: "Which day counts: issued (on the invoice) or authenticated (of its receipt).")
    var basis = "issued"
    @Flag(help: "Count corrected invoices as corrected.") var effective = false
    @Option(help: "First day.") var from: CalendarDate?
    @Option(help: "Last day.") var to: CalendarDate?
    @Option(help: "Only sellers of this tax office.") var office: String?
    @Option(help: "Only this seller.") var taxpayer: TaxCode?
    @Option(help: "Only this kind: coded, uncoded, cash-register or cash-register-uncoded.") var kind: String?
    @Option(help: "table, csv or json.") var format: ReportFormat = .table

    func validate() throws {
        guard !effective else {
            throw ValidationError("--effective comes with the life cycle of invoices; sums are those issued.")
        }
    }

    func run() throws {
        let engine = try Engine.open(ledger, for: .reading)
        var request = TotalsRequest()
        request.groupings = by.split(separator: ",").map { String($0) }
        request.basis = basis
        request.from = from
        request.to = to
        request.office = office
        request.taxpayer = taxpayer
        request.kind = kind
        format.print(try engine.totals(request), title: engine.banner)
    }
}
