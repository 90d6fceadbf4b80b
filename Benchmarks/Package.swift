// swift-tools-version: 6.0
import PackageDescription

let package = Package(
    name: "gazette-benchmarks",
    dependencies: [.package(name: "gazette", path: "..")],
    targets: [
        .executableTarget(
            name: "stages",
            dependencies: [.product(name: "GazetteStages", package: "gazette")]),
        .executableTarget(
            name: "matching",
            dependencies: [.product(name: "GazetteStages", package: "gazette")]),
        .executableTarget(
            name: "queries",
            dependencies: [.product(name: "GazetteStages", package: "gazette")]),
        .executableTarget(
            name: "brute-force",
            dependencies: [.product(name: "GazetteStages", package: "gazette")]),
        .executableTarget(
            name: "extraction-features",
            dependencies: [.product(name: "GazetteStages", package: "gazette")]),
        .executableTarget(
            name: "recognition-features",
            dependencies: [.product(name: "GazetteStages", package: "gazette")]),
        .executableTarget(
            name: "topic-features",
            dependencies: [.product(name: "GazetteStages", package: "gazette")]),
        .executableTarget(
            name: "linking-features",
            dependencies: [.product(name: "GazetteStages", package: "gazette")]),
    ],
    swiftLanguageModes: [.v6]
)
