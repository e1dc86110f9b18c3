import InvoiceModel

/// Names, addresses and goods that are plainly invented.
enum Names {
    private static let kinds = ["CÔNG TY TNHH", "CÔNG TY CỔ PHẦN", "CÔNG TY TNHH MỘT THÀNH VIÊN", "HỢP TÁC XÃ"]
    private static let trades = ["THƯƠNG MẠI", "SẢN XUẤT", "DỊCH VỤ", "XÂY DỰNG", "VẬN TẢI", "NÔNG SẢN", "CƠ KHÍ"]
    private static let words = [
        "SAO GIẤY", "MÂY XANH", "ĐÈN LỒNG", "HẠT SƯƠNG", "CÁNH DIỀU", "TRĂNG TRÒN", "BẾN MƠ", "GIÓ NỒM", "NẮNG SỚM",
        "THUYỀN NAN", "LÚA VÀNG", "ĐỒI CHÈ", "SUỐI ẢO", "VƯỜN TƯỞNG",
    ]
    private static let families = ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ"]
    private static let middles = ["Văn", "Thị", "Hữu", "Ngọc", "Minh", "Thu"]
    private static let given = ["Ví Dụ", "Giả Định", "Mẫu", "Thử", "Minh Họa"]
    private static let streets = ["Phố Ví Dụ", "Đường Thử Nghiệm", "Ngõ Giả Định", "Phố Minh Họa", "Đường Mẫu"]

    /// A firm; `serial` keeps names apart.
    static func company(serial: Int, random: inout Random) -> String {
        "\(random.pick(kinds)) \(random.pick(trades)) THỬ NGHIỆM \(random.pick(words)) \(serial)"
    }

    /// A household business; `serial` keeps names apart.
    static func household(serial: Int, random: inout Random) -> String {
        "HỘ KINH DOANH THỬ NGHIỆM \(random.pick(words)) \(serial)"
    }

    static func person(_ random: inout Random) -> String {
        "\(random.pick(families)) \(random.pick(middles)) \(random.pick(given))"
    }

    static func address(in office: TaxOffice, random: inout Random) -> String {
        "Số \(random.within(1...399)) \(random.pick(streets)), \(office.province)"
    }

    static func phone(_ random: inout Random) -> String {
        "0900000" + String(1_000 + random.below(1_000)).suffix(3)
    }

    /// Goods and services with their unit; services have none.
    static let goods: [(name: String, unit: String?)] = [
        ("Gạo thơm Sao Giấy", "kg"), ("Xi măng PCB40 \"Mẫu\"", "bao"), ("Thép cây D10 < 12 m", "cây"),
        ("Bàn ghế gỗ Ví Dụ & phụ kiện", "bộ"), ("Vận chuyển hàng hóa tuyến Bắc - Nam", nil), ("Cà phê nhân xô", "tấn"),
        ("Phần mềm kế toán Thử Nghiệm", "gói"), ("Tư vấn kỹ thuật", nil), ("Dầu nhờn 'Nắng Sớm' 5W-30", "lít"),
        ("Máy bơm nước 1,5 kW", "chiếc"), ("Giấy in A4 70 g/m²", "ram"), ("Sữa tươi tiệt trùng", "thùng"),
        ("Thuê mặt bằng", "tháng"), ("Bảo trì thiết bị quý IV", nil), ("Phân bón NPK 16-16-8", "bao"),
        ("Vải cotton khổ 1,6 m", "mét"), ("Ống nhựa uPVC Ø90 > 6 bar", "ống"), ("Điện năng thương phẩm", "kWh"),
    ]
}
