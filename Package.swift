// swift-tools-version: 6.2
import PackageDescription

/// `Scripts/check` sets XACTHUC_STRICT=1: every warning in our own targets is an error there. Users who
/// build with a newer compiler still get a build.
let strict = Context.environment["XACTHUC_STRICT"] == "1"

let package = Package(
    name: "XacThuc",
    products: [
        .executable(name: "xacthuc", targets: ["xacthuc"]),
        .library(name: "InvoiceEngine", targets: ["InvoiceEngine"]),
        .library(name: "InvoiceSynth", targets: ["InvoiceSynth"]),
        // Every module by itself, for the package in Benchmarks/; no promise of stability.
        .library(
            name: "XacThucModules",
            targets: [
                "InvoiceModel", "InvoiceXML", "InvoiceSignature", "InvoiceRules", "InvoiceCode", "InvoiceLedger",
                "InvoiceEngine", "InvoiceSynth", "OpenSSL", "SQLite",
            ]
        ),
    ],
    traits: [
        .trait(name: "Zstd", description: "Archives compressed with Zstandard, by libzstd; without it by zlib."),
        .default(enabledTraits: ["Zstd"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/swiftcsv/SwiftCSV", from: "0.10.0"),
    ],
    targets: [
        // System libraries. Only the wrapper of the same name imports each.
        .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
        .systemLibrary(name: "COpenSSL", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CZstd", pkgConfig: "libzstd", providers: [.apt(["libzstd-dev"])]),

        // Wrappers: the only targets besides InvoiceXML with unsafe code.
        .target(name: "SQLite", dependencies: ["CSQLite"]),
        .target(name: "OpenSSL", dependencies: ["COpenSSL"]),
        .target(
            name: "Compression",
            dependencies: ["CZlib", .target(name: "CZstd", condition: .when(traits: ["Zstd"]))]
        ),
        .target(name: "DurableFiles"),

        // The way of one invoice, in order: imports go only up this list.
        .target(name: "InvoiceModel"),
        .target(name: "InvoiceXML", dependencies: ["InvoiceModel"]),
        .target(name: "InvoiceSignature", dependencies: ["InvoiceModel", "InvoiceXML", "OpenSSL"]),
        .target(name: "InvoiceRules", dependencies: ["InvoiceModel", "InvoiceXML"]),
        .target(name: "InvoiceCode", dependencies: ["InvoiceModel", "OpenSSL"]),
        .target(
            name: "InvoiceLedger",
            dependencies: ["InvoiceModel", "InvoiceCode", "SQLite", "OpenSSL", "DurableFiles", "Compression"],
            resources: [.embedInCode("Schema.sql")]
        ),
        .target(
            name: "InvoiceEngine",
            dependencies: [
                "InvoiceModel", "InvoiceXML", "InvoiceSignature", "InvoiceRules", "InvoiceCode",
                "InvoiceLedger", "Compression", "DurableFiles", "OpenSSL",
                .product(name: "SwiftCSV", package: "SwiftCSV"),
            ]
        ),
        // Who may use the service.
        .target(
            name: "InvoiceAccess",
            dependencies: ["InvoiceModel", "OpenSSL", "SQLite"],
            resources: [.embedInCode("Access.sql")]
        ),
        .target(
            name: "InvoiceSynth",
            dependencies: ["InvoiceModel", "InvoiceXML", "InvoiceSignature", "OpenSSL", "DurableFiles"]
        ),
        .executableTarget(
            name: "xacthuc",
            dependencies: [
                "InvoiceEngine", "InvoiceModel", "InvoiceSynth",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]
        ),

        // Tests mirror the targets; TidyTests hold the habits of the house.
        .target(name: "TestSupport", path: "Tests/TestSupport"),
        .testTarget(name: "TidyTests"),
        .testTarget(name: "SQLiteTests", dependencies: ["SQLite"]),
        .testTarget(name: "DurableFilesTests", dependencies: ["DurableFiles"]),
        .testTarget(
            name: "InvoiceCodeTests",
            dependencies: ["InvoiceCode", "InvoiceModel", "OpenSSL", "TestSupport"]
        ),
        .testTarget(
            name: "InvoiceLedgerTests",
            dependencies: [
                "InvoiceLedger", "InvoiceCode", "InvoiceModel", "OpenSSL", "DurableFiles", "SQLite", "Compression",
                "TestSupport",
            ],
            exclude: ["Fixtures"]
        ),
        .testTarget(name: "InvoiceModelTests", dependencies: ["InvoiceModel"]),
        .testTarget(
            name: "InvoiceAccessTests",
            dependencies: ["InvoiceAccess", "InvoiceModel", "OpenSSL", "SQLite", "TestSupport"]
        ),
        .testTarget(name: "CompressionTests", dependencies: ["Compression"]),
        .testTarget(name: "InvoiceEngineTests", dependencies: ["InvoiceEngine", "InvoiceModel", "Compression"]),
        .testTarget(
            name: "EndToEndTests",
            dependencies: [
                "xacthuc", "InvoiceEngine", "InvoiceLedger", "InvoiceCode", "InvoiceSignature", "InvoiceModel",
                "InvoiceRules", "InvoiceXML", "Compression", "OpenSSL", "DurableFiles", "SQLite", "TestSupport",
            ]
        ),
        .testTarget(
            name: "ExampleTests",
            dependencies: ["InvoiceEngine", "InvoiceModel", "InvoiceRules", "InvoiceSignature", "InvoiceXML"]
        ),
        .testTarget(name: "InvoiceXMLTests", dependencies: ["InvoiceModel", "InvoiceXML", "TestSupport"]),
        .testTarget(name: "OpenSSLTests", dependencies: ["OpenSSL"]),
        .testTarget(
            name: "InvoiceSynthTests",
            dependencies: [
                "InvoiceModel", "InvoiceXML", "InvoiceSignature", "InvoiceRules", "OpenSSL", "InvoiceSynth",
            ]
        ),
        .testTarget(
            name: "InvoiceSignatureTests",
            dependencies: ["InvoiceModel", "InvoiceXML", "InvoiceSignature", "OpenSSL", "TestSupport"]
        ),
        .testTarget(name: "InvoiceRulesTests", dependencies: ["InvoiceModel", "InvoiceXML", "InvoiceRules"]),
    ],
    swiftLanguageModes: [.v6]
)

for target in package.targets where target.type != .system {
    target.swiftSettings = [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableExperimentalFeature("Lifetimes"),
        .strictMemorySafety(),
    ]
    if strict { target.swiftSettings?.append(.treatAllWarnings(as: .error)) }
}

/// `Scripts/torture --broken` breaks the order of effects on purpose, to prove that torture notices.
let broken = ["receipt-before-commit": "InvoiceEngine", "archive-not-synced": "InvoiceLedger"]
if let order = Context.environment["XACTHUC_BROKEN"] {
    for target in package.targets where target.name == broken[order] {
        target.swiftSettings?.append(.define("BROKEN"))
    }
}
