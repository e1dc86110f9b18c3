"""What is done under torture, command by command, and what must hold of each after an accident."""
import hashlib
import json
import shutil

from judge import Judge, administration
from product import CLOCK, Submission


class Act:
    """One run of the program on one prepared disk. After an accident the old ledger is there or the new one, and the
    same command brings about the new one."""

    base = "whole"

    def run(self, scene, plan):
        return scene.run(self.arguments(scene), plan)

    def arguments(self, scene):
        raise NotImplementedError

    def keep(self, scene, run):
        """Keeps what a run without an accident leaves, to compare with."""

    def check(self, scene, run):
        """Adds what is violated to the scene."""
        raise NotImplementedError

    def again(self, scene):
        """The same command once more, in peace; it must succeed."""
        again = scene.judging().run(*self.arguments(scene), name="again")
        if again.status != 0:
            scene.wrong.append(f"{self.name} once more exits {again.status}: {again.words()}")
        return again


class Submit(Act):
    def __init__(self, name, base="whole", files="small", small_files=False):
        self.name, self.base, self.files, self.small_files = name, base, files, small_files

    def run(self, scene, plan):
        return scene.submit(list(getattr(scene.town, self.files)), plan, self.small_files)

    def check(self, scene, run):
        scene.judge()


class Change(Act):
    """A change of the ledger's own is there as a whole or not at all, and can be made again."""

    def __init__(self, name):
        self.name = name

    def arguments(self, scene):
        return scene.town.changes(scene.ledger)[self.name]

    def keep(self, scene, run):
        self.after = administration(scene.ledger)

    def check(self, scene, run):
        scene.wrong += scene.judging().opens()
        if scene.wrong:
            return
        state, before = administration(scene.ledger), administration(scene.town.bases["whole"] / "ledger")
        if state != self.after and (state != before or run.status == 0):
            scene.wrong.append(f"{self.name} exits {run.status} and left {state}: neither {before} before it nor "
                               f"{self.after} after it")
        self.again(scene)
        scene.judge()


class Init(Act):
    """A new ledger is whole, or it is none and says so."""

    name, base = "init", "empty"

    def arguments(self, scene):
        return "init", scene.ledger, "--test", "--clock", CLOCK, "--seed", scene.town.seed

    def keep(self, scene, run):
        self.after = administration(scene.ledger)

    def check(self, scene, run):
        scene.left = {}
        opened = scene.judging().run("totals", scene.ledger, name="first")
        if opened.status != 0:
            if run.status == 0:
                scene.wrong.append(f"init exits 0 and the ledger does not open: {opened.words()}")
            if opened.status != 3 or not opened.words():
                scene.wrong.append(f"a ledger half made: exit {opened.status}: {opened.words()}")
            shutil.rmtree(scene.ledger, ignore_errors=True)
            self.again(scene)
        elif administration(scene.ledger) != self.after:
            scene.wrong.append("init made a ledger that is not whole")
        for number, command in enumerate(scene.town.registry(scene.ledger)):
            result = scene.judging().run(*command, name=f"registry-{number}")
            if result.status != 0:
                scene.wrong.append(f"{command[:2]} on a new ledger exits {result.status}: {result.words()}")
        if not scene.wrong:
            scene.judge()


class Rebuild(Act):
    """The old store or the new one; between them none, which says what to do."""

    def __init__(self, name, base):
        self.name, self.base = name, base

    def arguments(self, scene):
        return "rebuild", scene.ledger, "--progress", "off"

    def check(self, scene, run):
        opened = scene.judging().run("totals", scene.ledger, name="first")
        if opened.status != 0 and (run.status == 0 or opened.status != 3 or "rebuild" not in opened.words()):
            scene.wrong.append(f"rebuild exits {run.status}, then totals {opened.status}: {opened.words()}")
        self.again(scene)
        if not scene.wrong:
            scene.judge()


class Head(Act):
    """A head is in the archive or not; once the command ended well it stays, and its copy is whole."""

    name = "head"

    def arguments(self, scene):
        return "head", scene.ledger, "--output", scene.folder / "out.head"

    def check(self, scene, run):
        check = scene.judging()
        scene.wrong += check.opens()
        if scene.wrong:
            return
        heads = set(check.walk.heads.values())
        exported = scene.ledger / "heads" / f"{CLOCK[:10]}.head"
        if run.status == 0 and (not heads or not exported.exists()):
            scene.wrong.append(f"head exits 0; heads in the archive {len(heads)}, exported {exported.exists()}")
        if exported.exists() and exported.read_text() not in heads:
            scene.wrong.append("the exported head is not one of the archive")
        self.again(scene)
        audit = check.run("audit", scene.ledger, "--head", exported, "--head", scene.folder / "out.head", name="heads")
        if audit.status != 0:
            scene.wrong.append(f"audit --head exits {audit.status}: {audit.words()} {audit.out.read_text()[:400]}")
        scene.judge()


