import InvoiceModel

/// The parts of `DLHDon`.
extension ParsedMessage {
    func readData(_ data: Int32, _ invoice: inout ParsedInvoice, _ limits: Limits) throws(ReadFault) {
        var hasContent = false
        var child = data + 1
        let end = elements[Int(data)].end
        while child < end {
            switch elements[Int(child)].tag {
            case .TTChung:
                if invoice.header.element < 0 { readHeader(child, &invoice.header) }
            case .NDHDon:
                if !hasContent {
                    hasContent = true
                    try readContent(child, &invoice, limits)
                }
            default: break
            }
            child = elements[Int(child)].end
        }
    }

    private func readHeader(_ element: Int32, _ header: inout InvoiceHeader) {
        header.element = element
        var child = element + 1
        let end = elements[Int(element)].end
        while child < end {
            switch elements[Int(child)].tag {
            case .PBan: take(child, &header.version)
            case .THDon: take(child, &header.name)
            case .KHMSHDon: take(child, &header.form)
            case .KHHDon: take(child, &header.symbol)
            case .SHDon: take(child, &header.number)
            case .MHSo: take(child, &header.fileNumber)
            case .NLap: take(child, &header.date)
            case .HDDCKPTQuan: take(child, &header.freeZoneFlag)
            case .SBKe: take(child, &header.statementNumber)
            case .NBKe: take(child, &header.statementDate)
            case .DVTTe: take(child, &header.currency)
            case .TGia: take(child, &header.exchangeRate)
            case .HTTToan: take(child, &header.payment)
            case .MSTTCGP: take(child, &header.solutionProvider)
            case .MSTDVNUNLHDon: take(child, &header.delegateTaxCode)
            case .TDVNUNLHDon: take(child, &header.delegateName)
            case .DCDVNUNLHDon: take(child, &header.delegateAddress)
            case .TTHDLQuan:
                if header.related.element < 0 { readRelated(child, &header.related) }
            default: break
            }
            child = elements[Int(child)].end
        }
    }

    private func readRelated(_ element: Int32, _ related: inout RelatedFields) {
        related.element = element
        for child in children(of: element) {
            switch elements[Int(child)].tag {
            case .TCHDon: take(child, &related.relation)
            case .LHDCLQuan: take(child, &related.source)
            case .KHMSHDCLQuan: take(child, &related.form)
            case .KHHDCLQuan: take(child, &related.symbol)
            case .SHDCLQuan: take(child, &related.number)
            case .NLHDCLQuan: take(child, &related.date)
            case .GChu: take(child, &related.note)
            default: break
            }
        }
    }

    private func readContent(_ content: Int32, _ invoice: inout ParsedInvoice, _ limits: Limits) throws(ReadFault) {
        var hasLines = false
        var child = content + 1
        let end = elements[Int(content)].end
        while child < end {
            switch elements[Int(child)].tag {
            case .NBan:
                if invoice.seller.element < 0 { readParty(child, &invoice.seller) }
            case .NMua:
                if invoice.buyer.element < 0 { readParty(child, &invoice.buyer) }
            case .DSHHDVu:
                if !hasLines {
                    hasLines = true
                    try readLines(child, &invoice.lines, limits)
                }
            case .TToan:
                if invoice.totals.element < 0 { readTotals(child, &invoice) }
            default: break
            }
            child = elements[Int(child)].end
        }
    }

    private func readParty(_ element: Int32, _ party: inout Party) {
        party.element = element
        var child = element + 1
        let end = elements[Int(element)].end
        while child < end {
            switch elements[Int(child)].tag {
            case .Ten: take(child, &party.name)
            case .MST: take(child, &party.taxCode)
            case .DChi: take(child, &party.address)
            case .HVTNMHang: take(child, &party.personName)
            case .CCCDan: take(child, &party.personalID)
            case .SHChieu: take(child, &party.passport)
            case .MDVQHNSach: take(child, &party.budgetCode)
            case .SDThoai: take(child, &party.phone)
            default: break
            }
            child = elements[Int(child)].end
        }
    }
}
