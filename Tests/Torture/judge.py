"""What must hold after every accident: asked of the files, of SQLite, and of the program's own audit."""
import contextlib
import hashlib
import json
import pathlib
import shutil
import sqlite3
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "Oracle"))
import ledger_rows
from product import Receipt, Run, Submission

ACCEPTED = {"issued", "duplicate"}


def merge(left, run):
    """Adds what left a run to what left before; what was told once may never be told otherwise."""
    wrong = []
    for message, now in run.receipts().items():
        before = left.get(message)
        if before is None:
            left[message] = now
            continue
        name = f"{run.name}: {pathlib.Path(message).name}"
        if now.status is not None:
            if before.status is not None and before.code != now.code:
                wrong.append(f"{name}: code {before.code} had left, now {now.code}")
            if before.status in ACCEPTED and now.status != "duplicate":
                wrong.append(f"{name}: {before.status} had left, now {now.status}")
            if before.status not in ACCEPTED | {None} and now.status != before.status:
                wrong.append(f"{name}: {before.status} had left, now {now.status}")
            if before.status is None:
                left[message] = Receipt(now.status, now.code, before.reply)
        if now.reply is not None and before.reply is not None and now.reply != before.reply:
            wrong.append(f"{name}: another reply than the one that had left")
        if before.reply is None and now.reply is not None:
            left[message].reply = now.reply
    return wrong


@contextlib.contextmanager
def apart(ledger):
    """A copy of the store to look at: another's SQLite would tidy up what the program itself has to."""
    with tempfile.TemporaryDirectory(dir=pathlib.Path(ledger).parent.parent) as folder:
        for path in pathlib.Path(ledger).iterdir():
            if path.is_file() and not path.name.endswith("-shm"):
                shutil.copyfile(path, pathlib.Path(folder) / path.name)
        yield pathlib.Path(folder)


def code_in(reply):
    """The code a 202 carries."""
    start = reply.find(b"<MCCQT")
    start = reply.find(b">", start) + 1 if start >= 0 else -1
    text = reply[start:start + 34] if start > 0 else b""
    return text.decode() if len(text) == 34 and text.isalnum() else None


class Judge:
    """Everything asked of one ledger after one accident."""

    def __init__(self, town, ledger, folder, name):
        self.town, self.ledger, self.folder, self.name = town, ledger, folder, name

    def run(self, *arguments, name):
        return Run(self.town, arguments, self.folder, f"{self.name}-{name}")

    def opens(self):
        """It opens, its sums are its rows, it passes its audit."""
        wrong = []
        totals = self.run("totals", self.ledger, "--format", "json", name="totals")
        if totals.status != 0:
            return [f"does not open: exit {totals.status}: {totals.words()}"]
        wrong += self.rows(json.loads(totals.out.read_bytes()))
        if "audit" in self.town.commands:
            audit = self.run("audit", self.ledger, name="audit")
            if audit.status != 0:
                wrong.append(f"audit exits {audit.status}: {audit.words()} {audit.out.read_text()[:400]}")
        return wrong

    def rows(self, totals):
        with apart(self.ledger) as copy:
            wrong, self.invoices = ledger_rows.problems(copy)
        counted = sum(row["invoices"] for row in totals)
        if counted != self.invoices:
            wrong.append(f"totals count {counted} invoices, there are {self.invoices}")
        return wrong

    def knows(self, left):
        """What left is stored, before anything is submitted again."""
        listed = self.run("list", self.ledger, "--format", "json", name="list")
        if listed.status != 0:
            return [f"list exits {listed.status}: {listed.words()}"]
        codes = [row["code"] for row in json.loads(listed.out.read_bytes())]
        wrong = [] if len(codes) == len(set(codes)) else ["a code is listed twice"]
        known = set(codes)
        stored = self.stored()
        for message, receipt in left.items():
            name = pathlib.Path(message).name
            code = receipt.code or (code_in(receipt.reply) if receipt.reply else None)
            if code and code not in known:
                wrong.append(f"{name}: code {code} left and is not in the ledger")
            if stored is not None and hashlib.sha256(pathlib.Path(message).read_bytes()).digest() not in stored:
                wrong.append(f"{name}: its receipt left and the message is not in the ledger")
        return wrong

    def stored(self):
        """SHA-256 of every message of the ledger, as far as SQLite knows them."""
        with apart(self.ledger) as copy, contextlib.closing(sqlite3.connect(copy / "ledger.sqlite")) as store:
            columns = {row[1] for row in store.execute("PRAGMA table_info(message)")}
            if "sha256" not in columns:
                return None
            return {bytes(row[0]) for row in store.execute("SELECT sha256 FROM message")}

    def takes_all(self, left, rng):
        """Everything once more, in another order: what left comes again, the rest is taken, no code twice."""
        files = [*self.town.history, *self.town.small, *self.town.large]
        if rng.random() < 0.6:
            # Short rounds: only what concerns this one, and a little that is new.
            files = [*left.keys(), *rng.sample(self.town.large, 3)]
            files = list(dict.fromkeys(files))
        rng.shuffle(files)
        again = Submission(self.town, self.ledger, files, self.folder, f"{self.name}-again", batch=rng.choice((4, 16)))
        if again.status not in (0, 1):
            return [f"submitting again exits {again.status}: {again.words()}"]
        receipts = again.receipts()
        wrong = merge(left, again)
        if len(receipts) != len(files):
            wrong.append(f"{len(files)} messages submitted again, {len(receipts)} answers")
        codes = {}
        for message, receipt in receipts.items():
            name = pathlib.Path(message).name
            verdict = self.town.verdicts[message]
            is_good = verdict == "issued"
            if is_good != (receipt.status in ACCEPTED) or (not is_good and receipt.status != verdict):
                wrong.append(f"{name}: {receipt.status}, should be {verdict}")
            if is_good and receipt.reply is not None and code_in(receipt.reply) != receipt.code:
                wrong.append(f"{name}: result and reply carry different codes")
            if receipt.code and codes.setdefault(receipt.code, message) != message:
                wrong.append(f"{name}: code {receipt.code} was given to another message too")
        return wrong

    def all(self, left, rng):
        """Every violation after one accident."""
        wrong = []
        # Sometimes a writer is the first to come after the accident.
        if rng.random() < 0.7:
            wrong = self.opens()
            if wrong:
                return wrong
            wrong = self.knows(left)
        wrong += self.takes_all(left, rng)
        return wrong + self.opens()


def administration(ledger):
    """How many of each kind of thing an administrator put into the ledger."""
    with apart(ledger) as copy, contextlib.closing(sqlite3.connect(copy / "ledger.sqlite")) as store:
        tables = ("change", "taxpayer", "registered_certificate", "trust_anchor", "revocation_list", "code_key",
                  "authority")
        return tuple(store.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in tables)
