// swift-tools-version: 6.0
import PackageDescription

/// Built by `scripts/fuzz` only: libFuzzer brings the entry point, and every module is compiled to report its coverage.
let package = Package(
    name: "gazette-fuzzing",
    dependencies: [.package(name: "gazette", path: "..")],
    targets: [
        .executableTarget(
            name: "fuzz",
            dependencies: [.product(name: "GazetteStages", package: "gazette")],
            swiftSettings: [.unsafeFlags(["-parse-as-library"])],
            linkerSettings: [.unsafeFlags(["-use-ld=lld"])])
    ],
    swiftLanguageModes: [.v6]
)
