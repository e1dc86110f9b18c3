#!/usr/bin/python3
"""Kills `xacthuc submit` in the middle, again and again, and proves that nothing that left was lost.

    crash.py XACTHUC SYNTH_FOLDER WORK --clock TIME [--kills 10] [--seed 1]

Makes a ledger in WORK. Each round submits the whole folder and is killed (SIGKILL) once some more receipts
left than in the round before; then the product must open the ledger, its sums must equal its rows, and every code that
left must be found. At the end the folder is submitted in peace: every receipt that left must come again byte for byte.
"""
import argparse
import json
import pathlib
import random
import re
import signal
import subprocess
import sys
import time

import ledger_rows
import wire

DEADLINE = 600


class Run:
    """One submit: its process, its replies, its results."""

    def __init__(self, arguments, name):
        self.replies = arguments.work / f"replies-{name}"
        self.results = arguments.work / f"results-{name}.ndjson"
        self.errors = arguments.work / f"errors-{name}.txt"
        # Small batches: more commits to be killed in.
        self.command = [arguments.xacthuc, "submit", arguments.ledger, str(arguments.folder / "messages"),
                        "--replies", str(self.replies), "--json", "--progress", "off", "--batch", "16"]

    def start(self):
        self.replies.mkdir()
        with open(self.results, "wb") as out, open(self.errors, "wb") as err:
            return subprocess.Popen(self.command, stdout=out, stderr=err, stdin=subprocess.DEVNULL)

    def receipts(self):
        """How many replies lie in the folder."""
        return sum(1 for path in self.replies.iterdir() if path.suffix == ".xml")

    def lines(self):
        """The results that were written whole."""
        whole = self.results.read_bytes().rpartition(b"\n")[0]
        return [json.loads(line) for line in whole.splitlines() if line.strip()]


def new_ledger(arguments, name):
    """An initialised ledger with the registry and trust of the messages."""
    ledger, folder = str(arguments.work / name), arguments.folder
    for command in (
        ["init", ledger, "--test", "--clock", arguments.clock],
        ["taxpayers", "import", ledger, folder / "taxpayers.csv"],
        ["taxpayers", "certificates", ledger, folder / "certificates.csv"],
        ["trust", "add", ledger, folder / "anchors.pem"],
        ["trust", "crl", ledger, folder / "crl.pem"],
    ):
        result = subprocess.run([arguments.xacthuc, *map(str, command)], capture_output=True, text=True)
        if result.returncode != 0:
            sys.exit(f"error: {' '.join(map(str, command))}: {result.stderr.strip()}")
    return ledger


def kill_after(run, target):
    """Starts it, waits until that many receipts left, kills it. Whether it was still at work."""
    process = run.start()
    end = time.monotonic() + DEADLINE
    while process.poll() is None and run.receipts() < target:
        if time.monotonic() > end:
            process.kill()
            sys.exit(f"error: no {target} receipts within {DEADLINE} s")
        time.sleep(0.001)
    if process.poll() is not None:
        return False
    process.send_signal(signal.SIGKILL)
    process.wait()
    return True


def lookup(arguments, code):
    result = subprocess.run([arguments.xacthuc, "lookup", arguments.ledger, code, "--json"],
                            capture_output=True, text=True)
    return result.returncode, result.stdout.strip(), result.stderr.strip()


def check_round(arguments, run, number, rng):
    """After a kill: the ledger opens, sums equal rows, codes that left are known."""
    opened = subprocess.run([arguments.xacthuc, "totals", arguments.ledger, "--format", "json"],
                            capture_output=True, text=True)
    if opened.returncode != 0:
        sys.exit(f"error: after kill {number} the ledger does not open: {opened.stderr.strip()}")
    counted = sum(row["invoices"] for row in json.loads(opened.stdout))
    wrong, invoices = ledger_rows.problems(arguments.ledger)
    if counted != invoices:
        wrong.append(f"totals count {counted} invoices, there are {invoices}")
    # A message sent twice gets the same 202 twice: codes count, not files.
    found = (re.search(rb"<MCCQT[^>]*>([0-9A-F]{34})<", path.read_bytes()) for path in run.replies.glob("*-202.xml"))
    codes = sorted({match.group(1).decode() for match in found if match} | {
        line["code"] for line in run.lines() if "summary" not in line and line.get("code")})
    if invoices < len(codes):
        wrong.append(f"{len(codes)} codes left but only {invoices} invoices are in the ledger")
    for code in rng.sample(codes, min(10, len(codes))):
        status, _, errors = lookup(arguments, code)
        if status != 0:
            wrong.append(f"code {code} left but lookup exits {status}: {errors}")
    if wrong:
        sys.exit(f"error: after kill {number}: " + "\n  ".join(wrong[:10]))
    return invoices


