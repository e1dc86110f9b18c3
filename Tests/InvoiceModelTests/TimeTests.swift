import InvoiceModel
import Testing

@Suite struct TimeTests {
    @Test func `every day of eight centuries prints and reads as itself, one after another`() throws {
        var expected = (year: 1_600, month: 1, day: 1)
        let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        var day = try #require(CalendarDate(year: 1_600, month: 1, day: 1))
        while expected.year < 2_400 {
            #expect(day.parts == expected)
            if CalendarDate(day.description) != day { Issue.record("\(day) does not read back") }
            let leap = expected.year % 4 == 0 && (expected.year % 100 != 0 || expected.year % 400 == 0)
            let length = expected.month == 2 && leap ? 29 : lengths[expected.month - 1]
            if expected.day < length {
                expected.day += 1
            } else {
                expected = expected.month == 12 ? (expected.year + 1, 1, 1) : (expected.year, expected.month + 1, 1)
            }
            day = day.advanced(by: 1)
        }
    }

    @Test func `known days have their known numbers and weekdays`() throws {
        #expect(try #require(CalendarDate("1970-01-01")).dayNumber == 0)
        #expect(try #require(CalendarDate("1970-01-01")).weekday == 4)
        #expect(try #require(CalendarDate("2026-11-21")).weekday == 6)
        #expect(try #require(CalendarDate("2024-02-29")).dayNumber == 19_782)
    }

    @Test(arguments: [
        "2026-02-29", "2026-13-01", "2026-00-10", "2026-1-01", "21/11/2026", "2026-11-31", "0000-01-01", "",
    ])
    func `days that do not exist are refused`(text: String) {
        #expect(CalendarDate(text) == nil)
    }

    @Test func `a moment is local time, seven hours before UTC reaches it`() throws {
        let moment = try #require(Timestamp("2026-11-21T23:30:00"))
        #expect(moment.description == "2026-11-21T23:30:00")
        #expect(moment.date == CalendarDate("2026-11-21"))
        #expect(Timestamp(unixSeconds: moment.unixSeconds) == moment)
        #expect(Timestamp(unixSeconds: 0).description == "1970-01-01T07:00:00")
        #expect(Timestamp(localSeconds: -1).description == "1969-12-31T23:59:59")
    }

    @Test func `days and moments that only damaged data has are told from real ones, and print`() {
        for seconds in [Int64.min, .max, -62_135_596_801, 253_402_300_800] {
            #expect(Timestamp(stored: seconds) == nil)
            #expect(!Timestamp(localSeconds: seconds).description.isEmpty)
        }
        #expect(Timestamp(stored: -62_135_596_800)?.description == "0001-01-01T00:00:00")
        #expect(Timestamp(stored: 253_402_300_799)?.description == "9999-12-31T23:59:59")
        for day in [Int64.min, .max, Int64(Int32.min), Int64(Int32.max), -719_163, 2_932_897] {
            #expect(CalendarDate(stored: day) == nil)
            #expect(!CalendarDate(dayNumber: Int32(clamping: day)).description.isEmpty)
        }
        #expect(CalendarDate(stored: -719_162)?.description == "0001-01-01")
        #expect(CalendarDate(stored: 2_932_896)?.description == "9999-12-31")
        #expect(CalendarDate(dayNumber: -719_529).description == "-0001-12-31")
    }

    @Test(arguments: ["2026-11-21T24:00:00", "2026-11-21T08:60:00", "2026-11-21 08:00:00", "2026-11-21T08:00:00Z", ""])
    func `other writings are not moments`(text: String) {
        #expect(Timestamp(text) == nil)
    }
}
