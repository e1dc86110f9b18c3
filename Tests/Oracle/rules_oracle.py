#!/usr/bin/python3
"""Judges messages by rules written from the standard alone (Decision 1450, Decree 254, Circular 91, wire notes).

    rules_oracle.py --received 2026-11-20T10:00:00 --taxpayers taxpayers.csv FILE...

Prints one JSON object a file: {"file": ..., "readable": true, "codes": [...]}. It judges only what stands in RULES;
other findings are none of its business. A message it cannot read has no codes and `readable` false.
"""
import argparse
import datetime
import json
import re
import sys

import wire
from wire import Decimal

RULES = {}
CURRENCIES = set("""AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BOV BRL BSD BTN BWP BYN
BZD CAD CDF CHE CHF CHW CLF CLP CNY COP COU CRC CUC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP
GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD
LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN
PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS
UAH UGX USD USN UYI UYU UYW UZS VED VES VND VUV WST XAF XAG XAU XBA XBB XBC XBD XCD XDR XOF XPD XPF XPT XSU XTS XUA XXX
YER ZAR ZMW ZWG ZWL""".split())
DONG_SIGNS = {"đ", "Đ", "VNĐ", "vnđ"}
RATE = re.compile(r"0%|5%|8%|10%|KCT|KKKNT|CTTC|CTCT|KHAC|KHAC:[0-9]?[0-9](\.[0-9]?[0-9])?%")
MST = re.compile(r"[0-9]{10}|[0-9]{10}-[0-9]{3}|[0-9]{12}")
SERIES = re.compile(r"[CK][0-9]{2}[TDLMNBGHXF][A-Z]{2}")


class Message:
    """What the rules look at."""

    def __init__(self, root, received, registry):
        self.root = root
        self.received = received
        self.registry = registry
        self.head = root.find("TTChung")
        self.data = root.find("DLieu")
        self.invoices = [] if self.data is None else self.data.findall("HDon")
        self.document = self.invoices[0] if self.invoices else None
        self.common = self.find("DLHDon/TTChung")
        self.content = self.find("DLHDon/NDHDon")
        self.totals = self.find("DLHDon/NDHDon/TToan")
        self.related = self.find("DLHDon/TTChung/TTHDLQuan")
        self.lines = [] if self.content is None else self.content.findall("DSHHDVu/HHDVu")
        self.form = wire.text(self.common, "KHMSHDon")
        self.series = wire.text(self.common, "KHHDon")
        self.seller = wire.text(self.content, "NBan/MST")
        self.date = day(wire.text(self.common, "NLap"))
        self.taxpayer = registry.get(self.seller)

    def find(self, path):
        return None if self.document is None else self.document.find(path)

    def header(self, name):
        return wire.text(self.head, name)

    def sum(self, name):
        return wire.amount(wire.text(self.totals, name))


def rule(code):
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


# ---- envelope

@rule("env.sender-format")
def _(m):
    return not re.fullmatch(r"[VK]([0-9]{10}|[0-9]{12}|[0-9]{13})", m.header("MNGui"))


@rule("env.receiver-is-tct")
def _(m):
    return m.header("MNNhan") != "TCT"


@rule("env.msgid-format")
def _(m):
    sender, written = m.header("MNGui"), m.header("MTDiep")
    return not written.startswith(sender) or not re.fullmatch(r"[0-9A-Fa-f]{32}", written[len(sender):])


@rule("env.msgid-uuid")
def _(m):
    tail = m.header("MTDiep")[len(m.header("MNGui")):]
    return not RULES["env.msgid-format"](m) and not re.fullmatch(r"[0-9A-F]{12}4[0-9A-F]{3}[89AB][0-9A-F]{15}", tail)


@rule("env.pban-known")
def _(m):
    return m.header("PBan") not in ("", "2.0.0", "2.0.1", "2.1.0")


@rule("env.count-matches")
def _(m):
    written = m.header("SLuong")
    items = [] if m.data is None else [child for child in m.data if isinstance(child.tag, str)]
    return not re.fullmatch(r"[0-9]{1,7}", written) or int(written) != len(items)


@rule("env.one-invoice-for-code")
def _(m):
    return len(m.invoices) != 1


@rule("env.mst-header-equals-body")
def _(m):
    return m.seller != "" and m.header("MST") != m.seller


@rule("env.no-code-in-request")
def _(m):
    signature = m.find("DSCKS/CQT")
    return wire.text(m.find("MCCQT")) != "" or (signature is not None and len(signature) > 0)


