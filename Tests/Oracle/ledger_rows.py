#!/usr/bin/python3
"""Proves with SQL of its own that the stored sums of a ledger equal its rows.

    ledger_rows.py LEDGER

Adds up every invoice row in exact integers and compares with total_day and total_month on both bases; checks that each
number and each message leads to its invoice and back. Exits 1 where they differ.
"""
import collections
import datetime
import pathlib
import sqlite3
import sys

SUMS = ("net", "tax", "total")
INVOICES = """
SELECT i.issued_on, i.received_on, i.office, s.symbol, s.form, i.currency, s.seller,
       i.net_units, i.net_millionths, i.tax_units, i.tax_millionths, i.total_units, i.total_millionths
FROM invoice AS i JOIN series AS s ON s.id = i.series
"""
# Rows of invoices with one rate or none stand for the invoices themselves; basis 2 counts on both.
STORED = "SELECT {keys}, invoices, {sums} FROM {table} WHERE rate IN (-3, -1) OR rate >= 1 << 24"


def month(day):
    """Month number (year * 12 + month - 1) of a day counted from 1970-01-01."""
    date = datetime.date(1970, 1, 1) + datetime.timedelta(days=day)
    return date.year * 12 + date.month - 1


def kind(symbol):
    """0 coded, 1 uncoded, 2 from a cash register with its code, 3 without."""
    return 2 * (symbol[3] == "M") + (symbol[0] == "K")


def added(store):
    """{(table, basis, period, subject, kind, form, currency): [invoices, net, tax, total]} from the invoice rows."""
    sums = collections.defaultdict(lambda: [0, 0, 0, 0])
    for issued, received, office, symbol, form, currency, seller, *parts in store.execute(INVOICES):
        amounts = [parts[index] * 10 ** 6 + parts[index + 1] for index in (0, 2, 4)]
        for basis, day in ((0, issued), (1, received)):
            for key in (("day", basis, day, office, kind(symbol), form, currency),
                        ("month", basis, month(day), seller, kind(symbol), form, currency)):
                row = sums[key]
                row[0] += 1
                for index, value in enumerate(amounts):
                    row[index + 1] += value
    return dict(sums)


def stored(store):
    """The same from the stored sums."""
    found = collections.defaultdict(lambda: [0, 0, 0, 0])
    columns = ", ".join(f"{name}_high, {name}_low" for name in SUMS)
    for table, subject in (("day", "office"), ("month", "taxpayer")):
        keys = f"basis, {table}, {subject}, kind, form, currency"
        for row in store.execute(STORED.format(keys=keys, sums=columns, table=f"total_{table}")):
            parts = row[7:]
            amounts = [parts[index] * 10 ** 18 + parts[index + 1] for index in (0, 2, 4)]
            for basis in (0, 1) if row[0] == 2 else (row[0],):
                target = found[(table, basis, *row[1:6])]
                for index, value in enumerate([row[6], *amounts]):
                    target[index] += value
    return dict(found)


def one(store, query):
    return store.execute(query).fetchone()[0]


def problems(ledger):
    """What does not hold, and how many invoices there are."""
    store = sqlite3.connect(pathlib.Path(ledger) / "ledger.sqlite")
    try:
        wrong = []
        check = one(store, "PRAGMA integrity_check")
        if check != "ok":
            wrong.append(f"integrity_check: {check}")
        rows, sums = added(store), stored(store)
        for key in sorted(rows.keys() | sums.keys(), key=str):
            if rows.get(key) != sums.get(key):
                wrong.append(f"total_{key[0]} {key[1:]}: rows {rows.get(key)}, sums {sums.get(key)}")
        invoices = one(store, "SELECT count(*) FROM invoice")
        joined = """SELECT count(*) FROM invoice AS i
            JOIN number AS n ON n.series = i.series AND n.number = i.number
                AND n.transaction_number = i.transaction_number
            JOIN message AS m ON m.sequence = i.message AND (m.status = 6 AND i.generation IS NULL
                OR m.status = 7 AND i.generation IS NOT NULL
                OR m.status = 1 AND i.generation IS NOT NULL AND m.transaction_number = i.transaction_number)
            JOIN block AS b ON b.number = m.block AND b.kind = 1
                AND m.sequence BETWEEN b.first AND b.first + b.count - 1"""
        issued = one(store, """SELECT count(*) FROM invoice AS i JOIN message AS m ON m.sequence = i.message
            WHERE i.generation IS NOT NULL AND m.status <> 7""")
        coded = one(store, "SELECT count(*) FROM invoice WHERE cash_series IS NOT NULL")
        taken = one(store, """SELECT count(*) FROM cash_code AS c JOIN invoice AS i
            ON (i.transaction_number, i.cash_series, i.cash_counter) = (c.transaction_number, c.series, c.counter)""")
        for name, count, wanted in (
            ("numbers", one(store, "SELECT count(*) FROM number"), invoices),
            ("issued messages", one(store, "SELECT count(*) FROM message WHERE status = 1"), issued),
            ("invoices with number, message and block", one(store, joined), invoices),
            ("cash registers' codes", one(store, "SELECT count(*) FROM cash_code"), coded),
            ("cash registers' codes with their invoices", taken, coded),
        ):
            if count != wanted:
                wrong.append(f"{wanted} invoices but {count} {name}")
        return wrong, invoices
    finally:
        store.close()


def main():
    wrong, invoices = problems(sys.argv[1])
    if wrong:
        print(f"error: {sys.argv[1]}: {len(wrong)} things do not hold", *wrong[:10], sep="\n  ", file=sys.stderr)
        sys.exit(1)
    print(f"ledger rows: stored sums equal the {invoices} invoices, on both bases")


if __name__ == "__main__":
    main()
