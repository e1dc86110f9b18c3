"""Judge for Data/invoice-line.schema.json: line_schema.py SCHEMA LINES OUT.

Python's jsonschema takes every line, and none of the broken ones made of the first; OUT gets how many there were.
"""
import copy
import json
import sys

import jsonschema


def put(path, value):
    def change(line):
        *above, last = path.split("/")
        for key in above:
            line = line[key]
            line = line[0] if isinstance(line, list) else line
        if value is None:
            del line[last]
        else:
            line[last] = value[0]
    return change


DATA = "DLHDon"
HEAD = "DLHDon/TTChung"
GOODS = "DLHDon/NDHDon/DSHHDVu/HHDVu"
BROKEN = [
    put(DATA, None), put(f"{HEAD}/NLap", None), put(f"{HEAD}/PBan", None), put(f"{HEAD}/DVTTe", None),
    put("DLHDon/NDHDon", None), put("DLHDon/NDHDon/NBan/Ten", None), put("DLHDon/NDHDon/NBan/Ten", [""]),
    put(DATA, [[{}]]), put(DATA, ["text"]), put(HEAD, [1]), put(f"{HEAD}/SHDon", [True]), put(f"{HEAD}/SHDon", [{}]),
    put(f"{HEAD}/NLap", ["20/11/2026"]), put(f"{HEAD}/NLap", [20261120]), put(f"{HEAD}/HTTToan", ["x" * 51]),
    put(f"{HEAD}/Fkey", [False]), put(f"{HEAD}/a b", ["x"]), put(f"{HEAD}/@Id", ["x"]), put("DSCKS", [{}]),
    put(f"{GOODS}/ThTien", ["1,5"]), put(f"{GOODS}/ThTien", ["1e5"]), put(f"{GOODS}/SLuong", ["1.1234567"]),
    put(f"{GOODS}/STT", [[1]]), put(f"{GOODS}/THHDVu", ["x" * 501]), put(GOODS, [[[]]]), put(GOODS, ["x"]),
    put("DLHDon/TTKhac", [{"TTin": {"KDLieu": "integer"}}]), put("DLHDon/TTKhac", [{"TTin": {"DLieu": "x" * 501}}]),
    put(f"{HEAD}/KHHDon", [[]]), put("DLHDon/NDHDon/TToan/TgTTTBSo", ["mười"]),
]
GOOD = [
    put(f"{HEAD}/Fkey", ["x"]), put(f"{HEAD}/SHDon", ["12"]), put(f"{GOODS}/ThTien", ["-1.123456"]),
    put(GOODS, [{"TChat": 1}]), put(GOODS, [[]]),
    put("DLHDon/TTKhac", [{"TTin": {"TTruong": "a", "KDLieu": "string"}}]),
    put("DLHDon/TTKhac", [[{}, {"TTin": [{}]}]]), put(f"{HEAD}/MHSo", [""]), put(f"{HEAD}/Điểm", [{"x": {"y": 1}}]),
]


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        schema = json.load(file)
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    with open(sys.argv[2], encoding="utf-8") as file:
        lines = [json.loads(line) for line in file]
    for line in lines:
        validator.validate(line)
    for change in GOOD:
        line = copy.deepcopy(lines[0])
        change(line)
        validator.validate(line)
    for number, change in enumerate(BROKEN):
        line = copy.deepcopy(lines[0])
        change(line)
        assert not validator.is_valid(line), f"broken line {number} is taken"
    with open(sys.argv[3], "w", encoding="utf-8") as file:
        file.write(f"{len(lines)} {len(BROKEN)}")


if __name__ == "__main__":
    main()
