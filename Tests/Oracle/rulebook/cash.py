"""Cash registers (Decree 254 art. 8.9, 10.4; the form of the code as observed, wire-format section 4)."""
import re

import wire

from .base import rule

CODE = re.compile(r"M([12])-([0-9]{2})-([A-Z0-9]{5})-([0-9]{11})")


def built(i):
    return CODE.fullmatch(i.code) if i.kind == "206" else None


@rule("mtt.code-pattern")
def _(i):
    return i.kind == "206" and not built(i)


@rule("mtt.code-form")
def _(i):
    return built(i) is not None and re.fullmatch("[1-9]", i.form) is not None and built(i)[1] != i.form


@rule("mtt.code-year")
def _(i):
    return built(i) is not None and i.letter != "" and built(i)[2] != i.series[1:3]


@rule("mtt.code-prefix-owner")
def _(i):
    return built(i) is not None and i.taxpayer is not None and built(i)[3] != i.taxpayer["cash_register_code"]


@rule("mtt.uncoded")
def _(i):
    return i.kind == "216" and i.code != ""


@rule("mtt.deduction-tax")
def _(i):
    if i.kind not in ("206", "216") or i.form != "1":
        return False
    plain = any(wire.text(line, "TSuat") == "" for line in i.lines if wire.text(line, "TChat") in ("1", "2", "5"))
    return plain or not i.rates or wire.text(i.totals, "TgTThue") == ""
