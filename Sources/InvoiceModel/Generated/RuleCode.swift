// Made by Scripts/generate from Data/rules.tsv. Change that, not this.

/// Every rule by its stable code, in order of precedence. Codes are never reused.
public enum RuleCode: UInt16, Sendable, CaseIterable {
    /// `xml.too-large`: The message is larger than the limit.
    case xmlTooLarge
    /// `xml.not-utf8`: The bytes are not well-formed UTF-8.
    case xmlNotUtf8
    /// `xml.encoding`: The XML declaration names another encoding than UTF-8.
    case xmlEncoding
    /// `xml.doctype`: A document type declaration is not allowed.
    case xmlDoctype
    /// `xml.entity`: An entity reference that XML does not predefine.
    case xmlEntity
    /// `xml.character`: A character that XML 1.0 forbids.
    case xmlCharacter
    /// `xml.syntax`: The text is not well-formed XML.
    case xmlSyntax
    /// `xml.namespace`: A namespace prefix is unbound or misused.
    case xmlNamespace
    /// `xml.trailing`: Content after the end of the document.
    case xmlTrailing
    /// `xml.depth`: Elements are nested deeper than the limit.
    case xmlDepth
    /// `xml.elements`: More elements than the limit.
    case xmlElements
    /// `xml.attributes`: More attributes on one element than the limit.
    case xmlAttributes
    /// `xml.name-length`: A name is longer than the limit.
    case xmlNameLength
    /// `xml.text-length`: A text or attribute value is longer than the limit.
    case xmlTextLength
    /// `xml.namespaces`: More namespaces than the limit.
    case xmlNamespaces
    /// `xml.lines`: More lines in one invoice than the limit.
    case xmlLines
    /// `xml.not-a-message`: The document is neither a message nor an invoice.
    case xmlNotAMessage
    /// `json.syntax`: The line is not JSON.
    case jsonSyntax
    /// `json.trailing`: Something follows the object on its line.
    case jsonTrailing
    /// `json.empty-line`: The line is empty.
    case jsonEmptyLine
    /// `json.duplicate-key`: A key stands twice in one object.
    case jsonDuplicateKey
    /// `json.key`: A key that cannot be the name of an element.
    case jsonKey
    /// `json.value`: A value of a kind that no field has.
    case jsonValue
    /// `json.number`: A number in exponent form.
    case jsonNumber
    /// `json.surrogate`: An escape of half a surrogate pair.
    case jsonSurrogate
    /// `json.signature`: A signature of XML in a line of JSON.
    case jsonSignature
    /// `env.header-missing`: The message header lacks a field that is needed to answer.
    case envHeaderMissing
    /// `env.header-structure`: A part of the header occurs twice or is longer than allowed.
    case envHeaderStructure
    /// `env.type-known`: This type of message is not served.
    case envTypeKnown
    /// `env.pban-known`: The version of the message is not a known one.
    case envPbanKnown
    /// `env.sender-format`: The sender must be V or K and a tax code without dash.
    case envSenderFormat
    /// `env.receiver-is-tct`: The receiver must be TCT.
    case envReceiverIsTct
    /// `env.msgid-format`: The message id must be the sender and 32 hexadecimal digits.
    case envMsgidFormat
    /// `env.msgid-uuid`: The message id should be upper case and a version 4 UUID.
    case envMsgidUuid
    /// `env.msgid-unique`: The message id was used before for other content.
    case envMsgidUnique
    /// `env.mst-header-equals-body`: The taxpayer in the header is not the seller of the invoice.
    case envMstHeaderEqualsBody
    /// `env.count-matches`: The count in the header is not the number of items.
    case envCountMatches
    /// `env.one-kind-one-taxpayer`: The invoices of one message belong to several sellers.
    case envOneKindOneTaxpayer
    /// `env.one-invoice-for-code`: A message 200 holds exactly one invoice.
    case envOneInvoiceForCode
    /// `env.batch-empty`: The message holds no invoice.
    case envBatchEmpty
    /// `env.batch-item-limit`: The message holds more invoices than the limit.
    case envBatchItemLimit
    /// `env.no-code-in-request`: The invoice carries a code or the authority's signature that it cannot have yet.
    case envNoCodeInRequest
    /// `env.empty-code-element`: The invoice carries an empty code element.
    case envEmptyCodeElement
    /// `env.mandatory-present`: A mandatory field is missing or empty.
    case envMandatoryPresent
    /// `env.field-length`: A text is longer than its field allows.
    case envFieldLength
    /// `env.number-format`: A number is not written as the standard demands.
    case envNumberFormat
    /// `env.date-format`: A date is not a real day written YYYY-MM-DD.
    case envDateFormat
    /// `env.duplicate-field`: A field that may occur once occurs again.
    case envDuplicateField
    /// `env.datetime-zone`: A time carries a zone letter; it is read as local time.
    case envDatetimeZone
    /// `env.unknown-element`: An element that the standard does not know in the signed part.
    case envUnknownElement
    /// `env.ttkhac-limit`: A free field exceeds its length or has an unknown type.
    case envTtkhacLimit
    /// `snd.direct-uncoded`: Direct senders are foreseen for invoices without code only.
    case sndDirectUncoded
    /// `snd.direct-own-or-group`: A direct sender sends for itself or its subsidiaries only.
    case sndDirectOwnOrGroup
    /// `reg.taxpayer-exists`: The seller is not in the registry.
    case regTaxpayerExists
    /// `stop.a-code-closed`: The seller's tax code is closed.
    case stopACodeClosed
    /// `stop.b-not-at-address`: The seller was found not to be at its registered address.
    case stopBNotAtAddress
    /// `stop.c-suspended`: The seller's business is suspended.
    case stopCSuspended
    /// `stop.d-enforced`: The seller's invoices are stopped to enforce a tax debt.
    case stopDEnforced
    /// `stop.dd-illicit-goods`: The seller must explain sales of smuggled, banned or fake goods.
    case stopDdIllicitGoods
    /// `stop.e-fraud`: The seller's invoices are stopped: sales that never were.
    case stopEFraud
    /// `stop.g-conditional-trade`: The seller's trade is suspended, or a violation was reported by a competent body.
    case stopGConditionalTrade
    /// `stop.h-cash-or-own-request`: The seller asked to stop such invoices, or no longer qualifies for cash registers.
    case stopHCashOrOwnRequest
    /// `stop.i-household-data`: The household's data do not match the population database.
    case stopIHouseholdData
    /// `stop.k-evasion`: The seller's invoices are stopped for tax evasion or trading in invoices.
    case stopKEvasion
    /// `stop.l-high-risk`: The seller is at high risk and must explain its use of invoices.
    case stopLHighRisk
    /// `stop.late-data`: Data of an invoice dated before the stop arrive while it is in force.
    case stopLateData
    /// `stop.delegation`: The delegate's invoices are stopped.
    case stopDelegation
    /// `reg.coded-covered`: The seller did not register invoices with code.
    case regCodedCovered
    /// `reg.uncoded-covered`: The seller did not register invoices without code.
    case regUncodedCovered
    /// `reg.cash-covered`: The seller did not register invoices from cash registers.
    case regCashCovered
    /// `reg.cash-uncoded-covered`: The seller is not known to have registered invoices without code from cash registers.
    case regCashUncodedCovered
    /// `reg.kind-covered`: The seller did not register this form of invoice.
    case regKindCovered
    /// `reg.household-coded`: A household or individual issues an invoice without code.
    case regHouseholdCoded
    /// `reg.delegation-declared`: The delegation is not declared for this date, form and symbol.
    case regDelegationDeclared
    /// `reg.delegate-eligible`: The delegate is not entitled to use electronic invoices.
    case regDelegateEligible
    /// `date.after-registration`: The invoice is dated before the registration was accepted.
    case dateAfterRegistration
    /// `sig.seller-present`: The seller's signature is missing.
    case sigSellerPresent
    /// `sig.batch-206`: The seller's signature over the package is missing, does not cover DLieu or does not verify.
    case sigBatch206
    /// `sig.structure`: The signature is not built as XML Signature demands.
    case sigStructure
    /// `sig.id-scope`: An Id occurs twice in the invoice.
    case sigIdScope
    /// `sig.single-data`: The invoice has more than one DLHDon.
    case sigSingleData
    /// `sig.reference-outside`: The signature refers to something outside its own invoice.
    case sigReferenceOutside
    /// `sig.transforms`: The signature uses a transform that is not allowed.
    case sigTransforms
    /// `sig.c14n-inclusive`: The signature uses another canonical form than inclusive C14N 1.0.
    case sigC14nInclusive
    /// `sig.algorithm-known`: The signature or digest algorithm is not served.
    case sigAlgorithmKnown
    /// `sig.algorithm`: The signature uses SHA-1.
    case sigAlgorithm
    /// `sig.key-size-served`: The key is outside the sizes served.
    case sigKeySizeServed
    /// `sig.key-size`: The key has fewer than 2048 bits.
    case sigKeySize
    /// `sig.covers-data`: The signature does not cover DLHDon.
    case sigCoversData
    /// `sig.covers-signing-time`: The signing time is missing or not covered by the signature.
    case sigCoversSigningTime
    /// `sig.digest-and-value`: A digest or the signature value does not verify.
    case sigDigestAndValue
    /// `sig.own-document`: The signature holds only with the invoice taken as a document of its own.
    case sigOwnDocument
    /// `sig.cert-attached`: The signature carries no readable certificate.
    case sigCertAttached
    /// `sig.subject-name`: The signature lacks X509SubjectName.
    case sigSubjectName
    /// `sig.cert-chain`: The certificate does not lead to a trusted authority.
    case sigCertChain
    /// `sig.cert-valid-at-signing`: The certificate was not valid at the signing time.
    case sigCertValidAtSigning
    /// `sig.cert-valid-at-receipt`: The certificate was not valid when the message arrived.
    case sigCertValidAtReceipt
    /// `sig.cert-not-revoked`: The certificate is revoked.
    case sigCertNotRevoked
    /// `sig.revocation-fresh`: The revocation list of the certificate's issuer is out of date.
    case sigRevocationFresh
    /// `sig.cert-registered`: The certificate is not on the taxpayer's registered list for that time.
    case sigCertRegistered
    /// `sig.cert-owner`: The certificate belongs to another taxpayer.
    case sigCertOwner
    /// `sig.delegate-signs`: The delegated invoice is not signed by the delegate.
    case sigDelegateSigns
    /// `sig.time-not-future`: The signing time lies after the receipt.
    case sigTimeNotFuture
    /// `sig.time-not-old`: The signing time lies too long before the receipt.
    case sigTimeNotOld
    /// `sig.exempt-cash`: An invoice from a cash register carries a signature of its own that does not hold.
    case sigExemptCash
    /// `sig.buyer-optional`: The buyer's signature is there, but does not hold.
    case sigBuyerOptional
    /// `sig.other-optional`: Another signature is there, but does not hold.
    case sigOtherOptional
    /// `form.known`: The form must be a digit from 1 to 9.
    case formKnown
    /// `form.not-served`: This form is not served yet.
    case formNotServed
    /// `form.name-matches`: The name of the invoice is that of another form.
    case formNameMatches
    /// `series.pattern`: The symbol does not follow the legal pattern.
    case seriesPattern
    /// `series.year-matches-issue-date`: The year in the symbol is not the year of the invoice date.
    case seriesYearMatchesIssueDate
    /// `series.code-letter-vs-message`: The first letter of the symbol does not fit the message: C for 200 and 206, K for 203 and 216.
    case seriesCodeLetterVsMessage
    /// `series.warehouse`: Letters N and B and form 6 go together.
    case seriesWarehouse
    /// `series.commercial`: Letter X and form 7 go together.
    case seriesCommercial
    /// `series.refund`: Letter F belongs to form 1 only.
    case seriesRefund
    /// `series.ticket`: Letters G and H belong to form 5.
    case seriesTicket
    /// `series.occurrence-L`: Letter L is issued per occurrence and sent as message 201.
    case seriesOccurrenceL
    /// `series.cash-M`: Letter M, and no other, is sent as message 206 or 216 of cash registers.
    case seriesCashM
    /// `num.range`: The number must be from 1 to 99999999.
    case numRange
    /// `qr.consistent`: The QR code says something else than the invoice.
    case qrConsistent
    /// `id.unique-tuple`: Seller, form, symbol and number were used before.
    case idUniqueTuple
    /// `mtt.code-pattern`: The cash register's code is missing or not built as MN-YY-XXXXX-NNNNNNNNNNN.
    case mttCodePattern
    /// `mtt.code-form`: The digit after M of the cash register's code is not the form.
    case mttCodeForm
    /// `mtt.code-year`: The year of the cash register's code is not that of the symbol.
    case mttCodeYear
    /// `mtt.code-prefix-owner`: The five characters of the cash register's code are not the ones allotted to the seller.
    case mttCodePrefixOwner
    /// `mtt.code-unique`: The cash register's code was used for another invoice.
    case mttCodeUnique
    /// `mtt.uncoded`: An invoice without code from a cash register carries a code.
    case mttUncoded
    /// `mtt.deduction-tax`: A VAT invoice from a cash register lacks rates or taxes.
    case mttDeductionTax
    /// `date.issue-not-future`: The invoice is dated in the future.
    case dateIssueNotFuture
    /// `date.sign-not-before-issue`: The invoice was signed before its date.
    case dateSignNotBeforeIssue
    /// `date.sign-next-wd`: The invoice was signed later than the next working day.
    case dateSignNextWd
    /// `date.send-for-code-next-wd`: The invoice was sent later than the next working day.
    case dateSendForCodeNextWd
    /// `date.uncoded-next-wd`: The invoice without code was sent later than the next working day.
    case dateUncodedNextWd
    /// `date.cash-same-day`: The invoice from a cash register was sent after its day.
    case dateCashSameDay
    /// `pty.seller-mst-format`: The seller's tax code has no legal shape.
    case ptySellerMstFormat
    /// `pty.mst-check-digit`: The check digit of the seller's tax code is wrong.
    case ptyMstCheckDigit
    /// `pty.seller-name`: The seller's name is not the registered one.
    case ptySellerName
    /// `pty.public-asset-seller`: A seller of public assets needs a tax code or a budget code of seven digits.
    case ptyPublicAssetSeller
    /// `pty.confiscated-import`: Place and first day of carriage of confiscated imports must come together.
    case ptyConfiscatedImport
    /// `pty.reserve-buyer`: A buyer from the national reserve without tax code needs an identity number.
    case ptyReserveBuyer
    /// `pty.note-internal`: A note for internal transfer lacks its order, vehicle or receiving warehouse.
    case ptyNoteInternal
    /// `pty.note-agency`: A note for goods sent to agents lacks its contract, carrier, vehicle or receiving warehouse.
    case ptyNoteAgency
    /// `pty.delegate-complete`: Code, name and address of the delegate must come together.
    case ptyDelegateComplete
    /// `pty.buyer-mst-format`: The buyer's tax code has no legal shape.
    case ptyBuyerMstFormat
    /// `pty.buyer-check-digit`: The check digit of the buyer's tax code is wrong.
    case ptyBuyerCheckDigit
    /// `pty.buyer-mst-exists`: The buyer is not an active taxpayer of the registry.
    case ptyBuyerMstExists
    /// `pty.buyer-business`: A buyer with a tax code should have name and address.
    case ptyBuyerBusiness
    /// `pty.buyer-cccd-format`: A personal id has exactly twelve digits.
    case ptyBuyerCccdFormat
    /// `pty.buyer-budget-code`: A budget code has exactly seven digits.
    case ptyBuyerBudgetCode
    /// `pty.consumer-text`: A buyer without data should be shown as a consumer.
    case ptyConsumerText
    /// `pty.free-zone-flag`: The flag for non-tariff zones should be 0 or 1.
    case ptyFreeZoneFlag
    /// `cur.code`: The currency is not a code of ISO 4217.
    case curCode
    /// `cur.dong-alias`: The currency is written as a sign instead of VND.
    case curDongAlias
    /// `cur.rate-present`: A foreign currency needs its rate.
    case curRatePresent
    /// `cur.rate-format`: The rate has more digits than allowed.
    case curRateFormat
    /// `cur.rate-with-vnd`: An invoice in VND has a rate other than 1.
    case curRateWithVnd
    /// `cur.qr`: The QR code names another currency.
    case curQr
    /// `line.present`: The invoice has no line.
    case linePresent
    /// `line.kind`: The kind of a line must be from 1 to 5.
    case lineKind
    /// `line.name`: A line has no name.
    case lineName
    /// `line.amount`: A line has no amount.
    case lineAmount
    /// `line.note-without-amount`: A note carries an amount.
    case lineNoteWithoutAmount
    /// `line.qty-price`: A line lacks unit, quantity or price.
    case lineQtyPrice
    /// `line.arith`: Quantity times price less discount is not the amount.
    case lineArith
    /// `line.rate-present`: A line has no tax rate.
    case lineRatePresent
    /// `line.rate-list`: The tax rate is not on the list.
    case lineRateList
    /// `line.rate-leasing`: The rate is written CTCT instead of CTTC.
    case lineRateLeasing
    /// `line.discount-sign`: A trade discount should be a positive amount.
    case lineDiscountSign
    /// `line.attached-list`: Number and date of the attached list must come together.
    case lineAttachedList
    /// `line.special-goods`: Special goods lack their details.
    case lineSpecialGoods
    /// `line.vehicle`: A vehicle lacks its chassis or engine number.
    case lineVehicle
    /// `line.platform-freight`: Freight of a digital platform lacks the sender's name, address or code.
    case linePlatformFreight
    /// `pty.vehicle-buyer`: The buyer of a vehicle needs a name and a tax code or personal id.
    case ptyVehicleBuyer
    /// `sum.block-present`: The invoice has no totals.
    case sumBlockPresent
    /// `sum.ceiling`: An amount exceeds the ceiling for one invoice.
    case sumCeiling
    /// `sum.pre-tax`: The lines do not add up to the total before tax.
    case sumPreTax
    /// `sum.tax-total`: The taxes by rate do not add up to the total tax.
    case sumTaxTotal
    /// `sum.payable`: Total before tax and tax do not add up to the total to pay.
    case sumPayable
    /// `sum.payable-sales`: The lines do not add up to the total to pay.
    case sumPayableSales
    /// `sum.rate-table`: The table by rate does not agree with the lines.
    case sumRateTable
    /// `sum.rate-table-missing`: The table by rate is missing.
    case sumRateTableMissing
    /// `sum.rate-times-base`: Base times rate is not the tax.
    case sumRateTimesBase
    /// `sum.no-tax-on-exempt`: Tax on a rate that has none.
    case sumNoTaxOnExempt
    /// `sum.form2-no-vat`: A sales invoice shows VAT.
    case sumForm2NoVat
    /// `sum.notes-no-total`: A note for internal transfer shows a tax, a rate or a total to pay.
    case sumNotesNoTotal
    /// `sum.words-present`: The total in words is missing.
    case sumWordsPresent
    /// `sum.fees`: Name and amount of a fee must come together.
    case sumFees
    /// `sum.trade-discount`: The trade discount exceeds the goods and services sold.
    case sumTradeDiscount
    /// `rel.kind`: The kind of relation must be 1 to 4.
    case relKind
    /// `rel.many-message`: Corrections of many invoices are sent as message 208.
    case relManyMessage
    /// `rel.source-kind`: The kind of the related invoice must be 1 to 4.
    case relSourceKind
    /// `rel.block-complete`: Form, symbol, number and date of the related invoice must come together.
    case relBlockComplete
    /// `rel.not-self`: The invoice relates to itself.
    case relNotSelf
    /// `rel.original-exists`: The related invoice is unknown.
    case relOriginalExists
    /// `rel.original-uncoded`: The related invoice without code has not arrived.
    case relOriginalUncoded
    /// `rel.original-date`: The date of the related invoice differs.
    case relOriginalDate
    /// `rel.original-later`: The related invoice is dated after this one.
    case relOriginalLater
    /// `rel.not-already-replaced`: The related invoice was replaced before.
    case relNotAlreadyReplaced
    /// `rel.adjust-replaced`: The adjusted invoice was replaced before.
    case relAdjustReplaced
    /// `rel.first-method-binds`: A later correction uses another method than the first.
    case relFirstMethodBinds
    /// `rel.no-identity-adjust-only`: A related invoice without number can only be adjusted.
    case relNoIdentityAdjustOnly
    /// `rel.decree51-replace-only`: A related invoice of the old decrees can only be replaced.
    case relDecree51ReplaceOnly
    /// `rel.cash-replace-only`: A wrong invoice of a cash register is replaced, not adjusted.
    case relCashReplaceOnly
    /// `rel.asset-replace-only`: A wrong invoice over goods to be registered is replaced, not adjusted.
    case relAssetReplaceOnly

