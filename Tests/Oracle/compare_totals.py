#!/usr/bin/python3
"""Holds `xacthuc totals` against the totals oracle, grouping by grouping.

    compare_totals.py XACTHUC LEDGER SYNTH_FOLDER OFFICES.tsv [GROUPING...]

A grouping is a list of keys such as `day` or `month,taxpayer,rate`; without any, every single key and some pairs.
Exits 1 on the first grouping that differs and shows the rows that do.
"""
import json
import subprocess
import sys
from decimal import Decimal

import totals_oracle

GROUPINGS = ["", *totals_oracle.KEYS, "day,form", "month,rate", "month,taxpayer,rate", "province,form,currency",
             "office,day", "taxpayer,currency", "day,rate", "province,rate"]
AMOUNTS = ("net", "tax", "total", "net_vnd", "tax_vnd", "total_vnd")


def product_rows(xacthuc, ledger, by):
    command = [xacthuc, "totals", ledger, "--format", "json"] + (["--by", by] if by else [])
    result = subprocess.run(command, capture_output=True, text=True)
    if result.returncode != 0:
        sys.exit(f"error: {' '.join(command)} exits {result.returncode}: {result.stderr.strip()}")
    return json.loads(result.stdout)


def keyed(rows, names):
    """{key values: amounts}; absent amounts count as zero, as they do for rows in which nothing has a rate."""
    found = {}
    for row in rows:
        key = tuple(str(row.get(name) or "") for name in names)
        if key in found:
            raise SystemExit(f"error: two rows for {key}")
        found[key] = {name: Decimal(row.get(name) or 0) for name in AMOUNTS}
        for name in ("invoices", "no_rate"):
            found[key][name] = int(row.get(name) or 0)
    return found


def differences(ours, theirs):
    for key in sorted(ours.keys() | theirs.keys()):
        if ours.get(key) != theirs.get(key):
            yield f"  {key}:\n    oracle  {show(ours.get(key))}\n    product {show(theirs.get(key))}"


def show(row):
    return "no row" if row is None else " ".join(f"{name}={value}" for name, value in row.items())


def main():
    xacthuc, ledger, folder, offices, *groupings = sys.argv[1:]
    invoices = totals_oracle.load(folder, offices)
    print(f"totals oracle: {len(invoices)} good invoices")
    for by in groupings or GROUPINGS:
        keys = [name for name in by.split(",") if name]
        names = [name for name in keys if name != "currency"] + ["currency"]
        expected = totals_oracle.as_json(totals_oracle.totals(invoices, keys), names)
        ours, theirs = keyed(expected, names), keyed(product_rows(xacthuc, ledger, by), names)
        wrong = list(differences(ours, theirs))
        if wrong:
            print(f"error: totals by {by or 'nothing'}: {len(wrong)} rows differ", file=sys.stderr)
            sys.exit("\n".join(wrong[:10]))
        print(f"  by {by or 'nothing':24} {len(ours):6} rows equal")


if __name__ == "__main__":
    main()
