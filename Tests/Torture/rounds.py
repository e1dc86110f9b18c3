"""One round of torture: an accident drawn from seed and number, then the judge; and every accident of small runs."""
import collections
import random

import disk
from scene import COUNT, EIO, KILLS, Scene, fault_plan, kill_plan

# Rounds of twenty: what each is.
PLAN = ("small", "power", "large", "power", "fault", "power", "command", "power", "chain", "command",
        "small", "power", "large", "power", "fault", "power", "command", "lost", "power", "question")
SMALL = ("submit", "submit small files", "submit after a kill")

Result = collections.namedtuple("Result", "number kind counts wrong folder words")
Case = collections.namedtuple("Case", "act plan harsh")


def play(town, acts, sizes, seed, number, only=None, blind=None):
    """Round `number`; the same seed and number give the same accident."""
    rng = random.Random(f"{seed}/{number}")
    kind = only or PLAN[number % len(PLAN)]
    table = Table(town, acts, sizes, number, rng, blind)
    if kind == "small":
        # Every operation of a small batch in turn, three ways.
        order = number if only else number // len(PLAN) * PLAN.count(kind) + PLAN[:number % len(PLAN)].count(kind)
        name, order = SMALL[order % len(SMALL)], order // len(SMALL)
        operation = order // len(KILLS) % sizes[name]["effect"] + 1
        return table.act(kind, name, f"{KILLS[order % len(KILLS)]} effect {operation} 0 0", False)
    if kind == "large":
        name = rng.choice(("submit many", "submit many small files"))
        return table.act(kind, name, kill_plan(rng, sizes[name]), False)
    if kind == "power":
        return table.power()
    if kind == "fault":
        name = rng.choice((*SMALL, "submit many", "submit many small files"))
        return table.act(kind, name, fault_plan(rng, sizes[name]), rng.random() < 0.3)
    if kind == "chain":
        return table.chain()
    if kind == "lost":
        return table.lost()
    if kind == "question":
        name = rng.choice([name for name in acts if name.startswith("ask: ")])
        plan = fault_plan(rng, {key: size for key, size in sizes[name].items() if key in ("read", "open", "effect")})
        return table.act(kind, name, plan, False)
    name = rng.choice([name for name in acts if not name.startswith(("ask: ", "submit"))])
    accident = rng.choice(("kill", "kill", "power", "power", "fault"))
    plan = fault_plan(rng, sizes[name]) if accident == "fault" else kill_plan(rng, sizes[name])
    return table.act(kind, name, plan, accident == "power" or rng.random() < 0.2)


def cases(sizes, prefix=""):
    """Every operation of every small run: killed behind it, and amid it where it writes (in front of it is behind the
    one before); the power lost behind it on both kinds of disk; refused; done but reported as failed; every read
    refused."""
    for name, size in sizes.items():
        if not name.startswith(prefix) or name.startswith("submit many"):
            continue
        for number in range(1, size["effect"] + 1):
            if number == 1:
                yield Case(name, "kill-before effect 1 0 0", None)
            yield Case(name, f"kill-after effect {number} 0 0", None)
            for harsh in (True, False):
                yield Case(name, f"kill-after effect {number} 0 0", harsh)
            for verb in ("refuse", "report"):
                yield Case(name, f"{verb} effect {number} {EIO} 0", None)
        for number in range(1, size["write"] + 1):
            yield Case(name, f"kill-half write {number} 0 0", None)
        for number in range(1, size.get("read", 0) + 1):
            yield Case(name, f"refuse read {number} {EIO} 0", None)


def play_case(town, acts, sizes, seed, number, case):
    """One of `cases`; after two of three of those of commands nothing is submitted again: neighbours leave the same."""
    table = Table(town, acts, sizes, number, random.Random(f"{seed}/every/{number}"), None)
    is_brief = not case.act.startswith("submit") and number % 3 != 0
    return table.act(case.act, case.act, case.plan, case.harsh is not None, case.harsh, is_brief)


