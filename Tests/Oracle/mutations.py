"""What mutants.py breaks: the ways to change a message, and the list of rules, bases and changes."""
import copy
import re

from lxml import etree

import wire
from rulebook import fields

DATA = "DLHDon"
COMMON = "DLHDon/TTChung"
SELLER = "DLHDon/NDHDon/NBan"
BUYER = "DLHDon/NDHDon/NMua"
LINE = "DLHDon/NDHDon/DSHHDVu/HHDVu"
SUMS = "DLHDon/NDHDon/TToan"
RATE = "DLHDon/NDHDon/TToan/THTTLTSuat/LTSuat"
# Somebody in no registry whose check digit is right.
STRANGER = "0123456787"


# ---- changes: each takes the message and the invoice

def place(invoice, path):
    """The element at a path; what is missing on the way is made."""
    for name in path.split("/") if path else []:
        found = invoice.find(name)
        invoice = etree.SubElement(invoice, name) if found is None else found
    return invoice


def put(path, written):
    def change(_, invoice):
        element = place(invoice, path)
        for child in list(element):
            element.remove(child)
        element.text = written
    return change


def head(tag, written):
    def change(root, _):
        place(root, f"TTChung/{tag}").text = written
    return change


def drop(path):
    def change(_, invoice):
        for element in invoice.findall(path):
            element.getparent().remove(element)
    return change


def add(path, xml):
    """Appends elements to the one at the path."""
    def change(_, invoice):
        for child in etree.fromstring(f"<x>{xml}</x>"):
            place(invoice, path).append(child)
    return change


def twice(path):
    def change(_, invoice):
        element = invoice.find(path)
        element.addnext(copy.deepcopy(element))
    return change


def related(kind, source, form, symbol, number, date):
    tags = (("TCHDon", kind), ("LHDCLQuan", source), ("KHMSHDCLQuan", form), ("KHHDCLQuan", symbol),
            ("SHDCLQuan", number), ("NLHDCLQuan", date))
    return add(COMMON, "<TTHDLQuan>" + "".join(f"<{tag}>{text}</{tag}>" for tag, text in tags if text) + "</TTHDLQuan>")


def details(*pairs, kind="1"):
    """Makes the first line one of special goods."""
    rows = "".join(f"<TTin><LHHDTrung>{kind}</LHHDTrung><TTruong>{name}</TTruong><DLieu>{text}</DLieu></TTin>"
                   for name, text in pairs)
    return [put(f"{LINE}/TChat", "5"), add(LINE, f"<TTHHDTrung>{rows}</TTHHDTrung>" if rows else "")]


def symbol(change):
    """The symbol with its letters put otherwise: {place: letter}."""
    def apply(_, invoice):
        element = invoice.find(f"{COMMON}/KHHDon")
        letters = list(element.text.strip())
        for index, letter in change.items():
            letters[index] = letter
        element.text = "".join(letters)
    return apply


def seller(status, has_versions=False):
    """Another taxpayer sells: the first of the registry, with or without versions, for whom the test holds."""
    def change(root, invoice):
        rows = (row for row in root.registry.values() if (row["valid_from"] != "") == has_versions)
        code = next((row["tax_code"] for row in rows if status(row)), STRANGER)
        for element in root.iterfind("DLieu/HDon/DLHDon/NDHDon/NBan/MST"):
            element.text = code
        place(root, "TTChung/MST").text = code
    return change


def called(code):
    """The seller writes its tax code so, everywhere."""
    def change(root, invoice):
        for element in [*root.iterfind("DLieu/HDon/DLHDon/NDHDon/NBan/MST"), place(root, "TTChung/MST")]:
            element.text = code
    return change


def methods(letter):
    return seller(lambda row: row["status"] == "active" and letter not in row["methods"].split("+"))


def signed(written):
    def change(_, invoice):
        next(invoice.iterfind("DSCKS/NBan//{*}SigningTime")).text = written
    return change


def code(index, written):
    def change(_, invoice):
        parts = invoice.find("MCCQT").text.strip().split("-")
        parts[index] = written
        invoice.find("MCCQT").text = "-".join(parts)
    return change


def no_invoices(root, _):
    for invoice in root.findall("DLieu/HDon"):
        invoice.getparent().remove(invoice)
    place(root, "TTChung/SLuong").text = "0"


