"""One round of torture: an accident of a kind drawn from seed and number, then the judge."""
import collections
import random
import shutil

import disk
from judge import Judge, administration, merge
from product import Receipt, Run, Submission

KILLS = ("kill-before", "kill-half", "kill-after")
EIO, ENOSPC, EMFILE, EROFS = 5, 28, 24, 30
# verb, class, error, whether it goes on; how many operations of the class there are is measured.
FAULTS = (
    ("refuse", "sync", EIO, 0), ("refuse", "sync", EIO, 1), ("report", "sync", EIO, 0), ("report", "sync", EIO, 1),
    ("refuse", "write", EIO, 0), ("report", "write", EIO, 0), ("refuse", "write", EIO, 1),
    ("refuse", "space", ENOSPC, 1), ("refuse", "space", ENOSPC, 0), ("short", "write", 0, 0), ("short", "write", 0, 1),
    ("refuse", "read", EIO, 0), ("refuse", "read", EIO, 1),
    ("refuse", "open", EMFILE, 0), ("refuse", "open", EMFILE, 1),
    ("refuse", "name", EIO, 0), ("report", "name", EIO, 0),
    ("refuse", "effect", EROFS, 1), ("refuse", "effect", EIO, 0), ("report", "effect", EIO, 0),
)
OPENINGS, READS = 12, 60
# Rounds of ten: what each is.
PLAN = ("small", "power", "large", "power", "fault", "power", "small", "administration", "power", "chain")

Result = collections.namedtuple("Result", "number kind counts wrong folder words")


def measure(town):
    """How many operations each kind of run has, by class: {what: {class: count}}."""
    sizes = {}
    for name, files, batch in (("small", town.small, 4), ("large", town.large, 4)):
        scene = Scene(town, "measure", random.Random(0))
        scene.submit(files, "count effect 0 0 0", batch)
        sizes[name] = classes(scene.runs[-1].log)
        scene.clear()
    for name in [*town.changes(""), "init"]:
        scene = Scene(town, "measure", random.Random(0))
        scene.change(name, "count effect 0 0 0")
        sizes[name] = classes(scene.runs[-1].log)
        sizes[name]["after"] = administration(scene.ledger)
        scene.clear()
    town.before = administration(town.base / "ledger")
    return sizes


def classes(log):
    kinds = collections.Counter(operation.kind for operation in disk.operations(log))
    number = max((operation.number for operation in disk.operations(log)), default=0)
    names = sum(kinds[kind] for kind in "crudm")
    return {"effect": number, "sync": kinds["s"], "write": kinds["w"], "name": names,
            "space": kinds["w"] + kinds["c"] + kinds["m"], "read": READS, "open": OPENINGS}


class Scene:
    """A copy of the prepared ledger, the runs upon it, and what left them."""

    def __init__(self, town, name, rng, blind=None):
        self.town, self.rng, self.name = town, rng, name
        self.folder = town.work / f"round-{name}"
        self.folder.mkdir()
        self.root = self.folder / "disk"
        shutil.copytree(town.base, self.root, copy_function=shutil.copy)
        self.ledger = self.root / "ledger"
        self.model = disk.Disk(self.root, harsh=rng.random() < 0.7, blind=blind)
        self.left = {
            message: Receipt(told.status, told.code, told.reply) for message, told in town.told.items()}
        self.runs, self.wrong, self.counts = [], [], collections.Counter()

    def submit(self, files, plan, batch):
        run = Submission(self.town, self.ledger, files, self.folder, f"submit-{len(self.runs)}", batch=batch,
                         root=self.root, plan=plan)
        self.after(run)
        self.wrong += merge(self.left, run)

    def change(self, name, plan):
        if name == "init":
            shutil.rmtree(self.ledger)
            self.model = disk.Disk(self.root, harsh=self.model.harsh, blind=self.model.blind)
            arguments = ("init", self.ledger, "--test", "--clock", "2026-11-20T10:00:00", "--seed", self.town.seed)
        else:
            arguments = self.town.changes(self.ledger)[name]
        self.after(Run(self.town, arguments, self.folder, f"change-{len(self.runs)}", root=self.root, plan=plan))

    def after(self, run):
        self.runs.append(run)
        self.wrong += run.problems()
        if run.was_killed:
            self.counts["kills"] += 1
        elif any(operation.flags & 1 and operation.result < 0 for operation in disk.operations(run.log)) or (
                run.plan.startswith(("report", "short")) and run.status == 3):
            self.counts["faults"] += 1
        self.model.follow(run.log)

    def fail_power(self):
        unknown = self.model.differences()
        if unknown:
            raise disk.Unmodelled(f"round {self.name}: the log does not explain {unknown[:3]}")
        self.model.fail_power(self.rng)
        self.counts["power losses"] += 1

    def judge(self):
        self.counts["receipts"] += sum(1 for receipt in self.left.values() if receipt.status or receipt.reply)
        self.wrong += Judge(self.town, self.ledger, self.folder, "judge").all(self.left, self.rng)

    def clear(self):
        shutil.rmtree(self.folder)


def kill_plan(rng, size):
    """A kill at an operation drawn by lot; often at one of the few syncs, where it matters most."""
    kind = "sync" if rng.random() < 0.3 else "effect"
    return f"{rng.choice(KILLS)} {kind} {rng.randint(1, size[kind] + 1)} 0 0"