class Backup(Act):
    """A copy is whole or it is none; the ledger itself is as it was."""

    def __init__(self, name, base):
        self.name, self.base = name, base

    def arguments(self, scene, name="copy"):
        return "backup", scene.ledger, scene.root / name

    def check(self, scene, run):
        copy = scene.root / "copy"
        if copy.exists():
            self.whole(scene, copy, "copied")
        elif run.status == 0:
            scene.wrong.append("backup exits 0 and there is no copy")
        for partial in scene.root.glob("copy.partial-*"):
            opened = scene.judging("partial").run("totals", partial, name="totals")
            if opened.status == 0:
                self.whole(scene, partial, "partial")
            elif opened.status != 3 or not opened.words():
                scene.wrong.append(f"a copy cut off: totals exits {opened.status}: {opened.words()}")
        again = scene.judging().run(*self.arguments(scene, "second"), name="again")
        if again.status != 0:
            scene.wrong.append(f"backup once more exits {again.status}: {again.words()}")
        if not scene.wrong:
            self.whole(scene, scene.root / "second", "second")
            scene.judge()

    def whole(self, scene, copy, name):
        """The copy takes the ledger's place in everything."""
        if name == "copied" and administration(copy) != administration(scene.town.bases["whole"] / "ledger"):
            scene.wrong.append("the copy has another administration")
        judge = Judge(scene.town, copy, scene.folder, name)
        wrong = judge.opens()
        if not wrong and scene.rng.random() < 0.5:
            wrong = judge.all(dict(scene.left), scene.rng)
        scene.wrong += [f"the {name} copy: {one}" for one in wrong]


class Upgrade(Act):
    """A ledger of format 1 as it was, or one of today's that says what the release said that wrote it."""

    name, base = "upgrade", "former"

    def arguments(self, scene):
        return "upgrade", scene.ledger, "--quiet"

    def check(self, scene, run):
        check = scene.judging(is_ours=False)
        opened = check.run("totals", scene.ledger, name="first")
        if opened.status != 0:
            if run.status == 0 or opened.status != 3 or "xacthuc upgrade" not in opened.words():
                scene.wrong.append(f"upgrade exits {run.status}, then totals {opened.status}: {opened.words()}")
            self.again(scene)
        else:
            # What is done already says so.
            again = check.run(*self.arguments(scene), name="again")
            if again.status not in (2, 3) or "nothing to upgrade" not in again.words():
                scene.wrong.append(f"upgrade of what is upgraded exits {again.status}: {again.words()}")
        if scene.wrong:
            return
        scene.wrong += check.opens()
        self.says(scene, check)
        self.answers(scene)

    def says(self, scene, check):
        said = scene.town.work / "said"
        for arguments, name in ((("list",), "list.json"), (("keys", "list"), "keys.json"),
                                (("totals",), "totals/issued/all.json")):
            now = check.run(*arguments, scene.ledger, "--format", "json", name=arguments[0])
            rows = json.loads(now.out.read_bytes()) if now.status == 0 else []
            for row in rows if arguments != ("keys", "list") else []:
                # Told since there is more than one kind of invoice.
                row.pop("kind", None)
            if now.status != 0 or rows != json.loads((said / name).read_bytes()):
                scene.wrong.append(f"{' '.join(arguments)}: not what the old release said; exit {now.status}")

    def answers(self, scene):
        """Old messages sent again get the answers of old."""
        names = scene.rng.sample(sorted(scene.town.said), 20)
        files = [str(scene.town.work / "said.messages" / name) for name in names]
        again = Submission(scene.town, scene.ledger, files, scene.folder, "said")
        receipts = again.receipts()
        for name, file in zip(names, files):
            status, code, _, reply = scene.town.said[name]
            receipt = receipts.get(file)
            if receipt is None or (receipt.status, receipt.code or "-") != (status, code) or (
                    receipt.reply is None or hashlib.sha256(receipt.reply).hexdigest() != reply):
                scene.wrong.append(f"message {name} was {status} {code}, now {receipt and receipt.status} "
                                   f"{receipt and receipt.code}, exit {again.status} {again.words()}")


