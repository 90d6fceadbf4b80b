// swift-tools-version: 6.0
import PackageDescription

/// The stages of Gazette in the order an article takes; each is a target with a test target of the same name.
let package = Package(
    name: "gazette",
    products: [
        .executable(name: "gazette", targets: ["gazette"]),
        // For the benchmarks, which are a package of their own.
        .library(
            name: "GazetteStages",
            targets: [
                "NewsModel", "FileAccess", "Ingest", "Extraction", "Tokenization", "Gazetteers", "Recognition",
                "Linking",
                "Focus", "Salience", "Topics", "Storage", "Pipeline", "GazetteerImport",
            ]),
    ],
    targets: [
        // System libraries and the thinnest C shims over them.
        .target(name: "CICU", linkerSettings: [.linkedLibrary("icui18n"), .linkedLibrary("icuuc")]),
        .systemLibrary(name: "CPrefetch"),
        .systemLibrary(name: "CArchive", pkgConfig: "libarchive", providers: [.apt(["libarchive-dev"])]),
        .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
        .target(name: "CCLD2", linkerSettings: [.linkedLibrary("cld2")]),
        .target(name: "CSimdjson", cxxSettings: [.unsafeFlags(["-O3"])], linkerSettings: [.linkedLibrary("simdjson")]),

        // The stages.
        .target(name: "NewsModel"),
        .target(name: "FileAccess"),
        .target(
            name: "Ingest", dependencies: ["NewsModel", "FileAccess", "CArchive", "CExpat", "CSimdjson", "CZlib"]),
        .target(name: "Extraction", dependencies: ["NewsModel", "CCLD2", "CICU"]),
        .target(name: "Tokenization", dependencies: ["NewsModel", "CICU"]),
        .target(name: "Gazetteers", dependencies: ["NewsModel", "FileAccess", "Tokenization", "CPrefetch"]),
        .target(name: "GazetteerImport", dependencies: ["NewsModel", "FileAccess", "Ingest", "Gazetteers"]),
        .target(name: "Recognition", dependencies: ["NewsModel", "Tokenization", "Gazetteers"]),
        .target(name: "Linking", dependencies: ["NewsModel", "Tokenization", "Gazetteers", "Recognition"]),
        .target(
            name: "Focus", dependencies: ["NewsModel", "Tokenization", "Gazetteers", "Recognition", "Linking"]),
        .target(name: "Salience", dependencies: ["NewsModel"]),
        .target(name: "Topics", dependencies: ["NewsModel", "Tokenization"]),
        .target(name: "Storage", dependencies: ["NewsModel", "Tokenization", "CSQLite"]),
        .target(name: "Export", dependencies: ["NewsModel", "Tokenization", "Storage"]),
        .target(name: "Evaluation", dependencies: ["NewsModel", "FileAccess", "Ingest"]),
        .target(
            name: "Pipeline",
            dependencies: [
                "NewsModel", "Ingest", "Extraction", "Tokenization", "Gazetteers", "Recognition", "Linking", "Focus",
                "Salience",
                "Topics", "FileAccess", "Storage",
            ]),
        .executableTarget(
            name: "gazette",
            dependencies: [
                "NewsModel", "FileAccess", "Ingest", "Extraction", "Tokenization", "Gazetteers", "GazetteerImport",
                "Focus", "Linking", "Pipeline", "Storage", "Export", "Evaluation",
            ]),

        .target(
            name: "TestSupport",
            dependencies: ["CSQLite", "NewsModel", "FileAccess", "Tokenization", "Gazetteers", "Recognition"],
            path: "Tests/TestSupport"),
        .testTarget(name: "NewsModelTests", dependencies: ["TestSupport", "NewsModel"]),
        .testTarget(name: "FileAccessTests", dependencies: ["FileAccess"]),
        .testTarget(
            name: "IngestTests", dependencies: ["TestSupport", "NewsModel", "FileAccess", "Ingest", "CArchive"]),
        .testTarget(name: "ExtractionTests", dependencies: ["Extraction"]),
        .testTarget(name: "TokenizationTests", dependencies: ["TestSupport", "NewsModel", "Tokenization", "CICU"]),
        .testTarget(
            name: "GazetteersTests",
            dependencies: ["TestSupport", "NewsModel", "FileAccess", "Tokenization", "Gazetteers"]),
        .testTarget(
            name: "GazetteerImportTests",
            dependencies: ["TestSupport", "NewsModel", "FileAccess", "Ingest", "Gazetteers", "GazetteerImport"]),
        .testTarget(
            name: "RecognitionTests",
            dependencies: ["TestSupport", "NewsModel", "FileAccess", "Tokenization", "Gazetteers", "Recognition"]),
        .testTarget(
            name: "LinkingTests",
            dependencies: [
                "TestSupport", "NewsModel", "FileAccess", "Tokenization", "Gazetteers", "Recognition", "Linking",
            ]),
        .testTarget(
            name: "FocusTests",
            dependencies: [
                "TestSupport", "NewsModel", "FileAccess", "Tokenization", "Gazetteers", "Recognition", "Linking",
                "Focus",
            ]),
        .testTarget(name: "SalienceTests", dependencies: ["NewsModel", "Salience"]),
        .testTarget(name: "TopicsTests", dependencies: ["TestSupport", "Tokenization", "Topics"]),
        .testTarget(
            name: "StorageTests", dependencies: ["TestSupport", "NewsModel", "FileAccess", "CSQLite", "Storage"]),
        .testTarget(name: "ExportTests", dependencies: ["TestSupport", "NewsModel", "Storage", "Export"]),
        .testTarget(
            name: "EvaluationTests", dependencies: ["TestSupport", "NewsModel", "FileAccess", "Evaluation"]),
        .testTarget(
            name: "PipelineTests",
            dependencies: [
                "TestSupport", "NewsModel", "FileAccess", "Ingest", "Extraction", "Tokenization", "Gazetteers",
                "Linking",
                "Topics", "Storage", "CSQLite", "Pipeline",
            ]),
        .testTarget(name: "gazetteTests", dependencies: ["TestSupport", "gazette"]),
    ],
    swiftLanguageModes: [.v6],
    cxxLanguageStandard: .cxx17
)
