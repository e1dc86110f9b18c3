// The table all peers write: one row an invoice, each number once, durable at every commit.
#ifndef PEERS_STORE_H
#define PEERS_STORE_H

#include "invoice.h"

#include <sqlite3.h>

struct store {
    sqlite3 *database;
    sqlite3_stmt *insert;
};

/// Makes a database that must not exist yet: WAL, synchronous=FULL. Ends the process where that fails.
void store_create(struct store *store, const char *path);
void store_begin(struct store *store);
/// False where the number is taken. Ends the process on any other failure.
bool store_insert(struct store *store, int64_t id, const struct invoice *invoice);
/// Durable when it returns.
void store_commit(struct store *store);
void store_close(struct store *store);

/// Says what went wrong on standard error and ends the process with status 2.
_Noreturn void fail(const char *format, ...) __attribute__((format(printf, 1, 2)));

#endif
