import InvoiceModel

/// The working days of Vietnam: Monday to Friday without public holidays, and the Saturdays worked in exchange
/// (`Data/holidays.tsv`).
///
/// Whether private sellers count Saturdays is nowhere said; not counting them never calls a timely invoice late.
enum WorkingDays {
    /// Whether offices work on that day.
    static func contains(_ date: CalendarDate) -> Bool {
        switch date.weekday {
        case 0: false
        case 6: swapDays.contains(date.dayNumber)
        default: !holidays.contains(date.dayNumber)
        }
    }

    /// The first working day after that day.
    static func next(after date: CalendarDate) -> CalendarDate {
        var day = date.advanced(by: 1)
        while !contains(day) { day = day.advanced(by: 1) }
        return day
    }
}
