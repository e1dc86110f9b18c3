import InvoiceModel

/// One invoice as text, field by field, before it is written and signed; `nil` leaves the tag out.
struct Draft: Sendable {
    var header = Header()
    var seller = PartyText()
    var buyer = PartyText()
    var lines: [Line] = []
    /// `THTTLTSuat`; `nil` leaves the table out, an empty one stays empty.
    var rates: [Rate]? = []
    var fees: [Fee] = []
    var totals: Totals? = Totals()
    /// `DLHDon/TTKhac`.
    var freeFields: [FreeField] = []

    /// `TTChung`.
    struct Header: Sendable {
        var version: String? = "2.1.0"
        var name: String?
        var form: String?
        var symbol: String?
        var number: String?
        var date: String?
        var currency: String? = "VND"
        var rate: String?
        var payment: String? = "TM/CK"
        var solutionProvider: String?
        var related: Related?
        var freeZoneFlag: String?
    }

    /// `TTHDLQuan`.
    struct Related: Sendable {
        var relation: String?
        var source: String? = "1"
        var form: String?
        var symbol: String?
        var number: String?
        var date: String?
        var note: String?
    }

    /// `NBan` or `NMua`.
    struct PartyText: Sendable {
        var name: String?
        var taxCode: String?
        var address: String?
        var phone: String?
        var personName: String?
        var personalID: String?
        var passport: String?
        var budgetCode: String?
        var bankAccount: String?
        var bankName: String?
        /// What its form asks for beside these, by tag.
        var more: [(tag: String, text: String)] = []
    }

    /// `HHDVu`.
    struct Line: Sendable {
        var kind: String? = "1"
        var itemCode: String?
        var name: String?
        var unit: String?
        var quantity: String?
        var price: String?
        var discountRate: String?
        var discount: String?
        var amount: String?
        var rate: String?
    }

    /// `LTSuat`.
    struct Rate: Sendable {
        var rate: String?
        var net: String?
        var tax: String?
    }

    /// `LPhi`.
    struct Fee: Sendable {
        var name: String?
        var amount: String?
    }

    /// `TToan`.
    struct Totals: Sendable {
        var net: String?
        var tax: String?
        var tradeDiscount: String?
        var total: String?
        var words: String?
    }

    /// `TTin`.
    struct FreeField: Sendable {
        var name: String
        var type: String
        var value: String
    }
}

/// The header of a message (`TDiep/TTChung`) as text.
struct Envelope: Sendable {
    var version = "2.1.0"
    var sender = ""
    var receiver = "TCT"
    var type = "200"
    var messageID = ""
    var taxpayer = ""
    var count = "1"
}
