"""Form, symbol and number (Circular 91, article 4 and annex I)."""
import re

import wire

from .base import SERIES, rule


@rule("form.known")
def _(i):
    return not re.fullmatch(r"[1-9]", i.form)


@rule("series.pattern")
def _(i):
    return not SERIES.fullmatch(i.series)


@rule("series.year-matches-issue-date")
def _(i):
    return i.letter != "" and i.date is not None and int(i.series[1:3]) != i.date.year % 100


@rule("series.code-letter-vs-message")
def _(i):
    return i.letter != "" and i.series[0] != ("C" if i.kind in ("200", "206") else "K")


@rule("series.warehouse")
def _(i):
    return i.letter != "" and (i.letter in "NB") != (i.form == "6")


@rule("series.commercial")
def _(i):
    return i.letter != "" and (i.letter == "X") != (i.form == "7")


@rule("series.refund")
def _(i):
    return i.letter == "F" and i.form != "1"


@rule("series.ticket")
def _(i):
    return i.letter in ("G", "H") and i.form != "5"


@rule("series.occurrence-L")
def _(i):
    return i.letter == "L"


@rule("series.cash-M")
def _(i):
    return i.letter != "" and (i.letter == "M") != (i.kind in ("206", "216"))


@rule("num.range")
def _(i):
    written = wire.text(i.common, "SHDon")
    return not re.fullmatch(r"[0-9]{1,8}", written) or int(written) == 0
