#!/usr/bin/python3
"""Proves that the oracles can fail: a sound message breaks no rule, each planted fault exactly its own; sums of three
invoices equal sums made by hand.

    selftest.py
"""
import datetime
import hashlib
import json
import pathlib
import struct
import sys
import tempfile
import zlib

import archive
import rules_oracle
import totals_oracle

SOUND = """<TDiep><TTChung><PBan>2.1.0</PBan><MNGui>V0199999983</MNGui><MNNhan>TCT</MNNhan><MLTDiep>200</MLTDiep>\
<MTDiep>V01999999830F1E2D3C4B5A49788796A5B4C3D2E1F0</MTDiep><MTDTChieu/><MST>0199999991</MST><SLuong>1</SLuong>\
</TTChung><DLieu><HDon><DLHDon Id="a"><TTChung><PBan>2.1.0</PBan><THDon>VAT</THDon><KHMSHDon>1</KHMSHDon>\
<KHHDon>C26TAA</KHHDon><SHDon>7</SHDon><NLap>2026-11-19</NLap><DVTTe>VND</DVTTe></TTChung><NDHDon><NBan><Ten>S</Ten>\
<MST>0199999991</MST><DChi>HN</DChi></NBan><NMua><Ten>B</Ten><MST>0199999991</MST><DChi>HN</DChi></NMua><DSHHDVu>\
<HHDVu><TChat>1</TChat><THHDVu>X</THHDVu><SLuong>2</SLuong><DGia>500</DGia><ThTien>1000</ThTien><TSuat>8%</TSuat>\
</HHDVu></DSHHDVu><TToan><THTTLTSuat><LTSuat><TSuat>8%</TSuat><ThTien>1000</ThTien><TThue>80</TThue></LTSuat>\
</THTTLTSuat><TgTCThue>1000</TgTCThue><TgTThue>80</TgTThue><TgTTTBSo>1080</TgTTTBSo><TgTTTBChu>m</TgTTTBChu></TToan>\
</NDHDon></DLHDon><DSCKS/></HDon></DLieu></TDiep>"""
FAULTS = [
    ("env.pban-known", "<TDiep><TTChung><PBan>2.1.0", "<TDiep><TTChung><PBan>1.0.0"),
    ("env.receiver-is-tct", "<MNNhan>TCT", "<MNNhan>0199999983"),
    ("env.msgid-format", "2E1F0</MTDiep>", "2E1F</MTDiep>"),
    ("env.msgid-uuid", "4B5A49788", "4B5A19788"),
    ("env.count-matches", "<SLuong>1</SLuong></TT", "<SLuong>2</SLuong></TT"),
    ("env.mst-header-equals-body", "<MTDTChieu/><MST>0199999991", "<MTDTChieu/><MST>0199999983"),
    ("env.no-code-in-request", "<DSCKS/>", "<MCCQT>00</MCCQT><DSCKS/>"),
    ("env.empty-code-element", "<DSCKS/>", "<MCCQT/><DSCKS/>"),
    ("env.mandatory-present", "<DChi>HN</DChi></NBan>", "<DChi></DChi></NBan>"),
    ("env.mandatory-present", "<TgTThue>80</TgTThue>", ""),
    ("env.number-format", "<ThTien>1000</ThTien><TSuat>", "<ThTien>1.000,00</ThTien><TSuat>"),
    ("env.date-format", "2026-11-19", "2026-02-30"),
    ("form.known", "<KHMSHDon>1", "<KHMSHDon>0"),
    ("series.pattern", "C26TAA", "C26ZAA"),
    ("series.year-matches-issue-date", "C26TAA", "C25TAA"),
    ("series.code-letter-vs-message", "C26TAA", "K26TAA"),
    ("series.occurrence-L", "C26TAA", "C26LAA"),
    ("series.cash-M", "C26TAA", "C26MAA"),
    ("num.range", "<SHDon>7", "<SHDon>0"),
    ("date.issue-not-future", "2026-11-19", "2026-11-21"),
    ("date.after-registration", "2026-11-19", "2026-01-01"),
    ("pty.buyer-mst-format", "<Ten>B</Ten><MST>0199999991", "<Ten>B</Ten><MST>N/A"),
    ("pty.buyer-check-digit", "<Ten>B</Ten><MST>0199999991", "<Ten>B</Ten><MST>0199999992"),
    ("pty.buyer-cccd-format", "<DChi>HN</DChi></NMua>", "<DChi>HN</DChi><CCCDan>123</CCCDan></NMua>"),
    ("pty.buyer-budget-code", "<DChi>HN</DChi></NMua>", "<DChi>HN</DChi><MDVQHNSach>1</MDVQHNSach></NMua>"),
    ("pty.delegate-complete", "</DVTTe>", "</DVTTe><TDVNUNLHDon>D</TDVNUNLHDon>"),
    ("cur.code", "<DVTTe>VND", "<DVTTe>US$"),
    ("cur.rate-present", "<DVTTe>VND", "<DVTTe>USD"),
    ("cur.rate-format", "<DVTTe>VND</DVTTe>", "<DVTTe>USD</DVTTe><TGia>26138.505</TGia>"),
    ("line.kind", "<TChat>1", "<TChat>7"),
    ("line.name", "<THHDVu>X", "<THHDVu>"),
    ("line.arith", "<DGia>500", "<DGia>502"),
    ("line.rate-list", "<TSuat>8%</TSuat></HHDVu>", "<TSuat>8</TSuat></HHDVu>"),
    ("sum.payable", "<TgTTTBSo>1080", "<TgTTTBSo>1090"),
    ("sum.tax-total", "<TThue>80", "<TThue>70"),
    ("sum.words-present", "<TgTTTBChu>m", "<TgTTTBChu>"),
    ("rel.kind", "</DVTTe>", "</DVTTe><TTHDLQuan><TCHDon>9</TCHDon><LHDCLQuan>1</LHDCLQuan></TTHDLQuan>"),
]
REGISTRY = """tax_code,name,office_code,status,methods,forms,cash_register_code,registered_on
0199999991,S,10101,active,C,1+2,,2026-02-01
"""
OFFICES = "code\tprovince\tname\n10101\tHà Nội\tT\n"
RECEIVED = datetime.datetime(2026, 11, 20, 10)


