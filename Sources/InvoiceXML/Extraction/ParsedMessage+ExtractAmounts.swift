import InvoiceModel

/// Lines and totals.
extension ParsedMessage {
    func readLines(_ list: Int32, _ lines: inout [InvoiceLine], _ limits: Limits) throws(ReadFault) {
        var child = list + 1
        let end = elements[Int(list)].end
        while child < end {
            let entry = elements[Int(child)]
            if entry.tag == .HHDVu {
                if lines.count >= limits.lines { throw ReadFault(.xmlLines, at: Int(entry.whole.offset)) }
                lines.append(line(at: child))
            }
            child = entry.end
        }
    }

    private func line(at element: Int32) -> InvoiceLine {
        var line = InvoiceLine()
        line.element = element
        var child = element + 1
        let end = elements[Int(element)].end
        while child < end {
            switch elements[Int(child)].tag {
            case .TChat: take(child, &line.kind)
            case .STT: take(child, &line.ordinal)
            case .MHHDVu: take(child, &line.itemCode)
            case .THHDVu: take(child, &line.name)
            case .DVTinh: take(child, &line.unit)
            case .SLuong: take(child, &line.quantity)
            case .DGia: take(child, &line.price)
            case .TLCKhau: take(child, &line.discountRate)
            case .STCKhau: take(child, &line.discount)
            case .ThTien: take(child, &line.amount)
            case .TSuat: take(child, &line.rate)
            case .TTHHDTrung:
                if line.specialGoods < 0 { line.specialGoods = child }
            default: break
            }
            child = elements[Int(child)].end
        }
        return line
    }

    func readTotals(_ element: Int32, _ invoice: inout ParsedInvoice) {
        invoice.totals.element = element
        var hasFees = false
        var child = element + 1
        let end = elements[Int(element)].end
        while child < end {
            switch elements[Int(child)].tag {
            case .THTTLTSuat:
                if !invoice.totals.hasRateTable {
                    invoice.totals.hasRateTable = true
                    readRates(child, &invoice.rates)
                }
            case .DSLPhi:
                if !hasFees {
                    hasFees = true
                    readFees(child, &invoice.fees)
                }
            case .TgTCThue: take(child, &invoice.totals.net)
            case .TgTThue: take(child, &invoice.totals.tax)
            case .TTCKTMai: take(child, &invoice.totals.tradeDiscount)
            case .TgTTTBSo: take(child, &invoice.totals.total)
            case .TgTTTBChu: take(child, &invoice.totals.totalInWords)
            default: break
            }
            child = elements[Int(child)].end
        }
    }

    private func readRates(_ table: Int32, _ rates: inout [RateRow]) {
        for entry in children(of: table) where elements[Int(entry)].tag == .LTSuat {
            var row = RateRow()
            row.element = entry
            for child in children(of: entry) {
                switch elements[Int(child)].tag {
                case .TSuat: take(child, &row.rate)
                case .ThTien: take(child, &row.net)
                case .TThue: take(child, &row.tax)
                default: break
                }
            }
            rates.append(row)
        }
    }

    private func readFees(_ list: Int32, _ fees: inout [Fee]) {
        for entry in children(of: list) where elements[Int(entry)].tag == .LPhi {
            var fee = Fee()
            fee.element = entry
            for child in children(of: entry) {
                switch elements[Int(child)].tag {
                case .TLPhi: take(child, &fee.name)
                case .TPhi: take(child, &fee.amount)
                default: break
                }
            }
            fees.append(fee)
        }
    }
}
