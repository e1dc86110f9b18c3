/// The texts between what changes.
struct LineWords: Sendable {
    private static func head(form: Int) -> [UInt8] {
        Array("{\"DLHDon\":{\"TTChung\":{\"PBan\":\"2.1.0\",\"KHMSHDon\":\(form),\"KHHDon\":\"".utf8)
    }

    private static func payments(_ before: String) -> Pieces {
        Pieces(
            ["TM/CK", "Chuyển khoản", "TM", "Tiền mặt/Chuyển khoản"].map {
                "\",\(before)\"DVTTe\":\"VND\",\"HTTToan\":\"\($0)\""
            }
        )
    }

    /// How many lines of goods: one to five.
    static let lineCounts = [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 3, 3, 4, 5]

    let vatHead = LineWords.head(form: 1)
    let salesHead = LineWords.head(form: 2)
    let number = Array("\",\"SHDon\":".utf8)
    let date = Array(",\"NLap\":\"".utf8)
    let payments = LineWords.payments("")
    let salesPayments = LineWords.payments("\"HDDCKPTQuan\":0,")
    let seller = Array("},\"NDHDon\":{\"NBan\":{".utf8)
    let buyer = Array("},\"NMua\":{".utf8)
    let consumer = Array("\"Ten\":\"Bán cho người tiêu dùng\"".utf8)
    let goods = Array("},\"DSHHDVu\":{\"HHDVu\":[".utf8)
    let firstLine = Array("{\"TChat\":1,\"STT\":".utf8)
    let nextLine = Array(",{\"TChat\":1,\"STT\":".utf8)
    let names = Pieces(
        Names.goods.map { goods in
            let unit = LineText.string(goods.unit ?? "lần")
            return ",\"THHDVu\":\(LineText.string(goods.name)),\"DVTinh\":\(unit),\"SLuong\":"
        }
    )
    let price = Array(",\"DGia\":".utf8)
    let amount = Array(",\"ThTien\":".utf8)
    let rates = Pieces(LineRate.allCases.map { ",\"TSuat\":\"\($0.text)\"}" })
    let vatTotals = Array("]},\"TToan\":{\"THTTLTSuat\":{\"LTSuat\":[".utf8)
    let rateRows = Pieces(LineRate.allCases.map { "{\"TSuat\":\"\($0.text)\",\"ThTien\":" })
    let rateTax = Array(",\"TThue\":".utf8)
    let net = Array("]},\"TgTCThue\":".utf8)
    let tax = Array(",\"TgTThue\":".utf8)
    let total = Array(",\"TgTTTBSo\":".utf8)
    let salesTotals = Array("]},\"TToan\":{\"TgTTTBSo\":".utf8)
    let words = Array(",\"TgTTTBChu\":\"".utf8)
    let end = Array(" đồng.\"}}}}\n".utf8)
}
