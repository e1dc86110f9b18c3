-- The store of one ledger, format 5: all of it is made from the archive by the same code that commits, so that it can be
-- thrown away and made again. Days are counted from 1970-01-01, moments are seconds of Vietnam's local time
-- since then, tax codes are packed words (shape in the top byte, digits below).

CREATE TABLE setting (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Blocks of the archive that are part of the ledger. kind: 1 messages, 2 changes, 3 a day's head; first and count: the
-- numbers of its entries; length: all of the block, its header too.
CREATE TABLE block (
    number INTEGER PRIMARY KEY,
    kind INTEGER NOT NULL,
    first INTEGER NOT NULL,
    count INTEGER NOT NULL,
    segment INTEGER NOT NULL,
    offset INTEGER NOT NULL,
    length INTEGER NOT NULL,
    digest BLOB NOT NULL
) STRICT;

-- Where the archive's committed part ends, one row: what stands behind it never happened. last_time: the latest receipt
-- or change so far.
CREATE TABLE archive_end (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    segment INTEGER NOT NULL,
    offset INTEGER NOT NULL,
    block INTEGER NOT NULL,
    digest BLOB NOT NULL,
    last_time INTEGER NOT NULL
) STRICT;

-- Every administrative action in order; with the messages it has one common order through after_message. What was
-- done stands in its block.
CREATE TABLE change (
    sequence INTEGER PRIMARY KEY,
    after_message INTEGER NOT NULL,
    at INTEGER NOT NULL,
    actor TEXT NOT NULL,
    kind TEXT NOT NULL,
    block INTEGER NOT NULL
) STRICT;

-- The policy in force, at most one row.
CREATE TABLE policy (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    change INTEGER NOT NULL,
    text TEXT NOT NULL
) STRICT;

-- What holds of a taxpayer from a day on, a row a version. valid_from: that day; -719163, the day before the first of
-- the calendar, for what has held since it registered.
CREATE TABLE taxpayer (
    tax_code INTEGER NOT NULL,
    valid_from INTEGER NOT NULL,
    name TEXT NOT NULL,
    office TEXT NOT NULL,
    status TEXT NOT NULL,
    methods INTEGER NOT NULL,
    forms INTEGER NOT NULL,
    cash_register_code TEXT NOT NULL,
    registered_on INTEGER NOT NULL,
    PRIMARY KEY (tax_code, valid_from)
) STRICT, WITHOUT ROWID;

-- Cases in which a taxpayer must not issue. cause: the letter of Circular 91/2026, article 8.1 (dd for đ); from_time and
-- to_time: the first and the last second; kinds: bits as in taxpayer.methods, 0 for all.
CREATE TABLE usage_stop (
    tax_code INTEGER NOT NULL,
    cause TEXT NOT NULL,
    from_time INTEGER NOT NULL,
    to_time INTEGER,
    kinds INTEGER NOT NULL,
    notice TEXT NOT NULL,
    PRIMARY KEY (tax_code, cause, from_time)
) STRICT, WITHOUT ROWID;

-- Who may issue for whom. from_day and to_day: the first and the last day; forms: a bit for each digit, 0 for all;
-- symbols: joined by +, empty for all.
CREATE TABLE delegation (
    delegator INTEGER NOT NULL,
    delegate INTEGER NOT NULL,
    from_day INTEGER NOT NULL,
    forms INTEGER NOT NULL,
    symbols TEXT NOT NULL,
    to_day INTEGER,
    PRIMARY KEY (delegator, delegate, from_day, forms, symbols)
) STRICT, WITHOUT ROWID;

-- A taxpayer named in certificate_list had its list imported, even an empty one.
CREATE TABLE certificate_list (
    tax_code INTEGER PRIMARY KEY
) STRICT;

CREATE TABLE registered_certificate (
    tax_code INTEGER NOT NULL,
    position INTEGER NOT NULL,
    issuer TEXT NOT NULL,
    serial TEXT NOT NULL,
    valid_from INTEGER NOT NULL,
    valid_to INTEGER NOT NULL,
    PRIMARY KEY (tax_code, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE trust_anchor (
    change INTEGER PRIMARY KEY,
    certificate BLOB NOT NULL UNIQUE
) STRICT;

CREATE TABLE revocation_list (
    change INTEGER PRIMARY KEY,
    list BLOB NOT NULL UNIQUE
) STRICT;

CREATE TABLE authority (
    id INTEGER PRIMARY KEY,
    certificate BLOB NOT NULL,
    pem BLOB NOT NULL
) STRICT;

-- The secrets are files; check_value tells whether a file holds what it held.
CREATE TABLE code_key (
    generation INTEGER PRIMARY KEY,
    check_value INTEGER NOT NULL,
    change INTEGER NOT NULL
) STRICT;

-- status: 1 issued, 2 refused (204), 3 rejected (999), 4 unreadable, 5 duplicate, 6 judged invoice by invoice,
-- 7 a chunk of lines, 8 a manifest of chunks.
-- transaction_number: of the one invoice in it; of a duplicate, the first one's. All else of a message stands in its
-- block.
CREATE TABLE message (
    sequence INTEGER PRIMARY KEY,
    status INTEGER NOT NULL,
    received_at INTEGER NOT NULL,
    block INTEGER NOT NULL,
    transaction_number INTEGER,
    notice_number INTEGER
) STRICT;

-- Messages that are more, or less, than one invoice with its code: what they attempted is looked for here.
CREATE INDEX message_attempt ON message (sequence, status) WHERE status <> 1;

-- The last number given in each year's notices.
CREATE TABLE notice_counter (
    year INTEGER PRIMARY KEY,
    last INTEGER NOT NULL
) STRICT;

CREATE TABLE series (
    id INTEGER PRIMARY KEY,
    seller INTEGER NOT NULL,
    form INTEGER NOT NULL,
    symbol TEXT NOT NULL,
    UNIQUE (seller, form, symbol)
) STRICT;

-- Amounts are two columns: whole units and the millionths beyond them, of the same sign.
-- rate: the only rate (kind * 65536 + hundredths) where its amounts are net and tax; -1 for an invoice without rates;
-- null where invoice_rate says more. generation and tag: of the authority's code, null for what is only registered;
-- cash_series and cash_counter: of the code that a cash register made, null where there is none.
CREATE TABLE invoice (
    transaction_number INTEGER PRIMARY KEY,
    message INTEGER NOT NULL,
    series INTEGER NOT NULL,
    number INTEGER NOT NULL,
    issued_on INTEGER NOT NULL,
    received_on INTEGER NOT NULL,
    office TEXT NOT NULL,
    buyer INTEGER,
    currency TEXT NOT NULL,
    exchange_units INTEGER,
    exchange_millionths INTEGER,
    net_units INTEGER NOT NULL,
    net_millionths INTEGER NOT NULL,
    tax_units INTEGER NOT NULL,
    tax_millionths INTEGER NOT NULL,
    total_units INTEGER NOT NULL,
    total_millionths INTEGER NOT NULL,
    rate INTEGER,
    content BLOB NOT NULL,
    generation INTEGER,
    tag INTEGER,
    cash_series INTEGER,
    cash_counter INTEGER,
    relation INTEGER,
    related INTEGER,
    replaced_by INTEGER,
    adjusted_by INTEGER
) STRICT;

CREATE TABLE invoice_rate (
    transaction_number INTEGER NOT NULL,
    rate INTEGER NOT NULL,
    net_units INTEGER NOT NULL,
    net_millionths INTEGER NOT NULL,
    tax_units INTEGER NOT NULL,
    tax_millionths INTEGER NOT NULL,
    PRIMARY KEY (transaction_number, rate)
) STRICT, WITHOUT ROWID;

-- A number is taken once: the whole of that promise.
CREATE TABLE number (
    series INTEGER NOT NULL,
    number INTEGER NOT NULL,
    transaction_number INTEGER NOT NULL,
    PRIMARY KEY (series, number)
) STRICT, WITHOUT ROWID;

-- A cash register's code is used once. series: form, year and allotted characters as one word; counter: the rest.
CREATE TABLE cash_code (
    series INTEGER NOT NULL,
    counter INTEGER NOT NULL,
    transaction_number INTEGER NOT NULL,
    PRIMARY KEY (series, counter)
) STRICT, WITHOUT ROWID;

-- Sums. id: in order of the first invoice of each row; a row is found by its key once, and then written by its id.
-- basis: 0 by invoice date, 1 by day of receipt, 2 by either, of invoices whose two days are of one period. kind, by
-- the symbol: 0 coded, 1 uncoded, 2 from a cash register with its code, 3 from one without. rate: 2^24 + a rate,
-- invoices with that rate alone and nothing beyond it; -1, invoices without rates; of all others -3 their own sums
-- (each invoice once), a rate its share, -2 what they hold beyond the rates. Each sum is two columns, high * 10^18 +
-- low in millionths: no number of invoices at the ceiling overflows them.
CREATE TABLE total_day (
    id INTEGER PRIMARY KEY,
    basis INTEGER NOT NULL,
    day INTEGER NOT NULL,
    office TEXT NOT NULL,
    kind INTEGER NOT NULL,
    form INTEGER NOT NULL,
    currency TEXT NOT NULL,
    rate INTEGER NOT NULL,
    invoices INTEGER NOT NULL,
    without_exchange INTEGER NOT NULL,
    net_high INTEGER NOT NULL,
    net_low INTEGER NOT NULL,
    tax_high INTEGER NOT NULL,
    tax_low INTEGER NOT NULL,
    total_high INTEGER NOT NULL,
    total_low INTEGER NOT NULL,
    net_vnd_high INTEGER NOT NULL,
    net_vnd_low INTEGER NOT NULL,
    tax_vnd_high INTEGER NOT NULL,
    tax_vnd_low INTEGER NOT NULL,
    total_vnd_high INTEGER NOT NULL,
    total_vnd_low INTEGER NOT NULL,
    UNIQUE (day, office, basis, kind, form, currency, rate)
) STRICT;

-- month: year * 12 + month - 1.
CREATE TABLE total_month (
    id INTEGER PRIMARY KEY,
    basis INTEGER NOT NULL,
    month INTEGER NOT NULL,
    taxpayer INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    form INTEGER NOT NULL,
    currency TEXT NOT NULL,
    rate INTEGER NOT NULL,
    invoices INTEGER NOT NULL,
    without_exchange INTEGER NOT NULL,
    net_high INTEGER NOT NULL,
    net_low INTEGER NOT NULL,
    tax_high INTEGER NOT NULL,
    tax_low INTEGER NOT NULL,
    total_high INTEGER NOT NULL,
    total_low INTEGER NOT NULL,
    net_vnd_high INTEGER NOT NULL,
    net_vnd_low INTEGER NOT NULL,
    tax_vnd_high INTEGER NOT NULL,
    tax_vnd_low INTEGER NOT NULL,
    total_vnd_high INTEGER NOT NULL,
    total_vnd_low INTEGER NOT NULL,
    UNIQUE (month, taxpayer, basis, kind, form, currency, rate)
) STRICT;
