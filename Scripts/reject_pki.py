"""Keys and certificates of the examples in Data/rejects: all of them for tests. Part of Scripts/rejects."""
import base64
import csv
import datetime
import hashlib
import pathlib
import re

ZONE = datetime.timezone(datetime.timedelta(hours=7))
START, END = datetime.datetime(2024, 1, 1, tzinfo=ZONE), datetime.datetime(2034, 1, 1, tzinfo=ZONE)
LATE = datetime.datetime(2026, 11, 20, 11, 0, 0, tzinfo=ZONE)
EARLY = datetime.datetime(2026, 11, 20, 10, 0, 0, tzinfo=ZONE)
SELLER = "CÔNG TY TNHH VÍ DỤ"
# Name, tax code, issuer, key, from, to, name of the taxpayer.
SIGNERS = [
    ("own", "0199999991", "ca", "signer", START, END, SELLER),
    ("weak", "0199999991", "ca", "weak", START, END, SELLER),
    ("tiny", "0199999991", "ca", "tiny", START, END, SELLER),
    ("early", "0199999991", "ca", "signer", LATE, END, SELLER),
    ("lapsed", "0199999991", "ca", "signer", START, LATE, SELLER),
    ("foreign", "0199999991", "elsewhere", "signer", START, END, SELLER),
    ("revoked", "0199999991", "ca", "signer", START, END, SELLER),
    ("stranger", "0199999983", "ca", "signer", START, END, "CÔNG TY KHÁC"),
    ("unlisted", "0199999991", "ca", "signer", START, END, SELLER),
]
# Name, tax code, name, status, methods, forms, code of cash registers, registered on; in the registry or not.
ALL_FORMS = "1+2+3+4+5+6+7+8+9"
TAXPAYERS = [
    ("own", "0199999991", SELLER, "active", "C+K+M", ALL_FORMS, "ABCDE", "2022-07-01"),
    ("buyer", "0301464823-001", "CÔNG TY MUA", "active", "C", "1", "", "2022-07-01"),
    ("closed", "0100000011", "CÔNG TY ĐÓNG", "closed", "C", ALL_FORMS, "", "2022-07-01"),
    ("suspended", "0100000012", "CÔNG TY TẠM NGỪNG", "suspended", "C", ALL_FORMS, "", "2022-07-01"),
    ("without-code", "0100000013", "CÔNG TY KHÔNG MÃ", "active", "K", ALL_FORMS, "", "2022-07-01"),
    ("with-code", "0100000014", "CÔNG TY CÓ MÃ", "active", "C", ALL_FORMS, "ABCDE", "2022-07-01"),
    ("sales-only", "0100000015", "CÔNG TY BÁN HÀNG", "active", "C", "2", "", "2022-07-01"),
    ("newcomer", "0100000016", "CÔNG TY MỚI", "active", "C", ALL_FORMS, "", "2026-11-21"),
    ("household", "001099999991", "HỘ KINH DOANH VÍ DỤ", "active", "C+K", ALL_FORMS, "", "2022-07-01"),
    ("renamed", "0100000017", "CÔNG TY TÊN MỚI", "active", "C", ALL_FORMS, "", "2022-07-01"),
    ("wrong-digit", "0100000018", "CÔNG TY SAI SỐ", "active", "C", ALL_FORMS, "", "2022-07-01"),
    ("unknown", "0100000019", "CÔNG TY LẠ", "", "", "", "", ""),
    # Certified by another authority, whose key is kept: more can be added without new certificates for all.
    ("stop-b", "0100000021", "CÔNG TY VẮNG ĐỊA CHỈ", "active", "C", ALL_FORMS, "", "2022-07-01"),
    ("stop-d", "0100000022", "CÔNG TY NỢ THUẾ", "active", "C", ALL_FORMS, "", "2022-07-01"),
    ("stop-dd", "0100000023", "CÔNG TY HÀNG GIẢ", "active", "C", ALL_FORMS, "", "2022-07-01"),
    ("stop-e", "0100000024", "CÔNG TY BÁN KHỐNG", "active", "C", ALL_FORMS, "", "2022-07-01"),
    ("stop-g", "0100000025", "CÔNG TY THIẾU ĐIỀU KIỆN", "active", "C", ALL_FORMS, "", "2022-07-01"),
    ("stop-h", "0100000026", "CÔNG TY TẠM NGỪNG HÓA ĐƠN", "active", "C", ALL_FORMS, "", "2022-07-01"),
    ("stop-i", "001099999992", "HỘ KINH DOANH THIẾU THÔNG TIN", "active", "C", ALL_FORMS, "", "2022-07-01"),
    ("stop-k", "0100000028", "CÔNG TY TRỐN THUẾ", "active", "C", ALL_FORMS, "", "2022-07-01"),
    ("stop-l", "0100000029", "CÔNG TY RỦI RO CAO", "active", "C", ALL_FORMS, "", "2022-07-01"),
    ("late", "0100000030", "CÔNG TY GỬI MUỘN", "active", "C+K", ALL_FORMS, "", "2022-07-01"),
    ("delegate", "0100000031", "CÔNG TY NHẬN ỦY NHIỆM", "active", "C", ALL_FORMS, "", "2022-07-01"),
    ("delegate-stopped", "0100000032", "CÔNG TY NHẬN ỦY NHIỆM BỊ NGỪNG", "active", "C", ALL_FORMS, "", "2022-07-01"),
]
LATER = [name for name, *_ in TAXPAYERS[[name for name, *_ in TAXPAYERS].index("stop-b"):]]
# Name of the taxpayer, cause, from, to, kinds, notice; all are judged at noon of 2026-11-20.
STOPS = [
    ("stop-b", "b", "2026-11-02", "", "", ""),
    ("stop-d", "d", "2026-11-02", "2027-11-01", "", ""),
    ("stop-dd", "dd", "2026-11-19T15:00:00", "", "C+K+M", "21/TB"),
    ("stop-e", "e", "2026-11-20T12:00:00", "", "", "22/TB-NSD"),
    ("stop-g", "g", "2026-11-19T15:00:00", "2026-11-20T12:00:00", "", "23/TB"),
    ("stop-h", "h", "2026-11-01", "2026-11-30", "C", "24/TB-NSD"),
    ("stop-i", "i", "2026-11-18", "", "", ""),
    ("stop-k", "k", "2026-11-10T08:30:00", "", "", "25/TB-NSD"),
    ("stop-l", "l", "2026-11-17T08:00:00", "", "", "26/TB"),
    ("late", "b", "2026-11-20", "", "", ""),
    ("delegate-stopped", "k", "2026-11-10T08:30:00", "", "", "27/TB-NSD"),
    # Over, to come, and of other invoices: nobody is refused for these.
    ("own", "c", "2026-08-01", "2026-08-31", "", ""),
    ("own", "k", "2026-11-01T00:00:00", "2026-11-20T11:59:59", "", "28/TB-NSD"),
    ("own", "h", "2026-11-20T12:00:01", "", "", "29/TB-NSD"),
    ("delegate", "h", "2026-11-01", "", "M", "30/TB-NSD"),
]
# Names of seller and delegate, from, to, forms, symbols.
DELEGATIONS = [
    ("own", "delegate", "2026-11-01", "2026-11-20", "1+2", "C26TAA+C26TBB"),
    ("own", "delegate-stopped", "2026-11-01", "", "", ""),
    ("own", "unknown", "2026-11-01", "2026-12-31", "1", ""),
]


