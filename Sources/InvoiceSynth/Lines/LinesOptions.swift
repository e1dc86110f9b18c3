public import InvoiceModel

/// How much NDJSON `synth` is asked to make: unsigned invoices, one a line, all good.
public struct LinesOptions: Sendable {
    /// When there is enough.
    public enum Extent: Sendable {
        /// So many invoices.
        case invoices(Int)
        /// Whole lines, until there are that many bytes.
        case bytes(Int)
    }

    /// The folder of `taxpayers.csv`; made if it is missing.
    public var directory: String
    /// The file of the lines; `-` for standard output.
    public var output: String
    /// Everything follows from it.
    public var seed: UInt64
    /// The latest day of an invoice.
    public var today: CalendarDate
    /// When there is enough.
    public var extent: Extent
    /// Sellers, all of them in the registry; they buy from one another.
    public var sellers = LinesOptions.defaultSellers
    /// Days the invoices are dated from, the last one `today`; the order of the lines is that of time.
    public var days = 1
    /// Net before tax of all invoices in đồng, hit exactly; `nil` for 12,500,000 each.
    public var revenue: Amount?
    /// Their tax in đồng, hit exactly; `nil` for 7.776 % of the revenue.
    public var tax: Amount?
    /// Threads that write lines; the bytes are the same for any number.
    public var workers = 2

    /// Sellers where nothing else is said.
    public static let defaultSellers = 20_000
    /// Invoices of the national pilot.
    public static let pilotInvoices = 8_000_000
    /// Days of the national pilot.
    public static let pilotDays = 181

    /// Everything by name.
    public init(directory: String, output: String, seed: UInt64, today: CalendarDate, extent: Extent) {
        self.directory = directory
        self.output = output
        self.seed = seed
        self.today = today
        self.extent = extent
    }

    /// The national pilot: 8,000,000 invoices over half a year, revenue 100,000,000,000,000 đồng, tax
    /// 7,776,000,000,000 đồng; with a scale of 100 a hundredth of each.
    public static func pilot(
        directory: String,
        output: String,
        seed: UInt64,
        today: CalendarDate,
        scale: Int
    ) -> LinesOptions {
        precondition(scale > 0, "a scale is at least 1")
        let count = pilotInvoices / scale
        var options = LinesOptions(
            directory: directory,
            output: output,
            seed: seed,
            today: today,
            extent: .invoices(count)
        )
        options.days = pilotDays
        options.revenue = Amount(units: 100_000_000_000_000 / Int64(scale))
        options.tax = Amount(units: 7_776_000_000_000 / Int64(scale))
        return options
    }
}

/// What was written.
public struct LinesSummary: Sendable {
    /// Invoices, one a line.
    public var invoices = 0
    /// Bytes of the lines, their ends counted.
    public var bytes = 0
    /// Net of the invoices in đồng.
    public var net: Int64 = 0
    /// Their tax in đồng.
    public var tax: Int64 = 0
}
