"""Lines (Decree 254 annex 5; Decision 1450 appendices IV and V; provider's notes on 2.1.0)."""
import re

import wire
from wire import Decimal

from .base import number, rule

RATE = re.compile(r"0%|5%|8%|10%|KCT|KKKNT|CTTC|CTCT|KHAC|KHAC:[0-9]?[0-9](\.[0-9]?[0-9])?%")
SPECIAL = ("SKhung", "SMay", "BKSPTVChuyen", "TNGHang", "DCNGHang", "MSTNGHang", "MDDNGHang")


def kind(line):
    return wire.text(line, "TChat")


def adjusts(i):
    """An adjustment says what changes: words alone, or amounts up and down (Circular 91 art. 10.6.c)."""
    return i.related is not None and wire.text(i.related, "TCHDon") in ("2", "4")


@rule("line.present")
def _(i):
    return i.content is not None and not i.lines and not adjusts(i)


@rule("line.kind")
def _(i):
    return any(kind(line) not in ("1", "2", "3", "4", "5") for line in i.lines)


@rule("line.name")
def _(i):
    return any(wire.text(line, "THHDVu") == "" for line in i.lines)


@rule("line.amount")
def _(i):
    """Warehouse notes need no amounts: their table says so."""
    return i.form != "6" and any(kind(line) != "4" and wire.text(line, "ThTien") == "" for line in i.lines)


@rule("line.note-without-amount")
def _(i):
    tags = ("ThTien", "SLuong", "DGia")
    return any(kind(line) == "4" and any((number(line, tag) or 0) != 0 for tag in tags) for line in i.lines)


@rule("line.qty-price")
def _(i):
    """Special invoices and priced tickets need none of it; an internal transfer has no price, goods for an agent have
    one (Decree 254 annex 9.g)."""
    if i.letter == "D" or i.form == "5":
        return False
    tags = ("DVTinh", "SLuong") if i.form == "6" and i.letter != "B" else ("DVTinh", "SLuong", "DGia")
    return any(kind(line) in ("1", "5") and any(wire.text(line, tag) == "" for tag in tags) for line in i.lines)


def discount_of(line):
    """The amount as written, or by the rate; None where it cannot be read."""
    share, quantity, price = (number(line, tag) for tag in ("TLCKhau", "SLuong", "DGia"))
    if wire.text(line, "STCKhau") != "":
        return number(line, "STCKhau")
    if wire.text(line, "TLCKhau") == "":
        return Decimal(0)
    return None if None in (share, quantity, price) else quantity * price * share / 100


@rule("line.arith")
def _(i):
    for line in i.lines:
        if kind(line) not in ("1", "5"):
            continue
        quantity, price, net = (number(line, tag) for tag in ("SLuong", "DGia", "ThTien"))
        discount = discount_of(line)
        if None not in (quantity, price, net, discount) and abs(quantity * price - discount - net) > 1:
            return True
    return False


@rule("line.rate-present")
def _(i):
    return i.form in ("1", "8") and any(kind(line) in ("1", "2", "5") and wire.text(line, "TSuat") == ""
                                        for line in i.lines)


def rates(i):
    return [wire.text(place, "TSuat") for place in [*i.lines, *i.rates]] if i.taxed else []


@rule("line.rate-list")
def _(i):
    return any(written and not RATE.fullmatch(written) for written in rates(i))


@rule("line.rate-leasing")
def _(i):
    return "CTCT" in rates(i)


@rule("line.discount-sign")
def _(i):
    lowers = any(kind(line) == "3" and (number(line, "ThTien") or 0) < 0 for line in i.lines)
    return lowers and not adjusts(i)


@rule("line.attached-list")
def _(i):
    return (wire.text(i.common, "SBKe") == "") != (wire.text(i.common, "NBKe") == "")


def details(line):
    return {wire.text(place, "TTruong"): wire.text(place, "DLieu") for place in line.findall("TTHHDTrung/TTin")}


@rule("line.special-goods")
def _(i):
    for line in i.lines:
        if kind(line) != "5":
            continue
        whole = [all(wire.text(place, tag) != "" for tag in ("LHHDTrung", "TTruong", "DLieu"))
                 for place in line.findall("TTHHDTrung/TTin")]
        if not any(whole) or any(name not in SPECIAL for name, said in details(line).items() if said):
            return True
    return False


def vehicles(i):
    """The lines that say which car or motorcycle they sell."""
    return [details(line) for line in i.lines if kind(line) == "5" and {"SKhung", "SMay"} & details(line).keys()]


@rule("line.vehicle")
def _(i):
    return any(not vehicle.get("SKhung") or not vehicle.get("SMay") for vehicle in vehicles(i))


@rule("pty.vehicle-buyer")
def _(i):
    named = wire.text(i.buyer, "Ten") or wire.text(i.buyer, "HVTNMHang")
    known = any(wire.text(i.buyer, tag) for tag in ("MST", "CCCDan", "SHChieu"))
    return vehicles(i) != [] and not (named and known)