class Table:
    """Where one round is played."""

    def __init__(self, town, acts, sizes, number, rng, blind):
        self.town, self.acts, self.sizes, self.number, self.rng, self.blind = town, acts, sizes, number, rng, blind

    def scene(self, base="whole", harsh=None):
        return Scene(self.town, self.number, self.rng, base, self.blind, harsh)

    def end(self, kind, scene, words, body):
        try:
            body()
        except disk.Unmodelled as failure:
            scene.wrong.append(f"these tests: {failure}")
        words = f"{words}: {', '.join(str(run.plan) for run in scene.runs)}"
        if not scene.wrong:
            scene.clear()
        return Result(self.number, kind, scene.counts, scene.wrong, scene.folder if scene.wrong else None, words)

    def act(self, kind, name, plan, is_power, harsh=None, is_brief=False):
        """One act and its accident; sometimes the power fails after it."""
        act = self.acts[name]
        scene = self.scene(act.base, harsh)
        scene.is_brief = is_brief

        def body():
            run = act.run(scene, plan)
            if is_power:
                scene.fail_power()
            act.check(scene, run)
            if not name.startswith(("submit", "ask: ")) and run.was_killed:
                scene.counts["kills of commands"] += 1
        return self.end(kind, scene, name + (", power" if is_power else ""), body)

    def chain(self):
        """Killed, killed again while it recovers and answers; the power fails between or not, and at last or not."""
        scene, rng = self.scene(), self.rng
        small_files = rng.random() < 0.5
        size = self.sizes["submit many small files" if small_files else "submit many"]

        def body():
            files = list(self.town.large)
            for _ in range(rng.randint(2, 3)):
                scene.submit(files, kill_plan(rng, size), small_files)
                if rng.random() < 0.5:
                    scene.fail_power()
                if rng.random() < 0.5:
                    rng.shuffle(files)
            if rng.random() < 0.5:
                scene.fail_power()
            scene.judge()
        return self.end("chain", scene, "chain", body)

    def power(self):
        """The power fails in the middle, or after a kill and a run that went well, or after the end; and then perhaps
        again while it recovers."""
        rng = self.rng
        name = rng.choice((*SMALL, "submit many", "submit many small files"))
        act = self.acts[name]
        scene = self.scene(act.base)

        def body():
            act.run(scene, kill_plan(rng, self.sizes[name]))
            if rng.random() < 0.4:
                # The second run answers what the first one stored, and ends before anything else is synced: is that
                # durable?
                scene.submit(list(getattr(self.town, act.files)),
                             f"{rng.choice(KILLS)} effect {rng.randint(1, 12)} 0 0", act.small_files)
            scene.fail_power()
            while rng.random() < 0.4:
                plan = f"{rng.choice(KILLS)} effect {rng.randint(1, 30)} 0 0"
                scene.submit(list(getattr(self.town, act.files)), plan, act.small_files)
                scene.fail_power()
            scene.judge()
        return self.end("power", scene, f"power: {name}", body)

    def lost(self):
        """An accident, and the store is gone with it: the archive alone brings everything back."""
        rng = self.rng
        name = rng.choice(("submit many", "submit many small files"))
        scene = self.scene()

        def body():
            self.acts[name].run(scene, kill_plan(rng, self.sizes[name]))
            if rng.random() < 0.5:
                scene.fail_power()
            for path in scene.ledger.glob("ledger.sqlite*"):
                path.unlink()
                scene.model.lose(path)
            # What the archive's last writer did not sync may still go with the power, when the new store counts on it.
            arguments = ["rebuild", scene.ledger, "--progress", "off"]
            rebuilt = scene.run(arguments, COUNT)
            if rebuilt.status == 3 and "--drop-tail" in rebuilt.words():
                rebuilt = scene.run([*arguments, "--drop-tail"], COUNT)
            if rebuilt.status != 0:
                scene.wrong.append(f"rebuild from the archive exits {rebuilt.status}: {rebuilt.words()}")
                return
            if rng.random() < 0.5:
                scene.fail_power()
            scene.judge()
        return self.end("lost", scene, f"lost: {name}", body)
