// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "XacThucBenchmarks",
    dependencies: [
        .package(name: "XacThuc", path: "../"),
        // Without its traits: the allocation counter needs jemalloc, and callgrind counts allocations here.
        .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.1", traits: []),
    ],
    targets: [
        .executableTarget(
            name: "Micro",
            dependencies: [
                .product(name: "XacThucModules", package: "XacThuc"),
                .product(name: "Benchmark", package: "benchmark"),
            ],
            path: "Micro",
            plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]
        ),
        .executableTarget(
            name: "Macro",
            dependencies: [.product(name: "XacThucModules", package: "XacThuc")],
            path: "Macro"
        ),
        .executableTarget(
            name: "Fill",
            dependencies: [.product(name: "XacThucModules", package: "XacThuc")],
            path: "Fill"
        ),
        .executableTarget(
            name: "Ask",
            dependencies: [.product(name: "XacThucModules", package: "XacThuc")],
            path: "Ask"
        ),
        .executableTarget(
            name: "Live",
            dependencies: [.product(name: "XacThucModules", package: "XacThuc")],
            path: "Live"
        ),
    ],
    swiftLanguageModes: [.v6]
)
