import ArgumentParser
import InvoiceEngine
import InvoiceModel

/// `list`: coded invoices.
struct ListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Lists the invoices that have a code, in the order in which they got it.",
        discussion: """
            Example
              xacthuc list ledger --taxpayer 0199999991 --from 2026-11-01
              xacthuc list ledger --state replaced --format csv
            """
    )

    @Argument(help: "The ledger.", completion: .directory) var ledger: String
    @Option(help: "Only this seller.") var taxpayer: TaxCode?
    @Option(help: "Only this buyer.") var buyer: TaxCode?
    @Option(help: "Only in this state: issued, replaced or adjusted.") var state: String?
    @Option(help: "First day of the invoice.") var from: CalendarDate?
    @Option(help: "Last day of the invoice.") var to: CalendarDate?
    @Option(help: "table, csv or json.") var format: ReportFormat = .table

    func run() throws {
        let engine = try Engine.open(ledger, for: .reading)
        var request = ListRequest()
        request.taxpayer = taxpayer
        request.buyer = buyer
        request.state = state
        request.from = from
        request.to = to
        format.print(try engine.list(request), title: engine.banner)
    }
}
