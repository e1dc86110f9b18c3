/// A leaf of the invoice: which element it is, and where its text lies.
///
/// Absent, empty and filled are told apart.
public struct Field: Sendable, Hashable {
    /// Index of its element on the tape; −1 where the invoice has none.
    public var element: Int32
    /// Its text without surrounding white space; in the message's bytes, or in its decoded text where `isDecoded`.
    public var text: ByteRange
    /// Whether references, CDATA sections, comments or line ends made a decoded copy necessary.
    public var isDecoded: Bool

    /// No such element.
    public static let absent = Field(element: -1, text: .empty, isDecoded: false)

    /// A field.
    public init(element: Int32, text: ByteRange, isDecoded: Bool) {
        self.element = element
        self.text = text
        self.isDecoded = isDecoded
    }

    /// Whether the element is there, perhaps empty.
    public var isPresent: Bool { element >= 0 }
    /// Whether it is absent or has no text.
    public var isEmpty: Bool { text.count == 0 }
}

/// The header of a message (`TDiep/TTChung`).
public struct MessageHeader: Sendable, Hashable {
    /// `PBan`.
    public var version = Field.absent
    /// `MNGui`.
    public var sender = Field.absent
    /// `MNNhan`.
    public var receiver = Field.absent
    /// `MLTDiep`.
    public var type = Field.absent
    /// `MTDiep`.
    public var messageID = Field.absent
    /// `MTDTChieu`.
    public var referenceID = Field.absent
    /// `MST`.
    public var taxpayer = Field.absent
    /// `SLuong`.
    public var count = Field.absent

    /// A header without fields.
    public init() {}
}

/// Where everything of one `HDon` lies.
///
/// Reading it judges nothing: rules do.
public struct ParsedInvoice: Sendable, Hashable {
    /// The `HDon` element.
    public var root: Int32 = -1
    /// The first `DLHDon` element, or −1; `dataCount` tells of others.
    public var data: Int32 = -1
    /// How many `DLHDon` elements the `HDon` holds at any depth outside signatures.
    public var dataCount: Int32 = 0
    /// `DLHDon/TTChung`.
    public var header = InvoiceHeader()
    /// `NDHDon/NBan`.
    public var seller = Party()
    /// `NDHDon/NMua`.
    public var buyer = Party()
    /// `NDHDon/DSHHDVu/HHDVu`.
    public var lines: [InvoiceLine] = []
    /// `NDHDon/TToan/THTTLTSuat/LTSuat`.
    public var rates: [RateRow] = []
    /// `NDHDon/TToan/DSLPhi/LPhi`.
    public var fees: [Fee] = []
    /// `NDHDon/TToan`.
    public var totals = InvoiceTotals()
    /// `HDon/MCCQT`.
    public var code = Field.absent
    /// `HDon/DLQRCode`.
    public var qrCode = Field.absent
    /// `Signature` elements in `DSCKS/NBan`.
    public var sellerSignatures: [Int32] = []
    /// `Signature` elements in `DSCKS/NMua`.
    public var buyerSignatures: [Int32] = []
    /// `Signature` elements in `DSCKS/CQT`.
    public var authoritySignatures: [Int32] = []
    /// `Signature` elements in `DSCKS/CCKSKhac`.
    public var otherSignatures: [Int32] = []

    /// An invoice without anything.
    public init() {}

    /// Takes everything out; arrays of what nearly every invoice has keep their room.
    mutating func empty() {
        var kept: (lines: [InvoiceLine], rates: [RateRow]) = ([], [])
        swap(&kept.lines, &lines)
        swap(&kept.rates, &rates)
        kept.lines.empty(keepingAtMost: LineScratch.rows)
        kept.rates.empty(keepingAtMost: LineScratch.rows)
        self = ParsedInvoice()
        swap(&kept.lines, &lines)
        swap(&kept.rates, &rates)
    }
}

