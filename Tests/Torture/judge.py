"""What must hold after every accident: asked of the files, of SQLite, and of the program's own audit."""
import contextlib
import hashlib
import json
import pathlib
import re
import shutil
import sqlite3
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "Oracle"))
import archive
import ledger_rows
from dues import ACCEPTED, Ledger, same
from product import Receipt, Run, Submission


def merge(left, run):
    """Adds what left a run to what left before; what was told once may never be told otherwise."""
    receipts = run.receipts()
    wrong = list(run.wrong)
    for message, now in receipts.items():
        before = left.setdefault(message, Receipt())
        name = f"{run.name}: {pathlib.Path(message).name}"
        for place, (status, code) in now.lines.items():
            told, first = before.lines.get(place, (None, None))
            if told is None:
                before.lines[place] = (status, code)
                continue
            if first != code:
                wrong.append(f"{name}: code {first} had left, now {code}")
            if status != ("duplicate" if told in ACCEPTED else told):
                wrong.append(f"{name}: {told} had left, now {status}")
        if before.reply is None:
            before.kind, before.reply = now.kind, now.reply
        elif now.reply is not None and (now.kind, now.reply) != (before.kind, before.reply):
            wrong.append(f"{name}: another reply than the one that had left")
    return wrong


@contextlib.contextmanager
def apart(ledger):
    """A copy of store and archive to look at: another's SQLite would tidy up what the program itself has to."""
    with tempfile.TemporaryDirectory(dir=pathlib.Path(ledger).parent.parent) as folder:
        folder = pathlib.Path(folder)
        for path in pathlib.Path(ledger).iterdir():
            if path.is_file() and not path.name.endswith("-shm"):
                shutil.copyfile(path, folder / path.name)
        if (pathlib.Path(ledger) / "archive").is_dir():
            shutil.copytree(pathlib.Path(ledger) / "archive", folder / "archive")
        yield folder


def code_in(reply):
    """The code a 202 carries."""
    start = reply.find(b"<MCCQT")
    start = reply.find(b">", start) + 1 if start >= 0 else -1
    text = reply[start:start + 34] if start > 0 else b""
    return text.decode() if len(text) == 34 and text.isalnum() else None


def sha256(message):
    return hashlib.sha256(pathlib.Path(message).read_bytes()).digest()


def spoil_index(ledger, rng):
    """Takes the look-up index away, or damages a file of it: it is derived, so nothing may be lost by that."""
    folder = pathlib.Path(ledger) / "index"
    way = rng.choice(("as it is", "as it is", "gone", "damaged", "damaged", "rubbish"))
    runs = sorted(run for run in folder.glob("*.run") if run.stat().st_size) if folder.is_dir() else []
    if way == "gone":
        shutil.rmtree(folder, ignore_errors=True)
    elif way == "damaged" and runs:
        run = rng.choice(runs)
        content = bytearray(run.read_bytes())
        if rng.random() < 0.3:
            del content[rng.randrange(len(content)):]
        else:
            content[rng.randrange(len(content))] ^= 1 << rng.randrange(8)
        run.write_bytes(content)
    elif way == "rubbish" and folder.is_dir():
        (folder / f"{1:015}-{rng.randint(1, 9):015}.run").write_bytes(rng.randbytes(rng.choice((0, 100, 9000))))
    else:
        return False
    return True