def planted(folder):
    """Rules that do not say exactly what they should."""
    registry = rules_oracle.wire.taxpayers(folder / "taxpayers.csv")
    for code, old, new in [("", "", ""), *FAULTS]:
        text = SOUND.replace(old, new, 1) if old else SOUND
        path = folder / "one.xml"
        path.write_text(text, encoding="utf-8")
        readable, codes = rules_oracle.judge(path, RECEIVED, registry)
        expected = [code] if code else []
        if not readable or (old and text == SOUND) or codes != expected:
            yield f"{code or 'the sound message'}: found {codes}"


def summed(folder):
    """Sums that differ from those made by hand: 1000 + 80; 10.5 USD at 26138.5 without tax; 500 of form 2."""
    foreign = SOUND.replace("<DVTTe>VND</DVTTe>", "<DVTTe>USD</DVTTe><TGia>26138.5</TGia>")
    foreign = foreign.replace("8%", "KCT").replace("1080", "10.5").replace("1000", "10.5").replace("80<", "0<")
    sales = SOUND.replace("<KHMSHDon>1", "<KHMSHDon>2").replace("1080", "500")
    (folder / "messages").mkdir()
    with open(folder / "manifest.ndjson", "w", encoding="utf-8") as manifest:
        for name, text in (("1.xml", SOUND), ("2.xml", foreign), ("3.xml", sales), ("4.xml", SOUND)):
            (folder / "messages" / name).write_text(text, encoding="utf-8")
            json.dump({"file": f"messages/{name}", "status": "rejected" if name == "4.xml" else "issued"}, manifest)
            manifest.write("\n")
    invoices = totals_oracle.load(folder, folder / "offices.tsv")
    hand = {
        "": [("USD", 1, "10.5", "0", "10.5", "274454.25"), ("VND", 2, "1500", "80", "1580", "1580")],
        "rate": [("USD", 1, "10.5", "0", "10.5", "274454.25"), ("VND", 1, "500", "0", "500", "500"),
                 ("VND", 1, "1000", "80", "1080", "1080")],
    }
    for by, expected in hand.items():
        keys = [name for name in by.split(",") if name]
        rows = totals_oracle.as_json(totals_oracle.totals(invoices, keys), keys)
        found = sorted((row["currency"], row["invoices"], row["net"], row["tax"], row["total"], row["total_vnd"])
                       for row in rows)
        if found != sorted(expected):
            yield f"totals by {by or 'nothing'}: found {found}"