def stranger(root, invoice):
    """The invoice is another's."""
    invoice.find(f"{SELLER}/MST").text = STRANGER


def same_name(_, invoice):
    invoice.find(BUYER).set("Id", invoice.find(DATA).get("Id"))


def second_invoice(root, invoice):
    invoice.addnext(copy.deepcopy(invoice))
    place(root, "TTChung/SLuong").text = "2"


def shuffled(tag, count):
    """The message's id with its hexadecimal part put otherwise."""
    def change(root, _):
        element = place(root, "TTChung/MTDiep")
        sender = place(root, "TTChung/MNGui").text
        element.text = sender + element.text[len(sender):][:count] + tag
    return change


def direct(root, _):
    code = place(root, "TTChung/MST").text.replace("-", "")
    written = place(root, "TTChung/MTDiep").text
    place(root, "TTChung/MTDiep").text = f"K{code}{written[-32:]}"
    place(root, "TTChung/MNGui").text = f"K{code}"


# ---- the list: rule, bases, changes

ALL = ("200/1", "203/1", "206/1", "216/1")
BY_HAND = [
    ("env.type-known", "200/1", head("MLTDiep", "400")),
    ("env.sender-format", ALL, head("MNGui", "V0199999991-001")),
    ("env.receiver-is-tct", ALL, head("MNNhan", "0199999983")),
    ("env.msgid-format", ALL, shuffled("", 31)),
    ("env.msgid-uuid", ALL, shuffled("0" * 20, 12)),
    ("env.pban-known", ALL, head("PBan", "1.0.0")),
    ("env.count-matches", ALL, head("SLuong", "99")),
    ("env.one-invoice-for-code", "200/1", second_invoice),
    ("env.batch-empty", ("203/1", "206/1", "216/1"), no_invoices),
    ("env.one-kind-one-taxpayer", ("203/1", "206/1", "216/1"), stranger),
    ("env.mst-header-equals-body", ALL, head("MST", STRANGER)),
    ("snd.direct-uncoded", "200/1", direct),
    ("env.no-code-in-request", ("200/1", "203/1"), add("", "<MCCQT>00ABC</MCCQT>")),
    ("env.no-code-in-request", ALL, add("DSCKS", "<CQT><Signature/></CQT>")),
    ("env.empty-code-element", ("200/1", "203/1", "216/1"), add("", "<MCCQT/>")),
    ("env.mandatory-present", ALL, drop(SELLER)),
    ("env.mandatory-present", ALL, put(f"{SELLER}/DChi", " ")),
    ("env.field-length", ALL, put(f"{COMMON}/SBKe", "Đ" * 51)),
    ("env.number-format", ALL, put(f"{LINE}/DGia", "1e3")),
    ("env.number-format", ALL, put(f"{LINE}/SLuong", "+1")),
    ("env.number-format", "200/1", put(f"{LINE}/DGia", "1.1234567")),
    ("cur.rate-format", "200/1", put(f"{COMMON}/TGia", "1,5")),
    ("env.date-format", ALL, put(f"{COMMON}/NLap", "2026-02-30")),
    ("env.date-format", "200/1", put(f"{COMMON}/NBKe", "20/11/2026")),
    ("env.duplicate-field", ALL, twice(f"{SELLER}/Ten")),
    ("env.duplicate-field", "200/1", twice(BUYER)),
    ("env.duplicate-field", "200/1", twice(f"{LINE}/ThTien")),
    ("env.unknown-element", ALL, add(COMMON, "<Fkey>1</Fkey>")),
    ("env.unknown-element", "200/1", add(LINE, "<GhiChu>1</GhiChu>")),
    ("env.ttkhac-limit", ALL, add(f"{DATA}/TTKhac", "<TTin><TTruong>a</TTruong><KDLieu>text</KDLieu></TTin>")),
    ("env.ttkhac-limit", "200/1", add(BUYER, "<TTKhac><TTin><TTruong>a</TTruong><KDLieu>string</KDLieu><DLieu>"
                                      + "Đ" * 501 + "</DLieu></TTin></TTKhac>")),
    ("env.datetime-zone", ("200/1", "203/1"), signed("2026-11-20T08:00:00Z")),
    ("env.datetime-zone", "200/1", signed("2026-11-20T08:00:00+07:00")),
    ("reg.taxpayer-exists", ALL, seller(lambda row: False)),
    ("stop.a-code-closed", ALL, seller(lambda row: row["status"] == "closed")),
    ("stop.c-suspended", ALL, seller(lambda row: row["status"] == "suspended")),
    ("reg.coded-covered", "200/1", methods("C")),
    ("reg.uncoded-covered", "203/1", methods("K")),
    ("reg.cash-covered", "206/1", methods("M")),
    ("reg.cash-uncoded-covered", "216/1", methods("M")),
    ("reg.kind-covered", ALL, seller(lambda row: row["status"] == "active" and "1" not in row["forms"])),
    ("date.after-registration", ALL, put(f"{COMMON}/NLap", "2010-01-04")),
    ("form.known", ALL, put(f"{COMMON}/KHMSHDon", "0")),
    ("form.known", "200/1", put(f"{COMMON}/KHMSHDon", "01GTKT0/001")),
    ("form.known", "200/1", drop(f"{COMMON}/KHMSHDon")),
    ("series.pattern", ALL, symbol({3: "Z"})),
    ("series.pattern", "200/1", drop(f"{COMMON}/KHHDon")),
    ("series.pattern", "200/1", symbol({3: "R"})),
    ("series.year-matches-issue-date", ALL, symbol({2: "5"})),
    ("series.code-letter-vs-message", ("200/1", "206/1"), symbol({0: "K"})),
    ("series.code-letter-vs-message", ("203/1", "216/1"), symbol({0: "C"})),
    ("series.warehouse", ALL, symbol({3: "N"})),
    ("series.commercial", ALL, symbol({3: "X"})),
    ("series.refund", ("200/2", "203/2"), symbol({3: "F"})),
    ("series.ticket", ("200/1", "203/1"), symbol({3: "G"})),
    ("series.occurrence-L", ALL, symbol({3: "L"})),
    ("series.cash-M", ("200/1", "203/1"), symbol({3: "M"})),
    ("series.cash-M", ("206/1", "216/1"), symbol({3: "T"})),
    ("num.range", ALL, put(f"{COMMON}/SHDon", "0")),
    ("num.range", "200/1", put(f"{COMMON}/SHDon", "123456789")),
    ("num.range", "200/1", put(f"{COMMON}/SHDon", "1a")),
    ("num.range", "200/1", drop(f"{COMMON}/SHDon")),
    ("mtt.code-pattern", "206/1", drop("MCCQT")),
    ("mtt.code-pattern", "206/1", code(3, "0000000001")),
    ("mtt.code-form", "206/1", code(0, "M2")),
    ("mtt.code-year", "206/1", code(1, "25")),
    ("mtt.code-prefix-owner", "206/1", code(2, "ZZZZZ")),
    ("mtt.uncoded", "216/1", add("", "<MCCQT>M1-26-ABCDE-00000000001</MCCQT>")),
    ("mtt.deduction-tax", ("206/1", "216/1"), drop(f"{LINE}/TSuat")),
    ("mtt.deduction-tax", ("206/1", "216/1"), drop(RATE)),
    ("date.issue-not-future", ALL, put(f"{COMMON}/NLap", "2026-11-21")),
    ("date.send-for-code-next-wd", "200/1", put(f"{COMMON}/NLap", "2026-11-18")),
    ("date.uncoded-next-wd", "203/1", put(f"{COMMON}/NLap", "2026-11-18")),
    ("date.cash-same-day", ("206/1", "216/1"), put(f"{COMMON}/NLap", "2026-11-19")),
    ("date.sign-not-before-issue", ("200/1", "203/1"), signed("2026-11-10T08:00:00")),
    ("date.sign-next-wd", ("200/1", "203/1"), put(f"{COMMON}/NLap", "2026-11-13")),
    ("sig.time-not-future", ("200/1", "203/1"), signed("2026-11-20T10:05:01")),
    ("sig.seller-present", ("200/1", "203/1"), drop("DSCKS/NBan")),
    ("sig.single-data", ALL, twice(DATA)),
    ("sig.id-scope", ("200/1", "203/1"), same_name),
    ("pty.seller-mst-format", ALL, called("0199999991001")),
    ("pty.seller-name", ALL, put(f"{SELLER}/Ten", "CÔNG TY KHÁC")),
    ("pty.delegate-complete", ALL, put(f"{COMMON}/TDVNUNLHDon", "Bên nhận ủy nhiệm")),
    ("pty.buyer-mst-format", ALL, put(f"{BUYER}/MST", "N/A")),
    ("pty.buyer-check-digit", ALL, put(f"{BUYER}/MST", "0199999992")),
    ("pty.buyer-check-digit", "200/1", put(f"{BUYER}/MST", "0199999992-001")),
    ("pty.buyer-business", ("200/1", "203/1"), [put(f"{BUYER}/MST", STRANGER), drop(f"{BUYER}/DChi")]),
    ("pty.buyer-cccd-format", ALL, put(f"{BUYER}/CCCDan", "123456789")),
    ("pty.buyer-budget-code", ALL, put(f"{BUYER}/MDVQHNSach", "123")),
    ("pty.consumer-text", ("200/1", "203/1"), [drop(BUYER), add("DLHDon/NDHDon", "<NMua/>")]),
    ("pty.free-zone-flag", ("200/2", "203/2", "206/2"), put(f"{COMMON}/HDDCKPTQuan", "2")),
    ("pty.free-zone-flag", ("200/2", "203/2", "206/2"), drop(f"{COMMON}/HDDCKPTQuan")),
    ("cur.code", ALL, put(f"{COMMON}/DVTTe", "US$")),
    ("cur.dong-alias", ALL, put(f"{COMMON}/DVTTe", "đ")),
    ("cur.rate-present", ALL, [put(f"{COMMON}/DVTTe", "USD"), drop(f"{COMMON}/TGia")]),
    ("cur.rate-format", ALL, [put(f"{COMMON}/DVTTe", "USD"), put(f"{COMMON}/TGia", "26138.505")]),
    ("line.present", ALL, drop(LINE)),
    ("line.kind", ALL, put(f"{LINE}/TChat", "7")),
    ("line.kind", "200/1", drop(f"{LINE}/TChat")),
    ("line.name", ALL, put(f"{LINE}/THHDVu", "")),
    ("line.amount", ALL, drop(f"{LINE}/ThTien")),
    ("line.note-without-amount", ALL, put(f"{LINE}/TChat", "4")),
    ("line.qty-price", ALL, drop(f"{LINE}/DVTinh")),
    ("line.arith", ALL, [put(f"{LINE}/SLuong", "3"), put(f"{LINE}/DGia", "5"), put(f"{LINE}/ThTien", "17")]),
    ("line.rate-present", ALL, drop(f"{LINE}/TSuat")),
    ("line.rate-list", ALL, put(f"{LINE}/TSuat", "8 %")),
    ("line.rate-list", "200/1", put(f"{RATE}/TSuat", "7%")),
    ("line.rate-leasing", ALL, put(f"{LINE}/TSuat", "CTCT")),
    ("line.discount-sign", ALL, [put(f"{LINE}/TChat", "3"), put(f"{LINE}/ThTien", "-100")]),
    ("line.attached-list", ALL, put(f"{COMMON}/SBKe", "BK1")),
    ("line.attached-list", "200/1", put(f"{COMMON}/NBKe", "2026-11-20")),
    ("line.special-goods", ALL, details()),
    ("line.special-goods", "200/1", details(("SKhung", "A"), ("SMay", "B"), ("Mau", "C"))),
    ("line.special-goods", "200/1", details(("BKSPTVChuyen", ""))),
    ("line.vehicle", ALL, details(("SKhung", "A"))),
    ("pty.vehicle-buyer", ALL, [*details(("SKhung", "A"), ("SMay", "B")), drop(f"{BUYER}/MST"),
                                drop(f"{BUYER}/CCCDan"), drop(f"{BUYER}/SHChieu")]),
    ("sum.block-present", ALL, drop(SUMS)),
    ("sum.block-present", "200/2", drop(f"{SUMS}/TgTTTBSo")),
    ("sum.ceiling", ALL, put(f"{SUMS}/TgTTTBSo", "1000000000000001")),
    ("sum.pre-tax", ALL, put(f"{SUMS}/TgTCThue", "5")),
    ("sum.tax-total", ALL, put(f"{SUMS}/TgTThue", "123456789")),
    ("sum.payable", ALL, put(f"{SUMS}/TgTTTBSo", "5")),
    ("sum.payable-sales", ("200/2", "203/2", "206/2"), put(f"{SUMS}/TgTTTBSo", "5")),
    ("sum.rate-table", ALL, put(f"{RATE}/ThTien", "5")),
    ("sum.rate-table", ALL, twice(RATE)),
    ("sum.rate-table-missing", ALL, [drop(RATE), put(f"{LINE}/TSuat", "10%")]),
    ("sum.rate-times-base", ALL, [put(f"{RATE}/TSuat", "10%"), put(f"{RATE}/TThue", "5")]),
    ("sum.no-tax-on-exempt", ALL, [put(f"{RATE}/TSuat", "KCT"), put(f"{RATE}/TThue", "5")]),
    ("sum.words-present", ALL, put(f"{SUMS}/TgTTTBChu", "")),
    ("sum.fees", ALL, add(f"{SUMS}/DSLPhi", "<LPhi><TPhi>5</TPhi></LPhi>")),
    ("sum.trade-discount", ALL, put(f"{SUMS}/TTCKTMai", "900000000000000")),
    ("rel.kind", ALL, related("9", "1", "1", "C26TAA", "77", "2026-11-19")),
    ("rel.many-message", ALL, related("4", "1", "1", "C26TAA", "77", "2026-11-19")),
    ("rel.source-kind", ALL, related("2", "7", "1", "C26TAA", "77", "2026-11-19")),
    ("rel.block-complete", ALL, related("2", "1", "1", "C26TAA", "77", "")),
    ("rel.block-complete", "200/1", related("2", "1", "1", "", "77", "2026-11-19")),
    ("rel.block-complete", "200/1", related("2", "1", "1", "C26ZAA", "77", "2026-11-19")),
    ("rel.block-complete", "200/1", related("2", "1", "01GTKT0/001", "C26TAA", "77", "2026-11-19")),
    ("", "200/1", related("1", "3", "01GTKT0/001", "AA/20E", "77", "2020-11-19")),
    ("rel.original-later", ALL, related("2", "1", "1", "C26TAA", "77", "2026-11-21")),
    ("rel.no-identity-adjust-only", ALL, related("1", "1", "", "", "", "2026-11-19")),
    ("rel.decree51-replace-only", ALL, related("2", "3", "01GTKT0/001", "AA/20E", "77", "2020-11-19")),
    ("rel.cash-replace-only", ALL, related("2", "1", "1", "C26MAA", "77", "2026-11-19")),
    ("rel.asset-replace-only", ALL, [related("2", "1", "1", "C26TAA", "77", "2026-11-19"),
                                     *details(("SKhung", "A"), ("SMay", "B"))]),
    ("rel.not-self", ALL, lambda root, invoice: related(
        "2", "1", wire.text(invoice, f"{COMMON}/KHMSHDon"), wire.text(invoice, f"{COMMON}/KHHDon"),
        # Written another way, in the eight digits that a number may have.
        "0" + wire.text(invoice, f"{COMMON}/SHDon").lstrip("0"), "2026-11-19")(root, invoice)),
    ("sum.block-present", "200/1", [related("1", "1", "1", "C26TAA", "77", "2026-11-19"), drop(SUMS)]),
    ("line.present", "200/1", [related("1", "1", "1", "C26TAA", "77", "2026-11-19"), drop(LINE)]),
    ("", "200/1", [related("2", "1", "1", "C26TAA", "77", "2026-11-19"), drop(SUMS)]),
    ("", "200/1", [related("2", "1", "1", "C26TAA", "77", "2026-11-19"), drop(LINE)]),
    ("", "200/1", [related("2", "1", "1", "C26TAA", "77", "2026-11-19"), put(f"{LINE}/TChat", "3"),
                   put(f"{LINE}/ThTien", "-100")]),
    ("", "200/1", put(f"{LINE}/TSuat", "CTTC")),
    ("", "200/1", put(f"{LINE}/TSuat", "KHAC:3.5%")),
    ("", "200/1", [put(f"{LINE}/TSuat", "8%"), put(f"{LINE}/ThTien", "-5000"), put(f"{LINE}/SLuong", "-1")]),
    ("reg.taxpayer-exists", ALL, called("0199999991-001")),
    ("", ALL, add("", "<Fkey>1</Fkey>")),
    ("", ALL, add("", "<DSCKS/>")),
    ("", "206/1", put(f"{COMMON}/SHDon", "0000123")),
]
OF_FORMS = [
    ("pty.public-asset-seller", "200/3", [drop(f"{SELLER}/MST"), put(f"{SELLER}/MDVQHNSach", "123")]),
    ("pty.public-asset-seller", "200/3", [drop(f"{SELLER}/MST"), drop(f"{SELLER}/MDVQHNSach")]),
    ("", "200/3", put(f"{SELLER}/MDVQHNSach", "1234567")),
    ("reg.taxpayer-exists", "200/3", [drop(f"{SELLER}/MST"), put(f"{SELLER}/MDVQHNSach", "1234567")]),
    ("pty.reserve-buyer", "200/4", [drop(f"{BUYER}/{tag}") for tag in ("MST", "CMND", "CCCDan", "SHChieu")]),
    *(("pty.note-internal", "200/6N", drop(path)) for path in
      (f"{SELLER}/LDDNBo", f"{SELLER}/PTVChuyen", f"{BUYER}/DChi")),
    *(("pty.note-agency", "200/6B", drop(path)) for path in
      (f"{SELLER}/HDKTSo", f"{SELLER}/HDKTNgay", f"{SELLER}/TNVChuyen", f"{SELLER}/PTVChuyen", f"{BUYER}/DChi")),
    ("sum.notes-no-total", "200/6N", put(f"{SUMS}/TgTThue", "5")),
    ("sum.notes-no-total", "200/6N", put(f"{LINE}/TSuat", "10%")),
    ("series.warehouse", ("200/6N", "200/6B"), symbol({3: "T"})),
    *(("rel.block-complete", base, related("2", "1", "", "", "", "2026-11-19")) for base in
      ("200/3", "200/4", "200/6N", "200/6B")),
    ("", "200/5", related("2", "1", "", "", "", "2026-11-19")),
    *(("sum.payable-sales", base, put(f"{SUMS}/TgTTTBSo", "5")) for base in ("200/3", "200/4")),
]