def fault_plan(rng, sizes):
    verb, kind, error, onwards = rng.choice(FAULTS)
    return f"{verb} {kind} {rng.randint(1, max(1, sizes[kind]))} {error} {onwards}"


def play(town, sizes, seed, number, only=None, blind=None):
    """Round `number`; the same seed and number give the same accident."""
    rng = random.Random(f"{seed}/{number}")
    kind = only or PLAN[number % len(PLAN)]
    name = rng.choice([*town.changes(""), "init"]) if kind == "administration" else None
    scene = Scene(town, number, rng, blind=blind)
    words = kind
    try:
        if kind == "small":
            # Every operation of a small batch in turn, three ways.
            order = number // len(PLAN) * 2 + (number % len(PLAN) > 0)
            operation = order // len(KILLS) % sizes["small"]["effect"] + 1
            scene.submit(town.small, f"{KILLS[order % len(KILLS)]} effect {operation} 0 0", 4)
            scene.judge()
        elif kind == "large":
            scene.submit(town.large, kill_plan(rng, sizes["large"]), 4)
            scene.judge()
        elif kind == "chain":
            chain(scene, sizes)
        elif kind == "power":
            power(scene, sizes)
        elif kind == "fault":
            fault(scene, sizes)
        else:
            words = f"{kind}: {name}"
            administrate(scene, sizes[name], name)
    except disk.Unmodelled as failure:
        scene.wrong.append(f"these tests: {failure}")
    plans = ", ".join(str(run.plan) for run in scene.runs)
    if scene.wrong:
        return Result(number, kind, scene.counts, scene.wrong, scene.folder, f"{words}: {plans}")
    scene.clear()
    return Result(number, kind, scene.counts, [], None, f"{words}: {plans}")


def chain(scene, sizes):
    """Killed, killed again while it recovers and answers, and at last the power fails or not."""
    files = list(scene.town.large)
    for _ in range(scene.rng.randint(2, 3)):
        scene.submit(files, kill_plan(scene.rng, sizes["large"]), 4)
        if scene.rng.random() < 0.5:
            scene.rng.shuffle(files)
    if scene.rng.random() < 0.7:
        scene.fail_power()
    scene.judge()


def power(scene, sizes):
    """The power fails in the middle, or after a kill and a run that went well, or after the end."""
    rng = scene.rng
    files, size = (scene.town.small, sizes["small"]) if rng.random() < 0.5 else (scene.town.large, sizes["large"])
    scene.submit(files, kill_plan(rng, size), 4)
    if rng.random() < 0.4:
        # The second run answers what the first one stored, and ends before anything else is synced: is that durable?
        scene.submit(files, f"{rng.choice(KILLS)} effect {rng.randint(1, 12)} 0 0", 4)
    scene.fail_power()
    scene.judge()


def fault(scene, sizes):
    """An operation fails; sometimes the power fails after it."""
    rng = scene.rng
    files, size = (scene.town.small, sizes["small"]) if rng.random() < 0.5 else (scene.town.large, sizes["large"])
    scene.submit(files, fault_plan(rng, size), 4)
    if rng.random() < 0.3:
        scene.fail_power()
    scene.judge()


def administrate(scene, sizes, name):
    """A change of the ledger's own is there as a whole or not at all, and can be made again."""
    rng = scene.rng
    accident = rng.choice(("kill", "kill", "power", "power", "fault"))
    plan = fault_plan(rng, sizes) if accident == "fault" else kill_plan(rng, sizes)
    scene.change(name, plan)
    run = scene.runs[-1]
    if run.was_killed:
        scene.counts["administrative kills"] += 1
    if accident == "power" or rng.random() < 0.2:
        scene.fail_power()
    check = Judge(scene.town, scene.ledger, scene.folder, "judge")
    if name == "init":
        return begin_again(scene, sizes, check, run)
    scene.wrong += check.opens()
    if scene.wrong:
        return
    state = administration(scene.ledger)
    if state != sizes["after"] and (state != scene.town.before or run.status == 0):
        scene.wrong.append(f"{name} exits {run.status} and left {state}: neither {scene.town.before} before it nor "
                           f"{sizes['after']} after it")
    again = check.run(*scene.town.changes(scene.ledger)[name], name="again")
    if again.status != 0:
        scene.wrong.append(f"{name} once more exits {again.status}: {again.words()}")
    scene.judge()


def begin_again(scene, sizes, check, run):
    """A new ledger is whole, or it is none and says so."""
    scene.left = {}
    opened = check.run("totals", scene.ledger, name="first")
    if opened.status != 0:
        if run.status == 0:
            scene.wrong.append(f"init exits 0 and the ledger does not open: {opened.words()}")
        if opened.status != 3 or not opened.words():
            scene.wrong.append(f"a ledger half made: exit {opened.status}: {opened.words()}")
        shutil.rmtree(scene.ledger, ignore_errors=True)
        made = check.run("init", scene.ledger, "--test", "--clock", "2026-11-20T10:00:00", name="init")
        if made.status != 0:
            scene.wrong.append(f"init once more exits {made.status}: {made.words()}")
    elif run.status == 0 and administration(scene.ledger) != sizes["after"]:
        scene.wrong.append("init exits 0 and the ledger is not whole")
    for number, command in enumerate(scene.town.registry(scene.ledger)):
        result = check.run(*command, name=f"registry-{number}")
        if result.status != 0:
            scene.wrong.append(f"{command[:2]} on a new ledger exits {result.status}: {result.words()}")
    if not scene.wrong:
        scene.judge()