@rule("env.empty-code-element")
def _(m):
    code = m.find("MCCQT")
    return code is not None and wire.text(code) == ""


MANDATORY = {
    "DLHDon/TTChung": ("PBan", "NLap", "DVTTe"),
    "DLHDon/NDHDon/NBan": ("Ten", "MST", "DChi"),
}


@rule("env.mandatory-present")
def _(m):
    # Of several DLHDon the first is judged: the others are wrong by being there.
    asked = [(parent, tag) for parent, tags in MANDATORY.items() for tag in tags]
    if m.form == "3":
        asked.remove(("DLHDon/NDHDon/NBan", "MST"))
    if m.form in ("3", "4", "6"):
        asked.append(("DLHDon/TTChung", "THDon"))
    missing = any(wire.text(m.find(parent), tag) == "" for parent, tag in asked)
    if m.form == "1" and m.totals is not None:
        missing |= any(wire.text(m.totals, tag) == "" for tag in ("TgTCThue", "TgTThue"))
        missing |= any(wire.text(row, "ThTien") == "" for row in m.totals.findall("THTTLTSuat/LTSuat"))
    return missing


@rule("env.date-format")
def _(m):
    written = [wire.text(m.common, "NLap"), wire.text(m.common, "NBKe"), wire.text(m.related, "NLHDCLQuan")]
    return any(value and day(value) is None for value in written)


def fits(written, digits, decimals):
    if not wire.NUMBER.fullmatch(written):
        return False
    whole, _, fraction = written.lstrip("-").partition(".")
    return len(whole) + len(fraction) <= digits and len(fraction) <= decimals


@rule("env.number-format")
def _(m):
    written = [(wire.text(line, tag), 21, 6) for line in m.lines
               for tag in ("SLuong", "DGia", "STCKhau", "ThTien")]
    written += [(wire.text(line, "TLCKhau"), 6, 4) for line in m.lines]
    if m.totals is not None:
        for tag in ("TgTCThue", "TgTThue", "TTCKTMai", "TgTTTBSo"):
            written.append((wire.text(m.totals, tag), 21, 6))
        for row in m.totals.findall("THTTLTSuat/LTSuat"):
            written += [(wire.text(row, tag), 21, 6) for tag in ("ThTien", "TThue")]
        written += [(wire.text(fee, "TPhi"), 21, 6) for fee in m.totals.findall("DSLPhi/LPhi")]
    return any(value and not fits(value, digits, decimals) for value, digits, decimals in written)


# ---- registry

@rule("reg.taxpayer-exists")
def _(m):
    return MST.fullmatch(m.seller) is not None and m.taxpayer is None


@rule("stop.a-code-closed")
def _(m):
    return m.taxpayer is not None and m.taxpayer["status"] == "closed"


@rule("stop.c-suspended")
def _(m):
    return m.taxpayer is not None and m.taxpayer["status"] == "suspended"


@rule("reg.coded-covered")
def _(m):
    return m.taxpayer is not None and "C" not in m.taxpayer["methods"].split("+")


@rule("reg.kind-covered")
def _(m):
    known = re.fullmatch(r"[1-9]", m.form) is not None
    return m.taxpayer is not None and known and m.form not in m.taxpayer["forms"].split("+")


@rule("date.after-registration")
def _(m):
    start = day(m.taxpayer["registered_on"]) if m.taxpayer else None
    return start is not None and m.date is not None and m.date < start


# ---- form, symbol, number, date

@rule("form.known")
def _(m):
    return not re.fullmatch(r"[1-9]", m.form)


@rule("series.pattern")
def _(m):
    return not SERIES.fullmatch(m.series)


def lettered(m):
    return m.series[3] if SERIES.fullmatch(m.series) else ""


@rule("series.year-matches-issue-date")
def _(m):
    return lettered(m) != "" and m.date is not None and int(m.series[1:3]) != m.date.year % 100


@rule("series.code-letter-vs-message")
def _(m):
    return lettered(m) != "" and m.series[0] != "C"


@rule("series.warehouse")
def _(m):
    return lettered(m) != "" and (lettered(m) in "NB") != (m.form == "6")


@rule("series.commercial")
def _(m):
    return lettered(m) != "" and (lettered(m) == "X") != (m.form == "7")


@rule("series.refund")
def _(m):
    return lettered(m) == "F" and m.form != "1"


