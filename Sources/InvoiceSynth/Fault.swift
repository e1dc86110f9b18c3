import InvoiceModel

/// What `submit` must answer for one file.
public enum ExpectedStatus: String, Sendable {
    /// It gets a code.
    case issued
    /// It repeats an issued one and gets that one's code.
    case duplicate
    /// It is refused, with findings.
    case rejected
    /// It cannot be read.
    case unreadable
}

/// One way of not being issued.
enum Fault: String, Sendable, CaseIterable {
    // Signature
    case tamperedAmount, tamperedTime, tamperedValue, unsigned, uncoveredTime, forbiddenTransform, exclusiveForm
    case unknownAlgorithm, noCertificate, outsideReference, secondData, doubledID
    // Certificate
    case expired, lapsed, foreign, revoked, stranger, unlisted
    // Registry
    case unknownSeller, closedSeller, suspendedSeller, uncodedSeller, newcomer, unregisteredForm
    // Form, symbol, number, date
    case formWithoutLetter, unknownForm, symbolPattern, symbolYear, uncodedSymbol, cashSymbol, occurrenceSymbol
    case warehouseSymbol, commercialSymbol, refundSymbol, numberZero, usedNumber, futureDate, badDate
    // Content
    case missingAddress, badNumber, exponent, longName, shortPersonalID, shortBudgetCode, noLines, lineKind
    case lineWithoutAmount, unknownRate, noTotals, overCeiling, badCurrency, badExchangeRate
    // Related invoice
    case unknownOriginal, ownOriginal, unknownRelation, incompleteRelation, replacedTwice
    // Envelope
    case otherTaxpayer, wrongCount, unservedType, otherReceiver, badSender, badMessageID, reusedMessageID, twoInvoices
    case carriesCode
    // Bytes
    case doctype, entity, truncated, otherEncoding, brokenUTF8, trailing, unboundPrefix, controlCharacter
    // Repeats
    case repeated, signedAgain, repeatedRefusal
    // Forms 3 to 6
    case noteWithoutOrder, noteWithoutContract, noteWithoutWarehouse, letterOfNotes, assetWithoutName
    case reserveWithoutAddress, reserveWithoutTotal, ticketRate, ticketWithoutAmount

    /// What must be answered.
    var expected: (status: ExpectedStatus, codes: [RuleCode]) {
        switch self {
        case .repeated, .signedAgain: (.duplicate, [])
        case .doctype: (.unreadable, [.xmlDoctype])
        case .entity: (.unreadable, [.xmlEntity])
        case .truncated: (.unreadable, [.xmlSyntax])
        case .otherEncoding: (.unreadable, [.xmlEncoding])
        case .brokenUTF8: (.unreadable, [.xmlNotUtf8])
        case .trailing: (.unreadable, [.xmlTrailing])
        case .unboundPrefix: (.unreadable, [.xmlNamespace])
        case .controlCharacter: (.unreadable, [.xmlCharacter])
        default: (.rejected, signatureCodes ?? contentCodes ?? formCodes ?? envelopeCodes)
        }
    }

    private var signatureCodes: [RuleCode]? {
        switch self {
        case .tamperedAmount, .tamperedTime, .tamperedValue: [.sigDigestAndValue]
        case .unsigned: [.sigSellerPresent]
        case .uncoveredTime: [.sigCoversSigningTime]
        case .forbiddenTransform: [.sigTransforms]
        case .exclusiveForm: [.sigC14nInclusive]
        case .unknownAlgorithm: [.sigAlgorithmKnown]
        case .noCertificate: [.sigCertAttached]
        case .outsideReference: [.sigReferenceOutside]
        case .secondData: [.sigSingleData]
        case .doubledID: [.sigIdScope]
        case .expired: [.sigCertValidAtSigning, .sigCertValidAtReceipt]
        case .lapsed: [.sigCertValidAtReceipt]
        case .foreign: [.sigCertChain]
        case .revoked: [.sigCertNotRevoked]
        case .stranger: [.sigCertOwner]
        case .unlisted: [.sigCertRegistered]
        default: nil
        }
    }

