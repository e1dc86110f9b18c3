public import InvoiceModel

extension ParsedMessage {
    /// Reads one message.
    ///
    /// Linear in its bytes; never fails otherwise than by the outcome. Only the first fault is told: with its rule, and
    /// the offset at which it shows.
    public static func read(_ bytes: [UInt8], limits: Limits) -> ReadOutcome {
        // The view of the buffer ends with this closure.
        unsafe bytes.withUnsafeBufferPointer { buffer in
            guard let view = unsafe ByteView(buffer) else {
                return .unreadable(ReadFault(.xmlSyntax, at: 0), header: ReadableHeader())
            }
            return read(bytes, view, limits)
        }
    }

    private static func read(_ bytes: [UInt8], _ view: ByteView, _ limits: Limits) -> ReadOutcome {
        if view.isUTF16Or32 { return .unreadable(ReadFault(.xmlEncoding, at: 0), header: ReadableHeader()) }
        var end = view.count
        // A fault of the bytes as such; what stands before it is read all the same, for the header and as there may be
        // a fault before it.
        var later: ReadFault?
        if end > limits.messageBytes {
            end = limits.messageBytes
            later = ReadFault(.xmlTooLarge, at: end)
        }
        let scan = CharacterScan(view, end: end)
        if let fault = scan.fault {
            end = fault.offset
            later = later ?? fault
        }
        var reader = Reader(view: view, end: end, hasCarriageReturn: scan.hasCarriageReturn, limits: limits)
        do throws(ReadFault) {
            try reader.read()
            if let later { return reader.unreadable(later, bytes) }
            var message = ParsedMessage(reader, bytes)
            try message.extract(limits)
            return .message(message)
        } catch {
            let isFirst = error.offset < end && later?.code != .xmlTooLarge
            return reader.unreadable(isFirst ? error : later ?? error, bytes)
        }
    }

    /// A document without anything, to be filled with invoices.
    static let empty: ParsedMessage = {
        guard case .message(var message) = read(Array("<HDon></HDon>".utf8), limits: Limits()) else {
            preconditionFailure("a document of one empty element can be read")
        }
        message.bytes = []
        message.elements = []
        message.invoices = []
        message.invoiceCount = 0
        return message
    }()

    /// What the reader wrote, header and invoices not yet found.
    fileprivate init(_ reader: Reader, _ bytes: [UInt8]) {
        self.bytes = bytes
        kind =
            switch reader.elements.first?.tag {
            case .TDiep: .message
            case .HDon: .invoice
            default: .other
            }
        elements = reader.elements
        attributes = reader.attributes
        declarations = reader.declarations
        prefixes = reader.prefixes
        namespaces = reader.namespaces
        decoded = reader.decoded
        decodedTexts = reader.decodedTexts
        spots = reader.spots
    }
}

extension Reader {
    /// The outcome of a fault, with what was read of the header before it.
    fileprivate consuming func unreadable(_ fault: ReadFault, _ bytes: [UInt8]) -> ReadOutcome {
        var openElement = current
        var lastOpen = current
        while openElement >= 0 {
            lastOpen = openElement
            elements[Int(openElement)].end = Int32(truncatingIfNeeded: elements.count)
            openElement = elements[Int(openElement)].parent
        }
        let readTo = position
        let open = current
        let message = ParsedMessage(self, bytes)
        guard lastOpen <= 0, message.kind == .message, let header = message.child(.TTChung, of: 0) else {
            return .unreadable(fault, header: ReadableHeader())
        }
        func text(_ tag: Tag) -> String? {
            let field = message.field(tag, in: header)
            guard field.isPresent, field.element != open, message.elements[Int(field.element)].wholeEnd <= readTo,
                field.text.count > 0, field.text.count <= ReadableHeader.fieldBytes
            else { return nil }
            return message.string(of: field)
        }
        return .unreadable(fault, header: ReadableHeader(messageID: text(.MTDiep), sender: text(.MNGui)))
    }
}
