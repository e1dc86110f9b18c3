#!/usr/bin/python3
"""Reads a ledger's archive with nothing but Documentation/ARCHIVE.md and proves it from outside.

    archive.py LEDGER|ARCHIVE [--originals FOLDER] [--results RESULTS.ndjson] [--head FILE]

Proves check sums, the chain, the order of numbers and the SHA-256 of every message; with --originals, that every stored
message is one of the files in that folder, byte for byte; with --results, what `xacthuc submit --json` said of each
file: status and code, and that nothing else is stored; with --head, that a signed head names a digest of the chain and
the counts up to there (its signature is for openssl to check). With a ledger.sqlite beside it, its invoices, messages
and committed end are compared with the archive's. Exits 1 and names the place where something does not hold.
"""
import argparse
import gzip
import hashlib
import json
import pathlib
import sqlite3
import struct
import sys
import zlib

SEGMENT = struct.Struct("<8sHBBQQ32sI")
BLOCK = struct.Struct("<4sBBHQQqQIIII32sII")
KINDS = {1: "messages", 2: "changes", 3: "head"}
MESSAGE = {1: "length", 2: "sequence", 3: "status", 4: "received", 5: "sha256", 6: "id", 7: "sender", 8: "taxpayer",
           9: "type", 10: "findings", 11: "notice", 12: "reply", 13: "reply_bytes", 14: "invoice"}
INVOICE = {1: "outcome", 2: "transaction", 3: "code", 4: "seller", 5: "form", 6: "symbol", 7: "number", 8: "date",
           9: "currency", 10: "exchange", 11: "buyer", 12: "net", 13: "tax", 14: "total", 15: "office", 16: "content",
           17: "related", 18: "related_transaction", 19: "rate", 20: "cash_code", 21: "findings"}
STATUS = {1: "issued", 2: "rejected", 3: "rejected", 4: "unreadable", 5: "duplicate", 6: "registered",
          7: "issued", 8: "manifest"}
CHANGE = {1: "length", 2: "sequence", 3: "at", 4: "actor", 5: "kind"}
UNSIGNED = {"length", "sequence", "status", "notice", "outcome", "transaction", "seller", "form", "number", "buyer",
            "related_transaction"}
SIGNED = {"received", "at", "date", "exchange", "net", "tax", "total"}
TEXT = {"cash_code", "id", "sender", "taxpayer", "type", "findings", "symbol", "currency", "office", "actor", "kind"}


class Damage(Exception):
    """What does not hold, with its place."""

    def __init__(self, segment, block, offset, what):
        super().__init__(f"segment {segment}, block {block}, byte {offset}: {what}")
        self.place = (segment, block, offset)


def expand(codec, stored, count):
    """A section as it was before compression."""
    if codec == 0 or not stored:
        raw = stored
    elif codec == 1:
        raw = zlib.decompress(stored)
    elif codec == 2:
        import zstandard
        raw = zstandard.ZstdDecompressor().decompress(stored, max_output_size=count)
    else:
        raise ValueError(f"compression {codec}")
    if len(raw) != count:
        raise ValueError(f"{len(raw)} bytes in a section of {count}")
    return raw


def varint(data, at):
    value = shift = 0
    while True:
        byte = data[at]
        at += 1
        value |= (byte & 127) << shift
        if byte < 128:
            return value, at
        shift += 7


def value(name, data):
    """A field's value by its type."""
    if name in UNSIGNED or name in SIGNED:
        number = int.from_bytes(data, "little")
        return number >> 1 ^ -(number & 1) if name in SIGNED else number
    return data.decode("utf-8") if name in TEXT else bytes(data)


def fields(data, names):
    """An entry's fields; repeated ones as lists."""
    found, at, last = {}, 0, 0
    while at < len(data):
        tag = data[at]
        count, at = varint(data, at + 1)
        if tag not in names or tag < last or at + count > len(data):
            raise ValueError(f"field {tag} behind {last}, of {count} bytes")
        name, part = names[tag], data[at:at + count]
        if name == "invoice":
            found.setdefault(name, []).append(fields(part, INVOICE))
        elif name == "rate":
            found.setdefault(name, []).append(part)
        elif tag == last:
            raise ValueError(f"field {tag} twice")
        else:
            found[name] = value(name, part)
        at, last = at + count, tag
    return found


