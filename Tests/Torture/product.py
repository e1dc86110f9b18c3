"""The program under torture: how it is run, what left it, and the town it works for."""
import contextlib
import dataclasses
import hashlib
import json
import os
import pathlib
import random
import shutil
import sqlite3
import subprocess
import tarfile

import disk

CLOCK = "2026-11-20T10:00:00"
FORMER = pathlib.Path(__file__).resolve().parent.parent / "InvoiceLedgerTests/Fixtures/format-1.tar.gz"
TIMEOUT = 120
REPLY_KINDS = ("-202.xml", "-204.xml", "-999.xml")


@dataclasses.dataclass
class Receipt:
    """What a sender was told of one message, and what lies in the replies' folder for it."""

    status: str | None = None
    code: str | None = None
    reply: bytes | None = None


class Run:
    """One run of the program, watched by the shim where a plan is given."""

    def __init__(self, town, arguments, folder, name, root=None, plan=None):
        self.folder, self.name = folder, name
        self.log = folder / f"{name}.log"
        self.plan = plan
        self.out, self.err = folder / f"{name}.out", folder / f"{name}.err"
        environment = {"PATH": os.environ.get("PATH", ""), "LC_ALL": "C.UTF-8"}
        if plan:
            environment |= {"LD_PRELOAD": str(town.shim), "TORTURE_FOLDER": str(root), "TORTURE_LOG": str(self.log),
                            "TORTURE_PLAN": plan}
        with open(self.out, "wb") as out, open(self.err, "wb") as err:
            try:
                self.status = subprocess.run([str(town.xacthuc), *map(str, arguments)], stdout=out, stderr=err,
                                             stdin=subprocess.DEVNULL, env=environment, timeout=TIMEOUT).returncode
            except subprocess.TimeoutExpired:
                self.status = "hangs"

    @property
    def was_killed(self):
        return self.status == -9

    def words(self):
        return self.err.read_text(errors="replace").strip()[:400]

    def problems(self):
        """Ends that no fault excuses."""
        if self.status in (0, 1) or self.was_killed and self.plan:
            return []
        if self.status == 3:
            # An audit prints what it found.
            is_told = self.words() or b"DAMAGED" in self.out.read_bytes()
            return [] if is_told else [f"{self.name} exits 3 without a word"]
        return [f"{self.name} ends with {self.status} ({self.plan}): {self.words()}"]


class Submission(Run):
    """A run of `submit` and the receipts that left it."""

    def __init__(self, town, ledger, files, folder, name, batch=4, small_files=False, **shim):
        # Under torture the replies are watched too.
        self.files, self.replies = files, shim.get("root", folder) / f"{name}.replies"
        arguments = ["submit", ledger, *files, "--replies", self.replies, "--json", "--progress", "off",
                     "--batch", batch, "--workers", 2, *(["--small-files"] if small_files else [])]
        super().__init__(town, arguments, folder, name, **shim)

    def receipts(self):
        """{message: receipt} of all that left."""
        left = {}
        for line in self.out.read_bytes().rpartition(b"\n")[0].splitlines():
            row = json.loads(line)
            if "summary" not in row:
                left[self.files[row["index"]]] = Receipt(row["status"], row["code"])
        if self.replies.exists():
            for path in self.replies.iterdir():
                if path.name.endswith(REPLY_KINDS):
                    receipt = left.setdefault(self.files[int(path.name[:8])], Receipt())
                    receipt.reply = path.read_bytes()
        return left


def other_authority(folder):
    """A certificate and a revocation list nobody knows yet, made by openssl."""
    folder.mkdir()
    (folder / "index.txt").write_text("")
    (folder / "ca.conf").write_text("[ca]\ndefault_ca = one\n[one]\ndatabase = index.txt\ndefault_md = sha256\n"
                                    "default_crl_days = 9000\ncrlnumber = number\n")
    (folder / "number").write_text("01\n")
    for command in (
        "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout key.pem -out anchors.pem -days 9000 "
        "-subj /CN=Torture",
        "ca -config ca.conf -gencrl -keyfile key.pem -cert anchors.pem -out crl.pem",
    ):
        subprocess.run(["openssl", *command.split()], cwd=folder, check=True, capture_output=True)


