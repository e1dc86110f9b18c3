import InvoiceModel
import InvoiceXML

/// The field tables as a state machine: the row of an element and the tag of its child give the child's row.
///
/// Made once from the rows; a look-up is two loads from flat tables.
struct FieldTable: Sendable {
    /// No such field.
    static let none: UInt8 = 255
    /// The bit of `TTKhac` in the sets of its parents; every other child has a lower one.
    static let freeFieldsSlot: UInt8 = 63

    /// The one table.
    static let shared = FieldTable(rows: FieldTable.rows)

    /// Column of each tag in the transitions; 0 for tags without a field.
    private let columns: [UInt8]
    /// Row of each field, multiplied out; a leaf has the row of nothing.
    private let offsets: [UInt16]
    /// The child's row by parent and column.
    private let transitions: [UInt8]
    /// The rows by number.
    let rows: [FieldRow]
    /// The bit of each field in the sets of its parent.
    let slots: [UInt8]

    /// The table over those rows.
    ///
    /// - Precondition: a row stands after its parent, and no block has more than 63 children.
    init(rows: [FieldRow]) {
        self.rows = rows
        var columns = [UInt8](repeating: 0, count: Tag.allCases.count)
        var columnCount: UInt8 = 1
        for row in rows where columns[Int(row.tag.rawValue)] == 0 {
            columns[Int(row.tag.rawValue)] = columnCount
            columnCount += 1
        }
        let width = Int(columnCount)
        var offsets = [UInt16](repeating: 0, count: rows.count)
        var transitions = [UInt8](repeating: FieldTable.none, count: width)
        var slots = [UInt8](repeating: 0, count: rows.count)
        var children = [UInt8](repeating: 0, count: rows.count)
        for (number, row) in rows.enumerated() {
            if row.shape == .block {
                offsets[number] = UInt16(transitions.count)
                transitions += [UInt8](repeating: FieldTable.none, count: width)
                if row.ways.contains(.takesFreeFields) {
                    transitions[Int(offsets[number]) + Int(columns[Int(Tag.TTKhac.rawValue)])] = FieldTable.freeFields
                }
            }
            guard row.parent != FieldTable.none else { continue }
            precondition(Int(row.parent) < number, "a row stands after its parent")
            slots[number] = children[Int(row.parent)]
            children[Int(row.parent)] += 1
            precondition(slots[number] < FieldTable.freeFieldsSlot, "a block has at most 63 children")
            transitions[Int(offsets[Int(row.parent)]) + Int(columns[Int(row.tag.rawValue)])] = UInt8(number)
        }
        slots[Int(FieldTable.freeFields)] = FieldTable.freeFieldsSlot
        self.columns = columns
        self.offsets = offsets
        self.transitions = transitions
        self.slots = slots
    }

    /// The row of that child of a field, or `none`.
    @inline(__always)
    func child(of field: UInt8, tag: Tag) -> UInt8 {
        transitions[Int(offsets[Int(field)]) + Int(columns[Int(tag.rawValue)])]
    }

    /// The children each field must have filled, as sets of their bits.
    ///
    /// - Parameter uses: a child is asked for where its row names one of them; with `all`, where it names them all.
    func mandatory(in uses: FieldUse, all: Bool) -> [UInt64] {
        var sets = [UInt64](repeating: 0, count: rows.count)
        for (number, row) in rows.enumerated() where row.parent != FieldTable.none {
            let isAsked = all ? row.mandatory.isSuperset(of: uses) : !row.mandatory.isDisjoint(with: uses)
            if isAsked { sets[Int(row.parent)] |= 1 << UInt64(slots[number]) }
        }
        return sets
    }

    /// The child of a field with that bit.
    func child(of field: UInt8, slot: Int) -> FieldRow? {
        for (number, row) in rows.enumerated() where row.parent == field && Int(slots[number]) == slot { return row }
        return nil
    }
}

/// A use of the tables with what it asks for.
struct FieldContext: Sendable {
    /// The children each field must have filled.
    let mandatory: [UInt64]

    private init(_ uses: FieldUse, all: Bool = false) {
        mandatory = FieldTable.shared.mandatory(in: uses, all: all)
    }

    /// Form 1.
    static let vat = FieldContext(.vat)
    /// Form 1 adjusting another invoice.
    static let vatAdjustment = FieldContext(.vatAdjustment)
    /// Forms 1 to 9 by digit; first, one that could not be read.
    private static let forms: [FieldContext] = [
        anyForm, vat, FieldContext(.sales), FieldContext(.publicAsset), FieldContext(.reserve), FieldContext(.ticket),
        FieldContext(.note), FieldContext(.common), FieldContext(.common), FieldContext(.common),
    ]

    /// That form.
    static func form(_ form: InvoiceForm?) -> FieldContext { forms[Int(form?.digit ?? 0)] }

    /// A form that could not be read.
    static let anyForm = FieldContext(.invoices, all: true)
    /// The header of a request; its own rules ask for its fields.
    static let header = FieldContext([])
    /// 202s by form; what the invoice leaves open as an adjustment stays open.
    private static let issuedForms: [FieldContext] = [
        FieldUse.common, .vatAdjustment, .sales, .publicAsset, .reserve, .ticket, .note, .common, .common, .common,
    ].map { FieldContext([.issued, $0]) }

    /// A 202 with that form.
    static func issued(_ form: InvoiceForm?) -> FieldContext { issuedForms[Int(form?.digit ?? 0)] }

    /// A 204.
    static let refused = FieldContext(.refused)
    /// A 999.
    static let technical = FieldContext(.technical)
}
