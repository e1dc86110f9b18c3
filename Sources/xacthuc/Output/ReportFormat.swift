import ArgumentParser
import InvoiceEngine

/// How a report is printed.
enum ReportFormat: String, ExpressibleByArgument, CaseIterable {
    case table
    case csv
    case json

    /// Prints a report; the title goes to people only.
    func print(_ report: Report, title: String? = nil) {
        switch self {
        case .table:
            if let title { Console.note(title) }
            for line in TextTable(report).lines { Console.out(line) }
        case .json: Console.out(OutcomeJSON.line(report))
        case .csv:
            Console.out(report.columns.map(\.key).joined(separator: ","))
            for row in report.rows { Console.out(row.map { quoted($0 ?? "") }.joined(separator: ",")) }
        }
    }

    /// A cell as RFC 4180 writes it.
    private func quoted(_ cell: String) -> String {
        guard cell.contains(where: { ",\"\r\n".contains($0) }) else { return cell }
        return "\"" + cell.replacing("\"", with: "\"\"") + "\""
    }
}