def checked(tax_code, name):
    """The code with the tenth digit it must have; with another one where it is meant to be wrong."""
    if not tax_code.startswith("01000000"):
        return tax_code
    number = int(tax_code[8:10])
    while True:
        nine = f"0100{number:05d}"
        digit = 10 - sum(int(d) * w for d, w in zip(nine, (31, 29, 23, 19, 17, 13, 7, 5, 3))) % 11
        if digit < 10:
            return nine + str((digit + 5) % 10 if name == "wrong-digit" else digit)
        number += 100


class Signer:
    """A key and its certificate."""

    def __init__(self, tax_code, name, certificate, key):
        self.tax_code, self.name, self.text = tax_code, name, certificate
        self.subject = f"CN={name},0.9.2342.19200300.100.1.1=MST:{tax_code}"
        self.key = key

    def sign(self, data, algorithm):
        """RSASSA-PKCS1-v1_5."""
        prefixes = {
            "sha1": "3021300906052b0e03021a05000414",
            "sha256": "3031300d060960864801650304020105000420",
            "sha512": "3051300d060960864801650304020305000440",
        }
        modulus, first, second, first_exponent, second_exponent, inverse = self.key
        size = (modulus.bit_length() + 7) // 8
        info = bytes.fromhex(prefixes[algorithm]) + hashlib.new(algorithm, data).digest()
        block = b"\0\1" + b"\xff" * (size - len(info) - 3) + b"\0" + info
        number = int.from_bytes(block, "big")
        low = pow(number, second_exponent, second)
        high = (pow(number, first_exponent, first) - low) * inverse % first
        return (low + high * second).to_bytes(size, "big")


