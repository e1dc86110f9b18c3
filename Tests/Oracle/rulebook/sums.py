"""Money and tax. No source has a rule of rounding: one unit for each line that may have been rounded."""
import wire
from wire import Decimal

from .base import number, rule
from .lines import RATE, adjusts, kind

CEILING = Decimal(10) ** 15
CURRENCIES = set("""AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BOV BRL BSD BTN BWP BYN
BZD CAD CDF CHE CHF CHW CLF CLP CNY COP COU CRC CUC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP
GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD
LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN
PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS
UAH UGX USD USN UYI UYU UYW UZS VED VES VND VUV WST XAF XAG XAU XBA XBB XBC XBD XCD XDR XOF XPD XPF XPT XSU XTS XUA XXX
YER ZAR ZMW ZWG ZWL""".split())
DONG_SIGNS = {"đ", "Đ", "VNĐ", "vnđ"}


@rule("cur.code")
def _(i):
    return i.currency != "" and i.currency not in CURRENCIES and i.currency not in DONG_SIGNS


@rule("cur.dong-alias")
def _(i):
    return i.currency in DONG_SIGNS


@rule("cur.rate-present")
def _(i):
    written = wire.text(i.common, "TGia")
    foreign = i.currency in CURRENCIES and i.currency != "VND"
    return foreign and (written == "" or wire.amount(written) is not None and wire.amount(written) <= 0)


@rule("cur.rate-format")
def _(i):
    written = wire.text(i.common, "TGia")
    return written != "" and not wire.fits(written, 7, 2)


@rule("sum.block-present")
def _(i):
    return i.content is not None and i.form != "6" and not adjusts(i) and wire.text(i.totals, "TgTTTBSo") == ""


@rule("sum.words-present")
def _(i):
    return i.totals is not None and wire.text(i.totals, "TgTTTBSo") != "" and wire.text(i.totals, "TgTTTBChu") == ""


@rule("sum.ceiling")
def _(i):
    exchange = wire.amount(wire.text(i.common, "TGia")) if i.currency != "VND" else None
    sums = [i.sum(tag) for tag in ("TgTCThue", "TgTThue", "TgTTTBSo")]
    return any(value is not None and abs(value * (exchange or 1)) > CEILING for value in sums)


def summable(i):
    """A sum with a summand missing is nobody's fault but the summand's; lines of no known kind are no summands."""
    found = [number(line, "ThTien") for line in i.lines if kind(line) in ("1", "3", "5")]
    return found != [] and None not in found


def fee_rows(i):
    return [] if i.totals is None else i.totals.findall("DSLPhi/LPhi")


def fees(i):
    """What the fees come to; one that cannot be read makes the sum unknown."""
    found = [Decimal(0) if wire.text(fee, "TPhi") == "" else number(fee, "TPhi") for fee in fee_rows(i)]
    return None if None in found else sum(found, Decimal(0))


def adds_up(i, difference):
    """Fees and the discount may be part of the total, or shown apart."""
    fee, discount = fees(i), i.sum("TTCKTMai")
    if fee is None or (discount is None and wire.text(i.totals, "TTCKTMai") != ""):
        return True
    return any(abs(difference + more - less) <= 1 for more in (0, fee) for less in (0, discount or 0))


def tax(row):
    """The tax of a row by rate; an empty one is none, an unreadable one is None."""
    return Decimal(0) if wire.text(row, "TThue") == "" else number(row, "TThue")


@rule("sum.fees")
def _(i):
    return any((wire.text(fee, "TLPhi") == "") != (wire.text(fee, "TPhi") == "") for fee in fee_rows(i))


@rule("sum.trade-discount")
def _(i):
    discount = i.sum("TTCKTMai")
    return discount is not None and summable(i) and discount > 0 and discount > i.line_sum("1", "5")


@rule("sum.pre-tax")
def _(i):
    net = i.sum("TgTCThue")
    if i.form not in ("1", "8") or net is None or not summable(i):
        return False
    return abs(i.line_sum("1", "5") - i.line_sum("3") - net) > max(1, len(i.lines))


@rule("sum.tax-total")
def _(i):
    total, taxes = i.sum("TgTThue"), [tax(row) for row in i.rates]
    if i.form not in ("1", "8") or not taxes or total is None or None in taxes:
        return False
    return abs(sum(taxes, Decimal(0)) - total) > 1


@rule("sum.payable")
def _(i):
    net, taxes, total = i.sum("TgTCThue"), i.sum("TgTThue"), i.sum("TgTTTBSo")
    if i.form not in ("1", "8") or None in (net, taxes, total):
        return False
    return not adds_up(i, net + taxes - total)


@rule("sum.payable-sales")
def _(i):
    total = i.sum("TgTTTBSo")
    sales = i.form in ("2", "3", "4") or (i.form == "5" and i.letter == "H")
    if not sales or total is None or not summable(i):
        return False
    return not adds_up(i, i.line_sum("1", "5") - i.line_sum("3") - total)


def by_rate(i):
    """What the lines say for each rate: base and number of lines."""
    found = {}
    for line in i.lines:
        amount, rate = number(line, "ThTien"), wire.text(line, "TSuat")
        if kind(line) not in ("1", "3", "5") or amount is None or rate == "":
            continue
        base, count = found.get(rate, (Decimal(0), 0))
        found[rate] = (base - amount if kind(line) == "3" else base + amount, count + 1)
    return found


@rule("sum.rate-table")
def _(i):
    sold = any(kind(line) in ("1", "2", "5") for line in i.lines)
    if i.form != "1" or not i.rates or not sold or not summable(i):
        return False
    named = [wire.text(row, "TSuat") for row in i.rates]
    if not all(RATE.fullmatch(wire.text(line, "TSuat")) for line in i.lines if kind(line) in ("1", "3", "5")):
        return False
    lines = by_rate(i)
    if len(set(named)) != len(named) or set(named) != set(lines):
        return True
    bases = [number(row, "ThTien") for row in i.rates]
    return any(base is not None and abs(base - lines[rate][0]) > max(1, lines[rate][1])
               for rate, base in zip(named, bases))


@rule("sum.rate-table-missing")
def _(i):
    if i.form != "1" or i.rates or i.totals is None or not i.lines:
        return False
    return any(rate not in ("KCT", "KKKNT") for rate in by_rate(i))


@rule("sum.rate-times-base")
def _(i):
    lines = by_rate(i)
    for row in i.rates if i.taxed else []:
        rate = wire.text(row, "TSuat")
        base, paid = number(row, "ThTien"), tax(row)
        listed = rate.endswith("%") and RATE.fullmatch(rate)
        percent = wire.amount(rate.removeprefix("KHAC:").rstrip("%")) if listed else None
        if None in (base, paid, percent):
            continue
        if abs(base * percent / 100 - paid) > Decimal("0.5") * max(1, lines.get(rate, (0, 1))[1]):
            return True
    return False


@rule("sum.no-tax-on-exempt")
def _(i):
    return i.form == "1" and any(wire.text(row, "TSuat") in ("0%", "KCT", "KKKNT")
                                 and (tax(row) or Decimal(0)) != 0 for row in i.rates)