@rule("series.ticket")
def _(m):
    return lettered(m) in ("G", "H") and m.form != "5"


@rule("series.occurrence-L")
def _(m):
    return lettered(m) == "L"


@rule("series.cash-M")
def _(m):
    return lettered(m) == "M"


@rule("num.range")
def _(m):
    written = wire.text(m.common, "SHDon")
    return not re.fullmatch(r"[0-9]{1,8}", written) or int(written) == 0


@rule("date.issue-not-future")
def _(m):
    return m.date is not None and m.date > m.received.date()


# ---- parties

@rule("pty.seller-mst-format")
def _(m):
    return m.seller != "" and not MST.fullmatch(m.seller)


@rule("pty.buyer-mst-format")
def _(m):
    written = wire.text(m.content, "NMua/MST")
    return written != "" and not MST.fullmatch(written)


@rule("pty.buyer-check-digit")
def _(m):
    written = wire.text(m.content, "NMua/MST")
    if not re.fullmatch(r"[0-9]{10}(-[0-9]{3})?", written):
        return False
    weighted = sum(weight * int(digit) for weight, digit in zip((31, 29, 23, 19, 17, 13, 7, 5, 3), written))
    return 10 - weighted % 11 != int(written[9])


@rule("pty.buyer-cccd-format")
def _(m):
    written = wire.text(m.content, "NMua/CCCDan")
    return written != "" and not re.fullmatch(r"[0-9]{12}", written)


@rule("pty.buyer-budget-code")
def _(m):
    written = wire.text(m.content, "NMua/MDVQHNSach")
    return written != "" and not re.fullmatch(r"[0-9]{7}", written)


@rule("pty.delegate-complete")
def _(m):
    given = [wire.text(m.common, tag) != "" for tag in ("MSTDVNUNLHDon", "TDVNUNLHDon", "DCDVNUNLHDon")]
    return any(given) and not all(given)


# ---- currency

@rule("cur.code")
def _(m):
    written = wire.text(m.common, "DVTTe")
    return written != "" and written not in CURRENCIES and written not in DONG_SIGNS


@rule("cur.rate-present")
def _(m):
    written = wire.text(m.common, "DVTTe")
    rate = wire.amount(wire.text(m.common, "TGia")) if wire.text(m.common, "TGia") else None
    return written in CURRENCIES and written != "VND" and wire.text(m.common, "TGia") == "" and rate is None


@rule("cur.rate-format")
def _(m):
    written = wire.text(m.common, "TGia")
    return wire.NUMBER.fullmatch(written) is not None and not fits(written, 7, 2)


# ---- lines

@rule("line.kind")
def _(m):
    return any(wire.text(line, "TChat") not in ("1", "2", "3", "4", "5") for line in m.lines)


@rule("line.name")
def _(m):
    return any(wire.text(line, "THHDVu") == "" for line in m.lines)


@rule("line.amount")
def _(m):
    missing = any(wire.text(line, "TChat") != "4" and wire.text(line, "ThTien") == "" for line in m.lines)
    return missing and m.form != "6"


@rule("line.present")
def _(m):
    return m.content is not None and not m.lines and m.related is None


@rule("line.rate-list")
def _(m):
    # A ticket with letter G is a VAT invoice (Circular 91, annex I); what else form 5 may be, its letter does not say.
    if m.form not in ("1", "8") and not (m.form == "5" and lettered(m) == "G"):
        return False
    rows = [] if m.totals is None else m.totals.findall("THTTLTSuat/LTSuat")
    written = [wire.text(line, "TSuat") for line in m.lines] + [wire.text(row, "TSuat") for row in rows]
    return any(value and not RATE.fullmatch(value) for value in written)


@rule("line.arith")
def _(m):
    for line in m.lines:
        if wire.text(line, "TChat") not in ("1", "5"):
            continue
        quantity, price, net = (wire.amount(wire.text(line, tag)) for tag in ("SLuong", "DGia", "ThTien"))
        discount = wire.amount(wire.text(line, "STCKhau")) or Decimal(0)
        if None not in (quantity, price, net) and abs(quantity * price - discount - net) > 1:
            return True
    return False


# ---- sums

@rule("sum.block-present")
def _(m):
    missing = m.content is not None and m.related is None and wire.text(m.totals, "TgTTTBSo") == ""
    return missing and m.form != "6"


