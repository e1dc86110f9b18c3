"""What mutants.py breaks by the registry: versions, stops and delegations of taxpayers, and who sells or issues."""
from mutations import ALL, COMMON, SELLER, STRANGER, called, place, put, seller
from rulebook import stops

# Who sold nothing so far is registered otherwise from this day on.
NOTED = "2026-11-20"
VERSIONS = [{"methods": ""}, {"status": "suspended"}, {"name": "CÔNG TY TÊN MỚI"}, {"forms": "2"}]
# Cause, from, to, kinds and notice of stops, to be received at ten o'clock; the notice tells them apart.
STOPS = [
    ("b", "2026-11-20", "", "", "b"), ("d", "2026-11-01T00:00:00", "", "C+K+M", "d"),
    ("dd", "2026-11-20T10:00:00", "", "", "dd"), ("e", "2026-11-20T00:00:00", "2026-11-20T10:00:00", "", "e"),
    ("a", "2026-11-20", "", "", "a"), ("c", "2026-11-20", "", "", "c"), ("g", "2026-11-19", "2026-11-20", "", "g"),
    ("h", "2026-11-20", "", "M", "h"), ("i", "2026-11-20", "", "C+K+M", "i"),
    ("k", "2026-11-20", "2027-01-01", "", "k"), ("l", "2026-11-20", "", "", "l"),
    ("k", "2026-11-01", "2026-11-20T09:59:59", "", "ended"), ("k", "2026-11-20T10:00:01", "", "", "to come"),
]
TODAY = put(f"{COMMON}/NLap", "2026-11-20")


def stopped(notice):
    """The taxpayer with that stop sells."""
    def change(root, invoice):
        code = next(row["tax_code"] for row in root.registry.stops if row["notice"] == notice)
        called(code)(root, invoice)
    return change


def version(**held):
    """The taxpayer who has another version with those values sells."""
    return seller(lambda row: all(row[name] == value for name, value in held.items()), has_versions=True)


def delegated(choose):
    """Another one issues: whom the rows of the registry's delegations give."""
    def change(root, invoice):
        code = choose(root.registry)
        for tag, written in (("MSTDVNUNLHDon", code), ("TDVNUNLHDon", "Bên nhận ủy nhiệm"), ("DCDVNUNLHDon", "Huế")):
            place(invoice, f"{COMMON}/{tag}").text = written
    return change


def declared(test):
    return delegated(lambda registry: next(row["delegate"] for row in registry.delegations if test(row)))


# Rule, bases, changes.
OF_REGISTRY = [
    *((rule, ALL, [stopped(letter), TODAY]) for letter, rule in stops.CASES.items() if letter != "h"),
    ("stop.h-cash-or-own-request", ("206/1", "216/1"), [stopped("h"), TODAY]),
    *(("", ALL, [stopped(notice), TODAY]) for notice in ("ended", "to come")),
    ("", ("200/1", "203/1"), [stopped("h"), TODAY]),
    ("stop.b-not-at-address", "200/1", [stopped("b"), put(f"{COMMON}/NLap", "2026-11-19")]),
    ("stop.late-data", ("203/1", "206/1", "216/1"), [stopped("b"), put(f"{COMMON}/NLap", "2026-11-19")]),
    ("stop.b-not-at-address", ALL, [stopped("b"), put(f"{COMMON}/NLap", "")]),
    ("stop.c-suspended", ALL, [version(status="suspended"), TODAY]),
    ("stop.c-suspended", "200/1", [version(status="suspended"), put(f"{COMMON}/NLap", "2026-11-19")]),
    ("stop.late-data", ("203/1", "206/1"), [version(status="suspended"), put(f"{COMMON}/NLap", "2026-11-19")]),
    ("reg.coded-covered", "200/1", [version(methods=""), TODAY]),
    ("", "200/1", [version(methods=""), put(f"{COMMON}/NLap", "2026-11-19")]),
    ("reg.kind-covered", ALL, [version(forms="2"), TODAY]),
    ("", ALL, [version(forms="2"), put(f"{COMMON}/NLap", "2026-11-19")]),
    ("", ALL, [version(name="CÔNG TY TÊN MỚI"), TODAY, put(f"{SELLER}/Ten", "CÔNG TY TÊN MỚI")]),
    ("pty.seller-name", ALL, [version(name="CÔNG TY TÊN MỚI"), put(f"{COMMON}/NLap", "2026-11-19"),
                              put(f"{SELLER}/Ten", "CÔNG TY TÊN MỚI")]),
    ("", ALL, declared(lambda row: row["forms"] == "1")),
    ("reg.delegation-declared", ("200/2", "203/2"), declared(lambda row: row["forms"] == "1")),
    ("reg.delegation-declared", ALL, declared(lambda row: row["symbols"] != "")),
    ("reg.delegation-declared", ALL, delegated(lambda registry: registry.stops[0]["tax_code"][:-1])),
    ("reg.delegation-declared", ALL, [declared(lambda row: row["forms"] == "1"),
                                      put(f"{COMMON}/NLap", "2025-12-31")]),
    ("reg.delegate-eligible", ALL, delegated(lambda registry: STRANGER)),
    ("stop.delegation", ALL, [delegated(lambda registry: registry.stops[0]["tax_code"]), TODAY]),
    ("stop.late-data", ("203/1", "206/1", "216/1"), [delegated(lambda registry: registry.stops[0]["tax_code"]),
                                                     put(f"{COMMON}/NLap", "2026-11-19")]),
]
