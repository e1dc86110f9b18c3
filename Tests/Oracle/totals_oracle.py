#!/usr/bin/python3
"""Totals of the invoices the manifest calls good, from the files alone.

    totals_oracle.py SYNTH_FOLDER OFFICES.tsv --by day,form [--basis issued]

Prints a JSON array like `xacthuc totals --format json`. Exact decimals; an amount in another currency times its rate
is rounded half away from zero to millionths, invoice by invoice, before it is added.
"""
import argparse
import json
import pathlib
import sys

import wire
from wire import Decimal

KEYS = ("day", "month", "office", "province", "taxpayer", "form", "rate", "currency")
CURRENCY_ALIASES = {"đ": "VND", "VNĐ": "VND", "vnd": "VND"}


def rate_name(written):
    """`08.00%` and `8%` are one rate; the decree's CTTC is also written CTCT."""
    name = written.strip()
    if name == "CTCT":
        return "CTTC"
    if name.startswith("KHAC:"):
        return "KHAC:" + wire.canonical(Decimal(name[5:-1])) + "%"
    if name.endswith("%"):
        return wire.canonical(Decimal(name[:-1])) + "%"
    return name


def line_net(line):
    """What a line adds to the total before tax: goods add, trade discounts subtract, notes are silent."""
    value = wire.amount(wire.text(line, "ThTien")) or Decimal(0)
    kind = wire.text(line, "TChat")
    if kind == "4":
        return Decimal(0)
    return -abs(value) if kind == "3" else value


def rate_rows(content, tax):
    """{rate: [net, tax]} of a form 1 invoice: its table by rate or, where that is empty, its lines."""
    rows = {}
    for row in content.findall("TToan/THTTLTSuat/LTSuat"):
        entry = rows.setdefault(rate_name(wire.text(row, "TSuat")), [Decimal(0), Decimal(0)])
        entry[0] += wire.amount(wire.text(row, "ThTien")) or Decimal(0)
        entry[1] += wire.amount(wire.text(row, "TThue")) or Decimal(0)
    if rows:
        return rows
    for line in content.findall("DSHHDVu/HHDVu"):
        name = wire.text(line, "TSuat")
        if name and wire.text(line, "TChat") != "4":
            entry = rows.setdefault(rate_name(name), [Decimal(0), Decimal(0)])
            entry[0] += line_net(line)
    for name, entry in rows.items():
        number = name.removeprefix("KHAC:")
        if number.endswith("%"):
            entry[1] = wire.round_away(entry[0] * Decimal(number[:-1]) / 100)
    return rows


def facts(path, registry, offices):
    """Keys and amounts of one invoice."""
    document = wire.invoice(wire.parse(path))
    head = document.find("DLHDon/TTChung")
    content = document.find("DLHDon/NDHDon")
    seller = wire.text(content, "NBan/MST")
    currency = wire.text(head, "DVTTe")
    currency = CURRENCY_ALIASES.get(currency, currency)
    total = wire.amount(wire.text(content, "TToan/TgTTTBSo")) or Decimal(0)
    form = wire.text(head, "KHMSHDon")
    if form == "1" or form == "5" and wire.text(head, "KHHDon")[3:4] == "G":
        net = wire.amount(wire.text(content, "TToan/TgTCThue")) or Decimal(0)
        tax = wire.amount(wire.text(content, "TToan/TgTThue")) or Decimal(0)
        rates = rate_rows(content, tax)
    elif form == "6":
        # A note moves goods and sells nothing.
        net, tax, total, rates = Decimal(0), Decimal(0), Decimal(0), {}
    else:
        net, tax, rates = total, Decimal(0), {}
    office = registry[seller]["office_code"]
    keys = {
        "day": wire.text(head, "NLap"), "month": wire.text(head, "NLap")[:7], "office": office,
        "province": offices.get(office, ""), "taxpayer": seller, "form": form, "currency": currency,
    }
    exchange = Decimal(1) if currency == "VND" else wire.amount(wire.text(head, "TGia"))
    if exchange is not None and exchange == 0:
        exchange = None
    return keys, net, tax, total, rates, exchange


def amounts_by_rate(net, tax, total, rates):
    """[(rate, net, tax, total)]; what the rates leave of the invoice's own sums is `unallocated`.

    An invoice without rates, such as one of form 2, stands under an empty rate.
    """
    if not rates:
        return [("", net, tax, total)]
    rows = [(name, entry[0], entry[1], entry[0] + entry[1]) for name, entry in rates.items()]
    left_net = net - sum((row[1] for row in rows), Decimal(0))
    left_tax = tax - sum((row[2] for row in rows), Decimal(0))
    left_total = total - sum((row[3] for row in rows), Decimal(0))
    if left_net != 0 or left_tax != 0 or left_total != 0:
        rows.append(("unallocated", left_net, left_tax, left_total))
    return rows


def totals(invoices, by):
    """{(key values…, currency): {...}}."""
    groups = {}
    for keys, net, tax, total, rates, exchange in invoices:
        parts = [("", net, tax, total)]
        if "rate" in by:
            parts = amounts_by_rate(net, tax, total, rates)
        for rate, part_net, part_tax, part_total in parts:
            named = dict(keys, rate=rate)
            key = tuple(named[name] for name in by if name != "currency") + (named["currency"],)
            row = groups.setdefault(key, {
                "invoices": 0, "no_rate": 0, **{name: Decimal(0) for name in
                                                ("net", "tax", "total", "net_vnd", "tax_vnd", "total_vnd")}})
            row["invoices"] += 1
            for name, value in (("net", part_net), ("tax", part_tax), ("total", part_total)):
                row[name] += value
                if exchange is not None:
                    row[name + "_vnd"] += wire.round_away(value * exchange)
            if exchange is None:
                row["no_rate"] += 1
    return groups


def as_json(groups, by):
    names = [name for name in by if name != "currency"] + ["currency"]
    rows = []
    for key in sorted(groups):
        row = dict(zip(names, key))
        for name, value in groups[key].items():
            row[name] = value if isinstance(value, int) else wire.canonical(value)
        rows.append(row)
    return rows


def load(folder, offices_path, good=("issued",)):
    """Facts of every good invoice of a folder made by `xacthuc synth`."""
    folder = pathlib.Path(folder)
    registry = wire.taxpayers(folder / "taxpayers.csv")
    offices = wire.provinces(offices_path)
    names = [row["file"] for row in wire.ndjson(folder / "manifest.ndjson") if row["status"] in good]
    paths = [folder / name if (folder / name).exists() else folder / "messages" / name for name in names]
    return [facts(path, registry, offices) for path in paths]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder")
    parser.add_argument("offices")
    parser.add_argument("--by", default="currency")
    arguments = parser.parse_args()
    by = [name for name in arguments.by.split(",") if name]
    unknown = set(by) - set(KEYS)
    if unknown:
        parser.error(f"unknown grouping {sorted(unknown)}")
    rows = as_json(totals(load(arguments.folder, arguments.offices), by), by)
    json.dump(rows, sys.stdout, ensure_ascii=False, indent=1)
    print()


if __name__ == "__main__":
    main()
