"""The program under torture: how it is run, what left it, and the town it works for."""
import contextlib
import dataclasses
import hashlib
import json
import os
import pathlib
import random
import select
import shutil
import sqlite3
import subprocess
import tarfile

import disk
import dues

CLOCK = "2026-11-20T10:00:00"
FORMER = pathlib.Path(__file__).resolve().parent.parent / "InvoiceLedgerTests/Fixtures/format-1.tar.gz"
EXAMPLES = pathlib.Path(__file__).resolve().parent.parent.parent / "Data/examples"
TIMEOUT = 120
REPLY_KINDS = ("-202.xml", "-204.xml", "-999.xml")


@dataclasses.dataclass
class Receipt:
    """What a sender was told of one message, line by line, and what lies in the replies' folder for it."""

    lines: dict = dataclasses.field(default_factory=dict)
    kind: str | None = None
    reply: bytes | None = None

    @property
    def status(self):
        return self.lines.get(0, (None, None))[0]

    @property
    def code(self):
        return self.lines.get(0, (None, None))[1]

    def copy(self):
        return Receipt(dict(self.lines), self.kind, self.reply)


def ended(process):
    """The status of a process; subprocess itself sleeps between its looks: half the time of these tests."""
    descriptor = os.pidfd_open(process.pid)
    try:
        watch = select.poll()
        watch.register(descriptor, select.POLLIN)
        if watch.poll(TIMEOUT * 1000):
            return process.wait()
        process.kill()
        process.wait()
        return "hangs"
    finally:
        os.close(descriptor)


class Run:
    """One run of the program, watched by the shim where a plan is given."""

    def __init__(self, town, arguments, folder, name, root=None, plan=None):
        self.town, self.folder, self.name = town, folder, name
        self.log = folder / f"{name}.log"
        self.plan = plan
        self.out, self.err = folder / f"{name}.out", folder / f"{name}.err"
        environment = {"PATH": os.environ.get("PATH", ""), "LC_ALL": "C.UTF-8"}
        if plan:
            environment |= {"LD_PRELOAD": str(town.shim), "TORTURE_FOLDER": str(root), "TORTURE_LOG": str(self.log),
                            "TORTURE_PLAN": plan}
        with open(self.out, "wb") as out, open(self.err, "wb") as err:
            self.status = ended(subprocess.Popen([str(town.xacthuc), *map(str, arguments)], stdout=out, stderr=err,
                                                 stdin=subprocess.DEVNULL, env=environment))

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
        """{message: receipt} of all that left; lines and replies are counted by the lines that are due."""
        left, places = {}, [(message, place) for message in self.files for place in range(self.town.lines(message))]
        self.wrong = []
        for line in self.out.read_bytes().rpartition(b"\n")[0].splitlines():
            row = json.loads(line)
            if "summary" in row:
                continue
            message, place = places[row["index"]] if row["index"] < len(places) else (None, 0)
            if row["file"] != message:
                self.wrong.append(f"{self.name}: line {row['index']} speaks of {row['file']}, due is {message}")
                continue
            left.setdefault(message, Receipt()).lines[place] = (row["status"], row["code"])
        for path in sorted(self.replies.iterdir()) if self.replies.exists() else []:
            if not path.name.endswith(REPLY_KINDS):
                continue
            index = int(path.name[:8])
            message, place = places[index] if index < len(places) else (None, 0)
            receipt = left.setdefault(message, Receipt()) if message and place == 0 else None
            if receipt is None or receipt.reply is not None:
                self.wrong.append(f"{self.name}: {path.name} is one reply too many")
                continue
            receipt.kind, receipt.reply = path.name[9:12], path.read_bytes()
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


