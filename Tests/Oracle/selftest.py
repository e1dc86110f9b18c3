#!/usr/bin/python3
"""Proves that the oracles can fail: a sound message breaks no rule, each planted fault exactly its own; sums of three
invoices equal sums made by hand.

    selftest.py
"""
import datetime
import json
import pathlib
import sys
import tempfile

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


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / "taxpayers.csv").write_text(REGISTRY, encoding="utf-8")
        (folder / "offices.tsv").write_text(OFFICES, encoding="utf-8")
        wrong = [*planted(folder), *summed(folder)]
    if wrong:
        print(f"error: the oracles fail their own test in {len(wrong)} places", *wrong, sep="\n  ", file=sys.stderr)
        sys.exit(1)
    print(f"oracles: {len(FAULTS)} planted faults found, each by its own rule; sums as made by hand")


if __name__ == "__main__":
    main()
