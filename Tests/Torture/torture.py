#!/usr/bin/python3
"""Tries to make the program lose what it acknowledged: kills, power losses, faults of the disk.

    torture.py XACTHUC SHIM [--minutes N | --rounds N] [--seed S] [--round N] [--jobs N] [--keep FOLDER]
    torture.py XACTHUC SHIM --every [ACT] [--seed S] [--round N]
    torture.py XACTHUC SHIM --catch WHAT [--blind NAME]

Each round copies a prepared ledger, lets an accident happen to a run of the program, and asks judges that do not know
the program (judge.py). Seed and round say what happens: --round N plays one round again and keeps its folder.
--every plays every accident at every operation of small runs of every command, or of those whose name begins with ACT.
--catch proves the tests: the program is broken on purpose, or --blind NAME pretends that files of that name are never
synced; exit 0 where that is noticed within 100 kills or power losses.
"""
import argparse
import collections
import multiprocessing
import os
import pathlib
import shutil
import sys
import tempfile
import time
import traceback

import acts
import rounds
import scene
from product import Town

CAUGHT_WITHIN = 100
COLUMNS = ("kills", "power losses", "faults", "kills of commands", "receipts")
# What is broken on purpose, and the rounds that must notice.
BROKEN = {"receipt-before-commit": "large", "archive-not-synced": "power", "unsynced": "power"}


def options():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("xacthuc", type=pathlib.Path)
    parser.add_argument("shim", type=pathlib.Path)
    parser.add_argument("--minutes", type=float, default=1)
    parser.add_argument("--rounds", type=int)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--round", type=int)
    parser.add_argument("--jobs", type=int, default=len(os.sched_getaffinity(0)))
    parser.add_argument("--keep", type=pathlib.Path, help="where folders of violations go; a temporary one by default")
    parser.add_argument("--every", nargs="?", const="", metavar="ACT")
    parser.add_argument("--catch", choices=BROKEN)
    parser.add_argument("--blind")
    return parser.parse_args()


def work_folder():
    """In memory where there is room: the model says what a disk keeps, and the rounds are short."""
    memory = pathlib.Path("/dev/shm")
    parent = memory if memory.is_dir() and os.access(memory, os.W_OK) else None
    return pathlib.Path(tempfile.mkdtemp(prefix="xacthuc-torture.", dir=parent)).resolve()


TABLE = {}


def measure(act):
    return scene.measured(TABLE["town"], act)


def play(number):
    """One round, in a worker that inherited the town."""
    try:
        if TABLE["cases"] is not None:
            return rounds.play_case(*TABLE["play"], number, TABLE["cases"][number])
        return rounds.play(*TABLE["play"], number, TABLE["only"], TABLE["blind"])
    except Exception as failure:  # A fault of these tests must not pass for a good round.
        wrong = [f"these tests: {failure!r}", traceback.format_exc()]
        return rounds.Result(number, "?", collections.Counter(), wrong, None, "")


def numbers(arguments, end):
    if arguments.round is not None:
        yield arguments.round
        return
    number, last = 0, arguments.rounds if TABLE["cases"] is None else len(TABLE["cases"])
    while time.monotonic() < end and (last is None or number < last):
        yield number
        number += 1


def torture(arguments):
    """Plays rounds until the time is over; what was counted and what was violated."""
    started = time.monotonic()
    is_timed = arguments.rounds is None and not arguments.catch and arguments.every is None
    end = started + (arguments.minutes * 60 if is_timed else float("inf"))
    counts, violations, done, shown = collections.Counter(), [], 0, 0.0
    kinds = collections.Counter()
    with multiprocessing.Pool(1 if arguments.round is not None else arguments.jobs) as pool:
        # A few rounds ahead of the workers, so that the end of the time is the end.
        waiting, source = collections.deque(), numbers(arguments, end)
        for number in source:
            waiting.append(pool.apply_async(play, (number,)))
            if len(waiting) < 2 * arguments.jobs:
                continue
            done += take(waiting.popleft().get(), counts, kinds, violations, arguments)
            if enough(arguments, counts, violations):
                break
            if time.monotonic() - shown > (1 if sys.stdout.isatty() else 15):
                shown = time.monotonic()
                live(done, counts, violations, shown - started)
        while waiting:
            done += take(waiting.popleft().get(), counts, kinds, violations, arguments)
    return counts, kinds, violations, done, time.monotonic() - started