    /// The stable text of the code, such as `series.pattern`.
    public var slug: String { RuleCode.slugs[Int(rawValue)] }

    private static let slugs: [String] = [
        "xml.too-large",
        "xml.not-utf8",
        "xml.encoding",
        "xml.doctype",
        "xml.entity",
        "xml.character",
        "xml.syntax",
        "xml.namespace",
        "xml.trailing",
        "xml.depth",
        "xml.elements",
        "xml.attributes",
        "xml.name-length",
        "xml.text-length",
        "xml.namespaces",
        "xml.lines",
        "xml.not-a-message",
        "json.syntax",
        "json.trailing",
        "json.empty-line",
        "json.duplicate-key",
        "json.key",
        "json.value",
        "json.number",
        "json.surrogate",
        "json.signature",
        "env.header-missing",
        "env.header-structure",
        "env.type-known",
        "env.pban-known",
        "env.sender-format",
        "env.receiver-is-tct",
        "env.msgid-format",
        "env.msgid-uuid",
        "env.msgid-unique",
        "env.mst-header-equals-body",
        "env.count-matches",
        "env.one-kind-one-taxpayer",
        "env.one-invoice-for-code",
        "env.batch-empty",
        "env.batch-item-limit",
        "env.no-code-in-request",
        "env.empty-code-element",
        "env.mandatory-present",
        "env.field-length",
        "env.number-format",
        "env.date-format",
        "env.duplicate-field",
        "env.datetime-zone",
        "env.unknown-element",
        "env.ttkhac-limit",
        "snd.direct-uncoded",
        "snd.direct-own-or-group",
        "reg.taxpayer-exists",
        "stop.a-code-closed",
        "stop.b-not-at-address",
        "stop.c-suspended",
        "stop.d-enforced",
        "stop.dd-illicit-goods",
        "stop.e-fraud",
        "stop.g-conditional-trade",
        "stop.h-cash-or-own-request",
        "stop.i-household-data",
        "stop.k-evasion",
        "stop.l-high-risk",
        "stop.late-data",
        "stop.delegation",
        "reg.coded-covered",
        "reg.uncoded-covered",
        "reg.cash-covered",
        "reg.cash-uncoded-covered",
        "reg.kind-covered",
        "reg.household-coded",
        "reg.delegation-declared",
        "reg.delegate-eligible",
        "date.after-registration",
        "sig.seller-present",
        "sig.batch-206",
        "sig.structure",
        "sig.id-scope",
        "sig.single-data",
        "sig.reference-outside",
        "sig.transforms",
        "sig.c14n-inclusive",
        "sig.algorithm-known",
        "sig.algorithm",
        "sig.key-size-served",
        "sig.key-size",
        "sig.covers-data",
        "sig.covers-signing-time",
        "sig.digest-and-value",
        "sig.own-document",
        "sig.cert-attached",
        "sig.subject-name",
        "sig.cert-chain",
        "sig.cert-valid-at-signing",
        "sig.cert-valid-at-receipt",
        "sig.cert-not-revoked",
        "sig.revocation-fresh",
        "sig.cert-registered",
        "sig.cert-owner",
        "sig.delegate-signs",
        "sig.time-not-future",
        "sig.time-not-old",
        "sig.exempt-cash",
        "sig.buyer-optional",
        "sig.other-optional",
        "form.known",
        "form.not-served",
        "form.name-matches",
        "series.pattern",
        "series.year-matches-issue-date",
        "series.code-letter-vs-message",
        "series.warehouse",
        "series.commercial",
        "series.refund",
        "series.ticket",
        "series.occurrence-L",
        "series.cash-M",
        "num.range",
        "qr.consistent",
        "id.unique-tuple",
        "mtt.code-pattern",
        "mtt.code-form",
        "mtt.code-year",
        "mtt.code-prefix-owner",
        "mtt.code-unique",
        "mtt.uncoded",
        "mtt.deduction-tax",
        "date.issue-not-future",
        "date.sign-not-before-issue",
        "date.sign-next-wd",
        "date.send-for-code-next-wd",
        "date.uncoded-next-wd",
        "date.cash-same-day",
        "pty.seller-mst-format",
        "pty.mst-check-digit",
        "pty.seller-name",
        "pty.public-asset-seller",
        "pty.confiscated-import",
        "pty.reserve-buyer",
        "pty.note-internal",
        "pty.note-agency",
        "pty.delegate-complete",
        "pty.buyer-mst-format",
        "pty.buyer-check-digit",
        "pty.buyer-mst-exists",
        "pty.buyer-business",
        "pty.buyer-cccd-format",
        "pty.buyer-budget-code",
        "pty.consumer-text",
        "pty.free-zone-flag",
        "cur.code",
        "cur.dong-alias",
        "cur.rate-present",
        "cur.rate-format",
        "cur.rate-with-vnd",
        "cur.qr",
        "line.present",
        "line.kind",
        "line.name",
        "line.amount",
        "line.note-without-amount",
        "line.qty-price",
        "line.arith",
        "line.rate-present",
        "line.rate-list",
        "line.rate-leasing",
        "line.discount-sign",
        "line.attached-list",
        "line.special-goods",
        "line.vehicle",
        "line.platform-freight",
        "pty.vehicle-buyer",
        "sum.block-present",
        "sum.ceiling",
        "sum.pre-tax",
        "sum.tax-total",
        "sum.payable",
        "sum.payable-sales",
        "sum.rate-table",
        "sum.rate-table-missing",
        "sum.rate-times-base",
        "sum.no-tax-on-exempt",
        "sum.form2-no-vat",
        "sum.notes-no-total",
        "sum.words-present",
        "sum.fees",
        "sum.trade-discount",
        "rel.kind",
        "rel.many-message",
        "rel.source-kind",
        "rel.block-complete",
        "rel.not-self",
        "rel.original-exists",
        "rel.original-uncoded",
        "rel.original-date",
        "rel.original-later",
        "rel.not-already-replaced",
        "rel.adjust-replaced",
        "rel.first-method-binds",
        "rel.no-identity-adjust-only",
        "rel.decree51-replace-only",
        "rel.cash-replace-only",
        "rel.asset-replace-only",
    ]

