import InvoiceModel
import OpenSSL

/// Writes messages of many invoices.
struct BatchWriter {
    let batch: Batch

    /// The bytes.
    func message() throws(SynthError) -> [UInt8] {
        batch.type.isSignedOnce ? try package() : try uncoded()
    }

    private var vendor: Vendor { batch.party.vendor }

    private var frame: MessageWriter {
        var writer = MessageWriter(
            vendor: vendor,
            signer: batch.signer,
            envelope: batch.envelope,
            signingTime: batch.signingText,
            serial: batch.serial
        )
        writer.signatureFault = nil
        return writer
    }

    /// Each invoice signed by itself; their Ids may be the same.
    private func uncoded() throws(SynthError) -> [UInt8] {
        var invoices: [UInt8] = []
        for invoice in batch.invoices {
            var bytes = try invoice.parts.writer.invoice(invoice.parts.draft)
            if invoice.fault == .tamperedAmount {
                try ByteFaults.apply(.tamperedAmount, to: &bytes, parts: invoice.parts)
            }
            invoices += bytes
        }
        return frame.wrap(invoices)
    }

    /// All invoices signed once, over `DLieu`.
    private func package() throws(SynthError) -> [UInt8] {
        let inherited = frame.attributes(vendor.messageNamespaces)
        let data = content(inherited)
        var bytes = frame.head().raw + data.raw
        var out = DualWriter(depth: 1)
        out.isIndented = vendor.isIndented
        out.open("CKSNNT")
        bytes += out.raw
        if batch.fault != .unsignedPackage {
            var writer = SignatureWriter(
                vendor: vendor,
                signer: batch.signer,
                signingTime: batch.signingText,
                dataID: batch.id,
                inherited: inherited,
                serial: batch.serial
            )
            writer.place = .package
            var signed = data.canonical
            if batch.fault == .oneSigned, let first = batch.invoices.first {
                writer.dataID = dataID(of: first)
                signed = invoiceData(first, inherited: frame.attributes(vendor.messageNamespaces + names)).canonical
            }
            bytes += try writer.signature(over: signed)
        }
        var tail = DualWriter(depth: 2)
        tail.isIndented = vendor.isIndented
        tail.close("CKSNNT")
        tail.close("TDiep")
        bytes += tail.raw
        if batch.fault == .tamperedPackage, let first = batch.invoices.first {
            try ByteFaults.apply(.tamperedAmount, to: &bytes, parts: first.parts)
        }
        return bytes
    }

    private var names: [(prefix: String, name: String)] { vendor.invoiceNamespaces }

    /// `DLieu`, as written and canonical with the namespaces in scope.
    private func content(_ inherited: String) -> DualWriter {
        var out = DualWriter(depth: 1)
        out.isIndented = vendor.isIndented
        out.openApex("DLieu", " Id=\"\(batch.id)\"", canonical: inherited)
        for invoice in batch.invoices {
            out.open("HDon", frame.attributes(names))
            out.append(apex: invoiceData(invoice, inherited: ""))
            if let code = invoice.code { out.leaf("MCCQT", code) }
            if vendor == .padded { out.leaf("Fkey", String(invoice.parts.serial)) }
            out.open("DSCKS")
            out.empty("NBan")
            out.empty("NMua")
            out.close("DSCKS")
            out.close("HDon")
        }
        out.close("DLieu")
        return out
    }

    private func invoiceData(_ invoice: BatchInvoice, inherited: String) -> DualWriter {
        InvoiceWriter.write(
            invoice.parts.draft,
            vendor: vendor,
            id: dataID(of: invoice),
            inherited: inherited,
            textStyle: vendor.textStyle
        )
    }

    private func dataID(of invoice: BatchInvoice) -> String { vendor.dataID(serial: invoice.parts.serial) }
}
