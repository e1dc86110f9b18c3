"""The envelope (Decision 1450, part I.IV) and what may not be in a request."""
import re

import wire

from .base import SERVED, message_rule, rule

SENDER = r"[VK]([0-9]{10}|[0-9]{13})"


@message_rule("env.type-known")
def _(m):
    return m.kind not in SERVED


@message_rule("env.sender-format")
def _(m):
    return not re.fullmatch(SENDER, m.header("MNGui"))


@message_rule("env.receiver-is-tct")
def _(m):
    return m.header("MNNhan") != "TCT"


@message_rule("env.msgid-format")
def badly_named(m):
    sender, written = m.header("MNGui"), m.header("MTDiep")
    return not written.startswith(sender) or not re.fullmatch(r"[0-9A-Fa-f]{32}", written[len(sender):])


@message_rule("env.msgid-uuid")
def _(m):
    tail = m.header("MTDiep")[len(m.header("MNGui")):]
    return not badly_named(m) and not re.fullmatch(r"[0-9A-F]{12}4[0-9A-F]{3}[89AB][0-9A-F]{15}", tail)


@message_rule("env.pban-known")
def _(m):
    return m.header("PBan") not in ("", "2.0.0", "2.0.1", "2.1.0")


@message_rule("env.count-matches")
def _(m):
    written = m.header("SLuong")
    items = [] if m.data is None else [child for child in m.data if isinstance(child.tag, str)]
    return not re.fullmatch(r"[0-9]{1,7}", written) or int(written) != len(items)


@message_rule("env.one-invoice-for-code")
def _(m):
    return m.kind == "200" and len(m.invoices) != 1


@message_rule("env.batch-empty")
def _(m):
    return m.kind in ("203", "206", "216") and not m.invoices


@message_rule("env.one-kind-one-taxpayer")
def _(m):
    return len({invoice.seller for invoice in m.invoices if invoice.seller}) > 1


@message_rule("env.mst-header-equals-body")
def _(m):
    return any(invoice.seller not in ("", m.header("MST")) for invoice in m.invoices[:1])


@message_rule("snd.direct-uncoded")
def _(m):
    return m.kind == "200" and m.header("MNGui").startswith("K")


@rule("env.no-code-in-request")
def _(i):
    signature = i.find("DSCKS/CQT")
    signed = signature is not None and len(signature) > 0
    return (i.kind in ("200", "203") and i.code != "") or signed


@rule("env.empty-code-element")
def _(i):
    return i.kind != "206" and i.find("MCCQT") is not None and i.code == ""