    /// The weight where a policy says nothing else.
    public var defaultSeverity: Severity { RuleCode.severities[Int(rawValue)] }

    private static let severities: [Severity] = [
        .reject,
        .reject,
        .reject,
        .reject,
        .reject,
        .reject,
        .reject,
        .reject,
        .reject,
        .reject,
        .reject,
        .reject,
        .reject,
        .reject,
        .reject,
        .reject,
        .reject,
        .reject,
        .reject,
        .reject,
        .reject,
        .reject,
        .reject,
        .reject,
        .reject,
        .reject,
        .reject,
        .reject,
        .reject,
        .warn,
        .reject,
        .reject,
        .reject,
        .warn,
        .reject,
        .reject,
        .reject,
        .reject,
        .reject,
        .reject,
        .reject,
        .reject,
        .warn,
        .reject,
        .reject,
        .reject,
        .reject,
        .reject,
        .warn,
        .warn,
        .warn,
        .warn,
        .warn,
        .reject,
        .reject,
        .reject,
        .reject,
        .reject,
        .reject,
        .reject,
        .reject,
        .reject,
        .reject,
        .reject,
        .reject,
        .warn,
        .reject,
        .reject,
        .reject,
        .reject,
        .warn,
        .reject,
        .warn,
        .reject,
        .reject,
        .reject,
        .reject,
        .reject,
        .reject,
        .reject,
        .reject,
        .reject,
        .reject,
        .reject,
        .reject,
        .warn,
        .reject,
        .warn,
        .reject,
        .reject,
        .reject,
        .warn,
        .reject,
        .warn,
        .reject,
        .reject,
        .reject,
        .reject,
        .warn,
        .reject,
        .reject,
        .reject,
        .warn,
        .warn,
        .warn,
        .warn,
        .warn,
        .reject,
        .off,
        .off,
        .reject,
        .reject,
        .reject,
        .reject,
        .reject,
        .reject,
        .warn,
        .reject,
        .reject,
        .reject,
        .off,
        .reject,
        .reject,
        .reject,
        .reject,
        .reject,
        .reject,
        .reject,
        .warn,
        .reject,
        .warn,
        .warn,
        .warn,
        .warn,
        .warn,
        .reject,
        .off,
        .warn,
        .reject,
        .off,
        .warn,
        .reject,
        .reject,
        .reject,
        .warn,
        .warn,
        .off,
        .warn,
        .reject,
        .reject,
        .warn,
        .warn,
        .reject,
        .warn,
        .warn,
        .reject,
        .off,
        .warn,
        .reject,
        .reject,
        .reject,
        .reject,
        .warn,
        .warn,
        .warn,
        .warn,
        .reject,
        .warn,
        .warn,
        .warn,
        .warn,
        .warn,
        .off,
        .warn,
        .reject,
        .reject,
        .warn,
        .warn,
        .warn,
        .warn,
        .warn,
        .warn,
        .warn,
        .warn,
        .off,
        .warn,
        .warn,
        .warn,
        .warn,
        .reject,
        .reject,
        .reject,
        .reject,
        .reject,
        .reject,
        .warn,
        .warn,
        .reject,
        .reject,
        .warn,
        .warn,
        .reject,
        .reject,
        .warn,
        .warn,
    ]

    /// Which message answers a refusal by this rule; rules that warn by default refuse with 204.
    public var answer: Answer { RuleCode.answers[Int(rawValue)] }

    private static let answers: [Answer] = [
        .technical,
        .technical,
        .technical,
        .technical,
        .technical,
        .technical,
        .technical,
        .technical,
        .technical,
        .technical,
        .technical,
        .technical,
        .technical,
        .technical,
        .technical,
        .technical,
        .technical,
        .technical,
        .technical,
        .technical,
        .technical,
        .technical,
        .technical,
        .technical,
        .technical,
        .technical,
        .technical,
        .technical,
        .technical,
        .notice,
        .technical,
        .technical,
        .technical,
        .notice,
        .technical,
        .technical,
        .technical,
        .technical,
        .technical,
        .technical,
        .technical,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .technical,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
        .notice,
    ]
}
