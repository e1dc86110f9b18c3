@main struct Macro {
    static func main() throws {
        let floor = try Floor()
        for workers in [1, 2] { print(workers, floor.pairsPerSecond(workers: workers, seconds: 2)) }
    }
}
