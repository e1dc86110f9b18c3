/// A day of the Gregorian calendar, in Vietnam's fixed +07:00.
public struct CalendarDate: Sendable, Hashable, Comparable {
    /// Days since 1970-01-01.
    public let dayNumber: Int32

    /// A day by its number since 1970-01-01.
    public init(dayNumber: Int32) {
        self.dayNumber = dayNumber
    }

    /// A day by its number as something stored has it, or `nil` outside the years 1…9999: damage, no day.
    public init?(stored number: Int64) {
        guard CalendarDate.known.contains(number) else { return nil }
        dayNumber = Int32(number)
    }

    /// 0001-01-01 to 9999-12-31.
    static let known: ClosedRange<Int64> = -719_162...2_932_896

    /// A real day of the years 1…9999, or `nil`.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9_999).contains(year), (1...12).contains(month) else { return nil }
        guard day >= 1, day <= CalendarDate.days(inMonth: month, year: year) else { return nil }
        // Years run from March, so that the leap day is the last of its year.
        let marchYear = month <= 2 ? year - 1 : year
        let era = (marchYear >= 0 ? marchYear : marchYear - 399) / 400
        let yearOfEra = marchYear - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        dayNumber = Int32(era * 146_097 + dayOfEra - 719_468)
    }

    /// Reads `YYYY-MM-DD`, or `nil`.
    public init?(wire text: Span<UInt8>) {
        guard text.count == 10, text[4] == UInt8(ascii: "-"), text[7] == UInt8(ascii: "-") else { return nil }
        guard let year = decimal(text, 0..<4), let month = decimal(text, 5..<7), let day = decimal(text, 8..<10)
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// Reads `YYYY-MM-DD`, or `nil`.
    public init?(_ text: String) {
        let bytes = Array(text.utf8)
        self.init(wire: bytes.span)
    }

    /// Year, month and day.
    public var parts: (year: Int, month: Int, day: Int) {
        let shifted = Int(dayNumber) + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
    }

    /// 0 Sunday … 6 Saturday.
    public var weekday: Int {
        let remainder = (Int(dayNumber) + 4) % 7
        return remainder < 0 ? remainder + 7 : remainder
    }

    /// The day that many days later.
    public func advanced(by days: Int32) -> CalendarDate {
        CalendarDate(dayNumber: dayNumber + days)
    }

    /// The order of the stored values.
    public static func < (left: CalendarDate, right: CalendarDate) -> Bool {
        left.dayNumber < right.dayNumber
    }

    private static func days(inMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}

extension CalendarDate: CustomStringConvertible {
    /// `YYYY-MM-DD`.
    public var description: String {
        let (year, month, day) = parts
        // A year before 0 is nobody's, but even damaged data must not stop the one who prints it.
        let sign = year < 0 ? "-" : ""
        let days = "\(padded(UInt64(month), to: 2))-\(padded(UInt64(day), to: 2))"
        return "\(sign)\(padded(UInt64(year.magnitude), to: 4))-\(days)"
    }
}

/// A moment as the wire writes it: local time of Vietnam (+07:00, no daylight saving), to the second.
public struct Timestamp: Sendable, Hashable, Comparable {
    /// Seconds since 1970-01-01T00:00:00 **local** time (Unix time + 25,200).
    public let localSeconds: Int64

    /// Vietnam's distance from UTC in seconds.
    public static let zoneOffset: Int64 = 7 * 3_600

    /// A moment by its local seconds.
    public init(localSeconds: Int64) {
        self.localSeconds = localSeconds
    }

    /// A moment by its local seconds as something stored has it, or `nil` outside the years 1…9999: damage, no moment.
    public init?(stored seconds: Int64) {
        self.init(localSeconds: seconds)
        guard CalendarDate(stored: dayAndSecond.day) != nil else { return nil }
    }

    /// A moment by its Unix time in seconds.
    public init(unixSeconds: Int64) {
        localSeconds = unixSeconds + Timestamp.zoneOffset
    }

    /// Midnight at the start of that day.
    public init(_ date: CalendarDate) {
        localSeconds = Int64(date.dayNumber) * 86_400
    }

    /// Reads `YYYY-MM-DDThh:mm:ss`, or `nil`. A zone letter is the caller's to strip and to report.
    public init?(wire text: Span<UInt8>) {
        guard text.count == 19, text[10] == UInt8(ascii: "T") else { return nil }
        guard text[13] == UInt8(ascii: ":"), text[16] == UInt8(ascii: ":") else { return nil }
        guard let date = CalendarDate(wire: text.extracting(0..<10)) else { return nil }
        guard let hour = decimal(text, 11..<13), let minute = decimal(text, 14..<16),
            let second = decimal(text, 17..<19), hour < 24, minute < 60, second < 60
        else { return nil }
        localSeconds = Int64(date.dayNumber) * 86_400 + Int64(hour * 3_600 + minute * 60 + second)
    }

    /// Reads `YYYY-MM-DDThh:mm:ss`, or `nil`.
    public init?(_ text: String) {
        let bytes = Array(text.utf8)
        self.init(wire: bytes.span)
    }

    /// Unix time in seconds.
    public var unixSeconds: Int64 { localSeconds - Timestamp.zoneOffset }

    /// The local day.
    public var date: CalendarDate {
        CalendarDate(dayNumber: Int32(clamping: dayAndSecond.day))
    }

    /// Days since 1970-01-01, and the second of that day.
    private var dayAndSecond: (day: Int64, second: Int64) {
        let (day, second) = localSeconds.quotientAndRemainder(dividingBy: 86_400)
        return second < 0 ? (day - 1, second + 86_400) : (day, second)
    }

    /// The moment that many seconds later.
    public func advanced(bySeconds seconds: Int64) -> Timestamp {
        Timestamp(localSeconds: localSeconds + seconds)
    }

    /// The order of the stored values.
    public static func < (left: Timestamp, right: Timestamp) -> Bool {
        left.localSeconds < right.localSeconds
    }
}

extension Timestamp: CustomStringConvertible {
    /// `YYYY-MM-DDThh:mm:ss`.
    public var description: String {
        let second = UInt64(dayAndSecond.second)
        let clock = [second / 3_600, second / 60 % 60, second % 60].map { padded($0, to: 2) }
        return "\(date)T\(clock[0]):\(clock[1]):\(clock[2])"
    }
}

/// The number written in that range of digits, or `nil`.
private func decimal(_ text: Span<UInt8>, _ range: Range<Int>) -> Int? {
    var value = 0
    for index in range {
        let byte = text[index]
        guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
        value = value * 10 + Int(byte - UInt8(ascii: "0"))
    }
    return value
}