def der_integers(data):
    """The integers of a DER sequence."""
    def header(at):
        length, at = data[at + 1], at + 2
        if length & 0x80:
            count = length & 0x7F
            length, at = int.from_bytes(data[at:at + count], "big"), at + count
        return at, length

    at, _ = header(0)
    found = []
    while at < len(data):
        start, length = header(at)
        found.append(int.from_bytes(data[start:start + length], "big"))
        at = start + length
    return found


def body(path):
    return base64.b64decode(re.search(r"-----\n(.*)\n-----", path.read_text(), re.DOTALL)[1])


def read(folder):
    """Every signer by name."""
    keys = {}
    for name in ("signer", "weak", "tiny"):
        integers = der_integers(body(folder / f"{name}.key.pem"))
        keys[name] = (integers[1], *integers[4:9])
    signers = {}
    for name, tax_code, person, key in everybody():
        text = base64.b64encode(body(folder / f"{name}.pem")).decode()
        signers[name] = Signer(tax_code, person, text, keys[key])
    return signers


def everybody():
    for name, tax_code, _, key, _, _, person in SIGNERS:
        yield name, tax_code, person, key
    for name, tax_code, person, *_ in TAXPAYERS[2:]:
        yield name, checked(tax_code, name), "CÔNG TY TÊN CŨ" if name == "renamed" else person, "signer"


def complete(folder):
    """Makes what is missing yet: certificates of taxpayers that were added, and the registry's lists."""
    from cryptography import x509
    from cryptography.hazmat.primitives import serialization
    from cryptography.hazmat.primitives.asymmetric import rsa

    path, anchors = folder / "later.key.pem", folder / "anchors.pem"
    if path.exists():
        key = serialization.load_pem_private_key(path.read_bytes(), None)
        # It was put last.
        last = anchors.read_bytes().rpartition(b"-----BEGIN CERTIFICATE-----")
        issuer = x509.load_pem_x509_certificate(last[1] + last[2])
    else:
        key = rsa.generate_private_key(65537, 2048)
        issuer = certificate("TEST CA later", None, key, None, key, START, END)
        path.write_bytes(private(key))
        anchors.write_bytes(anchors.read_bytes() + issuer.public_bytes(serialization.Encoding.PEM))
    signer = serialization.load_pem_private_key((folder / "signer.key.pem").read_bytes(), None)
    for name, tax_code, person, _ in everybody():
        if name in LATER and not (folder / f"{name}.pem").exists():
            one = certificate(person, tax_code, signer, issuer, key, START, END)
            (folder / f"{name}.pem").write_bytes(one.public_bytes(serialization.Encoding.PEM))
    write_taxpayers(folder)
    write_lists(folder)


def private(key):
    from cryptography.hazmat.primitives import serialization

    return key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.TraditionalOpenSSL, serialization.NoEncryption())