class Lines(Act):
    """Lines under a signed manifest: what left is in the ledger, the same run once more brings the rest with the codes
    that all of them get without an accident, and no chunk is there without its manifest."""

    name, base = "lines", "lines"

    def arguments(self, scene):
        lines = scene.town.work / "signed-lines" / "a.ndjson"
        return "submit", scene.ledger, lines, "--json", "--progress", "off", "--batch", 2, "--workers", 2

    def keep(self, scene, run):
        self.codes = self.told(run)
        self.totals = self.asked(scene, "totals")
        if run.status != 0 or len(self.codes) != 100 or None in self.codes.values():
            raise SystemExit(f"error: the lines are not taken: {run.out.read_text()[:400]} {run.words()}")

    def told(self, run):
        """{line: code} of all that left."""
        rows = map(json.loads, run.out.read_bytes().rpartition(b"\n")[0].splitlines())
        return {row["line"]: row["code"] for row in rows if "line" in row}

    def asked(self, scene, question):
        asked = scene.judging().run(question, scene.ledger, "--format", "json", name=question)
        if asked.status != 0:
            scene.wrong.append(f"{question} exits {asked.status}: {asked.words()}")
            return []
        return json.loads(asked.out.read_bytes())

    def audited(self, scene, when):
        audit = scene.judging().run("audit", scene.ledger, "--signatures", "--progress", "off", name=f"audit-{when}")
        if audit.status != 0:
            scene.wrong.append(f"audit {when} exits {audit.status}: {audit.words()} {audit.out.read_text()[:400]}")

    def check(self, scene, run):
        left = self.told(run)
        listed = {row["code"] for row in self.asked(scene, "list")}
        for line, code in left.items():
            if code != self.codes[line]:
                scene.wrong.append(f"line {line}: code {code} left, due is {self.codes[line]}")
            if code not in listed:
                scene.wrong.append(f"line {line}: code {code} left and is not in the ledger")
        scene.counts["receipts"] += len(left)
        self.audited(scene, "before")
        if scene.wrong:
            return
        again = self.again(scene)
        if self.told(again) != self.codes:
            scene.wrong.append(f"lines submitted again: {len(self.told(again))} codes, or other ones than are due")
        self.audited(scene, "after")
        if self.asked(scene, "totals") != self.totals:
            scene.wrong.append("totals of the lines are others than without an accident")


class Question(Act):
    """An answer is the right one, or there is none and it says why; the ledger is as it was."""

    def __init__(self, name, base, arguments):
        self.name, self.base, self.words = name, base, arguments

    def arguments(self, scene):
        return [scene.ledger if word == "LEDGER" else word for word in self.words]

    def keep(self, scene, run):
        self.right = (run.status, run.out.read_bytes())

    def check(self, scene, run):
        if not run.was_killed and run.status != 3 and (run.status, run.out.read_bytes()) != self.right:
            scene.wrong.append(f"{self.name} exits {run.status} and says {run.out.read_text()[:300]}")
        if run.status == 3 and self.words[0] != "audit" and run.out.read_bytes() not in (b"", self.right[1]):
            scene.wrong.append(f"{self.name} exits 3 and says {run.out.read_text()[:300]}")
        scene.wrong += scene.judging().opens()


def questions(town):
    """What is asked of a ledger."""
    message, told = next((message, told) for message, told in town.told.items() if told.status == "issued")
    refused = next(message for message, told in town.told.items() if told.status != "issued")
    asked = {
        "totals": ("totals", "LEDGER", "--by", "rate"), "list": ("list", "LEDGER"), "history": ("history", "LEDGER"),
        "lookup": ("lookup", "LEDGER", told.code), "lookup --sha256": ("lookup", "LEDGER", "--sha256", message),
        "show": ("show", "LEDGER", told.code), "show --reply": ("show", "LEDGER", "--sha256", refused, "--reply"),
        "keys list": ("keys", "list", "LEDGER"), "policy show": ("policy", "show", "LEDGER"),
        "audit": ("audit", "LEDGER", "--progress", "off"),
    }
    return [Question(f"ask: {name}", "whole", arguments) for name, arguments in asked.items()]


def acts(town):
    """Every act by its name."""
    every = [
        Submit("submit"), Submit("submit small files", small_files=True), Submit("submit after a kill", "torn"),
        Submit("submit many", files="large"), Submit("submit many small files", files="large", small_files=True),
        Init(), *map(Change, town.changes("")), Head(),
        Rebuild("rebuild", "whole"), Rebuild("rebuild after a kill", "torn"),
        Rebuild("rebuild without a store", "lost"),
        Backup("backup", "whole"), Backup("backup after a kill", "torn"), Upgrade(), Lines(),
        *questions(town),
    ]
    return {act.name: act for act in every}
