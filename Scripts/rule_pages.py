"""The rules as pages and as Swift: words, groups, and the examples in Data/rejects. Part of Scripts/generate."""
import csv
import difflib
import pathlib
import re

ROOT = pathlib.Path(__file__).resolve().parent.parent
REJECTS = ROOT / "Data" / "rejects"
# What follows from the bytes that differ, and so differs whatever the example is about.
NOISE = re.compile(r"</?(DigestValue|SignatureValue|X509Certificate|X509SubjectName|MTDiep)\b")
SHOWN_LINES = 6
SHOWN_CHARACTERS = 72
COLUMNS = ("condition", "source", "message_en", "message_vi", "remedy_en", "remedy_vi")

HEAD = """# Rules

Made by `Scripts/generate` from `Data/rules.tsv` and the examples in `Data/rejects`: change those, not this.

- **The order of the rules is their precedence**: findings of an invoice are told in it. It is that of `Data/rules.tsv`,
  from the message to the related invoice; the groups below gather rules by the first word of their code. Codes and
  numbers on the wire are never used again for something else.
- `reject` refuses the invoice, `warn` is recorded and told to the sender, `off` is not evaluated. A policy may say
  otherwise for each rule: `xacthuc policy explain LEDGER`.
- A refusal is told in a message 999 where the message itself is at fault, in a 204 (01/TB-KTDL) where an invoice is.
  `MLoi` is the number on the wire.
- Of the real authority's numbers these are known and stand for the same here: 20001 (`Sai định dạng dữ liệu`, shared
  by all faults of format), 20609 (the number was used before), 80000 (not well formed), 80001 (the message id was used
  before), 80003 (the header cannot be read). All other numbers are this project's own, five digits in the same ranges.
- Each example is a pair of small messages, signed with certificates made for tests. In the differences a line with `-`
  stands in the accepted one, with `+` in the refused one. To see them judged: `Data/rejects/README.md`.
- The same page on the command line: `xacthuc explain CODE`.

"""


