/// Names of taxpayers as people write them: case, spaces, marks and the usual abbreviations do not make another name.
enum TaxpayerName {
    /// The abbreviations firms use for their legal form and trade, by the words they stand for.
    private static let abbreviations: [(short: String, long: String)] = [
        ("tnhh", "trách nhiệm hữu hạn"), ("cp", "cổ phần"), ("mtv", "một thành viên"), ("cty", "công ty"),
        ("dntn", "doanh nghiệp tư nhân"), ("tm", "thương mại"), ("dv", "dịch vụ"), ("sx", "sản xuất"),
        ("xnk", "xuất nhập khẩu"), ("xd", "xây dựng"), ("đt", "đầu tư"), ("vn", "việt nam"), ("htx", "hợp tác xã"),
        ("hkd", "hộ kinh doanh"),
    ]

    /// The name without what does not make another name.
    static func normalised(_ name: String) -> String {
        let words = name.lowercased().split { !($0.isLetter || $0.isNumber) }.map(String.init)
        let long = words.map { word in abbreviations.first { $0.short == word }?.long ?? word }
        return long.joined(separator: " ")
    }
}