def entries(facts, count, names):
    at, found = 0, []
    for _ in range(count):
        length, at = varint(facts, at)
        if at + length > len(facts):
            raise ValueError("an entry ends behind its section")
        found.append(fields(facts[at:at + length], names))
        at += length
    if at != len(facts):
        raise ValueError(f"{len(facts) - at} bytes behind the last entry")
    return found


def segments(folder):
    """(number, bytes) of each segment."""
    paths = sorted(path for path in pathlib.Path(folder).glob("*.seg") if path.stem.isdigit() and len(path.stem) >= 10)
    for expected, path in enumerate(paths, 1):
        if int(path.stem) != expected:
            raise Damage(expected, 0, 0, "the file is missing")
        yield expected, path.read_bytes()


def blocks(folder, end=None):
    """Every block, proven: a dictionary of header, digest, facts and originals. `end` is the last committed block."""
    number, previous = 0, bytes(32)
    for segment, data in segments(folder):
        if number == end:
            return
        if len(data) < 64:
            raise Damage(segment, 0, 0, "the file ends inside the header")
        magic, version, codec, zero, own, first, before, check = SEGMENT.unpack_from(data)
        if (magic, version, zero, own, first, before) != (b"XACTARCH", 1, 0, segment, number + 1, previous):
            raise Damage(segment, 0, 0, "the header is not the one expected")
        if zlib.crc32(data[:60]) != check:
            raise Damage(segment, 0, 0, "the header fails its check sum")
        at = 64
        while at < len(data) and number != end:
            block = read(segment, data, at, codec, number + 1, previous)
            number, previous = block["number"], block["digest"]
            at += block["length"]
            yield block
    if end is not None and number != end:
        place = (segment, number + 1, at) if number else (1, 1, 0)
        raise Damage(*place, f"the archive ends, committed are {end}")


def read(segment, data, at, codec, number, previous):
    def wrong(what):
        return Damage(segment, number, at, what)

    if len(data) - at < 96:
        raise wrong("the file ends inside a block's header")
    (magic, version, kind, count, own, first, written, rules, facts_stored, facts_raw, stored, raw, before,
     payload_check, check) = BLOCK.unpack_from(data, at)
    if magic != b"XBLK" or version != 1 or kind not in KINDS or zlib.crc32(data[at:at + 92]) != check:
        raise wrong("the block's header does not hold")
    if own != number or before != previous:
        raise wrong("the block does not follow the one before")
    payload = data[at + 96:at + 96 + facts_stored + stored]
    if len(payload) != facts_stored + stored or zlib.crc32(payload) != payload_check:
        raise wrong("the block's payload does not hold")
    try:
        facts = expand(codec, payload[:facts_stored], facts_raw)
        originals = expand(codec, payload[facts_stored:], raw)
        found = []
        if kind != 3:
            found = entries(facts, count, MESSAGE if kind == 1 else CHANGE)
            at_original = 0
            for index, entry in enumerate(found):
                entry["bytes"] = originals[at_original:at_original + entry["length"]]
                at_original += entry["length"]
                if entry["sequence"] != first + index:
                    raise ValueError(f"entry {entry['sequence']} where {first + index} stands")
                if kind == 1 and hashlib.sha256(entry["bytes"]).digest() != entry["sha256"]:
                    raise ValueError(f"message {entry['sequence']} has another SHA-256")
            if at_original != len(originals):
                raise ValueError(f"{len(originals) - at_original} bytes of originals belong to no entry")
    except (ValueError, KeyError, IndexError, zlib.error) as error:
        raise wrong(str(error)) from error
    return {"segment": segment, "offset": at, "length": 96 + len(payload), "number": number, "kind": KINDS[kind],
            "first": first, "count": count, "written": written, "rules": rules, "facts": facts, "entries": found,
            "digest": hashlib.sha256(data[at:at + 92] + payload).digest()}


