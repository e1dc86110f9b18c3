#!/usr/bin/python3
"""Has xmlsec1 say what it digests for every reference of the signature templates in a folder.

    canonical.py FOLDER

Each `NAME.xml` is signed with a throw-away key; `NAME.out` gets the bytes digested, reference by reference, each after
its length as eight bytes, lowest first. `names` in the folder lists the elements whose `Id` is an id, one
`[namespace:]name` a line.
"""
import pathlib
import subprocess
import sys

START = b"== PreDigest data - start buffer:\n"
END = b"\n== PreDigest data - end buffer\n"


def digested(output):
    position = output.find(START)
    while position >= 0:
        end = output.index(END, position)
        yield output[position + len(START):end]
        position = output.find(START, end)


def main():
    folder = pathlib.Path(sys.argv[1])
    (folder / "key").write_bytes(b"0123456789abcdef0123")
    names = (folder / "names").read_text(encoding="utf-8").split("\n")
    options = [part for name in names if name for part in ("--id-attr:Id", name)]
    for template in sorted(folder.glob("*.xml")):
        run = subprocess.run(
            ["xmlsec1", "--sign", "--hmackey", "key", "--store-references", *options, "--output", "signed",
             template.name],
            cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
        if run.returncode != 0:
            faults = [line for line in run.stdout.split(b"\n") if line.startswith(b"func=")]
            sys.stderr.buffer.write(b"\n".join(faults) + b"\n")
            sys.exit(f"xmlsec1 failed on {template}")
        with open(template.with_suffix(".out"), "wb") as out:
            for data in digested(run.stdout):
                out.write(len(data).to_bytes(8, "little") + data)


main()
