#!/usr/bin/python3
"""Breaks good messages, one thing a file, so that every rule of the oracle has something to speak about.

    mutants.py SYNTH_FOLDER OUT_FOLDER

Takes from each kind of message and form in SYNTH_FOLDER one good example. Of a message of many invoices the second one
is broken. Writes OUT_FOLDER/messages, mutants.ndjson (which rule each file is about), and the registry they are judged
by: that of SYNTH_FOLDER, in which some who sold nothing so far got another version, a stop or a delegation.
Signatures do not hold any more: these files are for the rules that do not ask for one.
"""
import argparse
import collections
import csv
import json
import pathlib
import sys

from lxml import etree

import wire
from mutations import BY_HAND, COMMON, DATA, OF_BYTES, OF_FORMS, SELLER, STRANGER, of_tables
from registry_mutations import NOTED, OF_REGISTRY, STOPS, VERSIONS

MANY = ("203", "206", "216")


class Root:
    """A message to be changed, with the registry it is judged by."""

    def __init__(self, element, registry):
        self.element, self.registry = element, registry
        self.find, self.findall, self.iterfind = element.find, element.findall, element.iterfind


def bases(folder):
    """One good message for each "type/form" ("200/1", "206/2", "200/6N"), by the manifest."""
    expected = collections.defaultdict(list)
    for line in wire.ndjson(folder / "manifest.ndjson"):
        expected[line["file"]].append(line)
    found = {}
    for name, lines in expected.items():
        if any(line["status"] not in ("issued", "registered") or line.get("currency") != "VND" for line in lines):
            continue
        root = wire.parse(folder / name)
        kind = wire.text(root, "TTChung/MLTDiep")
        invoices = root.findall("DLieu/HDon")
        if kind in MANY and len(invoices) < 2:
            continue
        invoice = broken(root)
        if invoice.find(f"{COMMON}/TTHDLQuan") is not None:
            continue
        form = wire.text(invoice, f"{COMMON}/KHMSHDon")
        form += wire.text(invoice, f"{COMMON}/KHHDon")[3] if form == "6" else ""
        rich = len(list(invoice.find(DATA).iter()))
        best = found.get(f"{kind}/{form}")
        if best is None or rich > best[0]:
            found[f"{kind}/{form}"] = (rich, folder / name)
    return {key: path for key, (_, path) in found.items()}


def broken(root):
    """The invoice to be changed: of many the second."""
    invoices = root.findall("DLieu/HDon")
    return invoices[min(1, len(invoices) - 1)]


def plan(known):
    """(rule, base, change) of every mutant; rows of a table only where the good message has the field."""
    for rule, keys, change in BY_HAND + OF_REGISTRY + OF_FORMS:
        for key in (keys,) if isinstance(keys, str) else keys:
            yield rule, key, change
    for key, path in known.items():
        if not key.startswith("200/"):
            continue
        invoice = broken(wire.parse(path))
        for where, change in of_tables(key[4:]):
            if invoice.find(where) is not None:
                yield "", key, change


def mutate(path, change, registry):
    element = wire.parse(path)
    root = Root(element, registry)
    for step in change if isinstance(change, list) else [change]:
        step(root, broken(element))
    return etree.tostring(element, encoding="UTF-8", xml_declaration=True)


def write_registry(registry, known, target):
    """The three lists: whom nobody sold for so far gets what the mutants need."""
    sellers = {wire.text(broken(wire.parse(path)), f"{SELLER}/MST") for path in known.values()}
    rows = [dict(row, valid_from="") for row in registry.values()]
    spare = iter([row for row in rows if row["status"] == "active" and row["tax_code"] not in sellers
                  and "C" in row["methods"] and row["forms"].startswith("1")])
    versions = [dict(next(spare), valid_from=NOTED, **change) for change in VERSIONS]
    table(target / "taxpayers.csv", rows + versions)
    stops = [dict(zip(("tax_code", "cause", "from", "to", "kinds", "notice"), (next(spare)["tax_code"], *row)))
             for row in STOPS]
    table(target / "stops.csv", stops)
    good, narrow = next(spare)["tax_code"], next(spare)["tax_code"]
    stopped = next(row["tax_code"] for row in stops if row["notice"] == "b")
    terms = [(good, "1", ""), (narrow, "", "C26TZZ+K26MZZ"), (stopped, "", ""), (STRANGER, "", "")]
    table(target / "delegations.csv", [
        {"delegator": seller, "delegate": delegate, "from": "2026-01-01", "to": "2026-11-20", "forms": forms,
         "symbols": symbols} for seller in sorted(sellers) for delegate, forms, symbols in terms])


def table(path, rows):
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0].keys(), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def write(source, target):
    """Every mutant; returns how many, and of how many good messages."""
    known = bases(source)
    wanted = list(plan(known))
    missing = {key for _, key, _ in wanted} - known.keys()
    if missing:
        sys.exit(f"error: no good message for {', '.join(sorted(missing))}")
    (target / "messages").mkdir(parents=True)
    write_registry(wire.Registry(source), known, target)
    registry = wire.Registry(target)
    made = [(rule, key, mutate(known[key], change, registry)) for rule, key, change in wanted]
    whole = mutate(known["200/1"], [], registry)
    made += [(rule, "bytes", change(whole)) for rule, change in OF_BYTES]
    with open(target / "mutants.ndjson", "w", encoding="utf-8") as list_of_them:
        for count, (rule, key, data) in enumerate(made, 1):
            name = f"messages/{count:05}.xml"
            (target / name).write_bytes(data)
            list_of_them.write(json.dumps({"file": name, "rule": rule, "base": key}) + "\n")
    return len(made), len(known)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("source", type=pathlib.Path)
    parser.add_argument("target", type=pathlib.Path)
    arguments = parser.parse_args()
    count, known = write(arguments.source, arguments.target)
    print(f"{count} broken messages, made of {known} good ones")


if __name__ == "__main__":
    main()