class Walk:
    """Numbers that must rise without gaps, and what the blocks hold."""

    def __init__(self):
        self.blocks, self.messages, self.changes, self.transactions = 0, 0, 0, 0
        self.invoices, self.rows, self.acts, self.places = {}, {}, {}, []
        # Messages by SHA-256, the first of each; texts of heads by block.
        self.sha256, self.heads = {}, {}
        self.digest = bytes(32)
        self.marks, self.answers, self.identity = {}, {}, None

    def take(self, block, originals):
        where = (block["segment"], block["number"], block["offset"])
        self.blocks, self.digest = block["number"], block["digest"]
        self.places.append((block["number"], *where[::2], block["length"], block["digest"], self.kind(block)))
        if block["kind"] == "head":
            self.heads[block["number"]] = block["facts"].decode()
        for entry in block["entries"]:
            if block["kind"] == "changes":
                self.changes += 1
                expected = self.changes
                self.acts[entry["sequence"]] = (self.messages, entry["at"], entry["actor"], entry["kind"], self.blocks)
            else:
                self.messages += 1
                expected = self.messages
                self.message(entry, where, originals)
            if entry["sequence"] != expected:
                raise Damage(*where, f"{block['kind']} {entry['sequence']} where {expected} was next")
        self.identity = self.identity or block["digest"]
        self.marks[block["number"]] = (block["digest"], self.messages, self.transactions, self.changes)

    def kind(self, block):
        return next(number for number, name in KINDS.items() if name == block["kind"]), block["first"], block["count"]

    def message(self, entry, where, originals):
        if originals is not None and entry["sha256"] not in originals:
            raise Damage(*where, f"message {entry['sequence']} is none of the files submitted")
        accepted = [one for one in entry.get("invoice", []) if one["outcome"] in (1, 3)]
        for invoice in accepted:
            if ("code" in invoice) != (invoice["outcome"] == 1) or (entry["status"] == 6) != (invoice["outcome"] == 3):
                raise Damage(*where, f"transaction {invoice['transaction']} has a code it should not have, or none")
            self.transactions += 1
            if invoice["transaction"] != self.transactions:
                raise Damage(*where, f"transaction {invoice['transaction']} where {self.transactions} was next")
            self.invoices[invoice["transaction"]] = (entry["sequence"], invoice)
        code = accepted[0].get("code", b"").hex().upper() or None if accepted else None
        if entry["sha256"] in self.answers:
            raise Damage(*where, f"message {entry['sequence']} stands there twice")
        self.answers[entry["sha256"]] = (STATUS[entry["status"]], code)
        self.sha256.setdefault(entry["sha256"], entry["sequence"])
        # A message of many (6) and a chunk of lines (7) lead to their invoices, not to one of them.
        first = next(iter(entry.get("invoice", [])), {}) if entry["status"] not in (6, 7) else {}
        transaction = first.get("transaction")
        self.rows[entry["sequence"]] = (entry["status"], entry["received"], where[1], transaction, entry.get("notice"))


INVOICES = """
SELECT i.transaction_number, i.message, i.generation, s.seller, s.form, s.symbol, i.number, i.issued_on, i.currency,
       i.office, i.content, i.cash_series, i.cash_counter,
       i.net_units, i.net_millionths, i.tax_units, i.tax_millionths, i.total_units, i.total_millionths
FROM invoice AS i JOIN series AS s ON s.id = i.series ORDER BY 1
"""


def cash_text(series, counter):
    """A cash register's code from its two columns."""
    if series is None:
        return None
    characters = (series & (1 << 56) - 1).to_bytes(7, "big").decode("ascii")
    return f"M{series >> 56}-{characters[:2]}-{characters[2:]}-{counter:011}"


def compare(store, walk):
    """What the store says differently from the archive."""
    rows = {}
    for number, *columns in store.execute(INVOICES):
        # Added up here: SQLite's integers end at 64 bits.
        amounts = (columns[place] * 10 ** 6 + columns[place + 1] for place in (-6, -4, -2))
        rows[number] = (*columns[:-8], cash_text(*columns[-8:-6]), *amounts)
    ours = {number: (message, invoice["code"][0] if "code" in invoice else None, *(invoice.get(name) for name in (
        "seller", "form", "symbol", "number", "date", "currency", "office", "content", "cash_code", "net", "tax",
        "total")))
        for number, (message, invoice) in walk.invoices.items()}
    yield from differences("invoice", ours, rows)
    query = "SELECT sequence, status, received_at, block, transaction_number, notice_number FROM message ORDER BY 1"
    yield from differences("message", walk.rows, {row[0]: row[1:] for row in store.execute(query)})
    query = "SELECT sequence, after_message, at, actor, kind, block FROM change ORDER BY 1"
    yield from differences("change", walk.acts, {row[0]: row[1:] for row in store.execute(query)})
    query = "SELECT number, segment, offset, length, digest, kind, first, count FROM block ORDER BY 1"
    yield from differences("block", {place[0]: place[1:] for place in walk.places},
                           {row[0]: (*row[1:5], row[5:]) for row in store.execute(query)})
    segment, offset, length = walk.places[-1][1:4]
    end = store.execute("SELECT segment, offset, block, digest FROM archive_end").fetchone()
    if end != (segment, offset + length, walk.blocks, walk.digest):
        yield f"committed end: archive {segment}, {offset + length}, {walk.blocks}, store {end[:3]}"


