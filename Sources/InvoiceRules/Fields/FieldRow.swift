import InvoiceXML

/// One row of the standard's field tables, as `Data/fields.tsv` gives it.
struct FieldRow: Sendable {
    /// The row of the element it stands in; 255 for a root.
    let parent: UInt8
    /// Its tag.
    let tag: Tag
    /// What its text must be.
    let shape: FieldShape
    /// Characters, or digits of a number; 0 where nothing is said.
    let length: UInt16
    /// Decimals, where a number has its own limits.
    let fraction: UInt8
    /// Where it must be there and filled.
    let mandatory: FieldUse
    /// How it may occur.
    let ways: FieldWays

    /// One row, in the order of the table's columns.
    init(
        _ parent: UInt8,
        _ tag: Tag,
        _ shape: FieldShape,
        _ length: UInt16,
        _ fraction: UInt8,
        _ mandatory: FieldUse,
        _ ways: FieldWays
    ) {
        self.parent = parent
        self.tag = tag
        self.shape = shape
        self.length = length
        self.fraction = fraction
        self.mandatory = mandatory
        self.ways = ways
    }
}

/// What the text of a field must be.
enum FieldShape: UInt8, Sendable {
    /// Elements, no text.
    case block
    /// Anything: another rule judges it.
    case any
    /// A text of limited length.
    case text
    /// A number as the wire writes it.
    case number
    /// A day.
    case date
    /// A moment.
    case time
    /// The type of a free field (`TTin/KDLieu`).
    case freeType
    /// The text of a free field (`TTin/DLieu`).
    case freeText
}

/// Where a field table applies: one bit a kind of document.
struct FieldUse: OptionSet, Sendable, Hashable {
    let rawValue: UInt16

    /// Form 1.
    static let vat = FieldUse(rawValue: 1)
    /// Form 1 adjusting another invoice: the totals may stay away.
    static let vatAdjustment = FieldUse(rawValue: 2)
    /// Form 2.
    static let sales = FieldUse(rawValue: 4)
    /// Form 3: public assets.
    static let publicAsset = FieldUse(rawValue: 8)
    /// Form 4: the national reserve.
    static let reserve = FieldUse(rawValue: 16)
    /// Form 5: tickets and the like.
    static let ticket = FieldUse(rawValue: 32)
    /// Form 6: warehouse notes.
    static let note = FieldUse(rawValue: 64)
    /// Forms 7, 8 and 9: what all other forms ask for.
    static let common = FieldUse(rawValue: 128)
    /// A 202.
    static let issued = FieldUse(rawValue: 256)
    /// A 204.
    static let refused = FieldUse(rawValue: 512)
    /// A 999.
    static let technical = FieldUse(rawValue: 1_024)
    /// Every invoice; one of unknown form is asked only for what all of them need.
    static let invoices: FieldUse = [
        .vat, .vatAdjustment, .sales, .publicAsset, .reserve, .ticket, .note, .common,
    ]
}

/// How a field may occur.
struct FieldWays: OptionSet, Sendable {
    let rawValue: UInt8

    /// It may occur again beside itself.
    static let repeats = FieldWays(rawValue: 1)
    /// Elements the table does not know are reported inside it.
    static let closed = FieldWays(rawValue: 2)
    /// It may hold `TTKhac`.
    static let takesFreeFields = FieldWays(rawValue: 4)
    /// Another rule reports a second one.
    static let countedElsewhere = FieldWays(rawValue: 8)
}
