"""The programs that are measured: how each is made, run, and asked for its results."""
import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import threading
import time

from benchmark_data import CLOCK, MOMENT, millionths
from benchmark_report import CACHING, PLAIN

FLAGS = "-std=gnu11 -O2 -Wall -Wextra -Werror -pthread".split()
LIBRARIES = {
    "xmlsec_peer": (
        ["xmlsec_peer.c", "invoice.c", "store.c", "verifier.c"],
        ["xmlsec1-openssl", "libxml-2.0", "sqlite3"],
    ),
    "bare_insert": (["bare_insert.c", "store.c"], ["libxml-2.0", "sqlite3"]),
    "bare_rows": (["bare_rows.c"], ["sqlite3"]),
}
SIGNXML = "signxml==5.2.0"
INSTALL = "Scripts/install-needs --peers"


class Program:
    """One program under one name."""

    base_only = False  # whether it runs under the first conditions only
    judges = True      # whether it can refuse anything
    limit = None       # how many files it takes, or all

    def __init__(self, name):
        self.name = name

    def timed(self, command, cores, output):
        """Runs it on so many cores, and measures; `others_share` is what the rest of the machine took meanwhile."""
        os.sync()
        chosen = sorted(os.sched_getaffinity(0))[:cores]
        busy, start = busy_seconds(), time.monotonic()
        with open(output, "wb") as file:
            process = subprocess.Popen([str(part) for part in command], stdout=file, stderr=subprocess.PIPE,
                                       preexec_fn=lambda: os.sched_setaffinity(0, chosen))
            peaks, held = [0], []
            watcher = threading.Thread(target=watch_memory, args=(process.pid, peaks, held))
            watcher.start()
            complaint = process.stderr.read()
            _, status, usage = os.wait4(process.pid, 0)
        seconds = time.monotonic() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        process.stderr.close()
        own = usage.ru_utime + usage.ru_stime
        others = max(0, busy_seconds() - busy - own) / (seconds * os.cpu_count())
        watcher.join()
        measured = {"seconds": seconds, "processor_seconds": own, "others_share": round(others, 3),
                    "peak_memory_bytes": peaks[-1], "memory": held[::max(1, len(held) // 100)]}
        return process.returncode, complaint.decode(errors="replace"), measured

    def failed(self, code, complaint):
        sys.exit(f"error: {self.name} ends with {code}: {complaint}")


class Submit(Program):
    """Ours: a fresh test ledger each time, made before the clock starts."""

    def __init__(self, xacthuc, name, has_replies):
        super().__init__(name)
        self.xacthuc, self.has_replies = xacthuc, has_replies

    def ask(self, *arguments):
        done = subprocess.run([self.xacthuc, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        if done.returncode != 0:
            self.failed(done.returncode, done.stderr)
        return done.stdout

    def run(self, messages, point, work, refuses=False):
        fresh(work)
        ledger, folder = work / "ledger", messages.folder
        self.ask("init", ledger, "--test", "--seed", "1", "--clock", CLOCK)
        self.ask("taxpayers", "import", ledger, folder / "taxpayers.csv")
        self.ask("taxpayers", "certificates", ledger, folder / "certificates.csv")
        self.ask("trust", "add", ledger, folder / "anchors.pem")
        self.ask("trust", "crl", ledger, folder / "crl.pem")
        command = [self.xacthuc, "submit", ledger, folder / messages.name, "--json", "--progress", "off",
                   "--workers", point.workers, "--batch", point.batch]
        if self.has_replies:
            command += ["--replies", work / "replies"]
        code, complaint, measured = self.timed(command, point.workers, work / "verdicts")
        if code != (1 if refuses else 0):
            self.failed(code, complaint)
        summary = json.loads(last_line(work / "verdicts"))["summary"]
        sums = {
            row["currency"]: [row["invoices"], *(millionths(row[name]) for name in ("net", "tax", "total"))]
            for row in json.loads(self.ask("totals", ledger, "--by", "currency", "--format", "json"))
        }
        accepted = summary["issued"] + summary["registered"]
        return {"invoices": accepted + summary["rejected"], "accepted": accepted, "sums": sums, **measured}


class Peer(Program):
    """A program that takes LIST ANCHORS DATABASE MOMENT WORKERS BATCH and fills the table `invoice`."""

    def __init__(self, name, command, limit=None):
        super().__init__(name)
        self.command, self.limit = command, limit
        self.base_only = limit is not None

    def run(self, messages, point, work, refuses=False):
        fresh(work)
        command = [*self.command, messages.subset(self.limit), messages.anchors, work / "peer.sqlite", MOMENT,
                   point.workers, point.batch]
        code, complaint, measured = self.timed(command, point.workers, work / "verdicts")
        if code != 0:
            self.failed(code, complaint)
        result = json.loads(last_line(work / "verdicts"))
        return {"invoices": result["accepted"] + result["refused"], "accepted": result["accepted"],
                "sums": sums_of(work / "peer.sqlite"), **measured}


class BareInsert(Program):
    """The floor: only the rows, from memory, on one core."""

    judges = False

    def __init__(self, peer, insert):
        super().__init__("bare insert (C, SQLite)")
        self.peer, self.insert, self.sources = peer, insert, {}

    def run(self, messages, point, work, refuses=False):
        source = messages.folder / "rows.sqlite"
        if messages.folder not in self.sources:
            self.peer.run(messages, point, work)
            shutil.copy2(work / "peer.sqlite", source)
            self.sources[messages.folder] = source
        fresh(work)
        rows = point.batch * max(1, messages.invoices // len(messages.files))
        command = [self.insert, source, work / "bare.sqlite", rows]
        code, complaint, measured = self.timed(command, 1, work / "verdicts")
        if code != 0:
            self.failed(code, complaint)
        result = json.loads(last_line(work / "verdicts"))
        measured["seconds"] = result["seconds"]
        return {"invoices": result["accepted"] + result["refused"], "accepted": result["accepted"],
                "sums": sums_of(work / "bare.sqlite"), **measured}


def watch_memory(pid, peaks, held):
    """The most memory the process held, as the system tells it until shortly before the end, and what it held when.

    What wait4 tells is no less than this script's own memory, since the process begins as a copy of it.
    """
    start = time.monotonic()
    while True:
        try:
            with open(f"/proc/{pid}/status", encoding="ascii", errors="replace") as file:
                found = re.search(r"VmHWM:\s+(\d+) kB\s+VmRSS:\s+(\d+) kB", file.read())
        except OSError:
            return
        if not found:
            if len(peaks) > 1:
                return
        else:
            peaks.append(int(found.group(1)) * 1024)
            held.append((round(time.monotonic() - start, 2), int(found.group(2)) * 1024))
        time.sleep(0.02)


def busy_seconds():
    """What all processors have done since the machine started, without idling and waiting."""
    with open("/proc/stat", encoding="ascii") as file:
        ticks = [int(field) for field in file.readline().split()[1:9]]
    return (sum(ticks) - ticks[3] - ticks[4]) / os.sysconf("SC_CLK_TCK")


def fresh(folder):
    """An empty folder. What was in it is only put aside: for some minutes ext4 makes files slowly, by a factor of five,
    where thousands were just removed."""
    if folder.exists():
        aside = folder.with_name("aside")
        aside.mkdir(exist_ok=True)
        folder.rename(aside / str(len(os.listdir(aside))))
    folder.mkdir(parents=True)


def tidy(work):
    """Removes all that was put aside."""
    shutil.rmtree(work / "aside", ignore_errors=True)


def last_line(path):
    return path.read_text(encoding="utf-8").splitlines()[-1]


def sums_of(path):
    query = "SELECT currency, count(*), sum(net), sum(tax), sum(total) FROM invoice GROUP BY currency"
    database = sqlite3.connect(path)
    try:
        return {currency: list(row) for currency, *row in database.execute(query)}
    finally:
        database.close()


def available(root, work, xacthuc, subset, may_install):
    """The programs that can be made here, and why others cannot."""
    programs = [Submit(xacthuc, "xacthuc submit", False), Submit(xacthuc, "xacthuc submit --replies", True)]
    left_out = []
    made = {name: compiled(root, work, name, left_out) for name in ("xmlsec_peer", "bare_insert")}
    if made["xmlsec_peer"]:
        plain = Peer(PLAIN, [made["xmlsec_peer"], "plain"])
        programs += [plain, Peer(CACHING, [made["xmlsec_peer"], "caching"])]
        if made["bare_insert"]:
            programs.append(BareInsert(plain, made["bare_insert"]))
    python = python_with(work, SIGNXML, "signxml, lxml", may_install, left_out)
    if python:
        script = root / "Benchmarks/Peers/signxml_peer.py"
        programs.append(Peer("lxml + signxml (Python)", [python, script], subset))
    return programs, left_out


def compiled(root, work, name, left_out):
    """The path of the C program, built here, or None."""
    sources, libraries = LIBRARIES[name]
    compiler, config = shutil.which("cc"), shutil.which("pkg-config")
    missing = [tool for tool, path in (("cc", compiler), ("pkg-config", config)) if not path]
    if config:
        missing += [each for each in libraries if subprocess.run([config, "--exists", each]).returncode != 0]
    if missing:
        left_out.append(f"{name}: {', '.join(missing)} missing; {INSTALL}")
        return None
    folder = work / "bin"
    folder.mkdir(parents=True, exist_ok=True)
    options = subprocess.run([config, "--cflags", "--libs", *libraries], check=True, stdout=subprocess.PIPE, text=True)
    paths = [root / "Benchmarks/Peers" / source for source in sources]
    command = [compiler, *FLAGS, "-o", folder / name, *paths, *options.stdout.split()]
    if subprocess.run(command).returncode != 0:
        sys.exit(f"error: {name} does not build")
    return folder / name


def python_with(work, requirement, modules, may_install, left_out):
    """A Python that has the modules, in an environment of its own, or None."""
    folder = work / requirement.partition("==")[0]
    python = folder / "bin/python"
    if not python.exists() and may_install:
        made = subprocess.run([sys.executable, "-m", "venv", folder], stdout=subprocess.DEVNULL)
        if made.returncode == 0:
            subprocess.run([python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", requirement])
    works = python.exists() and subprocess.run([python, "-c", f"import {modules}"],
                                               stderr=subprocess.DEVNULL).returncode == 0
    if works:
        return python
    reason = "not to be had from PyPI" if may_install else "missing; a run without --smoke installs it"
    left_out.append(f"{modules}: {requirement} is {reason}")
    return None


def openssl_speed(workers):
    """Signatures a second by `openssl speed` on so many cores."""
    command = ["openssl", "speed", "-seconds", "1"] + (["-multi", str(workers)] if workers > 1 else [])
    done = subprocess.run([*command, "rsa2048", "ecdsap256"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                          text=True)
    number = r"([\d.]+)"
    rsa = re.search(rf"rsa 2048 bits\s+\S+s\s+\S+s\s+{number}\s+{number}", done.stdout)
    ecdsa = re.search(rf"256 bits ecdsa \(nistp256\)\s+\S+s\s+\S+s\s+{number}\s+{number}", done.stdout)
    if not rsa or not ecdsa:
        return {}
    return {"rsa2048_verify": float(rsa.group(2)), "ecdsap256_sign": float(ecdsa.group(1))}
