#!/usr/bin/python3
"""Holds the findings of `xacthuc check` or `xacthuc submit` against the rule oracle.

    compare_rules.py RESULTS.ndjson SYNTH_FOLDER --received TIME [--fired 12]

RESULTS is what `--json` printed. Prints how often each rule spoke and whether both agreed on every file; exits 1 where
they did not, or where fewer than --fired rules spoke at all, since agreement on silence proves nothing.
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


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("results")
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--received", required=True, type=datetime.datetime.fromisoformat)
    parser.add_argument("--fired", type=int, default=12)
    arguments = parser.parse_args()

    registry = wire.taxpayers(arguments.folder / "taxpayers.csv")
    spoke, wrong, judged = collections.Counter(), collections.defaultdict(list), 0
    for result in wire.ndjson(arguments.results):
        if "summary" in result or result["status"] in ("duplicate", "unreadable"):
            continue
        path = locate(result["file"], arguments.folder)
        readable, codes = rules_oracle.judge(path, arguments.received, registry)
        if not readable:
            continue
        judged += 1
        ours = set(codes)
        theirs = {finding["code"] for finding in result["findings"]} & rules_oracle.RULES.keys()
        spoke.update(ours)
        for code in ours ^ theirs:
            wrong[code].append(f"{path.name}: {'oracle' if code in ours else 'product'} alone")

    print(f"rule oracle: {len(rules_oracle.RULES)} rules over {judged} messages")
    for code in rules_oracle.RULES:
        if spoke[code] or code in wrong:
            print(f"  {code:32} {spoke[code]:6} times  {'DIFFERS' if code in wrong else 'agreed'}")
    if wrong:
        for code, places in wrong.items():
            print(f"error: {code}: {len(places)} files differ: {'; '.join(places[:5])}", file=sys.stderr)
        sys.exit(1)
    if len(spoke) < arguments.fired:
        sys.exit(f"error: only {len(spoke)} rules spoke; the messages should break at least {arguments.fired}")


if __name__ == "__main__":
    main()
