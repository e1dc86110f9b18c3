#include <sqlite3.h>

/* Swift imports no functions with variable arguments. Nobody asks how much memory SQLite holds; counting it takes a
   mutex at each allocation. Must come before anything else of SQLite. */
static inline int shim_sqlite_count_no_memory(void) { return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0); }
