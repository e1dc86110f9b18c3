// The floor under `submit`: the rows of a ledger's own tables of invoices, inserted into new tables of the same schema.
//
//   bare_rows LEDGER.sqlite DATABASE [BATCH]
//
// Copies `invoice` and, which makes each number unique, `number`. The rows are read into memory first, in the order in
// which the ledger got them; only the inserts and their commits are timed, BATCH invoices in each. Prints one line.
#include <sqlite3.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

/// One value as SQLite has it.
struct value {
    int type, length;
    sqlite3_int64 integer;
    char *bytes;
};

/// One table: what inserts a row, and all its rows.
struct table {
    const char *name, *order;
    int columns;
    size_t count, room;
    struct value *values;
    sqlite3_stmt *insert;
};

_Noreturn __attribute__((format(printf, 1, 2))) static void fail(const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    fputs("error: ", stderr);
    vfprintf(stderr, format, arguments);
    fputc('\n', stderr);
    va_end(arguments);
    exit(2);
}

static void run(sqlite3 *database, const char *sql)
{
    if (sqlite3_exec(database, sql, NULL, NULL, NULL) != SQLITE_OK) fail("SQLite: %s", sqlite3_errmsg(database));
}

static sqlite3_stmt *prepare(sqlite3 *database, const char *sql)
{
    sqlite3_stmt *statement = NULL;
    if (sqlite3_prepare_v2(database, sql, -1, &statement, NULL) != SQLITE_OK)
        fail("SQLite: %s", sqlite3_errmsg(database));
    return statement;
}

static void keep(struct value *value, sqlite3_stmt *row, int column)
{
    value->type = sqlite3_column_type(row, column);
    if (value->type == SQLITE_INTEGER) {
        value->integer = sqlite3_column_int64(row, column);
    } else if (value->type != SQLITE_NULL) {
        const void *bytes = sqlite3_column_blob(row, column);
        value->length = sqlite3_column_bytes(row, column);
        value->bytes = malloc((size_t)value->length + 1);
        if (!value->bytes) fail("out of memory");
        if (value->length > 0) memcpy(value->bytes, bytes, (size_t)value->length);
    }
}

/// Makes the table in the new database as it is in the old one, and reads its rows.
static void read_table(struct table *table, sqlite3 *source, sqlite3 *target)
{
    char sql[4096];
    snprintf(sql, sizeof sql, "SELECT sql FROM sqlite_master WHERE type = 'table' AND name = '%s'", table->name);
    sqlite3_stmt *schema = prepare(source, sql);
    if (sqlite3_step(schema) != SQLITE_ROW) fail("no table %s", table->name);
    run(target, (const char *)sqlite3_column_text(schema, 0));
    sqlite3_finalize(schema);

    snprintf(sql, sizeof sql, "SELECT * FROM %s ORDER BY %s", table->name, table->order);
    sqlite3_stmt *row = prepare(source, sql);
    table->columns = sqlite3_column_count(row);
    while (sqlite3_step(row) == SQLITE_ROW) {
        if (table->count == table->room) {
            table->room = table->room * 2 + 1024;
            table->values = realloc(table->values, table->room * (size_t)table->columns * sizeof *table->values);
            if (!table->values) fail("out of memory");
        }
        struct value *values = &table->values[table->count++ * (size_t)table->columns];
        memset(values, 0, (size_t)table->columns * sizeof *values);
        for (int column = 0; column < table->columns; column++) keep(&values[column], row, column);
    }
    sqlite3_finalize(row);

    int length = snprintf(sql, sizeof sql, "INSERT INTO %s VALUES (?", table->name);
    for (int column = 1; column < table->columns; column++)
        length += snprintf(sql + length, sizeof sql - (size_t)length, ", ?");
    snprintf(sql + length, sizeof sql - (size_t)length, ")");
    table->insert = prepare(target, sql);
}

static void insert_row(const struct table *table, size_t place, sqlite3 *target)
{
    const struct value *values = &table->values[place * (size_t)table->columns];
    for (int column = 0; column < table->columns; column++) {
        const struct value *value = &values[column];
        switch (value->type) {
        case SQLITE_INTEGER: sqlite3_bind_int64(table->insert, column + 1, value->integer); break;
        case SQLITE_TEXT:
            sqlite3_bind_text(table->insert, column + 1, value->bytes, value->length, SQLITE_STATIC);
            break;
        case SQLITE_BLOB:
            sqlite3_bind_blob(table->insert, column + 1, value->bytes, value->length, SQLITE_STATIC);
            break;
        default: sqlite3_bind_null(table->insert, column + 1);
        }
    }
    if (sqlite3_step(table->insert) != SQLITE_DONE) fail("SQLite: %s", sqlite3_errmsg(target));
    sqlite3_reset(table->insert);
}

int main(int count, char **arguments)
{
    size_t batch = count > 3 ? strtoul(arguments[3], NULL, 10) : 9000;
    if (count < 3 || count > 4 || batch == 0) fail("bare_rows LEDGER.sqlite DATABASE [BATCH]");
    if (access(arguments[2], F_OK) == 0) fail("%s is there already", arguments[2]);
    sqlite3 *source = NULL, *target = NULL;
    if (sqlite3_open_v2(arguments[1], &source, SQLITE_OPEN_READONLY, NULL) != SQLITE_OK
        || sqlite3_open(arguments[2], &target) != SQLITE_OK)
        fail("%s or %s cannot be opened", arguments[1], arguments[2]);
    // As the ledger opens its own.
    run(target, "PRAGMA page_size = 8192; PRAGMA cache_size = -32768; PRAGMA journal_mode = WAL;"
                "PRAGMA synchronous = FULL;");
    struct table invoices = {.name = "invoice", .order = "transaction_number"};
    struct table numbers = {.name = "number", .order = "transaction_number"};
    read_table(&invoices, source, target);
    read_table(&numbers, source, target);
    if (invoices.count != numbers.count) fail("%zu invoices and %zu numbers", invoices.count, numbers.count);

    struct timespec start, end;
    clock_gettime(CLOCK_MONOTONIC, &start);
    for (size_t place = 0; place < invoices.count; place++) {
        if (place % batch == 0) run(target, "BEGIN IMMEDIATE");
        insert_row(&invoices, place, target);
        insert_row(&numbers, place, target);
        if (place % batch == batch - 1 || place == invoices.count - 1) run(target, "COMMIT");
    }
    clock_gettime(CLOCK_MONOTONIC, &end);
    double seconds = (double)(end.tv_sec - start.tv_sec) + (double)(end.tv_nsec - start.tv_nsec) / 1e9;
    printf("{\"rows\":%zu,\"seconds\":%.6f}\n", invoices.count, seconds);
    return 0;
}
