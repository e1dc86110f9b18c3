"""Replacing and adjusting (Circular 91 art. 10, 24.2; Decision 1450 appendix VI; provider's notes on 2.1.0)."""
import re

import wire

from .base import SERIES, day, rule

NAME = ("KHMSHDCLQuan", "KHHDCLQuan", "SHDCLQuan")


def said(i, tag):
    return wire.text(i.related, tag)


@rule("rel.kind")
def _(i):
    return i.related is not None and said(i, "TCHDon") not in ("1", "2", "3", "4")


@rule("rel.many-message")
def _(i):
    return i.related is not None and said(i, "TCHDon") in ("3", "4")


@rule("rel.source-kind")
def _(i):
    return i.related is not None and said(i, "LHDCLQuan") not in ("1", "2", "3", "4")


@rule("rel.block-complete")
def _(i):
    if i.related is None or said(i, "TCHDon") not in ("1", "2"):
        return False
    given = [said(i, tag) != "" for tag in NAME]
    # The tables of forms 3, 4 and 6 know no original without symbol and number.
    whole = all(given) or (not any(given) and i.form not in ("3", "4", "6"))
    # Today's symbols for today's invoices; those of older decrees had others.
    legal = said(i, "LHDCLQuan") != "1" or not all(given) or (
        SERIES.fullmatch(said(i, NAME[1])) and re.fullmatch("[1-9]", said(i, NAME[0]))
        and re.fullmatch("[0-9]{1,8}", said(i, NAME[2])) and int(said(i, NAME[2])) > 0)
    return said(i, "NLHDCLQuan") == "" or not whole or not legal


@rule("rel.not-self")
def _(i):
    if i.related is None:
        return False
    other = tuple(said(i, tag) for tag in NAME)
    own = (i.form, i.series, wire.text(i.common, "SHDon"))
    return "" not in other and (other[:2], other[2].lstrip("0")) == (own[:2], own[2].lstrip("0"))


@rule("rel.original-later")
def _(i):
    other = day(said(i, "NLHDCLQuan")) if i.related is not None else None
    return None not in (other, i.date) and other > i.date


@rule("rel.no-identity-adjust-only")
def _(i):
    return i.related is not None and said(i, "TCHDon") == "1" and all(said(i, tag) == "" for tag in NAME)


@rule("rel.decree51-replace-only")
def _(i):
    return i.related is not None and said(i, "LHDCLQuan") in ("2", "3") and said(i, "TCHDon") == "2"
