public import ArgumentParser
public import InvoiceModel

// The values of the model as arguments, read as the wire writes them.

extension SignatureProfile: ExpressibleByArgument {}

extension Timestamp: ExpressibleByArgument {
    /// Reads `YYYY-MM-DDThh:mm:ss`.
    public init?(argument: String) {
        self.init(argument)
    }
}

extension CalendarDate: ExpressibleByArgument {
    /// Reads `YYYY-MM-DD`.
    public init?(argument: String) {
        self.init(argument)
    }
}

extension TaxCode: ExpressibleByArgument {
    /// Reads the wire's form.
    public init?(argument: String) {
        self.init(argument)
    }
}

extension Amount: ExpressibleByArgument {
    /// Reads a decimal.
    public init?(argument: String) {
        self.init(wire: argument)
    }
}
