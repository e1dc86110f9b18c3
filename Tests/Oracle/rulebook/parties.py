"""Seller, buyer and delegate (Decree 254, annex points 3 and 4)."""
import re
import unicodedata

import wire

from .base import MST, rule

CONSUMER_TAGS = ("Ten", "HVTNMHang", "MST", "DChi", "CCCDan", "SHChieu", "MDVQHNSach", "MKHang", "SDThoai", "DCTDTu",
                 "CMND")


def buyer(i, tag):
    return wire.text(i.buyer, tag)


def plain(name):
    return " ".join(unicodedata.normalize("NFC", name).casefold().split())


@rule("pty.seller-mst-format")
def _(i):
    return i.seller != "" and not MST.fullmatch(i.seller)


@rule("pty.seller-name")
def _(i):
    written = wire.text(i.content, "NBan/Ten")
    return i.taxpayer is not None and written != "" and plain(written) != plain(i.taxpayer["name"])


@rule("pty.delegate-complete")
def _(i):
    given = [wire.text(i.common, tag) != "" for tag in ("MSTDVNUNLHDon", "TDVNUNLHDon", "DCDVNUNLHDon")]
    return any(given) and not all(given)


@rule("pty.buyer-mst-format")
def _(i):
    return buyer(i, "MST") != "" and not MST.fullmatch(buyer(i, "MST"))


@rule("pty.buyer-check-digit")
def _(i):
    written = buyer(i, "MST")
    if not re.fullmatch(r"[0-9]{10}(-[0-9]{3})?", written):
        return False
    weighted = sum(weight * int(digit) for weight, digit in zip((31, 29, 23, 19, 17, 13, 7, 5, 3), written))
    return 10 - weighted % 11 != int(written[9])


@rule("pty.buyer-business")
def _(i):
    """The receiver of a warehouse note is a warehouse: rules of their own ask for its address."""
    if i.form == "6":
        return False
    named = buyer(i, "Ten") != "" or buyer(i, "HVTNMHang") != ""
    return buyer(i, "MST") != "" and not (named and buyer(i, "DChi") != "")


@rule("pty.buyer-cccd-format")
def _(i):
    return buyer(i, "CCCDan") != "" and not re.fullmatch(r"[0-9]{12}", buyer(i, "CCCDan"))


@rule("pty.buyer-budget-code")
def _(i):
    return buyer(i, "MDVQHNSach") != "" and not re.fullmatch(r"[0-9]{7}", buyer(i, "MDVQHNSach"))


@rule("pty.consumer-text")
def _(i):
    """Cash registers and tickets need no buyer; warehouse notes have another kind of receiver."""
    if i.content is None or i.kind in ("206", "216") or i.form in ("5", "6"):
        return False
    return all(buyer(i, tag) == "" for tag in CONSUMER_TAGS)


@rule("pty.free-zone-flag")
def _(i):
    return i.form == "2" and i.common is not None and wire.text(i.common, "HDDCKPTQuan") not in ("0", "1")
