"""Judge for lines of NDJSON: Python's json, strict, and the canonical XML of what it read.

lines.py FIELDS IN OUT: pieces (8 bytes of length, then bytes) in; for each a piece out: the XML, or nothing where the
line is no invoice. The XML is made here from Data/fields.tsv, and is what libxml2 writes as its canonical form.
"""
import csv
import json
import re
import sys

from lxml import etree

START = (":A-Z_a-z\xC0-\xD6\xD8-\xF6\xF8-\u02FF\u0370-\u037D\u037F-\u1FFF\u200C-\u200D\u2070-\u218F\u2C00-\u2FEF"
         "\u3001-\uD7FF\uF900-\uFDCF\uFDF0-\uFFFD\U00010000-\U000EFFFF").replace(":", "", 1)
NAME = re.compile(f"[{START}][{START}\\-.0-9\xB7\u0300-\u036F\u203F-\u2040]*", re.ASCII)
ALLOWED = re.compile("[\t\n\r\x20-\uD7FF\uE000-\uFFFD\U00010000-\U0010FFFF]*")


class Refused(Exception):
    pass


def blocks(path):
    """Each block's children: their order, whether they repeat, and the block they are."""
    table, free = {}, "TTKhac"
    with open(path, encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            parent = row["parent"]
            if not parent.startswith(("HDon", free)):
                continue
            children = table.setdefault(parent, {})
            children[row["tag"]] = (len(children), bool(row["repeats"]), f"{parent}/{row['tag']}")
    for parent, children in table.items():
        if parent.startswith("HDon/DLHDon"):
            children[free] = (1000, True, free)
    return table


class Number(str):
    pass


def pairs(items):
    keys = [key for key, _ in items]
    if len(keys) != len(set(keys)):
        raise Refused("duplicate key")
    return items if items else {}


def constant(text):
    raise Refused(text)


def text(value):
    if not isinstance(value, str):
        raise Refused("kind")
    if isinstance(value, Number):
        if "e" in value.lower():
            raise Refused("exponent")
        return value
    if not ALLOWED.fullmatch(value):
        raise Refused("character")
    for character, reference in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("\r", "&#xD;")):
        value = value.replace(character, reference)
    return value


def is_object(value):
    return value == {} or isinstance(value, list) and value != [] and isinstance(value[0], tuple)


def element(name, value, block, table, depth):
    if depth > 64:
        raise Refused("depth")
    if not is_object(value):
        return f"<{name}>{text(value)}</{name}>"
    known = table.get(block, {})
    inner = []
    for key, child in dict(value).items():
        if not NAME.fullmatch(key) or len(key.encode()) > 256:
            raise Refused("key")
        if block == "HDon" and key == "DSCKS":
            raise Refused("signature")
        rank, repeats, below = known.get(key, (2000 if known else 0, False, ""))
        items = [child]
        if isinstance(child, Array):
            if not repeats:
                raise Refused("array")
            items = child.items
        inner += [(rank, element(key, item, below, table, depth + 1)) for item in items]
    if known:
        inner.sort(key=lambda item: item[0])
    return f"<{name}>{''.join(piece for _, piece in inner)}</{name}>"


class Array:
    def __init__(self, items):
        self.items = items


def arrays(value):
    """Tells arrays from objects, which come as lists of pairs."""
    if is_object(value):
        return [(key, arrays(child)) for key, child in value] if value != {} else {}
    if isinstance(value, list):
        if any(isinstance(item, list) and not is_object(item) for item in value):
            raise Refused("array in an array")
        return Array([arrays(item) for item in value])
    return value


def read(line, table):
    try:
        found = json.loads(line.decode("utf-8"), object_pairs_hook=pairs, parse_constant=constant,
                           parse_float=Number, parse_int=Number)
        if not is_object(found):
            raise Refused("no object")
        xml = element("HDon", arrays(found), "HDon", table, 1).encode("utf-8")
    except (Refused, ValueError, RecursionError):
        return b""
    tree = etree.fromstring(xml, etree.XMLParser(huge_tree=True, resolve_entities=False))
    canonical = etree.tostring(tree, method="c14n")
    assert canonical == xml, (canonical, xml)
    return xml


def main():
    table = blocks(sys.argv[1])
    data = open(sys.argv[2], "rb").read()
    position, out = 0, []
    while position < len(data):
        length = int.from_bytes(data[position:position + 8], "little")
        xml = read(data[position + 8:position + 8 + length], table)
        out += [len(xml).to_bytes(8, "little"), xml]
        position += 8 + length
    open(sys.argv[3], "wb").write(b"".join(out))


if __name__ == "__main__":
    main()
