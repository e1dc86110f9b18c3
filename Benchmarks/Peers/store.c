#include "store.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static const char schema[] =
    "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
    "CREATE TABLE invoice (id INTEGER PRIMARY KEY, seller TEXT NOT NULL, form INTEGER NOT NULL, symbol TEXT NOT NULL,"
    " number INTEGER NOT NULL, day TEXT NOT NULL, currency TEXT NOT NULL, net INTEGER NOT NULL, tax INTEGER NOT NULL,"
    " total INTEGER NOT NULL);"
    "CREATE UNIQUE INDEX number_once ON invoice (seller, form, symbol, number);";

static const char insertion[] = "INSERT INTO invoice VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

void fail(const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    fputs("error: ", stderr);
    vfprintf(stderr, format, arguments);
    fputc('\n', stderr);
    va_end(arguments);
    exit(2);
}

static void run(struct store *store, const char *sql)
{
    if (sqlite3_exec(store->database, sql, NULL, NULL, NULL) != SQLITE_OK)
        fail("SQLite: %s", sqlite3_errmsg(store->database));
}

void store_create(struct store *store, const char *path)
{
    if (access(path, F_OK) == 0) fail("%s is there already", path);
    if (sqlite3_open(path, &store->database) != SQLITE_OK)
        fail("%s: %s", path, store->database ? sqlite3_errmsg(store->database) : "out of memory");
    run(store, schema);
    if (sqlite3_prepare_v2(store->database, insertion, -1, &store->insert, NULL) != SQLITE_OK)
        fail("SQLite: %s", sqlite3_errmsg(store->database));
}

void store_begin(struct store *store) { run(store, "BEGIN IMMEDIATE"); }
void store_commit(struct store *store) { run(store, "COMMIT"); }

bool store_insert(struct store *store, int64_t id, const struct invoice *invoice)
{
    sqlite3_stmt *insert = store->insert;
    sqlite3_bind_int64(insert, 1, id);
    sqlite3_bind_text(insert, 2, invoice->seller, -1, SQLITE_STATIC);
    sqlite3_bind_int64(insert, 3, invoice->form);
    sqlite3_bind_text(insert, 4, invoice->symbol, -1, SQLITE_STATIC);
    sqlite3_bind_int64(insert, 5, invoice->number);
    sqlite3_bind_text(insert, 6, invoice->day, -1, SQLITE_STATIC);
    sqlite3_bind_text(insert, 7, invoice->currency, -1, SQLITE_STATIC);
    sqlite3_bind_int64(insert, 8, invoice->net);
    sqlite3_bind_int64(insert, 9, invoice->tax);
    sqlite3_bind_int64(insert, 10, invoice->total);
    int code = sqlite3_step(insert);
    sqlite3_reset(insert);
    if (code == SQLITE_DONE) return true;
    if (sqlite3_extended_errcode(store->database) != SQLITE_CONSTRAINT_UNIQUE)
        fail("SQLite: %s", sqlite3_errmsg(store->database));
    return false;
}

void store_close(struct store *store)
{
    sqlite3_finalize(store->insert);
    sqlite3_close(store->database);
}
