#!/usr/bin/python3
"""Says of many documents at once whether libxml2 calls them well-formed, namespaces included.

    wellformed.py DOCUMENTS VERDICTS

DOCUMENTS holds them one after another, each after its length as eight bytes, lowest first. VERDICTS gets a line for
each: `ok`, or `no` and libxml2's reason. What it says of `xml:id` is validity, not well-formedness, and is left out.
"""
import sys

from lxml import etree

VALIDITY = {etree.ErrorTypes.DTD_XMLID_VALUE, etree.ErrorTypes.DTD_XMLID_TYPE, etree.ErrorTypes.DTD_ID_REDEFINED}


def verdict(document):
    # References are resolved: unresolved ones would stand in namespace names as they are written.
    parser = etree.XMLParser(resolve_entities=True, no_network=True, load_dtd=False, huge_tree=False)
    try:
        etree.fromstring(document, parser)
    except etree.XMLSyntaxError:
        pass
    # lxml goes by the last entry alone, which may be a warning after an error.
    for entry in parser.error_log:
        if entry.level >= etree.ErrorLevels.ERROR and entry.type not in VALIDITY:
            return f"no {entry.type_name} {entry.message}".replace("\n", " ")
    return "ok"


def main():
    data = open(sys.argv[1], "rb").read()
    position = 0
    with open(sys.argv[2], "w", encoding="utf-8") as verdicts:
        while position < len(data):
            length = int.from_bytes(data[position:position + 8], "little")
            verdicts.write(verdict(data[position + 8:position + 8 + length]) + "\n")
            position += 8 + length


main()
