import ArgumentParser
import InvoiceEngine
import InvoiceModel

/// `list`: coded invoices.
struct ListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Lists the accepted invoices, in the order of their acceptance.",
        discussion: """
            Example
              xacthuc list ledger --taxpayer 0199999991 --from 2026-11-01
              xacthuc list ledger --state replaced --format csv
              xacthuc list ledger --kind cash-register --state registered
            """
    )

    @Argument(help: "The ledger.", completion: .directory) var ledger: String
    @Option(help: "Only this seller.") var taxpayer: TaxCode?
    @Option(help: "Only this buyer.") var buyer: TaxCode?
    @Option(help: "Only of this kind: coded, uncoded, cash-register or cash-register-uncoded.") var kind: String?
    @Option(help: "Only in this state: issued, registered, replaced or adjusted.") var state: String?
    @Option(help: "First day of the invoice.") var from: CalendarDate?
    @Option(help: "Last day of the invoice.") var to: CalendarDate?
    @Option(help: "table, csv or json.") var format: ReportFormat = .table

    func run() throws {
        let engine = try Engine.open(ledger, for: .reading)
        var request = ListRequest()
        request.taxpayer = taxpayer
        request.buyer = buyer
        request.kind = kind
        request.state = state
        request.from = from
        request.to = to
        format.print(try engine.list(request), title: engine.banner)
    }
}
