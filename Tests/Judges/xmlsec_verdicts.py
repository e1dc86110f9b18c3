#!/usr/bin/env python3
"""Asks xmlsec1 about every file of a folder: prints a name and 1 (accepted) or 0 (refused) a line.

    xmlsec_verdicts.py FOLDER [xmlsec1's options]

One process a file: xmlsec1 stops at the first file it refuses.
"""
import concurrent.futures
import os
import pathlib
import subprocess
import sys


def main():
    folder = pathlib.Path(sys.argv[1])
    command = ["xmlsec1", "--verify", *sys.argv[2:]]

    def accepted(path):
        result = subprocess.run([*command, str(path)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        return result.returncode == 0

    paths = sorted(folder.iterdir())
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for path, verdict in zip(paths, pool.map(accepted, paths)):
            print(path.name, int(verdict))


if __name__ == "__main__":
    main()
