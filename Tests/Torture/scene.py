"""A copy of a prepared ledger, what is done to it, and what left it."""
import collections
import random
import shutil

import disk
from judge import Judge, merge
from product import Run, Submission

KILLS = ("kill-before", "kill-half", "kill-after")
EIO, ENOSPC, EMFILE, EROFS = 5, 28, 24, 30
# verb, class, error, whether it goes on; how many operations of the class there are is measured.
FAULTS = (
    ("refuse", "sync", EIO, 0), ("refuse", "sync", EIO, 1), ("report", "sync", EIO, 0), ("report", "sync", EIO, 1),
    ("refuse", "write", EIO, 0), ("report", "write", EIO, 0), ("refuse", "write", EIO, 1),
    ("refuse", "space", ENOSPC, 1), ("refuse", "space", ENOSPC, 0), ("short", "write", 0, 0), ("short", "write", 0, 1),
    ("refuse", "read", EIO, 0), ("refuse", "read", EIO, 0), ("refuse", "read", EIO, 1),
    ("refuse", "open", EMFILE, 0), ("refuse", "open", EMFILE, 1),
    ("refuse", "name", EIO, 0), ("report", "name", EIO, 0), ("refuse", "cut", EIO, 0), ("report", "cut", EIO, 0),
    ("refuse", "effect", EROFS, 1), ("refuse", "effect", EIO, 0), ("report", "effect", EIO, 0),
)
COUNT = "count effect 0 0 0"


class Scene:
    """One disk with one ledger, the runs upon it, and what left them."""

    def __init__(self, town, name, rng, base="whole", blind=None, harsh=None):
        self.town, self.rng, self.name = town, rng, name
        self.folder = town.work / f"round-{name}"
        self.folder.mkdir()
        self.root = self.folder / "disk"
        shutil.copytree(town.bases[base], self.root, copy_function=shutil.copy)
        self.ledger = self.root / "ledger"
        is_harsh = rng.random() < 0.7
        self.model = disk.Disk(self.root, harsh=is_harsh if harsh is None else harsh, blind=blind)
        self.left = {message: told.copy() for message, told in town.told.items()}
        self.runs, self.wrong, self.counts, self.is_brief = [], [], collections.Counter(), False

    def run(self, arguments, plan):
        return self.after(Run(self.town, arguments, self.folder, f"run-{len(self.runs)}", root=self.root, plan=plan))

    def submit(self, files, plan, small_files=False):
        run = Submission(self.town, self.ledger, files, self.folder, f"submit-{len(self.runs)}", 5, small_files,
                         root=self.root, plan=plan)
        self.wrong += merge(self.left, run)
        return self.after(run)

    def after(self, run):
        """Follows what a run did; the log must explain every byte that lies there."""
        self.runs.append(run)
        self.wrong += run.problems()
        if run.was_killed:
            self.counts["kills"] += 1
        elif any(operation.flags & 1 and operation.result < 0 for operation in disk.operations(run.log)) or (
                run.plan.startswith(("report", "short")) and run.status == 3):
            self.counts["faults"] += 1
        self.model.follow(run.log)
        unknown = self.model.differences()
        if unknown:
            raise disk.Unmodelled(f"the log does not explain {unknown[:3]}")
        return run

    def fail_power(self):
        self.model.fail_power(self.rng)
        # What lies there now has survived.
        self.model = disk.Disk(self.root, self.model.harsh, self.model.blind)
        self.counts["power losses"] += 1

    def judging(self, name="judge", is_ours=True):
        return Judge(self.town, self.ledger, self.folder, name, is_ours)

    def judge(self):
        """Everything, or where it shall be brief only what opening, audit and archive say."""
        if self.is_brief:
            self.wrong += self.judging().opens()
            return
        self.counts["receipts"] += len(self.left)
        self.wrong += self.judging().all(self.left, self.rng)

    def clear(self):
        shutil.rmtree(self.folder)


def measured(town, act):
    """An act that knows what it leaves without an accident, and how many operations of each class it has."""
    scene = Scene(town, f"measure {act.name.replace('/', ' ')}", random.Random(0), act.base)
    run = act.run(scene, "count read 0 0 0")
    if run.status not in (0, 1) or scene.wrong:
        raise RuntimeError(f"{act.name} without an accident: {run.status}: {run.words()} {scene.wrong[:3]}")
    act.keep(scene, run)
    found = classes(run.log)
    scene.clear()
    return act, found


def classes(log):
    operations = list(disk.operations(log))
    kinds = collections.Counter(operation.kind for operation in operations)
    return {
        "effect": max((operation.number for operation in operations), default=0),
        "sync": kinds["s"], "write": kinds["w"], "name": sum(kinds[kind] for kind in "crludm"),
        "cut": kinds["t"] + sum(1 for one in operations if one.kind == "o" and one.flags & 1 and one.result >= 0),
        "space": kinds["w"] + kinds["c"] + kinds["m"], "open": kinds["o"] + kinds["c"], "read": kinds["g"],
    }


def kill_plan(rng, size):
    """A kill at an operation drawn by lot; often at one of the few syncs, where it matters most."""
    kind = "sync" if rng.random() < 0.3 else "effect"
    return f"{rng.choice(KILLS)} {kind} {rng.randint(1, size[kind] + 1)} 0 0"


def fault_plan(rng, size):
    verb, kind, error, onwards = rng.choice([fault for fault in FAULTS if size.get(fault[1])])
    return f"{verb} {kind} {rng.randint(1, size[kind])} {error} {onwards}"
