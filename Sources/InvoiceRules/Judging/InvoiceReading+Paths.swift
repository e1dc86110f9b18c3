import InvoiceModel
import InvoiceXML

extension InvoiceReading {
    /// Where an element of the invoice stands.
    func path(of element: Int32) -> String { message.path(of: element, below: invoice.root) }

    /// Where a field stands, or would stand in its parent.
    ///
    /// - Parameter block: the parent's place below `HDon`, for where the parent is missing too.
    func path(_ field: Field, _ tag: Tag, in parent: Int32, _ block: String) -> String {
        if field.isPresent { return path(of: field.element) }
        if parent >= 0 { return "\(path(of: parent))/\(tag.name)" }
        return "HDon/\(block)/\(tag.name)"
    }

    /// Where a field of `TTChung` stands.
    func headerPath(_ field: Field, _ tag: Tag) -> String {
        path(field, tag, in: invoice.header.element, "DLHDon/TTChung")
    }

    /// Where a field of `TTHDLQuan` stands.
    func relatedPath(_ field: Field, _ tag: Tag) -> String {
        path(field, tag, in: invoice.header.related.element, "DLHDon/TTChung/TTHDLQuan")
    }

    /// Where a field of `NBan` stands.
    func sellerPath(_ field: Field, _ tag: Tag) -> String {
        path(field, tag, in: invoice.seller.element, "DLHDon/NDHDon/NBan")
    }

    /// Where a field of `NMua` stands.
    func buyerPath(_ field: Field, _ tag: Tag) -> String {
        path(field, tag, in: invoice.buyer.element, "DLHDon/NDHDon/NMua")
    }

    /// Where a field of `TToan` stands.
    func totalsPath(_ field: Field, _ tag: Tag) -> String {
        path(field, tag, in: invoice.totals.element, "DLHDon/NDHDon/TToan")
    }

    /// Where a field of a line or of another row stands.
    func rowPath(_ field: Field, _ tag: Tag, in row: Int32) -> String {
        path(field, tag, in: row, "DLHDon/NDHDon")
    }

    /// That child of an element; absent where the element is.
    func field(_ tag: Tag, in element: Int32) -> Field { element < 0 ? .absent : message.field(tag, in: element) }

    /// The text of a field, or `nil` where there is none.
    func text(_ field: Field) -> String? { field.isEmpty ? nil : message.string(of: field) }
}
