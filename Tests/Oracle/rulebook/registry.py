"""What the seller registered by the date of the invoice (Decree 254 art. 12.2.a), and who issues for it (91 art. 9)."""
import datetime
import re

import wire

from .base import MST, day, rule


@rule("reg.taxpayer-exists")
def _(i):
    """A seller of public assets without tax code is looked for by the budget code."""
    budget = wire.text(i.content, "NBan/MDVQHNSach") if i.form == "3" and i.seller == "" else ""
    return (MST.fullmatch(i.seller) is not None or budget != "") and i.taxpayer is None


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
    return i.taxpayer is not None and i.date is not None and i.date < known_since(i.taxpayer)


def known_since(row):
    """The day from which somebody may issue, as far as this row says."""
    return max(day(row["registered_on"]), day(row.get("valid_from") or "") or datetime.date.min)


@rule("reg.delegation-declared")
def _(i):
    """Both declared it, the term covers the date, form and symbol are in the list where it names some."""
    if i.delegate == "" or not MST.fullmatch(i.seller) or i.registry.delegations is None:
        return False
    return not any(covers(i, row) for row in i.registry.delegations
                   if (row["delegator"], row["delegate"]) == (i.seller, i.delegate))


def covers(i, row):
    in_term = row["from"] <= i.day.isoformat() <= (row["to"] or "9999-12-31")
    form = re.fullmatch(r"[1-9]", i.form) is None or row["forms"] == "" or i.form in row["forms"].split("+")
    return in_term and form and (i.letter == "" or row["symbols"] == "" or i.series in row["symbols"].split("+"))


@rule("reg.delegate-eligible")
def _(i):
    """Entitled to use electronic invoices: known, and registered by the date."""
    if i.delegate == "":
        return False
    row = i.registry.on(i.delegate, i.day)
    return row is None or i.day < known_since(row)
