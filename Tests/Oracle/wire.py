"""Reading messages the slow and obvious way, with lxml. Shared by the oracles; knows nothing of the product."""
import csv
import decimal
import json
import pathlib
import re

from lxml import etree

decimal.getcontext().prec = 80
Decimal = decimal.Decimal
MILLIONTH = Decimal("0.000001")
DS = "{http://www.w3.org/2000/09/xmldsig#}"
NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")


def parse(path):
    """The root element, or None where the file is not well-formed."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True, remove_blank_text=False)
    try:
        return etree.fromstring(pathlib.Path(path).read_bytes(), parser)
    except etree.XMLSyntaxError:
        return None


def text(element, path=""):
    """The text at a path of child names, stripped; empty where there is none."""
    for name in path.split("/") if path else []:
        element = element.find(name) if element is not None else None
    return "" if element is None else "".join(element.itertext()).strip()


def amount(written):
    """A number of the wire as a Decimal, or None."""
    return Decimal(written) if NUMBER.fullmatch(written) else None


def fits(written, digits, decimals):
    """Whether this is a number of at most so many digits in all, so many of them behind the point."""
    if not NUMBER.fullmatch(written):
        return False
    whole, _, fraction = written.lstrip("-").partition(".")
    return len(whole) + len(fraction) <= digits and len(fraction) <= decimals


def canonical(value):
    """A decimal without exponent, trailing zeros or minus zero."""
    written = f"{value:f}"
    if "." in written:
        written = written.rstrip("0").rstrip(".")
    return "0" if written in ("-0", "") else written


def round_away(value):
    """Rounded half away from zero to millionths."""
    return value.quantize(MILLIONTH, rounding=decimal.ROUND_HALF_UP)


def ndjson(path):
    with open(path, encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]


def taxpayers(path):
    """Rows of the registry CSV by tax code; the last row of a code counts."""
    with open(path, encoding="utf-8", newline="") as file:
        return {row["tax_code"]: row for row in csv.DictReader(file)}


class Registry(dict):
    """What is known of taxpayers: the newest row by tax code; `on` says what held on a day."""

    def __init__(self, folder, taxpayers="taxpayers.csv", stops="stops.csv", delegations="delegations.csv"):
        super().__init__()
        self.versions = {}
        for row in table(folder / taxpayers) or []:
            known = self.versions.setdefault(row["tax_code"], {})
            known[row.get("valid_from") or ""] = row
        for code, known in self.versions.items():
            self[code] = known[max(known)]
        self.stops = table(folder / stops) or []
        # None where no list was ever imported: then nobody can be missing on it.
        self.delegations = table(folder / delegations)

    def on(self, code, day):
        """The row that held on a day (a date): the last to begin by then; before all of them the first."""
        known = self.versions.get(code)
        if known is None:
            return None
        begun = [start for start in known if start <= day.isoformat()]
        return known[max(begun) if begun else min(known)]


def table(path):
    """Rows of a CSV file, or None where there is none."""
    if not path.exists():
        return None
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def provinces(path):
    """Province by tax office, from the office table."""
    with open(path, encoding="utf-8", newline="") as file:
        return {row["code"]: row["province"] for row in csv.DictReader(file, delimiter="\t")}


def invoice(root):
    """The first HDon of a message, or None."""
    if root is None:
        return None
    return root if root.tag == "HDon" else root.find("DLieu/HDon")
