#!/usr/bin/python3
"""Judges messages by rules written from the standard alone (Decision 1450, Decree 254, Circular 91, wire notes).

    rules_oracle.py --received 2026-11-20T10:00:00 --registry FOLDER FILE...

FOLDER holds taxpayers.csv, and stops.csv and delegations.csv where such lists were imported.

Prints one JSON object an invoice, in the order of the message: {"file": ..., "place": 1, "codes": [...]}. It judges
only what stands in the package `rulebook`; other findings are none of its business.
"""
import argparse
import datetime
import json
import pathlib
import re
import sys

import wire
from rulebook import RULES, SPOKEN_OF_MESSAGES, Message, reject_unread

LIMIT = 2 * 1024 * 1024
DECLARED = re.compile(rb"""^(?:\xef\xbb\xbf)?<\?xml[^>]*?encoding\s*=\s*["']([^"']*)["']""")
# One fault of form or another: libxml2 names them in its own way.
ILL_FORMED = {"xml.syntax", "xml.entity", "xml.character", "xml.namespace", "xml.trailing"}


@reject_unread("xml.too-large")
def _(data, _):
    return len(data) > LIMIT


@reject_unread("xml.not-utf8")
def _(data, _):
    try:
        data.decode("utf-8")
        return False
    except UnicodeDecodeError:
        return True


@reject_unread("xml.encoding")
def _(data, _):
    declared = DECLARED.match(data)
    return declared is not None and declared[1].lower() != b"utf-8"


@reject_unread("xml.doctype")
def _(data, _):
    return b"<!DOCTYPE" in data


@reject_unread("xml.syntax")
def _(_, root):
    return root is None


@reject_unread("xml.not-a-message")
def _(_, root):
    return root.tag not in ("TDiep", "HDon")


UNREADABLE = ("xml.too-large", "xml.not-utf8", "xml.encoding", "xml.doctype", "xml.syntax", "xml.not-a-message")

# Findings whose answer is 999.
REFUSES_ALL = SPOKEN_OF_MESSAGES - {"env.msgid-uuid", "env.pban-known", "snd.direct-uncoded"}


def judge(path, received, registry):
    """The codes of each invoice in order; of a message without any, or that cannot be read, one set of codes."""
    data = pathlib.Path(path).read_bytes()
    root = wire.parse(path)
    for code in UNREADABLE:
        if RULES[code](data, root):
            return [{code}]
    if root.tag != "TDiep" or root.find("TTChung") is None:
        return []
    message = Message(root, received, registry)
    spoken = {code for code in SPOKEN_OF_MESSAGES if RULES[code](message)}
    if not message.invoices or "env.type-known" in spoken:
        return [spoken]
    asked = [code for code in RULES if code not in SPOKEN_OF_MESSAGES and code not in UNREADABLE]
    # Many invoices that are refused as a whole: none is looked into, one result says so.
    if spoken & REFUSES_ALL and message.kind != "200":
        return [spoken]
    # Of several invoices to be coded none is looked into but the first: the message is refused as a whole.
    invoices = message.invoices[:1] if message.kind == "200" else message.invoices
    return [spoken | {code for code in asked if RULES[code](invoice)} for invoice in invoices]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--received", required=True, type=datetime.datetime.fromisoformat)
    parser.add_argument("--registry", required=True, type=pathlib.Path)
    parser.add_argument("files", nargs="+")
    arguments = parser.parse_args()
    registry = wire.Registry(arguments.registry)
    for path in arguments.files:
        for place, codes in enumerate(judge(path, arguments.received, registry), 1):
            json.dump({"file": path, "place": place, "codes": sorted(codes)}, sys.stdout)
            print()


if __name__ == "__main__":
    main()
