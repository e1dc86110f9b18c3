/// The messages served that bring invoices (`MLTDiep`).
public enum MessageType: UInt16, Sendable, CaseIterable {
    /// One invoice that asks for a code.
    case forCode = 200
    /// Invoices without code, each signed by its seller.
    case uncoded = 203
    /// Invoices with codes made by cash registers, signed once over `DLieu`.
    case cashRegister = 206
    /// Invoices without code from cash registers, signed once over `DLieu`.
    case cashRegisterUncoded = 216

    /// The type of that number on the wire, or `nil` where it is not served.
    public init?(wire text: Span<UInt8>) {
        guard text.count == 3 else { return nil }
        var number: UInt16 = 0
        for index in text.indices {
            guard text[index] >= UInt8(ascii: "0"), text[index] <= UInt8(ascii: "9") else { return nil }
            number = number * 10 + UInt16(text[index] - UInt8(ascii: "0"))
        }
        self.init(rawValue: number)
    }

    /// Whether it may hold many invoices, judged one by one.
    public var isBatch: Bool { self != .forCode }
    /// Whether it is signed once, over all its invoices.
    public var isSignedOnce: Bool { self == .cashRegister || self == .cashRegisterUncoded }

    /// The kind of every invoice in it.
    public var kind: InvoiceKind {
        switch self {
        case .forCode: .coded
        case .uncoded: .uncoded
        case .cashRegister: .cashRegister
        case .cashRegisterUncoded: .cashRegisterUncoded
        }
    }
}