class Judge:
    """Everything asked of one ledger after one accident."""

    def __init__(self, town, ledger, folder, name, is_ours=True):
        self.town, self.ledger, self.folder, self.name = town, ledger, folder, name
        # What is due to the messages of another's ledger is not known here.
        self.due = Ledger(town.due) if is_ours else None
        self.walk = None
        # A damaged index may be told of once for each damage; the next writer makes it anew.
        self.spoilt = 0

    def run(self, *arguments, name):
        return Run(self.town, arguments, self.folder, f"{self.name}-{name}")

    def spoil_index(self, rng):
        self.spoilt += spoil_index(self.ledger, rng)

    def opens(self, audited=True):
        """It opens; its sums are its rows, its store is its archive; it passes its audit."""
        totals = self.run("totals", self.ledger, "--format", "json", name="totals")
        if totals.status != 0:
            return [f"does not open: exit {totals.status}: {totals.words()}"]
        wrong = self.agrees(json.loads(totals.out.read_bytes()))
        if not audited:
            return wrong
        audit = self.run("audit", self.ledger, name="audit")
        if audit.status != 0:
            wrong.append(f"audit exits {audit.status}: {audit.words()} {audit.out.read_text()[:400]}")
        return wrong

    def agrees(self, totals):
        """Judges of our own: sums and rows, store and archive."""
        with apart(self.ledger) as copy:
            wrong, invoices = ledger_rows.problems(copy)
            try:
                self.walk, found = archive.prove(copy)
                wrong += found[:5]
            except archive.Damage as damage:
                return [*wrong, str(damage)]
        counted = sum(row["invoices"] for row in totals)
        if not counted == invoices == self.walk.transactions:
            wrong.append(f"totals count {counted} invoices, rows are {invoices}, codes {self.walk.transactions}")
        return wrong + (self.due.problems(self.walk, totals) if self.due else [])

    def knows(self, left, rng):
        """What left is stored, before anything is submitted again."""
        listed = self.run("list", self.ledger, "--format", "json", name="list")
        if listed.status != 0:
            return [f"list exits {listed.status}: {listed.words()}"]
        codes = [row["code"] for row in json.loads(listed.out.read_bytes()) if row["code"]]
        wrong = [] if len(codes) == len(set(codes)) else ["a code is listed twice"]
        known = set(codes)
        if known != {one["code"].hex().upper() if "code" in one else one["cash_code"]
                     for _, one in self.walk.invoices.values() if "code" in one or "cash_code" in one}:
            wrong.append("the codes listed are not those in the archive")
        for message, receipt in left.items():
            name = pathlib.Path(message).name
            for code in [code for _, code in receipt.lines.values()] + [receipt.reply and code_in(receipt.reply)]:
                if code and code not in known:
                    wrong.append(f"{name}: code {code} left and is not in the ledger")
            if sha256(message) not in self.walk.sha256:
                wrong.append(f"{name}: its receipt left and the message is not in the archive")
        return wrong + self.finds(left, rng)

    def finds(self, left, rng):
        """What left is found by its bytes and its id, and the reply comes again, whatever became of the index."""
        self.spoil_index(rng)
        wrong = []
        for message in rng.sample(sorted(left), min(2, len(left))):
            receipt, due = left[message], self.town.due[message]
            wrong += [f"{pathlib.Path(message).name}: {one}" for one in
                      self.looked_up(message, receipt, due, rng) + self.shown(message, receipt)]
        return wrong

    def looked_up(self, message, receipt, due, rng):
        found = re.search(rb"<MTDiep>([^<]+)<", pathlib.Path(message).read_bytes())
        ways = [("--sha256", message)]
        if found and (due.is_accepted or due.is_many):
            ways.append(("--message-id", found.group(1).decode()))
        codes = {code: place for place, (_, code) in receipt.lines.items() if code}
        if codes:
            ways.append((rng.choice(sorted(codes)),))
        way = rng.choice(ways)
        looked = self.run("lookup", self.ledger, *way, "--json", name="lookup")
        if self.spoilt and looked.status == 3 and "index" in looked.words():
            return []
        if looked.status != 0:
            return [f"its receipt left and lookup {way} exits {looked.status}: {looked.words()}"]
        told = json.loads(looked.out.read_bytes())
        if way[0] in codes:
            key = tuple(told[name] for name in ("seller", "form", "symbol", "number"))
            is_right = told["code"] == way[0] and same(key, due.keys[codes[way[0]]])
        elif due.is_many:
            is_right = (told["invoices"], told["accepted"]) == (str(len(due)), str(len(due.worths)))
        else:
            is_right = 0 not in receipt.lines or told["code"] == receipt.code
        return [] if is_right else [f"{receipt.lines} left, lookup {way} says {looked.out.read_text()[:300]}"]

    def shown(self, message, receipt):
        if receipt.reply is None:
            return []
        shown = self.run("show", self.ledger, "--sha256", message, "--reply", name="show")
        if self.spoilt and shown.status == 3 and "index" in shown.words():
            return []
        if shown.status == 0 and shown.out.read_bytes() == receipt.reply:
            return []
        return [f"show gives another reply than the one that left, exit {shown.status}: {shown.words()}"]

    def takes_all(self, left, rng):
        """Everything once more, in another order: what left comes again, the rest is taken, no code twice."""
        files = [*self.town.history, *self.town.small, *self.town.large]
        if rng.random() < 0.6:
            # Short rounds: only what concerns this one, and a little that is new.
            files = [*left.keys(), *rng.sample(self.town.large, 3)]
            files = list(dict.fromkeys(files))
        rng.shuffle(files)
        self.spoil_index(rng)
        batch, small_files = rng.choice((4, 16)), rng.random() < 0.5
        again = Submission(self.town, self.ledger, files, self.folder, f"{self.name}-again", batch, small_files)
        wrong = merge(left, again)
        while self.spoilt and again.status == 3 and "index" in again.words():
            # It said so and stopped; opening makes the index anew.
            self.spoilt -= 1
            again = Submission(self.town, self.ledger, files, self.folder, f"{self.name}-anew-{self.spoilt}", batch,
                               small_files)
            wrong += merge(left, again)
        if again.status not in (0, 1):
            return [*wrong, f"submitting again exits {again.status}: {again.words()}"]
        return wrong + self.verdicts(files, again.receipts())

    def verdicts(self, files, receipts):
        """Each invoice got the verdict it must get, each message its one reply, and each invoice its own code."""
        wrong = []
        if len(receipts) != len(files):
            wrong.append(f"{len(files)} messages submitted again, {len(receipts)} answers")
        owners = {}
        for message, receipt in receipts.items():
            name, due = pathlib.Path(message).name, self.town.due[message]
            if len(receipt.lines) != len(due) or receipt.reply is None:
                wrong.append(f"{name}: {len(receipt.lines)} lines of {len(due)}, reply {receipt.kind}")
                continue
            found = due.wrong_lines(receipt) + due.wrong_reply(receipt.kind, receipt.reply)
            wrong += [f"{name}: {one}" for one in found]
            if receipt.kind == "202" and code_in(receipt.reply) != receipt.code:
                wrong.append(f"{name}: result and reply carry different codes")
            for place, (_, code) in receipt.lines.items():
                if code and owners.setdefault(code, due.keys[place]) != due.keys[place]:
                    wrong.append(f"{name}: code {code} was given to another invoice too")
        return wrong

    def all(self, left, rng):
        """Every violation after one accident."""
        # Sometimes a writer is the first to come after the accident.
        is_writer_first, wrong = rng.random() < 0.3, []
        if not is_writer_first:
            wrong = self.opens()
            if wrong:
                return wrong
            wrong = self.knows(left, rng)
        wrong += self.takes_all(left, rng)
        return wrong + self.opens(is_writer_first or rng.random() < 0.3)


TABLES = ("taxpayer", "usage_stop", "delegation", "certificate_list", "registered_certificate", "trust_anchor",
          "revocation_list", "authority", "code_key", "policy")


def administration(ledger):
    """What an administrator put into the ledger: rows of each table, actions of each kind."""
    with apart(ledger) as copy, contextlib.closing(sqlite3.connect(copy / "ledger.sqlite")) as store:
        state = {table: store.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in TABLES}
        return state | dict(store.execute("SELECT 'change: ' || kind, count(*) FROM change GROUP BY kind"))