def make(folder):
    """Makes keys, certificates, the revocation list and the registry; not the same ones twice."""
    from cryptography.hazmat.primitives import serialization
    from cryptography.hazmat.primitives.asymmetric import rsa

    folder.mkdir(parents=True, exist_ok=True)
    keys = {name: rsa.generate_private_key(65537, bits) for name, bits in
            (("signer", 2048), ("weak", 1024), ("tiny", 768), ("ca", 2048), ("elsewhere", 2048))}
    for name in ("signer", "weak", "tiny"):
        (folder / f"{name}.key.pem").write_bytes(private(keys[name]))
    issuers = {name: certificate(f"TEST CA {name}", None, keys[name], None, keys[name], START, END)
               for name in ("ca", "elsewhere")}
    (folder / "anchors.pem").write_bytes(issuers["ca"].public_bytes(serialization.Encoding.PEM))
    made = {}
    for name, tax_code, issuer, key, first, last, person in SIGNERS:
        made[name] = certificate(person, tax_code, keys[key], issuers[issuer], keys[issuer], first, last)
    for name, tax_code, person, *_ in TAXPAYERS[2:]:
        if name in LATER:
            continue
        code = checked(tax_code, name)
        made[name] = certificate(person, code, keys["signer"], issuers["ca"], keys["ca"], START, END)
    for name, one in made.items():
        (folder / f"{name}.pem").write_bytes(one.public_bytes(serialization.Encoding.PEM))
    (folder / "crl.pem").write_bytes(
        revocations(issuers["ca"], keys["ca"], made["revoked"]).public_bytes(serialization.Encoding.PEM))
    write_certificates(folder, made)
    for name in ("later.key.pem", *(f"{name}.pem" for name in LATER)):
        (folder / name).unlink(missing_ok=True)
    complete(folder)


def certificate(name, tax_code, key, issuer, issuer_key, first, last):
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes
    from cryptography.x509.oid import NameOID

    parts = [x509.NameAttribute(NameOID.COUNTRY_NAME, "VN"), x509.NameAttribute(NameOID.COMMON_NAME, name)]
    if tax_code:
        parts.append(x509.NameAttribute(NameOID.USER_ID, f"MST:{tax_code}"))
    subject = x509.Name(parts)
    builder = x509.CertificateBuilder().subject_name(subject).issuer_name(issuer.subject if issuer else subject)
    builder = builder.public_key(key.public_key()).serial_number(x509.random_serial_number())
    builder = builder.not_valid_before(utc(first)).not_valid_after(utc(last))
    builder = builder.add_extension(x509.BasicConstraints(ca=issuer is None, path_length=None), critical=True)
    signing = issuer is None
    usage = x509.KeyUsage(not signing, not signing, False, False, False, signing, signing, False, False)
    return builder.add_extension(usage, critical=True).sign(issuer_key, hashes.SHA256())


def revocations(issuer, key, revoked):
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes

    entry = x509.RevokedCertificateBuilder().serial_number(revoked.serial_number).revocation_date(utc(EARLY)).build()
    builder = x509.CertificateRevocationListBuilder().issuer_name(issuer.subject)
    return builder.last_update(utc(EARLY)).next_update(utc(END)).add_revoked_certificate(entry).sign(
        key, hashes.SHA256())


def utc(moment):
    return moment.astimezone(datetime.timezone.utc).replace(tzinfo=None)


def write_taxpayers(folder):
    with open(folder / "registry.csv", "w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(["tax_code", "name", "office_code", "status", "methods", "forms", "cash_register_code",
                        "registered_on"])
        for name, tax_code, person, status, *rest in TAXPAYERS:
            if status:
                table.writerow([checked(tax_code, name), person, "10101", status, *rest])


def write_lists(folder):
    codes = {name: checked(tax_code, name) for name, tax_code, *_ in TAXPAYERS}
    with open(folder / "stops.csv", "w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(["tax_code", "cause", "from", "to", "kinds", "notice"])
        table.writerows([codes[name], *row] for name, *row in STOPS)
    with open(folder / "delegations.csv", "w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(["delegator", "delegate", "from", "to", "forms", "symbols"])
        table.writerows([codes[one], codes[other], *row] for one, other, *row in DELEGATIONS)


def write_certificates(folder, made):
    with open(folder / "certificates.csv", "w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(["tax_code", "issuer", "serial", "valid_from", "valid_to"])
        for name in ("own", "weak", "tiny", "early", "lapsed", "foreign", "revoked", "stranger"):
            serial = f"{made[name].serial_number:X}"
            table.writerow(["0199999991", "", serial, "2024-01-01", "2034-01-01"])
