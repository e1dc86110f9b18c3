#!/usr/bin/python3
"""Holds every verdict of `xacthuc submit --json` against the manifest of `xacthuc synth`.

    compare_verdicts.py RESULTS.ndjson SYNTH_FOLDER

Status must be equal; every code the manifest expects must be among the findings; accepted invoices must have a code of
34 characters that occurs once. Prints how many of each; exits 1 on the first ten differences.
"""
import collections
import pathlib
import re
import sys

import wire

ACCEPTED = ("issued", "registered", "duplicate")


def main():
    results = {}
    summary = None
    for row in wire.ndjson(sys.argv[1]):
        if "summary" in row:
            summary = row["summary"]
        else:
            results.setdefault(pathlib.Path(row["file"]).name, []).append(row)
    manifest = wire.ndjson(pathlib.Path(sys.argv[2]) / "manifest.ndjson")
    seen = set()
    wrong, statuses, reasons, codes = [], collections.Counter(), collections.Counter(), {}
    for entry in manifest:
        name = pathlib.Path(entry["file"]).name
        # Of a message of many each invoice has a line, in their order; `place` counts from 1.
        place = (entry.get("place") or 1) - 1
        rows = results.get(name, [])
        seen.add((name, place))
        result = rows[place] if place < len(rows) else None
        name += f" {place + 1}" if entry.get("place") else ""
        if result is None:
            wrong.append(f"{name}: no result")
            continue
        found = {finding["code"] for finding in result["findings"]}
        missing = set(entry.get("codes") or []) - found
        statuses[result["status"]] += 1
        reasons.update(entry.get("codes") or [])
        if result["status"] != entry["status"] or missing:
            wrong.append(f"{name}: manifest {entry['status']} {sorted(entry.get('codes') or [])}, "
                         f"product {result['status']} {sorted(found)}")
        if result["status"] == "issued":
            if not re.fullmatch(r"[0-9A-F]{34}", result["code"] or ""):
                wrong.append(f"{name}: code {result['code']}")
            elif codes.setdefault(result["code"], name) != name:
                wrong.append(f"{name}: the same code as {codes[result['code']]}")
    wrong += [f"{name} {place + 1}: not in the manifest" for name, rows in results.items()
              for place in range(len(rows)) if (name, place) not in seen]
    if summary is None:
        wrong.append("no summary line")
    elif any(summary.get(status, 0) != count for status, count in statuses.items()):
        wrong.append(f"the summary says {summary}, the lines say {dict(statuses)}")
    if wrong:
        print(f"error: {len(wrong)} verdicts differ", *wrong[:10], sep="\n  ", file=sys.stderr)
        sys.exit(1)
    counts = ", ".join(f"{count} {status}" for status, count in sorted(statuses.items()))
    print(f"verdicts: {len(manifest)} as the manifest says ({counts}); {len(codes)} codes, each once; "
          f"{len(reasons)} expected reasons")


if __name__ == "__main__":
    main()
