/// Names that may be forms of one: finds which are.
///
/// Two names of people that agree are one person when they stand in the same surroundings: some entity that few stories
/// mention is mentioned with both. A name that agrees with several people who do not agree with each other is left alone.
struct VariantGroup {
    /// A name with what decides.
    struct Member {
        var entity: Int
        var id: String
        var name: UnknownName
        var articles: Int
        /// Telling entities of its stories.
        var companions: Set<Int>
    }

    private let members: [Member]

    /// Takes members in any order; what comes out does not depend on it.
    init(_ members: [Member]) {
        // The fullest names first, of equals the most frequent: the others are read in their light.
        self.members = members.sorted { left, right in
            if left.name.isInitial != right.name.isInitial { return right.name.isInitial }
            if left.name.given.count != right.name.given.count { return left.name.given.count > right.name.given.count }
            return (right.articles, left.id) < (left.articles, right.id)
        }
    }

    /// For each name that is a form of another the entity that both are: the most frequent form, of equals the fullest.
    var mains: [Int: Int] {
        var people: [[Int]] = []
        for number in members.indices {
            let fitting = people.indices.filter { person in people[person].allSatisfy { agree(number, $0) } }
            let near = fitting.filter { person in people[person].contains { areTogether(number, $0) } }
            if near.count == 1 { people[near[0]].append(number) } else { people.append([number]) }
        }
        var mains: [Int: Int] = [:]
        for person in people where person.count > 1 {
            let main = person.max { (members[$0].articles, $1) < (members[$1].articles, $0) } ?? person[0]
            for number in person where number != main { mains[members[number].entity] = members[main].entity }
        }
        return mains
    }

    private func agree(_ left: Int, _ right: Int) -> Bool { members[left].name.agrees(with: members[right].name) }

    private func areTogether(_ left: Int, _ right: Int) -> Bool {
        // The same words but for article, legal form or title need no more.
        members[left].name == members[right].name && members[left].name.given.isEmpty
            || !members[left].companions.isDisjoint(with: members[right].companions)
    }
}
