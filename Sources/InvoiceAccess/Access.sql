-- Who may use the service: keys of systems, accounts of people, their sessions, what officers asked. Format 1.
-- Moments are seconds of Vietnam's local time since 1970-01-01; hashes are SHA-256. No secret stands here but the
-- second factors of accounts: the file is for its owner alone.

-- scope: nobody, everybody, office:CODE, or taxpayers:CODE,CODE. permissions: those it has of its role's, by name,
-- joined by commas. replaced_by: the key that came with a rotation; both count until expires_at of the older one.
CREATE TABLE api_key (
    id TEXT PRIMARY KEY,
    digest BLOB NOT NULL UNIQUE,
    owner TEXT NOT NULL,
    role TEXT NOT NULL,
    scope TEXT NOT NULL,
    permissions TEXT NOT NULL,
    provider TEXT,
    made_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    withdrawn_at INTEGER,
    replaced_by TEXT
) STRICT, WITHOUT ROWID;

-- last_code: the number of the one-time code that was taken last.
CREATE TABLE account (
    login TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    scope TEXT NOT NULL,
    password TEXT NOT NULL,
    second_factor BLOB NOT NULL,
    last_code INTEGER NOT NULL,
    made_at INTEGER NOT NULL,
    closed_at INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE session (
    id TEXT PRIMARY KEY,
    digest BLOB NOT NULL,
    login TEXT NOT NULL REFERENCES account (login),
    begun_at INTEGER NOT NULL,
    used_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX session_login ON session (login);

-- subject: login:NAME or address:ADDRESS.
CREATE TABLE throttle (
    subject TEXT PRIMARY KEY,
    failures INTEGER NOT NULL,
    last_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- What officers asked, and why. subject: the taxpayer or invoice asked for, empty where none is named.
CREATE TABLE query (
    id INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    login TEXT NOT NULL,
    what TEXT NOT NULL,
    subject TEXT NOT NULL,
    purpose TEXT NOT NULL
) STRICT;

CREATE INDEX query_login ON query (login, at);