# Of a whole file's bytes.
OF_BYTES = [
    ("xml.not-utf8", lambda data: data.replace(b"<Ten>", b"<Ten>\xff", 1)),
    ("xml.encoding", lambda data: re.sub(rb"encoding=.UTF-8.", b'encoding="ISO-8859-1"', data, count=1)),
    ("xml.doctype", lambda data: data.replace(b"<TDiep", b"<!DOCTYPE TDiep><TDiep", 1)),
    ("xml.syntax", lambda data: data[:-9]),
    ("xml.syntax", lambda data: data.replace(b"<Ten>", b"<Ten>&khong;", 1)),
    ("xml.syntax", lambda data: data.replace(b"<Ten>", b"<Ten>\x01", 1)),
    ("xml.syntax", lambda data: data.replace(b"<Ten>", b"<x:y/><Ten>", 1)),
    ("xml.syntax", lambda data: data + b"<TDiep/>"),
    ("xml.not-a-message", lambda data: data.replace(b"<TDiep>", b"<Khac>").replace(b"</TDiep>", b"</Khac>")),
    ("xml.too-large", lambda data: data + b" " * (2 * 1024 * 1024)),
]


def of_tables(form):
    """Every row of the form's table broken in each way it can be: (path, change)."""
    for parent, rows in fields.TABLES[form].items():
        if parent == "HDon" or parent.startswith("HDon/DSCKS") or parent.endswith("TTHDLQuan"):
            continue
        for row in rows:
            path = f"{parent.removeprefix('HDon/')}/{row.tag}"
            yield path, drop(path)
            yield path, twice(path)
            if row.type == "string" and row.length.isdigit():
                yield path, put(path, "9" * (int(row.length) + 1))
            elif row.type == "number":
                yield path, put(path, "1,5")
                yield path, put(path, "9" * 22)
            elif row.type == "date":
                yield path, put(path, "2026-13-01")
