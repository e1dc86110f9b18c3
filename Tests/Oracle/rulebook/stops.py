"""Who must stop using electronic invoices (Circular 91 art. 8), judged when the message is received."""
import datetime

from .base import rule

STATUS = {"closed": "a", "suspended": "c"}
# Cases of art. 8.1; dd stands for the letter d with stroke.
CASES = {
    "a": "stop.a-code-closed", "b": "stop.b-not-at-address", "c": "stop.c-suspended", "d": "stop.d-enforced",
    "dd": "stop.dd-illicit-goods", "e": "stop.e-fraud", "g": "stop.g-conditional-trade",
    "h": "stop.h-cash-or-own-request", "i": "stop.i-household-data", "k": "stop.k-evasion", "l": "stop.l-high-risk",
}
KINDS = {"200": "C", "203": "K", "206": "M", "216": "M"}


def moment(written, last):
    """A time, or the first or last second of a day."""
    if len(written) == 10:
        written += "T23:59:59" if last else "T00:00:00"
    return datetime.datetime.fromisoformat(written)


def stops(i, code):
    """(case, whether only data come late) of everything that stops this invoice for somebody.

    An invoice that asks for a code is not issued yet. Data of one issued on a day before the stop are late: the law is
    silent on them, so they are taken, with a word about it.
    """
    found = []
    issued = i.date if i.kind != "200" else None
    now = i.registry.on(code, i.received.date())
    if now is not None and now["status"] in STATUS:
        was_active = issued is not None and i.registry.on(code, issued)["status"] == "active"
        found.append((STATUS[now["status"]], was_active))
    for row in i.registry.stops:
        if row["tax_code"] != code or KINDS.get(i.kind) not in (row["kinds"] or "C+K+M").split("+"):
            continue
        start = moment(row["from"], last=False)
        if start <= i.received and (row["to"] == "" or i.received <= moment(row["to"], last=True)):
            found.append((row["cause"], issued is not None and issued < start.date()))
    return found


def stopped(case):
    return lambda i: (case, False) in stops(i, i.seller)


for letter, name in CASES.items():
    rule(name)(stopped(letter))


@rule("stop.late-data")
def _(i):
    return any(late for code in (i.seller, i.delegate) for _, late in stops(i, code))


@rule("stop.delegation")
def _(i):
    """A stop of either party stops a delegated invoice; that of the seller speaks for itself."""
    return any(not late for _, late in stops(i, i.delegate))
