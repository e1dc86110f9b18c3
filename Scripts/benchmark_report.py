"""What `Scripts/benchmark` writes: the table, the line of history, the plot."""
import datetime
import json
import pathlib
import platform
import statistics
import subprocess

import benchmark_growth
import benchmark_macro

# A machine is quiet below this load average before the start, and this share of its processors for others meanwhile.
QUIET_LOAD, QUIET_SHARE = 1.0, 0.05
PLAIN, CACHING = "libxml2 + xmlsec1 (C), plain", "libxml2 + xmlsec1 (C), caching"
NO_PLOT = "no plot: python3-matplotlib is missing; Scripts/install-needs --peers"


class Report:
    """All runs of one benchmark."""

    def __init__(self, root, options, load, points, data, runs, speeds, left_out):
        self.root, self.options, self.load, self.points = root, options, load, points
        self.data, self.runs, self.speeds, self.left_out = data, runs, speeds, left_out
        self.base = points[0]
        self.names = list(dict.fromkeys(run["program"] for run in runs))
        self.others = statistics.median(run["others_share"] for run in runs)
        self.is_busy = load >= QUIET_LOAD or self.others >= QUIET_SHARE
        self.time = now()
        # What only a full run measures.
        self.macro, self.growth = None, None

    def of(self, name, point):
        key = point.key()
        return [run for run in self.runs
                if run["program"] == name
                and (run["workers"], run["certificates"], run["batch"], run["kind"]) == key]

    def rates(self, name, point):
        return [run["invoices"] / run["seconds"] for run in self.of(name, point)]

    def rate(self, name, point):
        """The median, or None where it did not run."""
        rates = self.rates(name, point)
        return statistics.median(rates) if rates else None

    def facts(self):
        """What the figures are of."""
        git = subprocess.run(["git", "describe", "--always", "--dirty"], cwd=self.root, stdout=subprocess.PIPE,
                             text=True, check=False)
        sample = self.data[self.base.certificates, self.base.kind]
        return {
            "time": self.time.isoformat(),
            "revision": git.stdout.strip(),
            "mode": self.options.mode,
            "rounds": self.options.rounds,
            "processor": processor(),
            "cores": self.base.workers,
            "system": system(),
            "memory_bytes": memory(),
            "load_average_before": round(self.load, 2),
            "others_share": self.others,
            "quiet": not self.is_busy,
            "fsync": "on",
            "messages": len(sample.files),
            "bytes": sample.bytes,
            "messages_sha256": sample.sha256(),
            "results_sha256": sample.results_hash(None),
            "left_out": self.left_out,
        }

    def speed(self, name):
        found = [speed[name] for speed in self.speeds if name in speed]
        return statistics.median(found) if found else None

    def table(self):
        facts = self.facts()
        lines = [
            f"# submit beside others, {facts['time']}", "",
            f"{facts['processor']}, {count(facts['cores'], 'core')}, {facts['memory_bytes'] / 2**30:.0f} GiB, "
            f"{facts['system']}; revision {facts['revision']}; "
            f"{count(facts['rounds'], 'round')}, medians (least … most); fsync on; "
            f"load average before: {facts['load_average_before']}; others took {self.others:.0%} of the processors "
            "meanwhile.",
        ]
        if self.is_busy:
            lines += ["", "**The machine was busy: these figures are good for nothing but a first look.**"]
        lines += ["", f"{facts['messages']:,} messages 200, {facts['bytes']:,} bytes, sha256 "
                      f"`{facts['messages_sha256']}`; results of every program `{facts['results_sha256']}`.", ""]
        lines += [f"Left out: {reason}.\n" for reason in self.left_out]
        for point in self.points:
            lines += self.section(point)
        lines += benchmark_macro.table(self.macro) if self.macro else []
        lines += benchmark_growth.table(self.growth) if self.growth else []
        return "\n".join(lines + self.goals())

    def goals(self):
        """The goals beside what was measured, as ratios within this run."""
        lines = []
        verify, sign = self.speed("rsa2048_verify"), self.speed("ecdsap256_sign")
        pairs = 1 / (1 / verify + 1 / sign) if verify and sign else None
        if pairs:
            lines += [f"`openssl speed` on {self.base.workers} cores: {verify:,.0f} RSA-2048 verifications and "
                      f"{sign:,.0f} P-256 signatures a second; one of each: {pairs:,.0f} a second.", ""]
        many = next((point for point in self.points if point.kind == "203"), None)
        one = next((point for point in self.points if point.workers == 1), None)
        mine = self.rate("xacthuc submit", many) if many else None
        first = self.rate("xacthuc submit", self.base)
        rows = [
            ("P1", "messages 203 to RSA-2048 verifications", 0.60, mine, verify),
            ("P1", "messages 203 to the plain program in C", 12, mine, self.rate(PLAIN, many) if many else None),
            ("P1", "messages 203 to the caching program in C", 5, mine, self.rate(CACHING, many) if many else None),
            ("P2", "messages 200 to verify-and-sign pairs", 0.75, first, pairs),
            ("P7", f"{self.base.workers} cores to one", 1.8, first, self.rate("xacthuc submit", one) if one else None),
        ]
        rows += benchmark_macro.goals(self.macro) if self.macro else []
        rows += benchmark_growth.goals(self.growth) if self.growth else []
        return lines + goal_table(rows)

    def section(self, point):
        rows = [(name, self.of(name, point)) for name in self.names]
        rows = [(name, runs) for name, runs in rows if runs]
        sample = self.data[point.certificates, point.kind]
        plain = self.rate(PLAIN, point)
        lines = [f"## Messages {point.kind}, {count(point.workers, 'core')}, "
                 f"{count(point.certificates, 'certificate')}, batches of {point.batch}", "",
                 "| program | invoices a second | MB/s | processor µs an invoice | peak MB | ratio to plain |",
                 "|---|--:|--:|--:|--:|--:|"]
        for name, runs in rows:
            rates = self.rates(name, point)
            rate = statistics.median(rates)
            work = statistics.median(run["processor_seconds"] / run["invoices"] for run in runs) * 1e6
            peak = statistics.median(run["peak_memory_bytes"] for run in runs) / 1e6
            ratio = f"{rate / plain:.2f}" if plain else "–"
            bare = name.startswith("bare")
            note = f" (first {runs[0]['invoices']:,})" if runs[0]["invoices"] != sample.invoices else ""
            lines.append(f"| {name}{note} | {rate:,.0f} ({min(rates):,.0f} … {max(rates):,.0f}) | "
                         f"{'–' if bare else f'{rate * sample.bytes / sample.invoices / 1e6:.1f}'} | "
                         f"{'–' if bare else f'{work:,.0f}'} | {'–' if bare else f'{peak:,.0f}'} | {ratio} |")
        return [*lines, ""]

    def write(self, folder):
        folder.mkdir(parents=True, exist_ok=True)
        name = f"{self.time:%Y-%m-%dT%H%M%SZ}-{self.options.mode}"
        table = self.table()
        (folder / f"{name}.md").write_text(table, encoding="utf-8")
        entry = {**self.facts(), "openssl_speed": self.speeds, "macro": self.macro, "growth": self.growth,
                 "runs": [{key: value for key, value in run.items() if key != "memory"} for run in self.runs]}
        with open(folder / "history.ndjson", "a", encoding="utf-8") as history:
            history.write(json.dumps(entry) + "\n")
        print(f"written: {folder / name}.md, history.ndjson{self.plot(folder / (name + '.svg'))}"
              f"{self.plot_times(folder / (name + '-time.svg'))}")

    def plot(self, path):
        """Bars by program over cores, batch sizes and certificates; says what became of it."""
        try:
            import matplotlib
        except ImportError:
            return f"; {NO_PLOT}"
        matplotlib.use("svg")
        from matplotlib import pyplot
        base = self.base
        panels = [
            ("cores", "workers", sorted(self.points, key=lambda point: point.workers)),
            ("messages a batch", "batch", sorted(self.points, key=lambda point: point.batch)),
            ("certificates", "certificates", sorted(self.points, key=lambda point: point.certificates)),
            ("messages", "kind", sorted(self.points, key=lambda point: point.kind)),
        ]
        names = [name for name in self.names if len({run["batch"] for run in self.runs if run["program"] == name}) > 1
                 and not name.startswith("bare")] or self.names
        figure, axes = pyplot.subplots(1, len(panels), figsize=(18, 5), sharey=True)
        for axis, (title, attribute, points) in zip(axes, panels):
            # Messages of many have batches of their own.
            fixed = (attribute, "batch") if attribute == "kind" else (attribute,)
            others = [other for _, other, _ in panels if other not in fixed]
            points = [point for point in points
                      if all(getattr(point, other) == getattr(base, other) for other in others)
                      and (attribute != "kind" or point.kind != base.kind or point.batch == base.batch)]
            width = 0.8 / len(names)
            for place, name in enumerate(names):
                rates = [self.rates(name, point) for point in points]
                heights = [statistics.median(each) if each else 0 for each in rates]
                spread = [[high - min(each, default=0) for high, each in zip(heights, rates)],
                          [max(each, default=0) - high for high, each in zip(heights, rates)]]
                where = [index + (place - (len(names) - 1) / 2) * width for index in range(len(points))]
                axis.bar(where, heights, width, yerr=spread, label=name, capsize=2)
            axis.set_xticks(range(len(points)), [str(getattr(point, attribute)) for point in points])
            axis.set_xlabel(title)
        axes[0].set_ylabel("invoices a second")
        figure.legend(*axes[0].get_legend_handles_labels(), loc="upper center", ncol=len(names))
        busy = "; the machine was busy" if self.is_busy else ""
        figure.text(0.5, 0.01, f"{processor()}, {self.time:%Y-%m-%d}, medians of {self.options.rounds} rounds, "
                               f"least and most{busy}", ha="center")
        figure.tight_layout(rect=(0, 0.03, 1, 0.92))
        figure.savefig(path, metadata={"Date": None})
        return f", {path.name}"

    def plot_times(self, path):
        """Memory over time, how long batches take, and the rate as the ledger grows, as far as measured."""
        try:
            import matplotlib
        except ImportError:
            return ""
        matplotlib.use("svg")
        from matplotlib import pyplot
        panels = [self.draw_memory]
        if self.macro:
            panels.append(lambda axis: benchmark_macro.draw(axis, self.macro))
        if self.growth:
            panels.append(lambda axis: benchmark_growth.draw(axis, self.growth))
        figure, axes = pyplot.subplots(1, len(panels), figsize=(6 * len(panels), 5), squeeze=False)
        for axis, panel in zip(axes[0], panels):
            panel(axis)
        figure.tight_layout()
        figure.savefig(path, metadata={"Date": None})
        return f", {path.name}"

    def draw_memory(self, axis):
        """What each program held while it ran, in the first round under the first conditions."""
        for name in self.names:
            runs = [run for run in self.of(name, self.base) if run["round"] == 1]
            if runs and not name.startswith("bare"):
                held = runs[0]["memory"]
                axis.plot([second for second, _ in held], [each / 2**20 for _, each in held], label=name)
        axis.set_xlabel("seconds")
        axis.set_ylabel("memory, MiB")
        axis.set_ylim(bottom=0)
        axis.legend()


