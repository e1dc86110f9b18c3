// Made by Scripts/generate from Data/holidays.tsv. Change that, not this.

extension WorkingDays {
    /// Weekdays on which nobody works, as days since 1970-01-01.
    static let holidays: [Int32] = [
        20_089, 20_115, 20_116, 20_117, 20_118, 20_119, 20_185, 20_208, 20_209, 20_210, 20_332, 20_333,
        20_454, 20_455, 20_500, 20_501, 20_502, 20_503, 20_504, 20_570, 20_573, 20_574, 20_696, 20_697,
        20_698, 20_781, 20_819, 20_854, 20_857, 20_858, 20_859, 20_860, 20_924, 20_938, 20_941, 21_063,
        21_064, 21_146,
    ]
    /// Saturdays worked in exchange for another day, as days since 1970-01-01.
    static let swapDays: [Int32] = [
        20_204, 20_463, 20_687,
    ]
    /// The years the table knows.
    static let years = 2025...2027
}
