#!/usr/bin/env python3
"""The officers' questions over invoices as lines, as DuckDB answers them: duckdb_peer.py LINES.

Prints one line of JSON: the sums of all, and how long reading and each question took, the median of five, in seconds.
"""
import json
import statistics
import sys
import time

import duckdb

QUESTIONS = {
    "sums by month": "date_trunc('month', day)",
    "sums by day": "day",
    "sums by form": "form",
    "sums by seller and month": "seller, date_trunc('month', day)",
}
ROWS = """
CREATE TABLE invoice AS SELECT DLHDon.NDHDon.NBan.MST AS seller, DLHDon.TTChung.NLap::DATE AS day,
  DLHDon.TTChung.KHMSHDon::INTEGER AS form,
  coalesce(DLHDon.NDHDon.TToan.TgTCThue, DLHDon.NDHDon.TToan.TgTTTBSo)::DECIMAL(38, 6) AS net,
  coalesce(DLHDon.NDHDon.TToan.TgTThue::DECIMAL(38, 6), 0) AS tax
FROM read_ndjson(?, union_by_name = true)
"""


def timed(database, *query):
    started = time.monotonic()
    rows = database.execute(*query).fetchall()
    return rows, time.monotonic() - started


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    database = duckdb.connect()
    database.execute("SET memory_limit = '8GB'")
    seconds = {"read the lines": timed(database, ROWS, [sys.argv[1]])[1]}
    for name, groups in QUESTIONS.items():
        query = f"SELECT {groups}, count(*), sum(net), sum(tax) FROM invoice GROUP BY ALL"
        seconds[name] = statistics.median(timed(database, query)[1] for _ in range(5))
    sums = timed(database, "SELECT count(*), sum(net), sum(tax) FROM invoice")[0][0]
    print(json.dumps({"sums": [int(value) for value in sums], "seconds": seconds}))


if __name__ == "__main__":
    main()