def field(tag, data):
    """A field of an entry; every length here has one byte."""
    return bytes((tag, len(data))) + data


def archived(messages, codec):
    """One segment with one block, by hand from the document."""
    facts = b""
    for number, message in enumerate(messages, 1):
        invoice = field(1, b"\1") + field(2, bytes((number,))) + field(12, struct.pack("<I", 2 * 10 ** 9))
        entry = field(1, bytes((len(message),))) + field(2, bytes((number,))) + field(3, b"\1") + field(4, b"\6")
        entry += field(5, hashlib.sha256(message).digest()) + field(14, invoice)
        facts += bytes((len(entry),)) + entry
    sections = [facts, b"".join(messages)]
    stored = [zlib.compress(part) if codec else part for part in sections]
    segment = struct.pack("<8sHBBQQ32s", b"XACTARCH", 1, codec, 0, 1, 1, bytes(32))
    segment += struct.pack("<I", zlib.crc32(segment))
    block = struct.pack("<4sBBHQQqQIIII32sI", b"XBLK", 1, 1, len(messages), 1, 1, 0, 1, len(stored[0]), len(facts),
                        len(stored[1]), len(sections[1]), bytes(32), zlib.crc32(b"".join(stored)))
    return segment + block + struct.pack("<I", zlib.crc32(block)) + b"".join(stored)


def archives(folder):
    """Damage the archive's reader does not see, or does not name."""
    path = folder / "archive" / "0000000001.seg"
    path.parent.mkdir()
    messages = [b"first message", b"second"]
    originals = {hashlib.sha256(message).digest() for message in messages}

    def damage(data, allowed=originals):
        path.write_bytes(data)
        try:
            archive.prove(folder / "archive", allowed)
            return None
        except archive.Damage as found:
            return found.place

    for codec in (0, 1):
        whole = archived(messages, codec)
        if damage(whole) is not None:
            yield f"archive: a sound one of compression {codec} has damage at {damage(whole)}"
        for index, byte in enumerate(whole):
            expected = (1, 0, 0) if index < 64 else (1, 1, 64)
            found = damage(whole[:index] + bytes((byte ^ 4,)) + whole[index + 1:])
            if found != expected:
                yield f"archive: byte {index} flipped is found at {found}"
        for size in range(len(whole)):
            if damage(whole[:size]) is None and size != 64:
                yield f"archive: cut to {size} bytes it is sound"
        if damage(whole, set()) is None:
            yield "archive: messages that nobody submitted are not noticed"
    path.write_bytes(archived(messages, 1))
    walk, _ = archive.prove(folder / "archive")
    if [invoice["net"] for _, invoice in walk.invoices.values()] != [10 ** 9] * 2 or walk.rows[1][:2] != (1, 3):
        yield "archive: fields differ from those written by hand"


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / "taxpayers.csv").write_text(REGISTRY, encoding="utf-8")
        (folder / "offices.tsv").write_text(OFFICES, encoding="utf-8")
        wrong = [*planted(folder), *summed(folder), *archives(folder)]
    if wrong:
        print(f"error: the oracles fail their own test in {len(wrong)} places", *wrong, sep="\n  ", file=sys.stderr)
        sys.exit(1)
    print(f"oracles: {len(FAULTS)} planted faults found, each by its own rule; sums as made by hand; "
          "every flipped byte of an archive")


if __name__ == "__main__":
    main()
