#!/usr/bin/python3
"""Lets xmlsec1 judge the signatures of every 202: seller's, authority's, and the buyer's and others' where there are.

    signatures.py REPLIES --authority authority.pem --anchors anchors.pem --time 2026-11-20T10:00:00 [--jobs 2]
                  [--results RESULTS.ndjson]

`--time` (+07:00) is the moment the certificates must be valid at. A seller's signature that does not hold inside the
message is tried once more with the invoice taken as a document of its own: some senders sign before they wrap. The
buyer's and others' must hold where `RESULTS`, the lines of `submit --json`, have no sig.buyer-optional or
sig.other-optional, and must not where they have it.
Exits 1 where a signature does not verify, or where there is no 202 at all.
"""
import argparse
import concurrent.futures
import datetime
import json
import pathlib
import re
import subprocess
import sys
import tempfile

DS = "http://www.w3.org/2000/09/xmldsig#"
IDS = ["DLHDon", "MCCQT", "DLTBao", f"{DS}:Object", f"{DS}:SignatureProperties", "SignatureProperties",
       f"{DS}:SignatureProperty", "SignatureProperty"]
BATCH = 100


def holder(name):
    return f"//*[local-name()='DSCKS']/*[local-name()='{name}']/*[local-name()='Signature']"


def split_pem(path, folder):
    """xmlsec1 reads one certificate a file."""
    found = re.findall(r"-----BEGIN CERTIFICATE-----.*?-----END CERTIFICATE-----", path.read_text(), re.DOTALL)
    files = []
    for number, pem in enumerate(found):
        file = folder / f"{path.stem}-{number}.pem"
        file.write_text(pem + "\n")
        files.append(str(file))
    return files


class Judge:
    """xmlsec1 for one holder of signatures, the references each must have at least, and the trusted certificates."""

    def __init__(self, name, references, trusted, moment):
        self.references = references
        self.command = ["xmlsec1", "--verify", "--enabled-key-data", "x509", "--verification-time", moment,
                        "--node-xpath", holder(name)]
        for file in trusted:
            self.command += ["--trusted-pem", file]
        for element in IDS:
            self.command += ["--id-attr:Id", element]

    def refused(self, paths):
        """Those that do not verify. xmlsec1 stops at the first bad file of a run, so the rest gets a run of its own."""
        found, rest = [], list(paths)
        while rest:
            result = subprocess.run([*self.command, *map(str, rest)], capture_output=True, text=True)
            verdicts = [line for line in result.stderr.splitlines() if line in ("OK", "FAIL", "ERROR")]
            good = next((place for place, verdict in enumerate(verdicts) if verdict != "OK"), len(verdicts))
            references = re.findall(r"SignedInfo References \(ok/all\): (\d+)/(\d+)", result.stderr)[:good]
            found += [path for path, (held, _) in zip(rest, references) if int(held) < self.references]
            if good == len(rest) and result.returncode == 0:
                break
            found.append(rest[min(good, len(rest) - 1)])
            rest = rest[good + 1:]
        return found


def all_refused(judge, paths, jobs):
    batches = [paths[start:start + BATCH] for start in range(0, len(paths), BATCH)]
    with concurrent.futures.ThreadPoolExecutor(jobs) as pool:
        return [path for batch in pool.map(judge.refused, batches) for path in batch]


def own_document(path, folder):
    """The invoice of a 202 cut out, byte for byte."""
    data = path.read_bytes()
    invoice = re.search(rb"<HDon[\s>].*</HDon>", data, re.DOTALL)
    target = folder / path.name
    target.write_bytes(invoice.group(0))
    return target


def extras(issued, anchors, moment, arguments):
    """How many signatures of buyers and others there are, and where xmlsec1 says something else of them."""
    found = {}
    for line in arguments.results.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        found[row.get("reply")] = {finding["code"] for finding in row.get("findings", [])}
    count, differing = 0, []
    for name, rule in (("NMua", "sig.buyer-optional"), ("CCKSKhac", "sig.other-optional")):
        signed = [path for path in issued if re.search(rf"<{name}>\s*<Signature", path.read_text(encoding="utf-8"))]
        refused = set(all_refused(Judge(name, 1, anchors, moment), signed, arguments.jobs))
        differing += [f"{path.name} {name}" for path in signed if (path in refused) != (rule in found[path.name])]
        count += len(signed)
    return count, differing


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("replies", type=pathlib.Path)
    parser.add_argument("--authority", required=True, type=pathlib.Path)
    parser.add_argument("--anchors", required=True, type=pathlib.Path)
    parser.add_argument("--time", required=True, type=datetime.datetime.fromisoformat)
    parser.add_argument("--results", type=pathlib.Path)
    parser.add_argument("--jobs", type=int, default=2)
    arguments = parser.parse_args()

    issued = sorted(arguments.replies.glob("*-202.xml"))
    if not issued:
        sys.exit("error: no 202 to judge")
    # xmlsec1 reads the time in the machine's own zone.
    moment = arguments.time.replace(tzinfo=datetime.timezone(datetime.timedelta(hours=7))).astimezone()
    written = moment.strftime("%Y-%m-%d %H:%M:%S")
    with tempfile.TemporaryDirectory(prefix="xacthuc-signatures.") as name:
        folder = pathlib.Path(name)
        anchors = split_pem(arguments.anchors, folder)
        authority = Judge("CQT", 3, split_pem(arguments.authority, folder), written)
        seller = Judge("NBan", 2, anchors, written)
        wrong = all_refused(authority, issued, arguments.jobs)
        in_place = all_refused(seller, issued, arguments.jobs)
        alone = [own_document(path, folder) for path in in_place]
        wrong_seller = all_refused(seller, alone, arguments.jobs)
        extra = extras(issued, anchors, written, arguments) if arguments.results else None
    for kind, paths in (("authority", wrong), ("seller", wrong_seller)):
        if paths:
            print(f"error: xmlsec1 refuses the {kind}'s signature of {len(paths)} replies:",
                  *(path.name for path in paths[:10]), sep="\n  ", file=sys.stderr)
    if extra and extra[1]:
        print("error: xmlsec1 and the product differ about the buyer's and others':", *extra[1][:10], sep="\n  ",
              file=sys.stderr)
    if wrong or wrong_seller or extra and extra[1]:
        sys.exit(1)
    print(f"xmlsec1 accepts the authority's and the seller's signature of {len(issued)} replies "
          f"({len(alone)} sellers' as documents of their own)")
    if extra:
        print(f"and of {extra[0]} signatures of buyers and others it says what the product says")


if __name__ == "__main__":
    main()
