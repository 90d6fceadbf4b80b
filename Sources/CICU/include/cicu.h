#ifndef CICU_H
#define CICU_H
#include <stdint.h>
/* Placeholder until the shim is written. */
const char *cicu_version(void);
#endif
