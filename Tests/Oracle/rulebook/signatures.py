"""What can be said of a signature without verifying it; `signatures.py` beside this package has xmlsec1 verify."""
import collections

from .base import rule


def exempt(i):
    """Cash registers; tickets without code (Decree 254 art. 8.9, annex 9.d)."""
    return i.kind in ("206", "216") or (i.kind == "203" and i.form == "5" and i.letter in ("G", "H"))


@rule("sig.seller-present")
def _(i):
    return not exempt(i) and i.find("DSCKS/NBan/{*}Signature") is None


@rule("sig.single-data")
def _(i):
    return len(i.element.findall("DLHDon")) > 1


@rule("sig.id-scope")
def _(i):
    found = collections.Counter(element.get("Id") for element in i.element.iter() if isinstance(element.tag, str))
    del found[None]
    return any(count > 1 for count in found.values())
