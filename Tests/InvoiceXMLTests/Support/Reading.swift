import InvoiceModel
import InvoiceXML

/// The outcome of reading a text, as tests ask for it.
enum Outcome: Equatable, CustomStringConvertible {
    case read
    case fault(RuleCode, Int)

    var description: String {
        switch self {
        case .read: "read"
        case .fault(let code, let offset): "\(code.slug) at \(offset)"
        }
    }
}

func outcome(_ bytes: [UInt8], limits: Limits = Limits()) -> Outcome {
    switch ParsedMessage.read(bytes, limits: limits) {
    case .message: .read
    case .unreadable(let fault, _): .fault(fault.code, fault.offset)
    }
}

func outcome(_ text: String, limits: Limits = Limits()) -> Outcome {
    outcome(Array(text.utf8), limits: limits)
}

/// The message, where it can be read.
func parsed(_ text: String) -> ParsedMessage? {
    parsed(Array(text.utf8))
}

func parsed(_ bytes: [UInt8]) -> ParsedMessage? {
    guard case .message(let message) = ParsedMessage.read(bytes, limits: Limits()) else { return nil }
    return message
}
