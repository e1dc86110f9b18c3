/// The latest of some values by their names, as many as weigh no more than a limit together; the very last one is kept
/// whatever it weighs.
struct LatestValues<Value> {
    /// What all may weigh together.
    let limit: Int
    /// What they weigh now.
    private(set) var weight = 0
    private var values: [String: (value: Value, weight: Int)] = [:]
    /// Names in the order in which they came, from `first` on.
    private var names: [String] = []
    private var first = 0

    init(limit: Int) {
        self.limit = limit
    }

    /// How many there are.
    var count: Int { values.count }

    /// The value of that name, where it is still there.
    subscript(name: String) -> Value? { values[name]?.value }

    /// Adds a value, unless one of that name is there; the oldest ones give way.
    mutating func keep(_ value: Value, as name: String, weight: Int) {
        precondition(weight >= 0, "nothing weighs less than nothing")
        guard values[name] == nil else { return }
        values[name] = (value, weight)
        names.append(name)
        self.weight += weight
        while self.weight > limit, names.count - first > 1 {
            self.weight -= values.removeValue(forKey: names[first])?.weight ?? 0
            first += 1
        }
        guard first > names.count / 2 else { return }
        names.removeFirst(first)
        first = 0
    }
}