/// `DLHDon/TTChung`.
public struct InvoiceHeader: Sendable, Hashable {
    /// The `TTChung` element, or −1.
    public var element: Int32 = -1
    /// `PBan`.
    public var version = Field.absent
    /// `THDon`.
    public var name = Field.absent
    /// `KHMSHDon`.
    public var form = Field.absent
    /// `KHHDon`.
    public var symbol = Field.absent
    /// `SHDon`.
    public var number = Field.absent
    /// `MHSo`.
    public var fileNumber = Field.absent
    /// `NLap`.
    public var date = Field.absent
    /// `HDDCKPTQuan`.
    public var freeZoneFlag = Field.absent
    /// `SBKe`.
    public var statementNumber = Field.absent
    /// `NBKe`.
    public var statementDate = Field.absent
    /// `DVTTe`.
    public var currency = Field.absent
    /// `TGia`.
    public var exchangeRate = Field.absent
    /// `HTTToan`.
    public var payment = Field.absent
    /// `MSTTCGP`.
    public var solutionProvider = Field.absent
    /// `MSTDVNUNLHDon`.
    public var delegateTaxCode = Field.absent
    /// `TDVNUNLHDon`.
    public var delegateName = Field.absent
    /// `DCDVNUNLHDon`.
    public var delegateAddress = Field.absent
    /// `TTHDLQuan`.
    public var related = RelatedFields()

    /// A header without fields.
    public init() {}
}

/// `TTChung/TTHDLQuan`.
public struct RelatedFields: Sendable, Hashable {
    /// The `TTHDLQuan` element, or −1.
    public var element: Int32 = -1
    /// `TCHDon`.
    public var relation = Field.absent
    /// `LHDCLQuan`.
    public var source = Field.absent
    /// `KHMSHDCLQuan`.
    public var form = Field.absent
    /// `KHHDCLQuan`.
    public var symbol = Field.absent
    /// `SHDCLQuan`.
    public var number = Field.absent
    /// `NLHDCLQuan`.
    public var date = Field.absent
    /// `GChu`.
    public var note = Field.absent

    /// No related invoice.
    public init() {}
}

/// `NBan` or `NMua`.
public struct Party: Sendable, Hashable {
    /// The element, or −1.
    public var element: Int32 = -1
    /// `Ten`.
    public var name = Field.absent
    /// `MST`.
    public var taxCode = Field.absent
    /// `DChi`.
    public var address = Field.absent
    /// `HVTNMHang`: the person who buys.
    public var personName = Field.absent
    /// `CCCDan`: personal id (2.1.0).
    public var personalID = Field.absent
    /// `SHChieu`: passport (2.1.0).
    public var passport = Field.absent
    /// `MDVQHNSach`: budget code (2.1.0).
    public var budgetCode = Field.absent
    /// `SDThoai`.
    public var phone = Field.absent

    /// A party without fields.
    public init() {}
}

/// `DSHHDVu/HHDVu`.
public struct InvoiceLine: Sendable, Hashable {
    /// The `HHDVu` element.
    public var element: Int32 = -1
    /// `TChat`.
    public var kind = Field.absent
    /// `STT`.
    public var ordinal = Field.absent
    /// `MHHDVu`.
    public var itemCode = Field.absent
    /// `THHDVu`.
    public var name = Field.absent
    /// `DVTinh`.
    public var unit = Field.absent
    /// `SLuong`.
    public var quantity = Field.absent
    /// `DGia`.
    public var price = Field.absent
    /// `TLCKhau`.
    public var discountRate = Field.absent
    /// `STCKhau`.
    public var discount = Field.absent
    /// `ThTien`.
    public var amount = Field.absent
    /// `TSuat`.
    public var rate = Field.absent
    /// `TTHHDTrung`, or −1.
    public var specialGoods: Int32 = -1

    /// A line without fields.
    public init() {}
}

/// `THTTLTSuat/LTSuat`.
public struct RateRow: Sendable, Hashable {
    /// The `LTSuat` element.
    public var element: Int32 = -1
    /// `TSuat`.
    public var rate = Field.absent
    /// `ThTien`.
    public var net = Field.absent
    /// `TThue`.
    public var tax = Field.absent

    /// A row without fields.
    public init() {}
}

/// `DSLPhi/LPhi`.
public struct Fee: Sendable, Hashable {
    /// The `LPhi` element.
    public var element: Int32 = -1
    /// `TLPhi`.
    public var name = Field.absent
    /// `TPhi`.
    public var amount = Field.absent

    /// A fee without fields.
    public init() {}
}

/// `NDHDon/TToan`.
public struct InvoiceTotals: Sendable, Hashable {
    /// The `TToan` element, or −1.
    public var element: Int32 = -1
    /// Whether `THTTLTSuat` is there, perhaps without rows.
    public var hasRateTable = false
    /// `TgTCThue`.
    public var net = Field.absent
    /// `TgTThue`.
    public var tax = Field.absent
    /// `TTCKTMai`.
    public var tradeDiscount = Field.absent
    /// `TgTTTBSo`.
    public var total = Field.absent
    /// `TgTTTBChu`.
    public var totalInWords = Field.absent

    /// Totals without fields.
    public init() {}
}