def goal_table(rows):
    """Goals as name, what, wanted, above, below; those not measured are left out."""
    rows = [row for row in rows if row[3] and row[4]]
    if not rows:
        return []
    lines = ["| goal | ratio of | measured | wanted |", "|---|---|--:|--:|"]
    lines += [f"| {name} | {what} | {above / below:.2f} | {wanted:.2f} |" for name, what, wanted, above, below in rows]
    return [*lines, ""]


def write_growth(folder, growth, lines, load):
    """Table, line of history and plot of the growth alone."""
    folder.mkdir(parents=True, exist_ok=True)
    name = f"{now():%Y-%m-%dT%H%M%SZ}-growth"
    (folder / f"{name}.md").write_text("\n".join(lines), encoding="utf-8")
    entry = {"time": now().isoformat(), "mode": "growth", "processor": processor(), "load_average_before": load,
             "growth": growth}
    with open(folder / "history.ndjson", "a", encoding="utf-8") as history:
        history.write(json.dumps(entry) + "\n")
    try:
        import matplotlib
    except ImportError:
        return print(f"written: {folder / name}.md; {NO_PLOT}")
    matplotlib.use("svg")
    from matplotlib import pyplot
    figure, axis = pyplot.subplots(figsize=(7, 5))
    benchmark_growth.draw(axis, growth)
    figure.tight_layout()
    figure.savefig(folder / f"{name}.svg", metadata={"Date": None})
    return print(f"written: {folder / name}.md, {name}.svg, history.ndjson")


def now():
    return datetime.datetime.now(datetime.timezone.utc).replace(microsecond=0)


def count(number, what):
    return f"{number:,} {what}" + ("" if number == 1 else "s")


def processor():
    for line in pathlib.Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines():
        if line.startswith("model name"):
            return line.split(":", 1)[1].strip()
    return platform.machine()


def system():
    try:
        return platform.freedesktop_os_release()["PRETTY_NAME"]
    except OSError:
        return platform.platform()


def memory():
    line = pathlib.Path("/proc/meminfo").read_text(encoding="utf-8").splitlines()[0]
    return int(line.split()[1]) * 1024
