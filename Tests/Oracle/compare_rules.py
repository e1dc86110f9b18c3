#!/usr/bin/python3
"""Holds the findings of `xacthuc check` or `xacthuc submit` against the rule oracle, invoice by invoice.

    compare_rules.py RESULTS.ndjson SYNTH_FOLDER [RESULTS.ndjson SYNTH_FOLDER]... --received TIME [--all] [--fired 12]

RESULTS is what `--json` printed. Prints how often each rule spoke, and whether both agreed on every invoice; exits 1
where they did not, or where fewer than --fired rules spoke at all, since agreement on silence proves nothing. With
--all every rule of the oracle must have spoken.
"""
import argparse
import collections
import datetime
import pathlib
import sys

import rules_oracle
import wire


def locate(name, folder):
    """The file a result speaks about, whichever way its name was given."""
    for candidate in (pathlib.Path(name), folder / name, folder / "messages" / name):
        if candidate.exists():
            return candidate
    sys.exit(f"error: no file {name}")


def lines_by_file(results):
    found = collections.defaultdict(list)
    for result in wire.ndjson(results):
        if "summary" not in result:
            found[result["file"]].append(result)
    return found


def product_codes(result):
    """What the product found, in the oracle's words."""
    codes = {finding["code"] for finding in result["findings"]}
    if codes & rules_oracle.ILL_FORMED:
        codes = codes - rules_oracle.ILL_FORMED | {"xml.syntax"}
    return codes & rules_oracle.RULES.keys()


class Agreement:
    """What was compared."""

    def __init__(self):
        self.spoke = collections.Counter()
        self.wrong = collections.defaultdict(list)
        self.files = self.invoices = 0

    def compare(self, results, folder, received):
        registry = wire.Registry(folder)
        mutants = folder / "mutants.ndjson"
        meant = {row["file"]: row["rule"] for row in wire.ndjson(mutants)} if mutants.exists() else {}
        found = lines_by_file(results)
        # `check` takes messages of any type and other documents: what they hold may be anything.
        checked = any(line["status"] == "acceptable" for lines in found.values() for line in lines)
        for name, lines in found.items():
            path = locate(name, folder)
            ours = rules_oracle.judge(path, received, registry)
            if not ours or (checked and ours[0] & {"env.type-known", "xml.not-a-message"}):
                continue
            self.files += 1
            rule = meant.get(f"messages/{path.name}")
            if rule and not any(rule in codes for codes in ours):
                self.wrong[rule].append(f"{path.name} was made to break it, and does not")
            if len(ours) != len(lines):
                self.wrong["lines"].append(f"{path.name}: {len(lines)} results for {len(ours)} invoices")
                continue
            for place, (codes, line) in enumerate(zip(ours, lines), 1):
                if line["status"] != "duplicate":
                    self.note(f"{path.name}#{place}", codes, product_codes(line))

    def note(self, where, ours, theirs):
        self.invoices += 1
        self.spoke.update(ours)
        for code in ours ^ theirs:
            self.wrong[code].append(f"{where}: {'oracle' if code in ours else 'product'} alone")

    def table(self):
        print(f"rule oracle: {len(rules_oracle.RULES)} rules over {self.invoices} invoices in {self.files} messages, "
              f"{len(self.spoke)} spoke")
        for code in rules_oracle.RULES:
            if self.spoke[code] or code in self.wrong:
                print(f"  {code:32} {self.spoke[code]:6} times  {'DIFFERS' if code in self.wrong else 'agreed'}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pairs", nargs="+", metavar="RESULTS FOLDER")
    parser.add_argument("--received", required=True, type=datetime.datetime.fromisoformat)
    parser.add_argument("--fired", type=int, default=12)
    parser.add_argument("--all", action="store_true")
    arguments = parser.parse_args()
    if len(arguments.pairs) % 2:
        parser.error("each file of results needs its folder")

    agreement = Agreement()
    for results, folder in zip(arguments.pairs[::2], arguments.pairs[1::2]):
        agreement.compare(results, pathlib.Path(folder), arguments.received)
    agreement.table()
    if agreement.wrong:
        for code, places in agreement.wrong.items():
            print(f"error: {code}: {len(places)} differ: {'; '.join(places[:5])}", file=sys.stderr)
        sys.exit(1)
    silent = [code for code in rules_oracle.RULES if not agreement.spoke[code]]
    if arguments.all and silent:
        sys.exit(f"error: {len(silent)} rules never spoke: {', '.join(silent)}")
    if len(agreement.spoke) < arguments.fired:
        sys.exit(f"error: only {len(agreement.spoke)} rules spoke; {arguments.fired} at least should be broken")


if __name__ == "__main__":
    main()
