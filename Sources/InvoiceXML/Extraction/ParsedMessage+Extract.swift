import InvoiceModel

/// Finds header and invoices on the tape. Of what repeats, the first counts; rules see the others on the tape.
extension ParsedMessage {
    /// Fills `header` and `invoices`; fails only where an invoice has too many lines.
    mutating func extract(_ limits: Limits) throws(ReadFault) {
        switch kind {
        case .message:
            try extractMessage(limits)
        case .invoice:
            invoices.append(try invoice(at: 0, limits))
            invoiceCount = 1
        case .other:
            break
        }
    }

    private mutating func extractMessage(_ limits: Limits) throws(ReadFault) {
        var hasHeader = false
        var child: Int32 = 1
        while child < elements[0].end {
            let entry = elements[Int(child)]
            if entry.tag == .TTChung, !hasHeader {
                hasHeader = true
                header = messageHeader(at: child)
            } else if entry.tag == .CKSNNT {
                takeSignatures(child, &batchSignatures)
            } else if entry.tag == .DLieu {
                if content < 0 { content = child }
                var item = child + 1
                while item < entry.end {
                    if elements[Int(item)].tag == .HDon {
                        // A message with more is refused as a whole: what no rule looks at costs nothing.
                        if invoiceCount < limits.invoices { invoices.append(try invoice(at: item, limits)) }
                        invoiceCount += 1
                    }
                    item = elements[Int(item)].end
                }
            }
            child = entry.end
        }
    }

    private func messageHeader(at element: Int32) -> MessageHeader {
        var header = MessageHeader()
        var child = element + 1
        let end = elements[Int(element)].end
        while child < end {
            switch elements[Int(child)].tag {
            case .PBan: take(child, &header.version)
            case .MNGui: take(child, &header.sender)
            case .MNNhan: take(child, &header.receiver)
            case .MLTDiep: take(child, &header.type)
            case .MTDiep: take(child, &header.messageID)
            case .MTDTChieu: take(child, &header.referenceID)
            case .MST: take(child, &header.taxpayer)
            case .SLuong: take(child, &header.count)
            default: break
            }
            child = elements[Int(child)].end
        }
        return header
    }

    /// Finds the invoices of lines of NDJSON, whose roots are given; those of an earlier chunk are filled anew.
    mutating func extract(_ roots: [Int32], _ limits: Limits) {
        var found: [ParsedInvoice] = []
        swap(&found, &invoices)
        for (place, root) in roots.enumerated() {
            if place == found.count { found.append(ParsedInvoice()) }
            found[place].empty()
            do throws(ReadFault) {
                try read(&found[place], at: root, limits)
            } catch {
                preconditionFailure("lines were counted when they were read")
            }
        }
        found.removeLast(found.count - roots.count)
        swap(&found, &invoices)
        invoiceCount = roots.count
    }

    private func invoice(at root: Int32, _ limits: Limits) throws(ReadFault) -> ParsedInvoice {
        var invoice = ParsedInvoice()
        try read(&invoice, at: root, limits)
        return invoice
    }

    private func read(_ invoice: inout ParsedInvoice, at root: Int32, _ limits: Limits) throws(ReadFault) {
        invoice.root = root
        invoice.dataCount = dataCount(inside: root)
        var child = root + 1
        let end = elements[Int(root)].end
        while child < end {
            switch elements[Int(child)].tag {
            case .DLHDon:
                if invoice.data < 0 {
                    invoice.data = child
                    try readData(child, &invoice, limits)
                }
            case .MCCQT: take(child, &invoice.code)
            case .DLQRCode: take(child, &invoice.qrCode)
            case .DSCKS: readSignatures(child, &invoice)
            default: break
            }
            child = elements[Int(child)].end
        }
    }

    /// How many `DLHDon` there are at any depth, those in signatures left out.
    private func dataCount(inside root: Int32) -> Int32 {
        var count: Int32 = 0
        var element = root + 1
        let end = elements[Int(root)].end
        while element < end {
            switch elements[Int(element)].tag {
            case .Signature:
                element = elements[Int(element)].end
            case .DLHDon:
                count += 1
                element += 1
            default:
                element += 1
            }
        }
        return count
    }

    private func readSignatures(_ holder: Int32, _ invoice: inout ParsedInvoice) {
        for role in children(of: holder) {
            switch elements[Int(role)].tag {
            case .NBan: takeSignatures(role, &invoice.sellerSignatures)
            case .NMua: takeSignatures(role, &invoice.buyerSignatures)
            case .CQT: takeSignatures(role, &invoice.authoritySignatures)
            case .CCKSKhac: takeSignatures(role, &invoice.otherSignatures)
            default: break
            }
        }
    }

    private func takeSignatures(_ holder: Int32, _ signatures: inout [Int32]) {
        for child in children(of: holder) where elements[Int(child)].tag == .Signature { signatures.append(child) }
    }

    /// Takes a leaf as a field, unless there was one before it.
    @inline(__always)
    func take(_ element: Int32, _ field: inout Field) {
        if !field.isPresent { field = self.field(of: element) }
    }
}
