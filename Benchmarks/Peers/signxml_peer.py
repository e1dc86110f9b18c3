#!/usr/bin/env python3
"""Messages 200 as a straightforward program on lxml, signxml and sqlite3 takes them in.

    signxml_peer.py LIST ANCHORS.pem DATABASE MOMENT [PROCESSES [BATCH]]

The arguments are those of xmlsec_peer. Every process takes a few files at a time; the first one inserts them and
commits a transaction whenever it holds BATCH. A verdict a message goes to standard output after its commit; the last
line counts them.
"""
import base64
import datetime
import decimal
import json
import multiprocessing
import re
import sqlite3
import sys

import cryptography.x509
import lxml.etree
import signxml

DS = "{http://www.w3.org/2000/09/xmldsig#}"
SHARE = 64
SCHEMA = """
CREATE TABLE invoice (id INTEGER PRIMARY KEY, seller TEXT NOT NULL, form INTEGER NOT NULL, symbol TEXT NOT NULL,
 number INTEGER NOT NULL, day TEXT NOT NULL, currency TEXT NOT NULL, net INTEGER NOT NULL, tax INTEGER NOT NULL,
 total INTEGER NOT NULL);
CREATE UNIQUE INDEX number_once ON invoice (seller, form, symbol, number);
"""


class Refused(Exception):
    """Why a message is not taken."""


class Canonical(signxml.XMLVerifier):
    """lxml writes xmlns="" into the canonical form of what is only a part of a document; so each part becomes one."""

    def _c14n(self, nodes, *arguments, **options):
        alone = lxml.etree.fromstring(lxml.etree.tostring(nodes, with_tail=False))
        return super()._c14n(alone, *arguments, **options)


class Verifier:
    """One a process."""

    def __init__(self, anchors, moment):
        self.anchors = anchors
        self.verifier = Canonical()
        self.config = signxml.SignatureConfiguration(
            location=".//DSCKS/NBan/",
            expect_references=2,
            signature_methods=frozenset(signxml.SignatureMethod),
            digest_algorithms=frozenset(signxml.DigestAlgorithm),
            verification_time=datetime.datetime.fromtimestamp(moment, datetime.timezone.utc),
        )

    def holds(self, root):
        try:
            self.holds_in(root)
        except Refused:
            # Some sign the invoice before they wrap it into the message: then it holds as a document of its own.
            invoice = re.search(rb"<HDon[\s>].*</HDon>", lxml.etree.tostring(root, encoding="utf-8"), re.DOTALL)
            self.holds_in(lxml.etree.fromstring(invoice.group(0)))

    def holds_in(self, root):
        try:
            results = self.verifier.verify(root, ca_pem_file=self.anchors, id_attribute="Id",
                                           expect_config=self.config, validate_schema=False)
        except (signxml.exceptions.SignXMLException, ValueError) as fault:
            raise Refused(f"the signature does not hold: {fault}") from fault
        if not any(result.signed_xml is not None and result.signed_xml.tag == "DLHDon" for result in results):
            raise Refused("the signature is not over DLHDon")


def text(element, path):
    value = (element.findtext(path) or "").strip()
    if not value:
        raise Refused(f"no {path}")
    return value


def millionths(value):
    return int(decimal.Decimal(value) * 1_000_000)


def fields(invoice):
    heading, body, sums = "DLHDon/TTChung/", "DLHDon/NDHDon/", "DLHDon/NDHDon/TToan/"
    total = text(invoice, sums + "TgTTTBSo")
    return (
        text(invoice, body + "NBan/MST"), int(text(invoice, heading + "KHMSHDon")), text(invoice, heading + "KHHDon"),
        int(text(invoice, heading + "SHDon")), text(invoice, heading + "NLap"), text(invoice, heading + "DVTTe"),
        millionths(invoice.findtext(sums + "TgTCThue") or total), millionths(invoice.findtext(sums + "TgTThue") or "0"),
        millionths(total),
    )


def owners(invoice):
    """The tax codes in the certificate of the seller's signature: UID=MST:0100109106."""
    text = invoice.findtext(f"DSCKS/NBan/{DS}Signature/{DS}KeyInfo/{DS}X509Data/{DS}X509Certificate") or ""
    subject = cryptography.x509.load_der_x509_certificate(base64.b64decode(text)).subject
    names = subject.get_attributes_for_oid(cryptography.x509.NameOID.USER_ID)
    return [name.value.rpartition(":")[2] for name in names]


def judge(verifier, path):
    """The row of the message, or why there is none."""
    try:
        root = lxml.etree.parse(path).getroot()
        if root.findtext("TTChung/MLTDiep") != "200":
            raise Refused("MLTDiep is not 200")
        invoice = root.find("DLieu/HDon")
        if invoice is None:
            raise Refused("there is no HDon")
        row = fields(invoice)
        verifier.holds(root)
        if row[0] not in owners(invoice):
            raise Refused("the certificate is not the seller's")
        return row, None
    except (Refused, OSError, ValueError, lxml.etree.XMLSyntaxError, decimal.InvalidOperation) as fault:
        return None, str(fault)


def start(anchors, moment):
    global shared  # one a process
    shared = Verifier(anchors, moment)


def judge_all(batch):
    first, paths = batch
    return first, paths, [judge(shared, path) for path in paths]


def main():
    if not 5 <= len(sys.argv) <= 7:
        sys.exit(__doc__)
    with open(sys.argv[1], encoding="utf-8") as file:
        paths = file.read().splitlines()
    anchors, name, moment = sys.argv[2], sys.argv[3], int(sys.argv[4])
    processes = int(sys.argv[5]) if len(sys.argv) > 5 else 1
    size = int(sys.argv[6]) if len(sys.argv) > 6 else 256
    database = sqlite3.connect(name, isolation_level=None)
    database.execute("PRAGMA journal_mode = WAL")
    database.execute("PRAGMA synchronous = FULL")
    database.executescript(SCHEMA)
    share = min(size, SHARE)
    shares = [(first, paths[first:first + share]) for first in range(0, len(paths), share)]
    accepted, opened, lines = 0, 0, []
    with multiprocessing.Pool(processes, start, (anchors, moment)) as pool:
        for first, files, found in pool.imap(judge_all, shares):
            if opened == 0:
                database.execute("BEGIN IMMEDIATE")
            for place, (file, (row, fault)) in enumerate(zip(files, found)):
                try:
                    if row:
                        values = (first + place + 1, *row)
                        database.execute("INSERT INTO invoice VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", values)
                except sqlite3.IntegrityError:
                    fault = "the number is taken"
                accepted += not fault
                lines.append(f"refused\t{file}\t{fault}" if fault else f"accepted\t{file}")
            opened += len(files)
            if opened >= size or first + len(files) == len(paths):
                database.execute("COMMIT")
                print("\n".join(lines))
                opened, lines = 0, []
    database.close()
    print(json.dumps({"accepted": accepted, "refused": len(paths) - accepted}))


if __name__ == "__main__":
    main()
