"""What every message must come to, read from the manifest of `synth` and held against what left and what is stored."""
import collections
import decimal
import hashlib
import json
import pathlib
import re

ACCEPTED = {"issued", "registered", "duplicate"}
MILLION = 10 ** 6

# An invoice that a ledger must hold; its key is (seller, form, symbol, number), amounts are in millionths.
Worth = collections.namedtuple("Worth", "key cash_code currency net tax total")


class Due:
    """One message: in order what its lines must say, and the invoices that become part of the ledger."""

    def __init__(self, rows):
        self.type = rows[0].get("type", "200")
        self.is_many = rows[0].get("place") is not None
        self.statuses = [row["status"] for row in rows]
        self.keys = [(row["seller"], row["form"], row["symbol"], row["number"]) for row in rows]
        self.codes = [row.get("code") for row in rows] if self.type == "206" else [None] * len(rows)
        self.worths = [worth(row, code) for row, code in zip(rows, self.codes) if row["status"] in ACCEPTED]

    def __len__(self):
        return len(self.statuses)

    @property
    def is_partial(self):
        return 0 < len(self.worths) < len(self)

    @property
    def is_again(self):
        """Whether its invoices came with a message before it, in the manifest's order."""
        return "duplicate" in self.statuses

    @property
    def is_accepted(self):
        return len(self.worths) == len(self)

    def fits(self, receipt):
        """Whether these are the verdicts, in whatever order messages came."""
        return len(receipt.lines) == len(self) and not self.wrong_lines(receipt)

    def wrong_lines(self, receipt):
        """What of the lines is not as it must be."""
        wrong = []
        for place, (status, code) in sorted(receipt.lines.items()):
            due, where = self.statuses[place], f"line {place + 1}"
            fresh = "registered" if self.is_many else "issued"
            if due in ACCEPTED and status not in (fresh, "duplicate") or due not in ACCEPTED and status != due:
                wrong.append(f"{where}: {status}, should be {due}")
            elif self.is_many and code != (self.codes[place] if due in ACCEPTED else None):
                wrong.append(f"{where}: code {code}, should be {self.codes[place]}")
        return wrong

    def wrong_reply(self, kind, reply):
        """What of the reply is not as it must be; of messages of many: one 204, which names those not accepted."""
        if self.is_many:
            return [] if kind == "204" and reply.endswith(b"</TDiep>") and self.named(reply) == self.refused() else [
                f"a {kind} says {self.named(reply)}, should be a 204 with {self.refused()}"]
        return [] if (kind == "202") == self.is_accepted else [f"a {kind}, should be {self.statuses[0]}"]

    def refused(self):
        """`LTBao`, how many invoices there are, and symbol and number of those that were not accepted."""
        kind = "2" if self.is_accepted else "3" if self.type == "203" else "7"
        return kind, str(len(self)), sorted({key[2:] for key, status in zip(self.keys, self.statuses)
                                             if status not in ACCEPTED}, key=str)

    def named(self, reply):
        """The same from a 204."""
        if self.type == "203":
            parts = [(one(part, "KHHDon"), one(part, "SHDon")) for part in reply.split(b"<HDon>")[1:]]
        else:
            parts = [tuple(name.decode().split(";")[1:3]) for name in re.findall(rb"<MTLoi>([^<]*)", reply)]
        return one(reply, "LTBao"), one(reply.partition(b"<DLieu>")[2], "SLuong"), sorted(set(parts), key=str)


def plain(key):
    """A key with its number as a ledger tells it."""
    return *key[:3], str(int(key[3]))


def same(one, other):
    return plain(one) == plain(other)


def one(text, tag):
    """The text of the first element of that name."""
    found = re.search(rb"<%s>([^<]*)</" % tag.encode(), text)
    return found and found.group(1).decode()


def millionths(text):
    return int(decimal.Decimal(text) * MILLION)


def worth(row, code):
    return Worth(plain((row["seller"], row["form"], row["symbol"], row["number"])), code, row["currency"],
                 *(millionths(row[name]) for name in ("net", "tax", "total")))


def load(folder):
    """{path of a message: Due} of a folder of `synth`."""
    rows = collections.defaultdict(list)
    for line in (folder / "manifest.ndjson").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        rows[str(folder / row["file"])].append(row)
    return {message: Due(one) for message, one in rows.items()}


def tax_code(packed):
    """A tax code from the archive's integer."""
    shape, digits = packed >> 56, packed & (1 << 56) - 1
    return {1: f"{digits:010}", 2: f"{digits // 1000:010}-{digits % 1000:03}", 3: f"{digits:012}"}[shape]


def stored(walk):
    """The invoices of an archive."""
    return [Worth((tax_code(one["seller"]), str(one["form"]), one["symbol"], str(one["number"])), one.get("cash_code"),
                  one["currency"], one.get("net", 0), one.get("tax", 0), one.get("total", 0))
            for _, one in walk.invoices.values()]


class Ledger:
    """What a ledger must hold that took these messages, whatever their order."""

    def __init__(self, dues):
        self.dues = {digest(message): due for message, due in dues.items()}

    def problems(self, walk, totals):
        """What archive and totals hold otherwise: exactly the accepted invoices of the messages stored, each once."""
        strange = [sequence for sha256, sequence in walk.sha256.items() if sha256 not in self.dues]
        if strange:
            return [f"messages {strange[:3]} of the archive were never sent"]
        ours = {worth for sha256 in walk.sha256 for worth in self.dues[sha256].worths}
        theirs = collections.Counter(stored(walk))
        wrong = [f"the archive has {count} of {invoice}" for invoice, count in theirs.items() if count > 1]
        wrong += [f"the archive has {invoice} of nobody" for invoice in theirs.keys() - ours]
        wrong += [f"the archive lacks {invoice}" for invoice in ours - theirs.keys()]
        cash_codes = collections.Counter(invoice.cash_code for invoice in stored(walk) if invoice.cash_code)
        notices = collections.Counter(row[4] for row in walk.rows.values() if row[4])
        wrong += [f"{code} stands {count} times" for code, count in (cash_codes + notices).items() if count > 1]
        return wrong[:5] + wrong_sums(ours, totals)


def wrong_sums(worths, totals):
    """What of the totals is not the sum over these invoices."""
    sums = collections.defaultdict(lambda: [0, 0, 0, 0])
    for invoice in worths:
        row = sums[invoice.currency]
        for place, amount in enumerate((1, invoice.net, invoice.tax, invoice.total)):
            row[place] += amount
    told = {row["currency"]: [row["invoices"], *(millionths(row[name]) for name in ("net", "tax", "total"))]
            for row in totals}
    return [] if told == sums else [f"totals say {told}, the accepted invoices sum up to {dict(sums)}"]


def digest(message):
    return hashlib.sha256(pathlib.Path(message).read_bytes()).digest()
