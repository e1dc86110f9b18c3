#!/usr/bin/python3
"""Proves with arithmetic of its own that the stored sums by rate, and those in đồng, equal a ledger's invoice rows.

    ledger_rates.py LEDGER

Every row of total_day and total_month is made again from invoice, invoice_rate and series. Exits 1 where they differ.
"""
import collections
import datetime
import pathlib
import sqlite3
import sys

MILLION = 10 ** 6
HEADER, UNALLOCATED, NONE = -3, -2, -1
WHOLE = 1 << 24
NAMES = ("net", "tax", "total", "net_vnd", "tax_vnd", "total_vnd")


def month(day):
    date = datetime.date(1970, 1, 1) + datetime.timedelta(days=day)
    return date.year * 12 + date.month - 1


def kind(symbol):
    """0 coded, 1 uncoded, 2 from a cash register with its code, 3 without."""
    return 2 * (symbol[3] == "M") + (symbol[0] == "K")


def converted(amount, exchange):
    """Half away from zero to millionths."""
    sign = -1 if amount < 0 else 1
    return sign * ((abs(amount) * exchange + MILLION // 2) // MILLION)


def parts(store, row):
    """{rate: (net, tax, total)} of one invoice."""
    net, tax, total = (row[f"{name}_units"] * MILLION + row[f"{name}_millionths"] for name in NAMES[:3])
    found = {HEADER: (net, tax, total)}
    if row["rate"] == NONE:
        found[NONE] = (net, tax, total)
        return found
    if row["rate"] is not None:
        rates = [(row["rate"], net, tax)]
    else:
        # Multiplied here: SQL would go over to floating point where 64 bits end.
        query = "SELECT * FROM invoice_rate WHERE transaction_number = ?"
        rates = [(part["rate"], *(part[f"{name}_units"] * MILLION + part[f"{name}_millionths"] for name in NAMES[:2]))
                 for part in store.execute(query, [row["transaction_number"]])]
    for rate, rate_net, rate_tax in rates:
        found[rate] = (rate_net, rate_tax, rate_net + rate_tax)
    rest = tuple(whole - sum(part[index] for rate, part in found.items() if rate != HEADER)
                 for index, whole in enumerate((net, tax, total)))
    if any(rest):
        found[UNALLOCATED] = rest
    return found


def made_again(store):
    sums = collections.defaultdict(lambda: [0] * 8)
    for row in store.execute("SELECT invoice.*, seller, form, symbol FROM invoice JOIN series ON series.id = series"):
        exchange = MILLION if row["currency"] == "VND" else None
        if row["exchange_units"] is not None:
            exchange = row["exchange_units"] * MILLION + row["exchange_millionths"]
        for rate, amounts in parts(store, row).items():
            in_vnd = [converted(amount, exchange) if exchange else 0 for amount in amounts]
            values = [1, 0 if exchange else 1, *amounts, *in_vnd]
            for basis, day in ((0, row["issued_on"]), (1, row["received_on"])):
                for key in (("day", basis, day, row["office"]), ("month", basis, month(day), row["seller"])):
                    target = sums[(*key, kind(row["symbol"]), row["form"], row["currency"], rate)]
                    for index, value in enumerate(values):
                        target[index] += value
    return dict(sums)


def stored(store):
    """Rows with a rate beyond WHOLE, or without rates, stand for the invoices too; basis 2 counts on both."""
    sums = collections.defaultdict(lambda: [0] * 8)
    for table, subject in (("day", "office"), ("month", "taxpayer")):
        for row in store.execute(f"SELECT * FROM total_{table}"):
            amounts = [row[f"{name}_high"] * 10 ** 18 + row[f"{name}_low"] for name in NAMES]
            values = [row["invoices"], row["without_exchange"], *amounts]
            rate = row["rate"]
            rates = (HEADER, rate - WHOLE) if rate >= WHOLE else (HEADER, NONE) if rate == NONE else (rate,)
            for basis in (0, 1) if row["basis"] == 2 else (row["basis"],):
                for part in rates:
                    target = sums[table, basis, row[table], row[subject],
                                  row["kind"], row["form"], row["currency"], part]
                    for index, value in enumerate(values):
                        target[index] += value
    return dict(sums)


def main():
    store = sqlite3.connect(pathlib.Path(sys.argv[1]) / "ledger.sqlite")
    store.row_factory = sqlite3.Row
    expected, found = made_again(store), stored(store)
    wrong = [key for key in expected.keys() | found.keys() if expected.get(key) != found.get(key)]
    for key in sorted(wrong, key=str)[:10]:
        print(f"error: {key}: rows {expected.get(key)}, sums {found.get(key)}")
    if not wrong:
        print(f"ledger rates: {len(found)} stored sums equal the invoices")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
