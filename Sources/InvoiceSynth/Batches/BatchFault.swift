import InvoiceModel

/// One way in which a single invoice of a message of many is not registered.
enum BatchInvoiceFault: String, Sendable, CaseIterable {
    // Signature and code
    case tamperedAmount, unsigned, carriesCode, codeMissing, codeShape, codeForm, codeYear, codePrefix, codeReused
    // Symbol and number
    case otherLetter, otherType, usedNumber, numberZero
    // Content
    case missingAddress, badDate, longName, noLines

    /// Whether invoices of that type can have it.
    func fits(_ type: MessageType) -> Bool {
        switch self {
        case .tamperedAmount, .unsigned: type == .uncoded
        case .carriesCode: type != .cashRegister
        case .codeMissing, .codeShape, .codeForm, .codeYear, .codePrefix, .codeReused: type == .cashRegister
        default: true
        }
    }

    /// Whether it needs a good invoice before it in the message.
    var needsEarlier: Bool { self == .codeReused || self == .usedNumber }

    /// What must be found.
    func codes(_ type: MessageType) -> [RuleCode] {
        switch self {
        case .tamperedAmount: [.sigDigestAndValue]
        case .unsigned: [.sigSellerPresent]
        case .carriesCode: [type == .uncoded ? .envNoCodeInRequest : .mttUncoded]
        case .codeMissing, .codeShape: [.mttCodePattern]
        case .codeForm: [.mttCodeForm]
        case .codeYear: [.mttCodeYear]
        case .codePrefix: [.mttCodePrefixOwner]
        case .codeReused: [.mttCodeUnique]
        case .otherLetter: [.seriesCodeLetterVsMessage]
        case .otherType: [.seriesCashM]
        case .usedNumber: [.idUniqueTuple]
        case .numberZero: [.numRange]
        case .missingAddress: [.envMandatoryPresent]
        case .badDate: [.envDateFormat]
        case .longName: [.envFieldLength]
        case .noLines: [.linePresent]
        }
    }

    /// The same change of an invoice sent alone, where there is one.
    var content: Fault? {
        switch self {
        case .missingAddress: .missingAddress
        case .badDate: .badDate
        case .longName: .longName
        case .noLines: .noLines
        default: nil
        }
    }
}

/// One way in which a message of many is bad as a whole.
enum BatchFault: String, Sendable, CaseIterable {
    // Answered with a 999
    case wrongCount, twoSellers, noInvoice
    // Every invoice is refused
    case tamperedPackage, unsignedPackage, oneSigned, otherSigner, uncoveredSeller
    // Every invoice was registered before
    case repeated, wrappedAgain

    /// Whether messages of that type can have it.
    func fits(_ type: MessageType) -> Bool {
        switch self {
        case .tamperedPackage, .unsignedPackage, .oneSigned: type.isSignedOnce
        // Nobody is refused for a registration that the wire cannot tell of yet.
        case .uncoveredSeller: type != .cashRegisterUncoded
        default: true
        }
    }

    /// What must be found of the message, or of each of its invoices.
    func codes(_ type: MessageType) -> [RuleCode] {
        switch self {
        case .wrongCount: [.envCountMatches]
        case .twoSellers: [.envOneKindOneTaxpayer]
        case .noInvoice: [.envBatchEmpty]
        case .tamperedPackage: [.sigBatch206, .sigDigestAndValue]
        case .unsignedPackage: [.sigBatch206]
        case .oneSigned: [.sigBatch206, .sigReferenceOutside, .sigCoversData]
        case .otherSigner: [.sigCertRegistered, .sigCertOwner]
        case .uncoveredSeller: type == .uncoded ? [.regUncodedCovered] : [.regCashCovered, .mttCodePrefixOwner]
        case .repeated, .wrappedAgain: []
        }
    }

    /// Whether the message is answered with a 999.
    var isTechnical: Bool { self == .wrongCount || self == .twoSellers || self == .noInvoice }
    /// Whether it repeats a message that went out.
    var isRepeat: Bool { self == .repeated || self == .wrappedAgain }
}
