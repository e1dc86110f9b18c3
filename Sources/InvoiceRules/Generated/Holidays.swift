// Made by Scripts/generate from Data/holidays.tsv. Change that, not this.

extension WorkingDays {
    /// Weekdays on which nobody works, as days since 1970-01-01.
    static let holidays: [Int32] = [
        20089, 20115, 20116, 20117, 20118, 20119, 20185, 20208, 20209, 20210, 20332, 20333, 20454, 20455,
        20500, 20501, 20502, 20503, 20504, 20570, 20573, 20574, 20696, 20697, 20698, 20781, 20819, 20854,
        20857, 20858, 20859, 20860, 20924, 20938, 20941, 21063, 21064, 21146,
    ]
    /// Saturdays worked in exchange for another day, as days since 1970-01-01.
    static let swapDays: [Int32] = [
        20204, 20463, 20687,
    ]
    /// The years the table knows.
    static let years = 2025...2027
}
