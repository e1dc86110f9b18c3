// The floor under every program that keeps invoices in SQLite: the rows of one database inserted into a new one.
//
//   bare_insert SOURCE DATABASE [BATCH]
//
// The rows are read into memory first, in their order; only the inserts and their commits are timed. Prints one line.
#include "store.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static void copy(char *target, size_t size, sqlite3_stmt *row, int column)
{
    snprintf(target, size, "%s", (const char *)sqlite3_column_text(row, column));
}

static struct invoice *read_rows(const char *path, size_t *count)
{
    sqlite3 *source = NULL;
    sqlite3_stmt *row = NULL;
    static const char query[] =
        "SELECT seller, symbol, day, currency, form, number, net, tax, total FROM invoice ORDER BY id";
    if (sqlite3_open_v2(path, &source, SQLITE_OPEN_READONLY, NULL) != SQLITE_OK
        || sqlite3_prepare_v2(source, query, -1, &row, NULL) != SQLITE_OK)
        fail("%s: %s", path, source ? sqlite3_errmsg(source) : "out of memory");
    struct invoice *rows = NULL;
    size_t room = 0;
    while (sqlite3_step(row) == SQLITE_ROW) {
        if (*count == room) rows = realloc(rows, (room = room * 2 + 1024) * sizeof *rows);
        if (!rows) fail("out of memory");
        struct invoice *each = &rows[(*count)++];
        copy(each->seller, seller_size, row, 0);
        copy(each->symbol, symbol_size, row, 1);
        copy(each->day, day_size, row, 2);
        copy(each->currency, currency_size, row, 3);
        each->form = sqlite3_column_int64(row, 4);
        each->number = sqlite3_column_int64(row, 5);
        each->net = sqlite3_column_int64(row, 6);
        each->tax = sqlite3_column_int64(row, 7);
        each->total = sqlite3_column_int64(row, 8);
    }
    sqlite3_finalize(row);
    sqlite3_close(source);
    return rows;
}

int main(int count, char **arguments)
{
    size_t rows = 0, batch = count > 3 ? strtoul(arguments[3], NULL, 10) : 256;
    if (count < 3 || count > 4 || batch == 0) fail("bare_insert SOURCE DATABASE [BATCH]");
    struct invoice *invoices = read_rows(arguments[1], &rows);
    struct store store;
    store_create(&store, arguments[2]);
    struct timespec start, end;
    size_t accepted = 0;
    clock_gettime(CLOCK_MONOTONIC, &start);
    for (size_t place = 0; place < rows; place++) {
        if (place % batch == 0) store_begin(&store);
        accepted += store_insert(&store, (int64_t)(place + 1), &invoices[place]);
        if (place % batch == batch - 1 || place == rows - 1) store_commit(&store);
    }
    clock_gettime(CLOCK_MONOTONIC, &end);
    double seconds = (double)(end.tv_sec - start.tv_sec) + (double)(end.tv_nsec - start.tv_nsec) / 1e9;
    store_close(&store);
    free(invoices);
    printf("{\"accepted\":%zu,\"refused\":%zu,\"seconds\":%.6f}\n", accepted, rows - accepted, seconds);
    return 0;
}
