#!/usr/bin/python3
"""Proves that what is due to messages of many invoices can be violated: each planted fault is seen.

    selftest.py
"""
import collections
import hashlib
import pathlib
import sys
import tempfile

from dues import Due, Ledger, stored
from product import Receipt

Walk = collections.namedtuple("Walk", "sha256 invoices rows", defaults=({1: (6, 0, 1, None, 7)},))
TOTALS = {"invoices": 2, "net": "30", "tax": "3", "total": "33", "currency": "VND"}


def row(place, status, number, code):
    return {"file": "m.xml", "type": "206", "place": place, "status": status, "seller": "0199999991", "form": "2",
            "symbol": "C26MAA", "number": number, "code": code, "currency": "VND", "net": f"{place}0",
            "tax": str(place), "total": str(11 * place)}


def reply(kind, count, *named):
    reasons = "".join(f"<LDo><MTLoi>2;C26MAA;{number};X</MTLoi></LDo>" for number in named)
    return f"<TDiep><DLieu><SLuong>{count}</SLuong><LTBao>{kind}</LTBao>{reasons}</DLieu></TDiep>".encode()


def invoice(number, code, amount):
    return {"outcome": 3, "seller": 1 << 56 | 199999991, "form": 2, "symbol": "C26MAA", "number": number,
            "cash_code": code, "currency": "VND", "net": amount * 10 ** 7, "tax": amount * 10 ** 6,
            "total": 11 * amount * 10 ** 6}


def faults(due, ledger, message):
    """(what is planted, what was seen)."""
    good = [("registered", "M-1"), ("duplicate", "M-2"), ("rejected", None)]
    for what, place, line in (
        ("an invoice refused that is good", 0, ("rejected", None)), ("one taken that is bad", 2, ("registered", "M-3")),
        ("another register's code", 1, ("registered", "M-1")), ("a refused one with a code", 2, ("rejected", "M-3")),
        ("an authority's verdict", 0, ("issued", "M-1")),
    ):
        yield what, due.wrong_lines(Receipt(dict(enumerate(good[:place] + [line] + good[place + 1:]))))
    for what, kind, text in (
        ("a 204 that says all were taken", "204", reply(2, 3)),
        ("one that names another", "204", reply(7, 3, "00000002")),
        ("one that names one more", "204", reply(7, 3, "00000002", "00000003")),
        ("one about fewer", "204", reply(7, 2, "00000003")), ("a 999", "999", reply(7, 3, "00000003")),
        ("a 204 cut off", "204", reply(7, 3, "00000003")[:-1]),
    ):
        yield what, due.wrong_reply(kind, text)
    digest, one, two = hashlib.sha256(message.read_bytes()).digest(), invoice(1, "M-1", 1), invoice(2, "M-2", 2)
    for what, invoices in (
        ("an invoice lost", [one]), ("one twice", [one, two, two]), ("a refused one", [one, two, invoice(3, "M-3", 3)]),
        ("a code twice", [one, invoice(2, "M-1", 2)]), ("another amount", [one, invoice(2, "M-2", 3)]),
    ):
        yield what, ledger.problems(Walk({digest: 1}, dict(enumerate((1, part) for part in invoices))), [TOTALS])
    whole = Walk({digest: 1}, {1: (1, one), 2: (1, two)})
    yield "a notice's number twice", ledger.problems(Walk(*whole[:2], {1: whole.rows[1], 2: whole.rows[1]}), [TOTALS])
    yield "a message nobody sent", ledger.problems(Walk({bytes(32): 1}, whole.invoices), [TOTALS])
    yield "a message not stored, its invoices are", ledger.problems(Walk({}, whole.invoices), [TOTALS])
    for name, value in (("invoices", 3), ("net", "31"), ("tax", "3.000001"), ("total", "0"), ("currency", "USD")):
        yield f"totals with {name} {value}", ledger.problems(whole, [TOTALS | {name: value}])


def main():
    due = Due([row(1, "registered", "00000001", "M-1"), row(2, "registered", "00000002", "M-2"),
               row(3, "rejected", "00000003", "M-3")])
    with tempfile.TemporaryDirectory() as folder:
        message = pathlib.Path(folder) / "m.xml"
        message.write_bytes(b"<TDiep/>")
        ledger = Ledger({str(message): due})
        walk = Walk({hashlib.sha256(b"<TDiep/>").digest(): 1},
                    {1: (1, invoice(1, "M-1", 1)), 2: (1, invoice(2, "M-2", 2))})
        receipt = Receipt({0: ("registered", "M-1"), 1: ("duplicate", "M-2"), 2: ("rejected", None)})
        sound = [due.wrong_lines(receipt), due.wrong_reply("204", reply(7, 3, "00000003")),
                 ledger.problems(walk, [TOTALS])]
        seen = list(faults(due, ledger, message))
    wrong = [f"nothing is wrong, but: {found}" for found in sound if found]
    wrong += [f"not seen: {what}" for what, found in seen if not found]
    if not due.is_partial or len(stored(walk)) != 2 or not due.fits(receipt):
        wrong.append("a message of three invoices, two of them good, is taken for something else")
    if wrong:
        sys.exit("error: " + "\n  ".join(wrong))
    print(f"torture: {len(seen)} planted faults of messages of many invoices are seen")


if __name__ == "__main__":
    main()
