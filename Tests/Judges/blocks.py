#!/usr/bin/python3
"""Holds compressed blocks against Python's zlib and zstandard: blocks.py FOLDER.

For each NAME.raw: NAME.zlib and NAME.zstd, made by the program, must hold exactly those bytes. For each the judge
writes NAME.zlib.judge and NAME.zstd.judge, which the program must be able to read.
"""
import pathlib
import sys
import zlib

import zstandard

folder = pathlib.Path(sys.argv[1])
count = 0
for raw in sorted(folder.glob("*.raw")):
    content = raw.read_bytes()
    inflate = zlib.decompressobj()
    assert inflate.decompress(raw.with_suffix(".zlib").read_bytes()) == content, raw
    assert inflate.eof and not inflate.unused_data, raw
    raw.with_suffix(".zlib.judge").write_bytes(zlib.compress(content, 9))
    crc = int(raw.with_suffix(".crc").read_text())
    assert crc == zlib.crc32(content), raw
    frame = raw.with_suffix(".zstd")
    if frame.exists():
        data = frame.read_bytes()
        parameters = zstandard.get_frame_parameters(data)
        assert parameters.content_size == len(content) and parameters.has_checksum, raw
        expand = zstandard.ZstdDecompressor().decompressobj()
        assert expand.decompress(data) == content and not expand.unused_data, raw
    judge = zstandard.ZstdCompressor(level=19, write_content_size=True, write_checksum=False)
    raw.with_suffix(".zstd.judge").write_bytes(judge.compress(content))
    count += 1
assert count > 0, "nothing to judge"
