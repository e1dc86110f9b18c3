import InvoiceModel
import InvoiceXML

/// What an invoice must not carry yet when it is sent (Decision 1450, part II.II.5).
///
/// The code of a cash register, or one where there must be none, is left to `CashRegisterRules`.
enum RequestRules {
    static let all: [Rule] = [
        .invoice(.envNoCodeInRequest, in: .sent, noCode),
        .invoice(.envEmptyCodeElement, in: .sent, emptyCode),
    ]

    @Sendable private static func noCode(_ reading: InvoiceReading, _ sink: inout FindingSink) {
        let message = reading.message
        for child in message.children(of: reading.invoice.root) {
            switch message.elements[Int(child)].tag {
            case .MCCQT where reading.type?.isSignedOnce != true: findContent(of: child, reading, &sink)
            case .DSCKS:
                for party in message.children(of: child) where message.elements[Int(party)].tag == .CQT {
                    findContent(of: party, reading, &sink)
                }
            default: break
            }
        }
    }

    /// An empty element is replaced in the reply; whatever stands in one would stay there beside the authority's own.
    private static func findContent(of element: Int32, _ reading: InvoiceReading, _ sink: inout FindingSink) {
        let text = reading.message.field(of: element)
        if !text.isEmpty {
            let found = reading.text(text)
            sink.add(Finding(.envNoCodeInRequest, path: reading.path(of: element), found: found))
        }
        for child in reading.message.children(of: element) {
            sink.add(Finding(.envNoCodeInRequest, path: reading.path(of: child)))
        }
    }

    @Sendable private static func emptyCode(_ reading: InvoiceReading, _ sink: inout FindingSink) {
        let code = reading.invoice.code
        guard reading.type != .cashRegister, code.isPresent, code.isEmpty,
            reading.message.firstChild(of: code.element) == nil
        else { return }
        sink.add(Finding(.envEmptyCodeElement, path: reading.path(of: code.element)))
    }
}
