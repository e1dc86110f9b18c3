import InvoiceModel

/// The names of the forms (Circular 91/2026, annex I).
enum FormNames {
    private static let names: [(name: String, digit: UInt8)] = [
        ("hóa đơn giá trị gia tăng", 1), ("hóa đơn gtgt", 1), ("hóa đơn bán hàng", 2),
        ("hóa đơn bán tài sản công", 3), ("hóa đơn bán hàng dự trữ quốc gia", 4),
        ("phiếu xuất kho kiêm vận chuyển nội bộ", 6), ("phiếu xuất kho hàng gửi bán đại lý", 6),
        ("hóa đơn thương mại", 7), ("hóa đơn giá trị gia tăng tích hợp biên lai thu thuế phí lệ phí", 8),
        ("hóa đơn bán hàng tích hợp biên lai thu thuế phí lệ phí", 9),
    ]

    /// The form that has this name, whatever its case and marks, with or without `điện tử`; `nil` for any other name.
    static func form(named name: String) -> InvoiceForm? {
        let words = name.lowercased().split { !($0.isLetter || $0.isNumber) }.joined(separator: " ")
        let plain = words.split(separator: " điện tử").joined()
        return names.first { $0.name == plain }.flatMap { InvoiceForm($0.digit) }
    }
}
