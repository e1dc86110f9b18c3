"""What the seller registered, and whether it may issue (Decree 254 art. 12.2.a, Circular 91 art. 8)."""
import re

import wire

from .base import MST, day, rule


@rule("reg.taxpayer-exists")
def _(i):
    """A seller of public assets without tax code is looked for by the budget code."""
    budget = wire.text(i.content, "NBan/MDVQHNSach") if i.form == "3" and i.seller == "" else ""
    return (MST.fullmatch(i.seller) is not None or budget != "") and i.taxpayer is None


@rule("stop.a-code-closed")
def _(i):
    return i.taxpayer is not None and i.taxpayer["status"] == "closed"


@rule("stop.c-suspended")
def _(i):
    return i.taxpayer is not None and i.taxpayer["status"] == "suspended"


def lacks(i, method):
    return i.taxpayer is not None and method not in i.taxpayer["methods"].split("+")


@rule("reg.coded-covered")
def _(i):
    return i.kind == "200" and lacks(i, "C")


@rule("reg.uncoded-covered")
def _(i):
    return i.kind == "203" and lacks(i, "K")


@rule("reg.cash-covered")
def _(i):
    return i.kind == "206" and lacks(i, "M")


@rule("reg.cash-uncoded-covered")
def _(i):
    return i.kind == "216" and lacks(i, "M")


@rule("reg.kind-covered")
def _(i):
    known = re.fullmatch(r"[1-9]", i.form) is not None
    return i.taxpayer is not None and known and i.form not in i.taxpayer["forms"].split("+")


@rule("date.after-registration")
def _(i):
    start = day(i.taxpayer["registered_on"]) if i.taxpayer else None
    return start is not None and i.date is not None and i.date < start