def enough(arguments, counts, violations):
    if arguments.catch:
        return bool(violations) or max(counts["kills"], counts["power losses"]) >= CAUGHT_WITHIN
    return len(violations) >= 10


def take(result, counts, kinds, violations, arguments):
    counts.update(result.counts)
    kinds[result.kind] += 1
    if result.wrong:
        violations.append(result)
        if not arguments.catch:
            print(f"\nVIOLATION in round {result.number} of seed {arguments.seed}: {result.words}", flush=True)
            for line in result.wrong[:6]:
                print(f"  {line}")
            keep(result, arguments)
    return 1


def keep(result, arguments):
    if result.folder is None:
        return
    target = arguments.keep or pathlib.Path(tempfile.gettempdir())
    target.mkdir(parents=True, exist_ok=True)
    kept = target / f"xacthuc-torture-{arguments.seed}-{result.number}"
    shutil.rmtree(kept, ignore_errors=True)
    shutil.copytree(result.folder, kept)
    every = "" if arguments.every is None else f" --every {arguments.every}".rstrip()
    print(f"  kept: {kept}; again: Scripts/torture --seed {arguments.seed} --round {result.number}{every}", flush=True)


def live(done, counts, violations, seconds):
    line = f"{seconds:5.0f} s  {done} rounds ({done / seconds:.1f}/s)  " + "  ".join(
        f"{name} {counts[name]}" for name in COLUMNS) + f"  violations {len(violations)}"
    print(f"\r{line}" if sys.stdout.isatty() else line, end="" if sys.stdout.isatty() else "\n", flush=True)


def report(arguments, counts, kinds, violations, done, seconds):
    print(f"\nseed {arguments.seed}: {done} rounds in {seconds:.0f} s ({done / max(seconds, 0.001):.1f}/s): "
          + ", ".join(f"{count} {kind}" for kind, count in sorted(kinds.items())))
    for name in COLUMNS:
        print(f"  {name:22}{counts[name]:8}")
    print(f"  {'violations':22}{len(violations):8}")


def main():
    arguments = options()
    work = work_folder()
    try:
        started = time.monotonic()
        town = Town(arguments.xacthuc.resolve(), arguments.shim.resolve(), work, arguments.seed)
        town.prepare()
        TABLE["town"] = town
        with multiprocessing.Pool(arguments.jobs) as pool:
            known = pool.map(measure, acts.acts(town).values(), chunksize=1)
        all_acts, sizes = {act.name: act for act, _ in known}, {act.name: size for act, size in known}
        TABLE.update(play=(town, all_acts, sizes, arguments.seed), blind=arguments.blind,
                     only=BROKEN.get(arguments.catch),
                     cases=None if arguments.every is None else list(rounds.cases(sizes, arguments.every)))
        print(f"prepared in {time.monotonic() - started:.0f} s: {len(town.due)} messages, "
              f"{sum(due.is_many for due in town.due.values())} of them of many invoices; durable operations: "
              + ", ".join(f"{name} {size['effect']}" for name, size in sizes.items() if size["effect"]), flush=True)
        counts, kinds, violations, done, seconds = torture(arguments)
        if arguments.catch:
            sys.exit(caught(arguments, counts, violations))
        report(arguments, counts, kinds, violations, done, seconds)
        sys.exit(1 if violations else 0)
    finally:
        shutil.rmtree(work, ignore_errors=True)


def caught(arguments, counts, violations):
    """Whether what was broken on purpose was seen; 0 where it was."""
    what = f"{arguments.catch} {arguments.blind or ''}".strip()
    real = [violation for violation in violations if not violation.wrong[0].startswith("these tests:")]
    if not real or len(real) < len(violations):
        print(f"error: {what}: not noticed within {counts['kills']} kills and {counts['power losses']} power losses")
        for violation in violations:
            print(f"  {violation.wrong[0]}")
        return 1
    print(f"{what}: noticed after {counts['kills']} kills and {counts['power losses']} power losses: "
          f"{real[0].words}: {real[0].wrong[0]}")
    return 0


if __name__ == "__main__":
    main()