def rows(name):
    with open(ROOT / "Data" / name, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def swift_string(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def swift_list(name, texts):
    line = f"            {name}: [" + ", ".join(swift_string(text) for text in texts) + "],\n"
    if len(line) <= 121:
        return line
    return f"            {name}: [\n" + "".join(f"                {swift_string(text)},\n" for text in texts) + (
        "            ],\n")


def shortened(line):
    line = "".join(character if character.isprintable() else "\N{REPLACEMENT CHARACTER}" for character in line.strip())
    return line if len(line) <= SHOWN_CHARACTERS else line[:SHOWN_CHARACTERS] + "…"


def form_of(code):
    """How the example's files end."""
    return "ndjson" if (REJECTS / code / "refused.ndjson").exists() else "xml"


def lines_of(path):
    """The lines of a file; of JSON, where an invoice is one line, a key each."""
    if path.suffix == ".ndjson":
        keys = path.read_text(encoding="utf-8").replace(',"', ',\n"').replace('{"DLHDon"', '{\n"DLHDon"')
        return [line or "(an empty line)" for line in keys.split("\n")[:-1]]
    return path.read_bytes().decode("utf-8", "replace").split("\n")


def differences(code):
    """The lines that stand only in the accepted, and only in the refused example."""
    accepted, refused = [], []
    both = [lines_of(REJECTS / code / f"{name}.{form_of(code)}") for name in ("accepted", "refused")]
    for line in difflib.unified_diff(*both, n=0, lineterm=""):
        if line.startswith(("---", "+++", "@@")):
            continue
        (accepted if line[0] == "-" else refused).append(line[1:])
    told = [[line for line in side if not NOISE.search(line) and line.strip()] for side in (accepted, refused)]
    shown = "<MTDiep>" if code.startswith("env.msgid") else "X509"
    if not any(told):
        told = [[line for line in side if shown in line] for side in (accepted, refused)]
    return [cut(list(dict.fromkeys(shortened(line) for line in side))) for side in told]


def cut(lines):
    more = len(lines) - SHOWN_LINES
    return lines if more <= 0 else lines[:SHOWN_LINES] + [f"… {more} more lines"]


def examples():
    """By code: the differing lines, or the reason why there is no example."""
    reasons = {row["code"]: row["why"] for row in rows("rules-without-example.tsv")}
    found = {}
    for row in rows("rules.tsv"):
        code = row["code"]
        has = (REJECTS / code / f"refused.{form_of(code)}").exists()
        if has == (code in reasons):
            raise SystemExit(
                f"{code}: give it an example (Scripts/rejects) or a reason (Data/rules-without-example.tsv), not both")
        found[code] = (differences(code), "") if has else (([], []), reasons[code])
    return found


def rule_book():
    lines = [
        "// Made by Scripts/generate from Data/rules.tsv and Data/rejects. Change those, not this.\n\n",
        "extension RuleBook {\n",
        "    /// One entry a rule, in the order of `RuleCode`.\n",
        "    static let entries: [Entry] = [\n",
    ]
    fields = [
        ("english", "message_en"),
        ("vietnamese", "message_vi"),
        ("wireCode", "wire"),
        ("remedyEnglish", "remedy_en"),
        ("remedyVietnamese", "remedy_vi"),
        ("source", "source"),
        ("condition", "condition"),
    ]
    for row in rows("rules.tsv"):
        for column in COLUMNS:
            if not row[column]:
                raise SystemExit(f"Data/rules.tsv: {row['code']} has no {column}")
        lines.append(f"        // {row['code']}\n        Entry(\n")
        lines += [f"            {name}: {swift_string(row[column])},\n" for name, column in fields[:-1]]
        name, column = fields[-1]
        lines.append(f"            {name}: {swift_string(row[column])}\n        ),\n")
    lines.append("    ]\n}\n")
    return "".join(lines)


def rule_examples():
    lines = [
        "// Made by Scripts/generate from Data/rejects. Change those, not this.\n\n",
        "extension RuleBook {\n",
        "    /// One example a rule, in the order of `RuleCode`.\n",
        "    static let examples: [Example] = [\n",
    ]
    for code, ((accepted, refused), missing) in examples().items():
        lines.append(
            f"        // {code}\n        Example(\n{swift_list('accepted', accepted)}{swift_list('refused', refused)}"
            f"            missing: {swift_string(missing)}\n        ),\n")
    lines.append("    ]\n}\n\nextension RuleGroup {\n    /// Every group in the order of precedence.\n")
    lines.append("    public static let all: [RuleGroup] = [\n")
    lines += [
        f"        RuleGroup(prefix: {swift_string(row['prefix'])}, title: {swift_string(row['title'])}),\n"
        for row in rows("rule-groups.tsv")
    ]
    return "".join(lines + ["    ]\n}\n"])


def page(row, example):
    code, ((accepted, refused), missing) = row["code"], example
    answer = "204" if row["answer"] == "-" else row["answer"]
    lines = [
        f"### `{code}`\n\n",
        f"{row['condition']}. **{row['severity']}**, answer {answer}, `MLoi` {row['wire']}. "
        f"Source: {row['source']}.\n\n",
        f"- Wrong: {row['message_en']}. *{row['message_vi']}.*\n",
        f"- Mend: {row['remedy_en']}. *{row['remedy_vi']}.*\n",
    ]
    if missing:
        return "".join(lines + [f"- No example: {missing}.\n\n"])
    folder = f"../Data/rejects/{code}"
    first = f"after [before.xml]({folder}/before.xml): " if (REJECTS / code / "before.xml").exists() else ""
    then = ""
    if (REJECTS / code / "before-refused.xml").exists():
        then = f" after [before-refused.xml]({folder}/before-refused.xml)"
    lines.append(f"- Example: {first}[accepted]({folder}/accepted.{form_of(code)}), "
                 f"[refused]({folder}/refused.{form_of(code)}){then}\n\n")
    difference = [f"- {line}" for line in accepted] + [f"+ {line}" for line in refused]
    if then and all(NOISE.search(line) for line in accepted + refused):
        return "".join(lines)
    lines.append("```diff\n" + "\n".join(difference) + "\n```\n\n")
    return "".join(lines)


def rules_document(forms_text):
    table, shown = rows("rules.tsv"), examples()
    order = {row["code"]: number for number, row in enumerate(table, start=1)}
    count = sum(1 for example in shown.values() if not example[1])
    text = HEAD + f"{len(table)} rules, {count} of them with examples.\n"
    for group in rows("rule-groups.tsv"):
        members = [row for row in table if row["code"].split(".")[0] == group["prefix"]]
        text += f"\n## {group['title']}: `{group['prefix']}`\n\n"
        text += "| Order | Rule | Default | Answer | MLoi | Demands |\n|--:|---|---|---|---|---|\n"
        for row in members:
            answer = "204" if row["answer"] == "-" else row["answer"]
            link = f"[`{row['code']}`](#{anchor(row['code'])})"
            text += (f"| {order[row['code']]} | {link} | {row['severity']} | {answer} | {row['wire']} "
                     f"| {row['condition']} |\n")
        text += "\n" + "".join(page(row, shown[row["code"]]) for row in members).rstrip("\n") + "\n"
    return text + forms_text + without_example(shown) + rules_not_evaluated(table)


def anchor(code):
    """As GitHub makes anchors of headings."""
    return code.replace(".", "").lower()


def without_example(shown):
    lines = ["\n## Without example\n\n", "From `Data/rules-without-example.tsv`.\n\n", "| Rule | Why |\n|---|---|\n"]
    lines += [f"| `{code}` | {missing} |\n" for code, (_, missing) in shown.items() if missing]
    return "".join(lines)


def rules_not_evaluated(evaluated):
    known = {row["code"] for row in evaluated}
    lines = [
        "\n## Not evaluated\n\n",
        "What the sources say of an invoice and no rule here asks, from `Data/rules-not-evaluated.tsv`.\n\n",
        "| Rule of the sources | Why |\n|---|---|\n",
    ]
    for row in rows("rules-not-evaluated.tsv"):
        assert row["code"] not in known, row["code"]
        lines.append(f"| `{row['code']}` | {row['why']} |\n")
    return "".join(lines)