    private var contentCodes: [RuleCode]? {
        switch self {
        case .unknownSeller: [.regTaxpayerExists]
        case .closedSeller: [.stopACodeClosed]
        case .suspendedSeller: [.stopCSuspended]
        case .uncodedSeller: [.regCodedCovered]
        case .newcomer: [.dateAfterRegistration]
        case .unregisteredForm: [.regKindCovered]
        case .formWithoutLetter: [.seriesWarehouse]
        case .unknownForm: [.formKnown]
        case .symbolPattern: [.seriesPattern]
        case .symbolYear: [.seriesYearMatchesIssueDate]
        case .uncodedSymbol: [.seriesCodeLetterVsMessage]
        case .cashSymbol: [.seriesCashM]
        case .occurrenceSymbol: [.seriesOccurrenceL]
        case .warehouseSymbol: [.seriesWarehouse]
        case .commercialSymbol: [.seriesCommercial]
        case .refundSymbol: [.seriesRefund]
        case .numberZero: [.numRange]
        case .usedNumber: [.idUniqueTuple]
        case .futureDate: [.dateIssueNotFuture]
        case .badDate: [.envDateFormat]
        case .missingAddress: [.envMandatoryPresent]
        case .badNumber, .exponent: [.envNumberFormat]
        case .longName: [.envFieldLength]
        case .shortPersonalID: [.ptyBuyerCccdFormat]
        case .shortBudgetCode: [.ptyBuyerBudgetCode]
        case .noLines: [.linePresent]
        case .lineKind: [.lineKind]
        case .lineWithoutAmount: [.lineAmount]
        case .unknownRate: [.lineRateList]
        case .noTotals: [.sumBlockPresent]
        case .overCeiling: [.sumCeiling]
        case .badCurrency: [.curCode]
        case .badExchangeRate: [.curRateFormat]
        case .unknownOriginal: [.relOriginalExists]
        case .ownOriginal: [.relNotSelf]
        case .unknownRelation: [.relKind]
        case .incompleteRelation: [.relBlockComplete]
        case .replacedTwice: [.relNotAlreadyReplaced]
        default: nil
        }
    }

    private var formCodes: [RuleCode]? {
        switch self {
        case .noteWithoutOrder: [.ptyNoteInternal]
        case .noteWithoutContract, .noteWithoutWarehouse: [.ptyNoteAgency]
        case .letterOfNotes: [.seriesWarehouse]
        case .assetWithoutName, .reserveWithoutAddress: [.envMandatoryPresent]
        case .reserveWithoutTotal: [.sumBlockPresent]
        case .ticketRate: [.lineRateList]
        case .ticketWithoutAmount: [.lineAmount]
        default: nil
        }
    }

    /// The form it is a fault of, and the type letter it begins with; `nil` for a fault of every form.
    var form: (digit: UInt8, letter: Character)? {
        switch self {
        case .noteWithoutOrder: (6, "N")
        case .noteWithoutContract, .noteWithoutWarehouse: (6, "B")
        case .letterOfNotes, .assetWithoutName: (3, "D")
        case .reserveWithoutAddress, .reserveWithoutTotal: (4, "D")
        case .ticketRate: (5, "G")
        case .ticketWithoutAmount: (5, "H")
        default: nil
        }
    }

    /// The faults of every form and of those forms.
    static func all(with forms: Set<UInt8>) -> [Fault] {
        allCases.filter { fault in fault.form.map { forms.contains($0.digit) } ?? true }
    }

    private var envelopeCodes: [RuleCode] {
        switch self {
        case .otherTaxpayer: [.envMstHeaderEqualsBody]
        case .wrongCount: [.envCountMatches]
        case .unservedType: [.envTypeKnown]
        case .otherReceiver: [.envReceiverIsTct]
        case .badSender: [.envSenderFormat]
        case .badMessageID: [.envMsgidFormat]
        case .reusedMessageID: [.envMsgidUnique]
        case .twoInvoices: [.envOneInvoiceForCode]
        case .carriesCode: [.envNoCodeInRequest]
        default: []
        }
    }

    /// Whose message it is, where the fault lies in the taxpayer or its certificate.
    var role: Role? {
        switch self {
        case .expired: .expired
        case .lapsed: .lapsed
        case .foreign: .foreign
        case .revoked: .revoked
        case .stranger: .stranger
        case .unlisted: .unlisted
        case .unknownSeller: .unknown
        case .closedSeller: .closed
        case .suspendedSeller: .suspended
        case .uncodedSeller: .uncoded
        case .newcomer: .newcomer
        case .unregisteredForm: .vatOnly
        case .formWithoutLetter, .refundSymbol: .manyForms
        default: nil
        }
    }
}
