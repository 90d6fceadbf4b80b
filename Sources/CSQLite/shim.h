#include <sqlite3.h>

/* sqlite3_config takes variable arguments, which Swift cannot call. Counting memory takes a lock at each allocation. */
static inline int csqlite_stop_counting_memory(void) { return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0); }