def differences(what, ours, rows):
    for number in sorted(ours.keys() | rows.keys()):
        if ours.get(number) != rows.get(number):
            yield f"{what} {number}: archive {ours.get(number)}, store {rows.get(number)}"


def content(path):
    """A file's message: what is sent compressed is stored as it was before."""
    data = pathlib.Path(path).read_bytes()
    return gzip.decompress(data) if data[:2] == b"\x1f\x8b" else data


def told(walk, results):
    """What the archive says differently from the answers that left."""
    rest = set(walk.answers)
    codes = {code: number for number, code in enumerate(code for _, code in walk.answers.values() if code)}
    for line in pathlib.Path(results).read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if "summary" in row:
            continue
        try:
            digest = hashlib.sha256(content(row["file"])).digest()
        except (OSError, EOFError, zlib.error):
            # What cannot be opened is stored as it came.
            digest = hashlib.sha256(pathlib.Path(row["file"]).read_bytes()).digest()
        stored, again = walk.answers.get(digest), digest not in rest
        rest.discard(digest)
        if stored is None:
            yield f"{row['file']}: not in the archive"
        elif again and row["status"] in (stored[0], "duplicate") and row["code"] == stored[1]:
            continue
        elif stored[0] != row["status"]:
            yield f"{row['file']}: {row['status']}, in the archive {stored[0]}"
        elif stored[1] != row["code"] and (row["status"] == "issued" or row["code"] not in codes):
            yield f"{row['file']}: code {row['code']}, in the archive {stored[1]}"
    if rest:
        yield f"{len(rest)} messages are in the archive of which no answer left"


def headed(walk, path):
    """What a signed head says differently from the chain."""
    lines = pathlib.Path(path).read_text(encoding="utf-8").splitlines()
    head = dict(line.split(": ", 1) for line in lines[1:])
    mark = walk.marks.get(int(head["blocks"]))
    ours = None if mark is None else (mark[0].hex(), *map(str, mark[1:]), walk.identity.hex())
    theirs = (head["chain"], head["messages"], head["transactions"], head["changes"], head["ledger"])
    if ours != theirs:
        yield f"{path}: says {theirs}, the archive has {ours} behind block {head['blocks']}"


def prove(path, originals=None):
    """The walk over a whole archive, and what a store beside it says differently."""
    path = pathlib.Path(path)
    database = path / "ledger.sqlite"
    store = sqlite3.connect(database) if database.exists() else None
    end = store.execute("SELECT block, digest FROM archive_end").fetchone() if store else (None, None)
    walk = Walk()
    for block in blocks(path / "archive" if (path / "archive").is_dir() else path, end[0]):
        walk.take(block, originals)
    wrong = list(compare(store, walk)) if store else []
    if store:
        store.close()
    return walk, wrong


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("ledger")
    parser.add_argument("--originals")
    parser.add_argument("--results")
    parser.add_argument("--head")
    options = parser.parse_args()
    originals = None
    if options.originals:
        files = (path for path in pathlib.Path(options.originals).rglob("*") if path.is_file())
        originals = set()
        for path in files:
            originals.add(hashlib.sha256(path.read_bytes()).digest())
            if path.suffix == ".gz":
                try:
                    originals.add(hashlib.sha256(content(path)).digest())
                except (OSError, EOFError, zlib.error):
                    pass
    try:
        walk, wrong = prove(options.ledger, originals)
        wrong += told(walk, options.results) if options.results else []
        wrong += headed(walk, options.head) if options.head else []
    except Damage as damage:
        walk, wrong = None, [str(damage)]
    if wrong:
        print(f"error: {options.ledger}: {len(wrong)} things do not hold", *wrong[:10], sep="\n  ", file=sys.stderr)
        sys.exit(1)
    print(f"archive: {walk.blocks} blocks, {walk.messages} messages, {walk.transactions} invoices,"
          f" {walk.changes} changes; chain {walk.digest.hex()}")


if __name__ == "__main__":
    main()