def signed_lines(folder):
    """Invoices as lines of JSON in five chunks, the manifest that their seller signed, and who is to be trusted."""
    folder.mkdir()
    invoice = json.loads((EXAMPLES / "invoices.ndjson").read_text(encoding="utf-8").splitlines()[0])
    chunks = []
    for start in range(1, 101, 20):
        chunk = b""
        for number in range(start, start + 20):
            invoice["DLHDon"]["TTChung"]["SHDon"] = number
            chunk += json.dumps(invoice, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
        chunks.append(chunk)
    (folder / "a.ndjson").write_bytes(b"".join(chunks))
    rows = [f"20 {len(chunk)} {hashlib.sha256(chunk).hexdigest()}" for chunk in chunks]
    head = ["xacthuc manifest 1", f"chunks: {len(chunks)}", "lines: 100", f"bytes: {sum(map(len, chunks))}"]
    (folder / "a.manifest").write_text("\n".join(head + rows) + "\n")
    (folder / "index.txt").write_text("")
    (folder / "ca.conf").write_text("[ca]\ndefault_ca = one\n[one]\ndatabase = index.txt\ndefault_md = sha256\n"
                                    "new_certs_dir = .\nrand_serial = yes\npolicy = any\nunique_subject = no\n"
                                    "[any]\ncommonName = supplied\nUID = optional\n"
                                    "[ca_form]\nbasicConstraints = critical,CA:TRUE\n"
                                    "[form]\nbasicConstraints = CA:FALSE\n")
    # Good whatever the clock of this machine says.
    times = "-batch -notext -config ca.conf -startdate 20200101000000Z -enddate 20400101000000Z"
    key = "-newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes"
    for command in (
        f"req -new {key} -keyout ca.key -out ca.csr -subj /CN=Lines",
        f"ca {times} -selfsign -keyfile ca.key -in ca.csr -out anchors.pem -extensions ca_form",
        f"req -new {key} -keyout seller.key -out seller.csr -subj /UID=MST:0199999991/CN=Seller",
        f"ca {times} -cert anchors.pem -keyfile ca.key -in seller.csr -out seller.pem -extensions form",
        "cms -sign -nodetach -binary -outform DER -in a.manifest -signer seller.pem -inkey seller.key "
        "-out a.manifest.p7s",
    ):
        made = subprocess.run(["openssl", *command.split()], cwd=folder, check=False, capture_output=True, text=True)
        if made.returncode != 0:
            raise SystemExit(f"error: openssl {command}: {made.stderr}")


class Town:
    """Messages, registry and prepared ledgers; made once a seed, only read by the rounds."""

    def __init__(self, xacthuc, shim, work, seed):
        self.xacthuc, self.shim, self.work, self.seed = xacthuc, shim, work, seed
        self.folder = work / "in"
        self.due = {}

    def do(self, *arguments):
        result = subprocess.run([str(self.xacthuc), *map(str, arguments)], capture_output=True, text=True,
                                stdin=subprocess.DEVNULL)
        if result.returncode not in (0, 1):
            raise SystemExit(f"error: {' '.join(map(str, arguments))[:200]}: {result.stderr.strip()}")
        return result.stdout

    def prepare(self):
        self.do("synth", self.folder, "--seed", self.seed, "--today", CLOCK[:10], "--invoices", 26, "--uncoded", 9,
                "--cash", 12, "--cash-uncoded", 9, "--per-message", 4, "--bad", "0.25")
        other_authority(self.work / "other")
        self.write_registry()
        (self.work / "policy.json").write_text(self.do("policy", "show", self.new_ledger("scratch", empty=True)))
        listed = self.do("--help").partition("SUBCOMMANDS:")[2].splitlines()
        self.commands = {line.split()[0] for line in listed if line.startswith("  ") and line.split()}
        self.choose_messages()
        # Each ledger stands in a folder of its own, so that commands may make things beside it.
        self.bases = {name: self.work / name for name in ("empty", "whole", "torn", "lost", "former", "lines")}
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
        self.await_lines()

    def await_lines(self):
        """A ledger that trusts whoever signed the lines, and has taken none."""
        signed_lines(self.work / "signed-lines")
        self.bases["lines"].mkdir()
        ledger = self.new_ledger("lines/ledger", empty=True)
        self.do("taxpayers", "import", ledger, EXAMPLES / "taxpayers.csv")
        self.do("trust", "add", ledger, self.work / "signed-lines" / "anchors.pem")

    def write_registry(self):
        """A stop long over and a delegation nobody uses: they change no verdict."""
        one, other = (row.split(",")[0] for row in (self.folder / "taxpayers.csv").read_text().splitlines()[1:3])
        (self.work / "stops.csv").write_text("tax_code,cause,from,to,kinds,notice\n"
                                             f"{one},a,2020-01-01,2020-01-31,,\n")
        (self.work / "delegations.csv").write_text("delegator,delegate,from,to,forms,symbols\n"
                                                   f"{one},{other},2020-01-01,2020-01-31,1,\n")

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
            "taxpayers stops": ("taxpayers", "stops", ledger, self.work / "stops.csv"),
            "taxpayers delegations": ("taxpayers", "delegations", ledger, self.work / "delegations.csv"),
            "trust add": ("trust", "add", ledger, self.work / "other" / "anchors.pem"),
            "trust crl": ("trust", "crl", ledger, self.work / "other" / "crl.pem"),
            "keys rotate": ("keys", "rotate", ledger),
            "policy set": ("policy", "set", ledger, self.work / "policy.json"),
        }

    def lines(self, message):
        """How many lines are due to a message."""
        return len(self.due[message]) if message in self.due else 1

    def choose_messages(self):
        """Those that come to what the manifest says in any order, so that an order may be drawn by lot."""
        self.due = dues.load(self.folder)
        messages = sorted(self.due)
        orders = [messages, messages[::-1], random.Random(self.seed).sample(messages, len(messages))]
        fitting, strange = set(messages), []
        for number, order in enumerate(orders):
            run = Submission(self, self.new_ledger(f"order-{number}"), order, self.work, f"order-{number}.run")
            receipts = run.receipts()
            fitting &= {message for message in receipts if self.due[message].fits(receipts[message])}
            # In the manifest's own order nothing may be otherwise.
            strange += [*run.wrong, *(set(messages) - fitting if number == 0 else [])]
            shutil.rmtree(self.work / f"order-{number}")
            shutil.rmtree(run.replies)
        if strange:
            raise SystemExit(f"error: the program and the manifest of seed {self.seed} differ: {strange[:3]}")
        # Another's invoice sent again alone has that one's code.
        self.due = {message: due for message, due in self.due.items()
                    if message in fitting and (due.is_many or due.statuses != ["duplicate"])}
        self.sort_messages()

    def sort_messages(self):
        """History, a small batch with every kind of message, and the rest."""
        single = [message for message, due in self.due.items() if not due.is_many]
        good = [message for message in single if self.due[message].is_accepted]
        bad = [message for message in single if not self.due[message].is_accepted]
        many = [message for message, due in self.due.items() if due.is_many]
        # Invoices that are sent in two messages are for the large run.
        many.sort(key=lambda message: (self.due[message].is_again, not self.due[message].is_partial))
        kinds = {kind: [message for message in many if self.due[message].type == kind]
                 for kind in ("203", "206", "216")}
        if len(good) < 16 or len(bad) < 4 or min(map(len, kinds.values())) < 2 or not self.due[many[0]].is_partial:
            raise SystemExit(f"error: seed {self.seed} gives {len(good)} good and {len(bad)} bad messages of one "
                             f"invoice and {[len(of) for of in kinds.values()]} of many: too few")
        self.small = [good[0], bad[0], *(of[0] for of in kinds.values())]
        self.history = good[1:4] + bad[1:2] + [kinds["203"][1], kinds["206"][1]]
        taken = {*self.small, *self.history}
        rest = [message for message in self.due if message not in taken]
        self.large = random.Random(self.seed).sample(rest, len(rest))
