#include <sqlite3.h>

/* sqlite3_config takes variable arguments, which Swift cannot call. Counting memory takes a lock at each allocation. */
static inline int csqlite_stop_counting_memory(void) { return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0); }

/* What a database from somewhere else must not do: have its schema or shadow tables written by hand, call functions with
   side effects from its views and triggers. These calls take variable arguments too. */
static inline void csqlite_be_defensive(sqlite3 *database) {
    sqlite3_db_config(database, SQLITE_DBCONFIG_DEFENSIVE, 1, (int *)0);
    sqlite3_db_config(database, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, (int *)0);
}

/* Whether the text of the schema may be changed: for migrations that change no byte of a table. */
static inline void csqlite_let_schema_be_written(sqlite3 *database, int may_be_written) {
    sqlite3_db_config(database, SQLITE_DBCONFIG_DEFENSIVE, !may_be_written, (int *)0);
    sqlite3_db_config(database, SQLITE_DBCONFIG_WRITABLE_SCHEMA, may_be_written, (int *)0);
}
