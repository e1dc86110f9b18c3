"""What single forms ask beyond their field tables (Decree 254 annex 9.g, Circular 91 art. 10.1.c)."""
import re

import wire

from .base import rule
from .lines import vehicles

TAXES = ("THTTLTSuat/LTSuat/TThue", "THTTLTSuat/LTSuat/TSuat", "TgTCThue", "TgTThue", "TgTTTBSo")


def seller(i, tag):
    return wire.text(i.content, f"NBan/{tag}")


def lacks(i, *tags):
    return any(seller(i, tag) == "" for tag in tags) or wire.text(i.buyer, "DChi") == ""


@rule("pty.public-asset-seller")
def _(i):
    return i.form == "3" and seller(i, "MST") == "" and not re.fullmatch(r"[0-9]{7}", seller(i, "MDVQHNSach"))


@rule("pty.reserve-buyer")
def _(i):
    """Personal id and passport stand for the identity card of old (annex 4.b)."""
    return i.form == "4" and all(wire.text(i.buyer, tag) == "" for tag in ("MST", "CMND", "CCCDan", "SHChieu"))


@rule("pty.note-internal")
def _(i):
    return i.form == "6" and i.letter == "N" and lacks(i, "LDDNBo", "PTVChuyen")


@rule("pty.note-agency")
def _(i):
    return i.form == "6" and i.letter == "B" and lacks(i, "HDKTSo", "HDKTNgay", "TNVChuyen", "PTVChuyen")


@rule("sum.notes-no-total")
def _(i):
    if i.form != "6" or i.letter != "N":
        return False
    rated = any(wire.text(line, "TSuat") != "" for line in i.lines)
    return rated or any(wire.text(i.totals, tag) != "" for tag in TAXES)


@rule("rel.cash-replace-only")
def _(i):
    return wire.text(i.related, "TCHDon") == "2" and wire.text(i.related, "KHHDCLQuan")[3:4] == "M"


@rule("rel.asset-replace-only")
def _(i):
    return wire.text(i.related, "TCHDon") == "2" and vehicles(i) != []
