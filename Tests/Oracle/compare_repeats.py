#!/usr/bin/python3
"""Holds a second submit of the same files against the first.

    compare_repeats.py FIRST.ndjson SECOND.ndjson

Nothing may be issued; what was accepted is now `duplicate` with the first code; the rest is as before.
"""
import sys

import wire


def load(path):
    rows = wire.ndjson(path)
    lines = {row["index"]: row for row in rows if "summary" not in row}
    return lines, next(row["summary"] for row in rows if "summary" in row)


def main():
    first, _ = load(sys.argv[1])
    second, summary = load(sys.argv[2])
    wrong = [f"the second run counts {summary['issued']} issued"] if summary.get("issued") else []
    for index in sorted(first.keys() | second.keys()):
        before, after = first.get(index), second.get(index)
        if before is None or after is None:
            wrong.append(f"index {index} only in one run")
            continue
        status = "duplicate" if before["status"] in ("issued", "registered", "duplicate") else before["status"]
        if (after["status"], after["code"]) != (status, before["code"]):
            wrong.append(f"{before['file']}: {before['status']} {before['code']}, "
                         f"then {after['status']} {after['code']}")
        codes = [[finding["code"] for finding in row["findings"]] for row in (before, after)]
        if status != "duplicate" and codes[0] != codes[1]:
            wrong.append(f"{before['file']}: refused for {codes[0]}, then for {codes[1]}")
    if wrong:
        print(f"error: {len(wrong)} answers differ", *wrong[:10], sep="\n  ", file=sys.stderr)
        sys.exit(1)
    repeats = sum(1 for row in second.values() if row["status"] == "duplicate")
    print(f"second submit: nothing issued, {repeats} repeats with the first code, {len(second)} identical replies")


if __name__ == "__main__":
    main()