def check_receipts(arguments, killed, final):
    """Every receipt that left comes again, byte for byte, as the answer to a repeat."""
    results = {line["index"]: line for line in final.lines() if "summary" not in line}
    wrong, whole, torn = [], 0, 0
    for run in killed:
        for path in sorted(run.replies.glob("*.xml")):
            mine, again = path.read_bytes(), final.replies / path.name
            if not again.exists():
                wrong.append(f"{run.replies.name}/{path.name}: another kind of reply the second time")
            elif mine == again.read_bytes():
                whole += 1
            elif again.read_bytes().startswith(mine):
                torn += 1
            else:
                wrong.append(f"{run.replies.name}/{path.name}: another reply the second time")
        for line in run.lines():
            later = results.get(line.get("index"))
            if later is None:
                continue
            if line["code"] != later["code"] or (line["status"] == "issued" and later["status"] != "duplicate"):
                wrong.append(f"{line['file']}: {line['status']} {line['code']} left, now "
                             f"{later['status']} {later['code']}")
    if wrong:
        sys.exit(f"error: {len(wrong)} receipts were lost or changed:\n  " + "\n  ".join(wrong[:10]))
    return whole, torn


def check_verdicts(arguments, final):
    """The last run ends well, and with the kills forgotten every verdict is the manifest's."""
    accepted = {"issued", "duplicate"}
    expected = {pathlib.Path(row["file"]).name: row["status"]
                for row in wire.ndjson(arguments.folder / "manifest.ndjson")}
    for line in final.lines():
        if "summary" in line:
            continue
        wanted = expected.pop(pathlib.Path(line["file"]).name)
        if line["status"] != wanted and not {line["status"], wanted} <= accepted:
            sys.exit(f"error: {line['file']}: {line['status']}, the manifest says {wanted}")
    if expected:
        sys.exit(f"error: no verdict for {sorted(expected)[:5]}")


def kill_rounds(arguments, files, rng, attempt):
    """All kills on one new ledger; None where a run was done before its kill."""
    arguments.ledger = new_ledger(arguments, f"ledger-{attempt}")
    killed = []
    for number in range(1, arguments.kills + 1):
        run = Run(arguments, f"{attempt}-kill-{number}")
        target = int(files * (number - rng.random()) / (arguments.kills + attempt)) + 1
        if not kill_after(run, target):
            print(f"  kill {number} came too late: all {files} messages were done; once more from the beginning")
            return None
        invoices = check_round(arguments, run, number, rng)
        killed.append(run)
        print(f"  kill {number:2}: {run.receipts():6} receipts left, {invoices:6} invoices stored, sums equal rows")
    return killed


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("xacthuc")
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("work", type=pathlib.Path)
    parser.add_argument("--clock", required=True)
    parser.add_argument("--kills", type=int, default=10)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    arguments.work.mkdir(parents=True, exist_ok=True)
    rng = random.Random(arguments.seed)

    files = sum(1 for path in (arguments.folder / "messages").rglob("*") if path.is_file())
    attempts = (kill_rounds(arguments, files, rng, attempt) for attempt in (1, 3, 9, 27))
    killed = next((rounds for rounds in attempts if rounds), None)
    if killed is None:
        sys.exit("error: no kill came in time; submit more messages")

    final = Run(arguments, "final")
    process = final.start()
    status = process.wait(DEADLINE)
    if status not in (0, 1):
        sys.exit(f"error: the last submit exits {status}: {final.errors.read_text()[:500]}")
    check_verdicts(arguments, final)
    whole, torn = check_receipts(arguments, killed, final)
    wrong, invoices = ledger_rows.problems(arguments.ledger)
    if wrong:
        sys.exit("error: after the last submit: " + "\n  ".join(wrong[:10]))
    print(f"crash: {len(killed)} kills; {whole} receipts had left and came again byte for byte "
          f"({torn} were cut short while being written); the rest submitted cleanly, {invoices} invoices")
    print(f"ledger: {arguments.ledger}")


if __name__ == "__main__":
    main()
