"""The field tables of Decision 1450, row by row: `fields-1450.tsv` beside this package has them word for word.

Where a rule of its own judges a field, it alone speaks: the tables below say for which fields that is.
"""
import collections
import csv
import pathlib
import re

import wire

from .base import day, rule

PATH = pathlib.Path(__file__).resolve().parent.parent / "fields-1450.tsv"
Row = collections.namedtuple("Row", "tag length type obligation")
# Present or not: sum.words-present, sum.block-present, form.known, series.pattern, num.range, line.*, rel.*,
# pty.free-zone-flag, pty.note-internal, pty.note-agency.
OWN_PRESENCE = {"TgTTTBChu", "TgTTTBSo", "KHMSHDon", "KHHDon", "SHDon", "TChat", "THHDVu", "HDDCKPTQuan", "LDDNBo",
                "HDKTSo", "HDKTNgay", "TNVChuyen", "PTVChuyen"}
OWN_SHAPE = {"KHMSHDon", "KHHDon", "SHDon", "DVTTe", "TGia", "TChat", "TSuat", "HDDCKPTQuan", "TCHDon", "LHDCLQuan",
             "MDVQHNSach", "CCCDan", "MCCQT"}
REPEATED = {"HHDVu", "LTSuat", "LPhi", "TTin"}
# Version 2.1.0, from the provider's notes; no lengths are known but these.
ADDED = {
    "HDon/DLHDon/NDHDon/NBan": ("MCHang", "TCHang"),
    "HDon/DLHDon/NDHDon/NMua": ("MDVQHNSach", "CCCDan", "SHChieu"),
    "HDon/DLHDon/TTChung/TTHDLQuan": ("SBKCLQuan", "NBKCLQuan"),
    "HDon/DLHDon/NDHDon/DSHHDVu/HHDVu/TTHHDTrung/TTin": ("LHHDTrung", "TTruong", "DLieu"),
}


def load():
    """Rows by form and parent: {"1": {"HDon/DLHDon/TTChung": [Row, …]}}."""
    found = collections.defaultdict(lambda: collections.defaultdict(list))
    with open(PATH, encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            form = row["document"].removeprefix("form ")
            found[form][row["parent"]].append(Row(row["tag"], row["max_length"], row["type"], row["obligation"]))
    return found


TABLES = load()
FORMS = ("1", "2", "3", "4", "5", "6N", "6B")


def known_places():
    """Every path the tables know, with the blocks between."""
    places = set()
    for form in FORMS:
        for parent, rows in TABLES[form].items():
            places.update(f"{parent}/{row.tag}" for row in rows)
    places.update(f"{parent}/{tag}" for parent, tags in ADDED.items() for tag in tags)
    for place in list(places):
        while "/" in place:
            place = place.rpartition("/")[0]
            places.add(place)
    return places


PLACES = known_places()


def common(parent):
    """What every form asks, with the shapes of form 1: all that is known of forms 7, 8 and 9."""
    rows = [{row.tag: row for row in TABLES[form][parent]} for form in FORMS]
    return [row._replace(obligation="mandatory" if all(tag in other and other[tag].obligation == "mandatory"
                                                       for other in rows) else "conditional")
            for tag, row in rows[0].items()]


COMMON = {parent: common(parent) for parent in TABLES["1"]}


def table(i):
    """The table of the invoice's form; notes go by the letter of their symbol."""
    if i.form in ("1", "2", "3", "4", "5"):
        return TABLES[i.form]
    if i.form == "6":
        return TABLES["6B" if i.letter == "B" else "6N"]
    return COMMON


def places(i, parent):
    return i.element.iterfind(parent.removeprefix("HDon/")) if parent != "HDon" else [i.element]


def ticket_tax(i, row):
    """Tickets may lack taxes (Decree 254 annex 9.d); those that are sales invoices have none at all."""
    return i.form == "5" and row.tag in ("TgTCThue", "TgTThue")


@rule("env.mandatory-present")
def _(i):
    for parent, rows in table(i).items():
        if parent.startswith("HDon/DSCKS") or parent == "HDon" or parent.endswith("TTHDLQuan"):
            continue
        needed = [row.tag for row in rows if row.obligation == "mandatory" and row.tag not in OWN_PRESENCE
                  and not ticket_tax(i, row)]
        found = list(places(i, parent))
        if not found and parent in ("HDon/DLHDon/TTChung", "HDon/DLHDon/NDHDon/NBan") and needed:
            return True
        if parent == "HDon/DLHDon/NDHDon/NMua" and i.form == "6":
            continue
        if any(wire.text(place, tag) == "" for place in found[:1] if parent.count("/") < 4 for tag in needed):
            return True
        if any(wire.text(place, tag) == "" for place in found if parent.count("/") >= 4 for tag in needed):
            return True
    return False


def written(i, *types):
    """(row, text) of every field of these types that is there and not judged by a rule of its own."""
    for parent, rows in table(i).items():
        for place in places(i, parent):
            for row in rows:
                own = row.tag in OWN_SHAPE or (parent.endswith("NBan") and row.tag == "MST")
                if row.type in types and not own:
                    for child in place.findall(row.tag):
                        if len(child) == 0 and wire.text(child) != "":
                            yield row, wire.text(child)


@rule("env.field-length")
def _(i):
    return any(row.length.isdigit() and len(text) > int(row.length) for row, text in written(i, "string"))


@rule("env.number-format")
def _(i):
    for row, text in written(i, "number"):
        digits, _, decimals = row.length.partition(",")
        if not wire.fits(text, int(digits), int(decimals or 0)):
            return True
    return False


@rule("env.date-format")
def _(i):
    return any(day(text) is None for _, text in written(i, "date"))


def walk(element, path):
    """(parent path, element) of everything below; free fields and signatures are not looked into."""
    for child in element:
        if not isinstance(child.tag, str):
            continue
        yield path, child
        if child.tag != "TTKhac":
            yield from walk(child, f"{path}/{child.tag}")


def free(element):
    return any(step.tag == "TTKhac" for step in [element, *element.iterancestors()])


@rule("env.duplicate-field")
def _(i):
    data = i.find("DLHDon")
    if data is None:
        return False
    for element in [data, *data.iter()]:
        if not isinstance(element.tag, str) or free(element):
            continue
        found = collections.Counter(child.tag for child in element if isinstance(child.tag, str))
        if any(count > 1 and tag not in REPEATED and tag != "TTKhac" for tag, count in found.items()):
            return True
    return False


@rule("env.unknown-element")
def _(i):
    data = i.find("DLHDon")
    if data is None:
        return False
    return any(child.tag != "TTKhac" and f"{path}/{child.tag}" not in PLACES
               for path, child in walk(data, "HDon/DLHDon"))


@rule("env.ttkhac-limit")
def _(i):
    data = i.find("DLHDon")
    for place in [] if data is None else data.iter("TTKhac"):
        if len(re.sub(r"\s+", " ", wire.text(place))) > 500:
            return True
        kinds = [wire.text(kind) for kind in place.iter("KDLieu")]
        if any(kind not in ("string", "numeric", "dateTime", "date") for kind in kinds):
            return True
    return False
