"""The messages all programs take in, and what must come out."""
import collections
import decimal
import hashlib
import itertools
import json
import os
import pathlib
import shutil
import subprocess
import sys

TODAY = "2026-11-20"
CLOCK = TODAY + "T10:00:00"
# The same moment (+07:00) as the programs in C and Python take it: certificates must be valid at it.
MOMENT = 1_795_143_600
REVENUE_EACH = 12_500_000
FORGED_FROM = 40
# Invoices of one message 203.
PER_MESSAGE = 100


def millionths(text):
    return int(decimal.Decimal(text) * 1_000_000)


class Messages:
    """A folder that synth wrote, and the list of its files in the order in which they are taken in."""

    def __init__(self, folder, name):
        self.folder, self.name = folder, name
        self.anchors = folder / "anchors.pem"
        self.list = folder / f"{name}.list"
        rows = [json.loads(line) for line in (folder / "manifest.ndjson").read_text(encoding="utf-8").splitlines()]
        by_file = collections.defaultdict(list)
        for row in rows:
            by_file[str(folder / row["file"])].append(row)
        self.files = sorted(str(path) for path in (folder / name).rglob("*.xml"))
        # Those of one file that must be accepted.
        self.rows = [by_file[file] for file in self.files]
        self.invoices = len(rows)
        self.list.write_text("".join(file + "\n" for file in self.files), encoding="utf-8")
        self.bytes = sum(os.path.getsize(file) for file in self.files)
        self.subsets = {}

    @classmethod
    def make(cls, xacthuc, work, count, certificates, seed, kind="200"):
        """Made once for the same arguments; keys are shared, since making them is what takes long."""
        folder = work / f"messages-{kind}-{count}-{certificates}-{seed}"
        mark = folder / "complete"
        if not mark.exists():
            print(f"making {count} invoices in messages {kind} from {certificates} certificates in {folder}",
                  flush=True)
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir(parents=True)
            keys = work / "keys"
            if keys.exists():
                shutil.copytree(keys, folder / "pki")
            command = [xacthuc, "synth", folder, "--seed", str(seed), "--today", TODAY,
                       "--certificates", str(certificates)]
            command += {"200": ["--invoices", str(count), "--revenue", str(count * REVENUE_EACH)],
                        "203": ["--uncoded", str(count), "--per-message", str(PER_MESSAGE)]}[kind]
            made = subprocess.run(command, stderr=subprocess.PIPE, text=True)
            if made.returncode != 0:
                sys.exit(f"error: synth: {made.stderr}")
            keys.mkdir(exist_ok=True)
            for key in (folder / "pki").glob("*.key.pem"):
                shutil.copy2(key, keys)
            mark.touch()
        return cls(folder, "messages")

    @classmethod
    def forge(cls, messages, folder):
        """A few of the messages, and as many forged ones that everybody must refuse."""
        shutil.rmtree(folder, ignore_errors=True)
        (folder / "messages").mkdir(parents=True)
        for name in ("anchors.pem", "crl.pem", "taxpayers.csv", "certificates.csv"):
            shutil.copy2(messages.folder / name, folder)
        good = FORGED_FROM // 2
        with open(folder / "manifest.ndjson", "w", encoding="utf-8") as manifest:
            for place, (file, row) in enumerate(zip(messages.files[:FORGED_FROM], messages.rows)):
                text = pathlib.Path(file).read_bytes()
                target = f"messages/{place:08}.xml"
                if place >= good:
                    # A digit of what is signed, or of the signature.
                    name = b"<TgTTTBSo>" if place % 2 else b"<SignatureValue>"
                    start = text.index(name) + len(name)
                    text = text[:start] + bytes([text[start] ^ 1]) + text[start + 1:]
                else:
                    manifest.writelines(json.dumps({**each, "file": target}) + "\n" for each in row)
                (folder / target).write_bytes(text)
        return cls(folder, "messages")

    def sha256(self):
        """Over all names and bytes; reading them also leaves them in the system's memory."""
        digest = hashlib.sha256()
        for file in self.files:
            digest.update(os.path.relpath(file, self.folder).encode())
            digest.update(pathlib.Path(file).read_bytes())
        return digest.hexdigest()

    def subset(self, limit):
        """A list of the first files, for those who are too slow for all."""
        if limit is None or limit >= len(self.files):
            return self.list
        path = self.folder / f"{self.name}-{limit}.list"
        path.write_text("".join(file + "\n" for file in self.files[:limit]), encoding="utf-8")
        return path

    def expected(self, limit):
        """What the manifest says of the first files: currency → [count, net, tax, total] in millionths."""
        if limit not in self.subsets:
            sums = collections.defaultdict(lambda: [0, 0, 0, 0])
            for row in itertools.chain.from_iterable(self.rows[:limit]):
                entry = sums[row["currency"]]
                entry[0] += 1
                for place, name in enumerate(("net", "tax", "total"), 1):
                    entry[place] += millionths(row[name])
            self.subsets[limit] = dict(sums)
        return self.subsets[limit]

    def results_hash(self, limit):
        return hash_of(self.expected(limit))


def hash_of(sums):
    text = "".join(f"{currency} {' '.join(map(str, sums[currency]))}\n" for currency in sorted(sums))
    return hashlib.sha256(text.encode()).hexdigest()


def compare(program, run, expected):
    """Ends the run where a program's database does not hold what it must."""
    found = run.pop("sums")
    run["results_sha256"] = hash_of(found)
    count = sum(entry[0] for entry in expected.values())
    if run["accepted"] == count and found == expected:
        return
    lines = [f"error: {program} accepted {run['accepted']} of {count} messages, or has other sums:"]
    for currency in sorted({*found, *expected}):
        lines.append(f"  {currency}: found {found.get(currency)}, expected {expected.get(currency)}")
    sys.exit("\n".join(lines))
