"""What the rules look at, and their list."""
import datetime
import re

import wire

SERVED = ("200", "203", "206", "216")
RULES = {}
SPOKEN_OF_MESSAGES = set()
MST = re.compile(r"[0-9]{10}|[0-9]{10}-[0-9]{3}|[0-9]{12}")
SERIES = re.compile(r"[CK][0-9]{2}[TDLMNBGHXF][A-Z]{2}")
# Labour Code art. 112 and the schedules of the year; only what lies near the days of the tests matters.
HOLIDAYS = {datetime.date.fromisoformat(day) for day in (
    "2026-01-01", "2026-01-02", "2026-02-16", "2026-02-17", "2026-02-18", "2026-02-19", "2026-02-20", "2026-04-27",
    "2026-04-30", "2026-05-01", "2026-08-31", "2026-09-01", "2026-09-02", "2026-11-24", "2027-01-01")}


def rule(code):
    """A rule about one invoice."""
    def register(function):
        RULES[code] = function
        return function
    return register


def message_rule(code):
    """A rule about the message as a whole: its finding stands beside each of its invoices."""
    def register(function):
        RULES[code] = function
        SPOKEN_OF_MESSAGES.add(code)
        return function
    return register


def reject_unread(code):
    """A rule about bytes that cannot be read as a message: it speaks alone."""
    def register(function):
        RULES[code] = function
        return function
    return register


def day(written):
    """A real day written YYYY-MM-DD, or None."""
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", written):
        return None
    try:
        return datetime.date.fromisoformat(written)
    except ValueError:
        return None


def next_working_day(date):
    """Saturdays, Sundays and holidays do not count."""
    date += datetime.timedelta(days=1)
    while date.weekday() >= 5 or date in HOLIDAYS:
        date += datetime.timedelta(days=1)
    return date


class Message:
    """A TDiep: its header and its invoices, in order."""

    def __init__(self, root, received, registry):
        self.root, self.received, self.registry = root, received, registry
        self.head = root.find("TTChung")
        self.data = root.find("DLieu")
        self.kind = self.header("MLTDiep")
        found = [] if self.data is None else self.data.findall("HDon")
        self.invoices = [Invoice(self, element) for element in found]

    def header(self, name):
        return wire.text(self.head, name)


class Invoice:
    """One HDon of a message."""

    def __init__(self, message, element):
        self.message, self.element = message, element
        self.received, self.kind = message.received, message.kind
        self.common = self.find("DLHDon/TTChung")
        self.content = self.find("DLHDon/NDHDon")
        self.totals = self.find("DLHDon/NDHDon/TToan")
        self.related = self.find("DLHDon/TTChung/TTHDLQuan")
        self.buyer = self.find("DLHDon/NDHDon/NMua")
        self.lines = [] if self.content is None else self.content.findall("DSHHDVu/HHDVu")
        self.rates = [] if self.totals is None else self.totals.findall("THTTLTSuat/LTSuat")
        self.form = wire.text(self.common, "KHMSHDon")
        self.series = wire.text(self.common, "KHHDon")
        self.letter = self.series[3] if SERIES.fullmatch(self.series) else ""
        self.seller = wire.text(self.content, "NBan/MST")
        self.date = day(wire.text(self.common, "NLap"))
        self.currency = wire.text(self.common, "DVTTe")
        self.code = wire.text(self.find("MCCQT"))
        self.delegate = wire.text(self.common, "MSTDVNUNLHDon")
        self.registry = message.registry
        # What was declared counts as of the invoice's date, whether somebody may issue as of the receipt.
        self.owner = self.seller
        if self.form == "3" and self.seller == "":
            self.owner = wire.text(self.content, "NBan/MDVQHNSach")
        self.taxpayer = self.registry.on(self.owner, self.day)
        self.standing = self.registry.on(self.owner, self.received.date())

    @property
    def day(self):
        """The invoice's date; where it cannot be read, the day of receipt."""
        return self.date or self.received.date()

    @property
    def taxed(self):
        """Whether tax is shown by rate. Of tickets those with letter G are VAT invoices; other letters do not say."""
        return self.form in ("1", "8") or (self.form == "5" and self.letter == "G")

    @property
    def signing_time(self):
        """When the seller says to have signed; a zone letter is not a reason to shift it."""
        written = [wire.text(place) for place in self.element.findall("DSCKS/NBan//{*}SigningTime")]
        return moment(written[0]) if written else None

    def find(self, path):
        return self.element.find(path)

    def header(self, name):
        return self.message.header(name)

    def sum(self, name):
        return number(self.totals, name)

    def line_sum(self, *kinds):
        """What the lines of these kinds come to; a line without a readable amount counts nothing."""
        found = [number(line, "ThTien") for line in self.lines if wire.text(line, "TChat") in kinds]
        return sum((value for value in found if value is not None), wire.Decimal(0))


def number(element, tag):
    """The number below an element; None where there is none or where it is not written as the standard demands."""
    written = wire.text(element, tag)
    return wire.amount(written) if wire.fits(written, 21, 6) else None


def moment(written):
    """A time without its zone letter, or None."""
    found = re.fullmatch(r"([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2})(\.[0-9]+)?(Z|[+-][0-9:]+)?", written)
    try:
        return datetime.datetime.fromisoformat(found.group(1)) if found else None
    except ValueError:
        return None