def fees(m):
    found = [] if m.totals is None else m.totals.findall("DSLPhi/LPhi")
    return sum((wire.amount(wire.text(fee, "TPhi")) or Decimal(0) for fee in found), Decimal(0))


@rule("sum.payable")
def _(m):
    net, tax, total = m.sum("TgTCThue"), m.sum("TgTThue"), m.sum("TgTTTBSo")
    if m.form != "1" or None in (net, tax, total):
        return False
    plain = net + tax - total
    return abs(plain) > 1 and abs(plain + fees(m) - (m.sum("TTCKTMai") or Decimal(0))) > 1


@rule("sum.tax-total")
def _(m):
    rows = [] if m.totals is None else m.totals.findall("THTTLTSuat/LTSuat")
    tax = m.sum("TgTThue")
    if m.form != "1" or not rows or tax is None:
        return False
    return abs(sum((wire.amount(wire.text(row, "TThue")) or Decimal(0) for row in rows), Decimal(0)) - tax) > 1


@rule("sum.no-tax-on-exempt")
def _(m):
    rows = [] if m.totals is None else m.totals.findall("THTTLTSuat/LTSuat")
    return m.form == "1" and any(wire.text(row, "TSuat") in ("0%", "KCT", "KKKNT")
                                 and (wire.amount(wire.text(row, "TThue")) or Decimal(0)) != 0 for row in rows)


@rule("sum.words-present")
def _(m):
    return m.totals is not None and wire.text(m.totals, "TgTTTBSo") != "" and wire.text(m.totals, "TgTTTBChu") == ""


@rule("sum.ceiling")
def _(m):
    exchange = wire.amount(wire.text(m.common, "TGia")) if wire.text(m.common, "DVTTe") != "VND" else None
    sums = [m.sum(tag) for tag in ("TgTCThue", "TgTThue", "TgTTTBSo")]
    return any(value is not None and abs(value * (exchange or 1)) > Decimal(10) ** 15 for value in sums)


# ---- related invoice

@rule("rel.kind")
def _(m):
    return m.related is not None and wire.text(m.related, "TCHDon") not in ("1", "2", "3", "4")


@rule("rel.many-message")
def _(m):
    return m.related is not None and wire.text(m.related, "TCHDon") in ("3", "4")


@rule("rel.source-kind")
def _(m):
    return m.related is not None and wire.text(m.related, "LHDCLQuan") not in ("1", "2", "3", "4")


@rule("rel.block-complete")
def _(m):
    if m.related is None or wire.text(m.related, "TCHDon") not in ("1", "2"):
        return False
    given = [wire.text(m.related, tag) != "" for tag in ("KHMSHDCLQuan", "KHHDCLQuan", "SHDCLQuan")]
    return wire.text(m.related, "NLHDCLQuan") == "" or (any(given) and not all(given))


@rule("rel.not-self")
def _(m):
    if m.related is None:
        return False
    other = tuple(wire.text(m.related, tag) for tag in ("KHMSHDCLQuan", "KHHDCLQuan", "SHDCLQuan"))
    own = (m.form, m.series, wire.text(m.common, "SHDon"))
    return "" not in other and (other[:2], other[2].lstrip("0")) == (own[:2], own[2].lstrip("0"))


@rule("rel.no-identity-adjust-only")
def _(m):
    if m.related is None or wire.text(m.related, "TCHDon") != "1":
        return False
    return all(wire.text(m.related, tag) == "" for tag in ("KHMSHDCLQuan", "KHHDCLQuan", "SHDCLQuan"))


def judge(path, received, registry):
    """(readable, codes) of one file; other documents than a message 200 are not judged."""
    root = wire.parse(path)
    if root is None or root.tag != "TDiep" or root.find("TTChung") is None:
        return False, []
    if root.getroottree().docinfo.doctype or wire.text(root, "TTChung/MLTDiep") != "200":
        return False, []
    message = Message(root, received, registry)
    return True, [code for code, broken in RULES.items() if broken(message)]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--received", required=True)
    parser.add_argument("--taxpayers", required=True)
    parser.add_argument("files", nargs="+")
    arguments = parser.parse_args()
    received = datetime.datetime.fromisoformat(arguments.received)
    registry = wire.taxpayers(arguments.taxpayers)
    for path in arguments.files:
        readable, codes = judge(path, received, registry)
        json.dump({"file": path, "readable": readable, "codes": codes}, sys.stdout)
        print()


if __name__ == "__main__":
    main()
