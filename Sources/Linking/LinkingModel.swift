/// What linking knows beside the gazetteer: the weights of its evidence and the topics of roles.
public struct LinkingModel: Sendable {
    public let weights: LinkingWeights
    let roles: RoleTopics
    /// Changes with the tables.
    public let contentHash: UInt64

    /// Reads `weights.tsv` and `roles.tsv` of `Gazetteers/linking`.
    public init(weightsTable: [UInt8], rolesTable: [UInt8]) throws(LinkingTableError) {
        weights = try LinkingWeights(table: weightsTable)
        roles = try RoleTopics(table: rolesTable)
        contentHash = (weightsTable + rolesTable).reduce(0xcbf2_9ce4_8422_2325) {
            ($0 ^ UInt64($1)) &* 0x100_0000_01b3
        }
    }
}