class Town:
    """Messages, registry and prepared ledgers; made once a seed, only read by the rounds."""

    def __init__(self, xacthuc, shim, work, seed):
        self.xacthuc, self.shim, self.work, self.seed = xacthuc, shim, work, seed
        self.folder = work / "in"

    def do(self, *arguments):
        result = subprocess.run([str(self.xacthuc), *map(str, arguments)], capture_output=True, text=True,
                                stdin=subprocess.DEVNULL)
        if result.returncode not in (0, 1):
            raise SystemExit(f"error: {' '.join(map(str, arguments))[:200]}: {result.stderr.strip()}")
        return result.stdout

    def prepare(self):
        self.do("synth", self.folder, "--seed", self.seed, "--today", CLOCK[:10], "--invoices", 44, "--bad", "0.2")
        other_authority(self.work / "other")
        (self.work / "policy.json").write_text(self.do("policy", "show", self.new_ledger("scratch", empty=True)))
        listed = self.do("--help").partition("SUBCOMMANDS:")[2].splitlines()
        self.commands = {line.split()[0] for line in listed if line.startswith("  ") and line.split()}
        self.choose_messages()
        # Each ledger stands in a folder of its own, so that commands may make things beside it.
        self.bases = {name: self.work / name for name in ("empty", "whole", "torn", "lost", "former")}
        self.bases["empty"].mkdir()
        self.bases["whole"].mkdir()
        run = Submission(self, self.new_ledger("whole/ledger"), self.history, self.work, "history")
        if run.status not in (0, 1):
            raise SystemExit(f"error: the history is not taken: {run.words()}")
        self.told = run.receipts()
        shutil.rmtree(self.work / "scratch")
        self.tear()
        self.lose()
        self.take_former()

    def copied(self, name):
        shutil.copytree(self.bases["whole"], self.bases[name], copy_function=shutil.copy)
        return self.bases[name] / "ledger"

    def tear(self):
        """A ledger whose archive goes on behind its committed end: the process was killed before it could sync."""
        ledger, root = self.copied("torn"), self.bases["torn"]
        log, appends = None, 0
        for plan in ("count effect 0 0 0", "kill-after effect {} 0 0"):
            run = Submission(self, ledger, self.large[:4], self.work, f"torn-{appends}", root=root,
                             plan=plan.format(appends))
            log = list(disk.operations(run.log))
            shutil.rmtree(run.replies)
            if not appends:
                appends = next(one.number for one in log if one.kind == "w" and one.path.endswith(".seg"))
                shutil.rmtree(root)
                ledger = self.copied("torn")
        if not run.was_killed or run.receipts():
            raise SystemExit("error: no ledger could be torn")

    def lose(self):
        """A ledger that is an archive and keys, without a store."""
        for path in self.copied("lost").glob("ledger.sqlite*"):
            path.unlink()

    def take_former(self):
        """A ledger of format 1, its messages, and what the release that wrote it says of them."""
        self.bases["former"].mkdir()
        with tarfile.open(FORMER) as archive:
            archive.extractall(self.bases["former"])
        (self.bases["former"] / "said").rename(self.work / "said")
        (self.work / "said.messages").mkdir()
        rows = (line.split("\t") for line in (self.work / "said/answers.tsv").read_text().splitlines())
        self.said = {sha256: (status, code, kind, reply) for sha256, status, code, kind, reply in rows}
        store = sqlite3.connect(self.bases["former"] / "ledger/ledger.sqlite")
        with contextlib.closing(store):
            for (message,) in store.execute("SELECT bytes FROM original"):
                sha256 = hashlib.sha256(message).hexdigest()
                if sha256 not in self.said:
                    raise SystemExit(f"error: {FORMER} holds a message of which it does not tell")
                (self.work / "said.messages" / sha256).write_bytes(message)
        for path in (self.bases["former"] / "ledger").glob("ledger.sqlite-*"):
            path.unlink()

    def new_ledger(self, name, empty=False):
        ledger = self.work / name
        self.do("init", ledger, "--test", "--clock", CLOCK, "--seed", self.seed)
        for command in [] if empty else self.registry(ledger):
            self.do(*command)
        return ledger

    def registry(self, ledger):
        yield "taxpayers", "import", ledger, self.folder / "taxpayers.csv"
        yield "taxpayers", "certificates", ledger, self.folder / "certificates.csv"
        yield "trust", "add", ledger, self.folder / "anchors.pem"
        yield "trust", "crl", ledger, self.folder / "crl.pem"

    def changes(self, ledger):
        """What an administrator does: {name: arguments}."""
        return {
            "taxpayers import": ("taxpayers", "import", ledger, self.folder / "taxpayers.csv"),
            "taxpayers certificates": ("taxpayers", "certificates", ledger, self.folder / "certificates.csv"),
            "trust add": ("trust", "add", ledger, self.work / "other" / "anchors.pem"),
            "trust crl": ("trust", "crl", ledger, self.work / "other" / "crl.pem"),
            "keys rotate": ("keys", "rotate", ledger),
            "policy set": ("policy", "set", ledger, self.work / "policy.json"),
        }

    def choose_messages(self):
        """Those that get the same verdict in any order, so that an order may be drawn by lot."""
        messages = sorted(map(str, (self.folder / "messages").rglob("*.xml")))
        orders = [messages, messages[::-1], random.Random(self.seed).sample(messages, len(messages))]
        seen = []
        for number, order in enumerate(orders):
            run = Submission(self, self.new_ledger(f"order-{number}"), order, self.work, f"order-{number}.run")
            seen.append(run.receipts())
            shutil.rmtree(self.work / f"order-{number}")
            shutil.rmtree(run.replies)
        self.verdicts = {}
        for message in messages:
            verdicts = {receipts[message].status for receipts in seen}
            if len(verdicts) == 1 and verdicts <= {"issued", "rejected", "unreadable"}:
                self.verdicts[message] = verdicts.pop()
        good = [message for message, verdict in self.verdicts.items() if verdict == "issued"]
        bad = [message for message, verdict in self.verdicts.items() if verdict != "issued"]
        if len(good) < 24 or len(bad) < 4:
            raise SystemExit(f"error: seed {self.seed} gives {len(good)} good and {len(bad)} bad messages: too few")
        self.history, self.small = good[:4] + bad[:1], good[4:7] + bad[1:2]
        self.large = good[7:] + bad[2:]
