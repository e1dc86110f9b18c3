"""How the rate changes as a ledger grows: lines of JSON fill it, signed messages come on top at each size."""
import json
import os
import pathlib
import shutil
import subprocess
import sys
import time

from benchmark_data import TODAY

CLOCK = TODAY + "T20:00:00"
# Invoices stored when signed ones come on top, and how many of these each time: 200,000 in all.
SIZES = (100_000, 1_000_000, 2_000_000, 4_000_000, 8_000_000)
SIGNED = 40_000
# Half a year of lines comes in on one evening; that nearly all is late needs no saying eight million times.
POLICY = {"rules": {"date.send-for-code-next-wd": "off"}}
PIECE = 1 << 20


class Growth:
    """One ledger from empty to its largest size."""

    def __init__(self, xacthuc, work, seed, scale):
        self.xacthuc, self.folder, self.seed, self.scale = xacthuc, work / "growth", seed, scale
        self.sizes = [size // scale for size in SIZES]
        self.signed = SIGNED // scale
        self.ledger, self.points, self.memory = self.folder / "ledger", [], []

    def ask(self, *arguments):
        done = subprocess.run([self.xacthuc, *map(str, arguments)], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                              text=True)
        if done.returncode != 0:
            sys.exit(f"error: {' '.join(map(str, arguments))}: {done.stderr}{done.stdout}")
        return done.stdout

    def run(self):
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)
        messages = self.make_signed()
        lines = [self.xacthuc, "synth", self.folder / "lines", "--seed", self.seed, "--today", TODAY, "--pilot",
                 "--scale", self.scale, "--ndjson", "-"]
        lines = [str(part) for part in lines]
        # The registry alone, made by a run that goes nowhere.
        subprocess.run(lines, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=True)
        self.make_ledger()
        source = subprocess.Popen(lines, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        rest, stored = b"", 0
        for place, size in enumerate(self.sizes):
            rest, seconds = self.fill(source.stdout, rest, size - stored)
            filled = (size - stored) / seconds
            stored = size
            seconds = self.take_signed(messages[place])
            self.points.append({"stored": size, "lines_per_second": round(filled),
                                "signed": self.signed, "signed_per_second": round(self.signed / seconds)})
            print(f"{size:,} stored: lines {filled:,.0f}/s until here, signed messages on top "
                  f"{self.signed / seconds:,.0f}/s", flush=True)
        source.stdout.close()
        if source.wait() != 0:
            sys.exit("error: synth failed")
        self.check()
        shutil.rmtree(self.folder)
        return {"points": self.points, "memory": self.memory}

    def make_signed(self):
        """Folders of signed messages, one for each size; all from one run of synth, so that its keys are the same."""
        folder = self.folder / "signed"
        self.ask("synth", folder, "--seed", self.seed, "--today", TODAY, "--certificates", 16,
                 "--invoices", self.signed * len(self.sizes))
        files = sorted((folder / "messages").rglob("*.xml"))
        folders = []
        for place in range(len(self.sizes)):
            part = folder / f"part-{place}"
            part.mkdir()
            for file in files[place * self.signed:(place + 1) * self.signed]:
                file.rename(part / file.name)
            folders.append(part)
        return folders

    def make_ledger(self):
        signed = self.folder / "signed"
        self.ask("init", self.ledger, "--test", "--seed", self.seed, "--clock", CLOCK)
        self.ask("taxpayers", "import", self.ledger, self.folder / "lines/taxpayers.csv")
        self.ask("taxpayers", "import", self.ledger, signed / "taxpayers.csv")
        self.ask("taxpayers", "certificates", self.ledger, signed / "certificates.csv")
        self.ask("trust", "add", self.ledger, signed / "anchors.pem")
        self.ask("trust", "crl", self.ledger, signed / "crl.pem")
        policy = self.folder / "policy.json"
        policy.write_text(json.dumps(POLICY), encoding="utf-8")
        self.ask("policy", "set", self.ledger, policy)

    def submit(self, source, stdin=None):
        return subprocess.Popen([self.xacthuc, "submit", self.ledger, source, "--progress", "off"], stdin=stdin,
                                stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=stdin is None)

    def finish(self, process, output):
        if process.wait() != 0:
            sys.exit(f"error: submit ends with {process.returncode}: {output}")

    def fill(self, source, rest, count):
        """Gives so many lines to a run of submit; what was read beyond them comes first next time."""
        start = time.monotonic()
        process = self.submit("-", subprocess.PIPE)
        while count > 0:
            piece = rest or source.read(PIECE)
            if not piece:
                sys.exit("error: too few lines")
            rest, found = b"", piece.count(b"\n")
            if found >= count:
                end = place_of_line_end(piece, count)
                piece, rest = piece[:end], piece[end:]
                found = count
            process.stdin.write(piece)
            count -= found
            self.sample_memory(process.pid)
        process.stdin.close()
        self.finish(process, process.stdout.read())
        return rest, time.monotonic() - start

    def take_signed(self, folder):
        # Files are read once before, so they come from memory.
        for file in folder.iterdir():
            file.read_bytes()
        os.sync()
        start = time.monotonic()
        process = self.submit(folder)
        self.finish(process, process.stdout.read())
        return time.monotonic() - start

    def sample_memory(self, pid):
        try:
            pages = int(pathlib.Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1])
        except (OSError, IndexError):
            return
        self.memory.append(pages * os.sysconf("SC_PAGE_SIZE"))

    def check(self):
        """Every invoice must be there."""
        rows = json.loads(self.ask("totals", self.ledger, "--by", "currency", "--format", "json"))
        found, wanted = sum(row["invoices"] for row in rows), self.sizes[-1] + self.signed * len(self.sizes)
        if found != wanted:
            sys.exit(f"error: {found:,} invoices in the ledger, expected {wanted:,}")


def place_of_line_end(piece, count):
    """Where the line of that number ends."""
    lines = piece.split(b"\n", count)
    return len(piece) - len(lines[-1])


def table(growth):
    """The rates beside the size, and how they compare with those of the smallest."""
    points = growth["points"]
    first = points[0]
    lines = ["## As the ledger grows", "",
             "| stored | lines of JSON a second, until here | signed messages 200 a second, on top | to the first |",
             "|--:|--:|--:|--:|"]
    for point in points:
        lines.append(f"| {point['stored']:,} | {point['lines_per_second']:,} | {point['signed_per_second']:,} | "
                     f"{point['signed_per_second'] / first['signed_per_second']:.2f} |")
    peak = max(growth["memory"], default=0)
    return [*lines, "", f"Memory of submit while lines came in: at most {peak / 2**20:,.0f} MiB.", ""]


def goals(growth):
    points = growth["points"]
    first, last = points[0], points[-1]
    what = f"signed messages a second at {last['stored']:,} stored to {first['stored']:,}"
    return [("P6", what, 0.90, last["signed_per_second"], first["signed_per_second"])]


def draw(axis, growth):
    stored = [point["stored"] / 1e6 for point in growth["points"]]
    axis.plot(stored, [point["lines_per_second"] for point in growth["points"]], marker="o", label="lines of JSON")
    axis.plot(stored, [point["signed_per_second"] for point in growth["points"]], marker="o",
              label="signed messages 200")
    axis.set_ylim(bottom=0)
    axis.set_xlabel("million invoices stored")
    axis.set_ylabel("invoices a second")
    axis.legend()
