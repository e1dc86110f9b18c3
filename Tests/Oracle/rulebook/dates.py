"""Dates and deadlines (Decree 254 annex 7, art. 15.3, 16.3)."""
import datetime

import wire

from .base import next_working_day, rule


@rule("date.issue-not-future")
def _(i):
    return i.date is not None and i.date > i.received.date()


@rule("date.sign-not-before-issue")
def _(i):
    return None not in (i.date, i.signing_time) and i.signing_time.date() < i.date


@rule("date.sign-next-wd")
def _(i):
    return None not in (i.date, i.signing_time) and i.signing_time.date() > next_working_day(i.date)


def late(i, kind):
    return i.kind == kind and i.date is not None and i.received.date() > next_working_day(i.date)


@rule("date.send-for-code-next-wd")
def _(i):
    return late(i, "200")


@rule("date.uncoded-next-wd")
def _(i):
    return late(i, "203")


@rule("date.cash-same-day")
def _(i):
    return i.kind in ("206", "216") and i.date is not None and i.received.date() > i.date


@rule("sig.time-not-future")
def _(i):
    return i.signing_time is not None and i.signing_time > i.received + datetime.timedelta(minutes=5)


@rule("env.datetime-zone")
def _(i):
    written = [wire.text(place) for place in i.element.iterfind("DSCKS//{*}SigningTime")]
    written += [wire.text(place) for place in i.message.root.iterfind("CKSNNT//{*}SigningTime")]
    return any(time.endswith("Z") or "+" in time for time in written)
