#!/usr/bin/python3
"""Proves that the oracles can fail: a sound message breaks no rule, and each planted fault its own; sums of three
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
import mutants
import rules_oracle
import totals_oracle

SIGNATURE = """<Signature><Object><SignatureProperties><SignatureProperty>\
<SigningTime>2026-11-20T08:00:00</SigningTime></SignatureProperty></SignatureProperties></Object></Signature>"""
LINE = """<HHDVu><TChat>1</TChat><THHDVu>X</THHDVu><DVTinh>kg</DVTinh><SLuong>2</SLuong><DGia>500</DGia>\
<ThTien>1000</ThTien>{rate}</HHDVu>"""
PAID = "<TgTTTBSo>{total}</TgTTTBSo><TgTTTBChu>m</TgTTTBChu>"
TAXED = """<THTTLTSuat><LTSuat><TSuat>8%</TSuat><ThTien>1000</ThTien><TThue>80</TThue></LTSuat></THTTLTSuat>\
<TgTCThue>1000</TgTCThue><TgTThue>80</TgTThue>""" + PAID.format(total=1080)
# What forms ask of the seller, the buyer and the header beyond the rest.
ASKED = {
    "2": ("", "", "<HDDCKPTQuan>0</HDDCKPTQuan>"),
    "6N": ("<LDDNBo>L</LDDNBo><PTVChuyen>P</PTVChuyen>", "", ""),
    "6B": ("<HDKTSo>H</HDKTSo><HDKTNgay>2026-11-01</HDKTNgay><TNVChuyen>T</TNVChuyen><PTVChuyen>P</PTVChuyen>", "", ""),
}


def invoice(kind, form, number=7):
    """A sound HDon, by hand from the field tables."""
    seller, buyer, header = ASKED.get(form, ("", "", ""))
    letter = {"5": "G", "6N": "N", "6B": "B"}.get(form, "M" if kind in ("206", "216") else "T")
    symbol = ("C" if kind in ("200", "206") else "K") + "26" + letter + "AA"
    taxed = form in ("1", "5")
    sums = f"<TToan>{TAXED if taxed else PAID.format(total=1000)}</TToan>" if form[0] != "6" else ""
    code = f"<MCCQT>M{form}-26-ABCDE-{number:011}</MCCQT>" if kind == "206" else ""
    signature = SIGNATURE if kind in ("200", "203") else ""
    return f"""<HDon><DLHDon Id="a{number}"><TTChung><PBan>2.1.0</PBan><THDon>H</THDon><KHMSHDon>{form[0]}</KHMSHDon>\
<KHHDon>{symbol}</KHHDon><SHDon>{number}</SHDon><NLap>2026-11-20</NLap><DVTTe>VND</DVTTe>{header}</TTChung><NDHDon>\
<NBan><Ten>S</Ten><MST>0199999991</MST><DChi>HN</DChi>{seller}</NBan><NMua><Ten>B</Ten><MST>0199999991</MST>\
<DChi>HN</DChi>{buyer}</NMua><DSHHDVu>{LINE.format(rate="<TSuat>8%</TSuat>" if taxed else "")}</DSHHDVu>{sums}</NDHDon>\
</DLHDon>{code}<DSCKS><NBan>{signature}</NBan></DSCKS></HDon>"""


def message(kind, form):
    """A sound TDiep: one invoice to be coded, or three of the others."""
    count = 1 if kind == "200" else 3
    invoices = "".join(invoice(kind, form, 7 + place) for place in range(count))
    return f"""<TDiep><TTChung><PBan>2.1.0</PBan><MNGui>V0199999983</MNGui><MNNhan>TCT</MNNhan>\
<MLTDiep>{kind}</MLTDiep><MTDiep>V01999999830F1E2D3C4B5A49788796A5B4C3D2E1F0</MTDiep><MTDTChieu/><MST>0199999991</MST>\
<SLuong>{count}</SLuong></TTChung><DLieu>{invoices}</DLieu></TDiep>"""


SOUND = message("200", "1")
KINDS = [(kind, form) for kind in ("200", "203", "206", "216") for form in ("1", "2")]
KINDS += [("200", form) for form in ("3", "4", "5", "6N", "6B")]
REGISTRY = """tax_code,name,office_code,status,methods,forms,cash_register_code,registered_on
0199999991,S,10101,active,C+K+M,1+2+3+4+5+6,ABCDE,2026-02-01
0199999983,A,10101,closed,C+K+M,1+2,,2026-02-01
0199999975,A,10101,suspended,C+K+M,1+2,,2026-02-01
0199999967,A,10101,active,C,2,,2026-02-01
0199999959,A,10101,active,K,1,,2026-02-01
""" + "".join(f"01000000{number},A,10101,active,C+K+M,1+2,,2026-02-01\n" for number in range(40, 60))
OFFICES = "code\tprovince\tname\n10101\tHà Nội\tT\n"
RECEIVED = datetime.datetime(2026, 11, 20, 10)


def planted(folder):
    """Sound messages in which a rule speaks, broken ones in which its rule does not, rules that never speak."""
    registry = rules_oracle.wire.Registry(folder)
    sound, broken = folder / "sound", folder / "broken"
    sound.mkdir()
    (sound / "taxpayers.csv").write_text(REGISTRY, encoding="utf-8")
    with open(sound / "manifest.ndjson", "w", encoding="utf-8") as manifest:
        for kind, form in KINDS:
            name = f"{kind}-{form}.xml"
            (sound / name).write_text(message(kind, form), encoding="utf-8")
            json.dump({"file": name, "status": "issued", "currency": "VND"}, manifest)
            manifest.write("\n")
            for codes in rules_oracle.judge(sound / name, RECEIVED, registry):
                if codes:
                    yield f"the sound message {name}: found {sorted(codes)}"
    mutants.write(sound, broken)
    registry = rules_oracle.wire.Registry(broken)
    spoke = set()
    for row in rules_oracle.wire.ndjson(broken / "mutants.ndjson"):
        found = rules_oracle.judge(broken / row["file"], RECEIVED, registry)
        spoke.update(*found)
        if row["rule"] and not any(row["rule"] in codes for codes in found):
            yield f"{row['rule']} of {row['base']} is broken in {row['file']} and not found: {found}"
    for code in rules_oracle.RULES.keys() - spoke:
        yield f"{code} never spoke"


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
        invoice = field(1, b"\1") + field(2, bytes((number,))) + field(3, b"00" + bytes((64 + number,)) * 32)
        invoice += field(12, struct.pack("<I", 2 * 10 ** 9))
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
    print(f"oracles: {len(rules_oracle.RULES)} rules silent over sound messages, each heard over broken ones; "
          "sums as made by hand; every flipped byte of an archive")


if __name__ == "__main__":
    main()
