import ArgumentParser
import InvoiceEngine

/// `policy`: the weight of each rule, and limits.
struct PolicyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "policy",
        abstract: "Shows or sets which rules refuse, warn or are off, and the limits.",
        subcommands: [Show.self, Explain.self, Set.self]
    )

    /// `policy show`.
    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Prints the policy in force as JSON, every rule included.",
            discussion: """
                Example
                  xacthuc policy show ledger > policy.json
                """
        )

        @Argument(help: "The ledger.", completion: .directory) var ledger: String

        func run() throws {
            Console.out(try Engine.open(ledger, for: .reading).policyText())
        }
    }

    /// `policy explain`.
    struct Explain: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Says of each rule what it demands, why, how it weighs and how far that may be changed.",
            discussion: """
                Example: all rules and limits; the rules about dates and one more
                  xacthuc policy explain ledger
                  xacthuc policy explain ledger date sum.payable
                """
        )

        @Argument(help: "The ledger.", completion: .directory) var ledger: String
        @Argument(help: "Rules, or groups of rules such as date; without any, all of them and the limits.")
        var rules: [String] = []

        func run() throws {
            Console.out(try Engine.open(ledger, for: .reading).policyGuide(rules: rules))
        }
    }

    /// `policy set`.
    struct Set: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Puts a policy in force; what the file does not name keeps its default.",
            discussion: """
                Example: refuse SHA-1, accept signatures of the last ten days only
                  echo '{"rules":{"sig.algorithm":"reject"},"signing_lateness":864000}' | xacthuc policy set ledger -
                """
        )

        @Argument(help: "The ledger.", completion: .directory) var ledger: String
        @Argument(help: "A JSON file, or - for standard input.", completion: .file()) var file: String

        func run() throws {
            let count = try Engine.open(ledger, for: .writing).setPolicy(InputFile(name: file))
            Console.note("The policy is in force; \(count) rules differ from the default.")
        }
    }
}
