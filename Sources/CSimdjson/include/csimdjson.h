/* Reads the fields of JSON objects with simdjson. Strings are handed out as UTF-8. No logic of Gazette's lives here. */
#ifndef CSIMDJSON_H
#define CSIMDJSON_H
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct csimdjson_parser csimdjson_parser;

/* Called for each string, number or boolean of an object: its name ("source.name" for one inside another object, the
   array's own name for each item of an array) and its text. Pointers are good only during the call. */
typedef void (*csimdjson_field)(void *context, const char *name, size_t name_length, const char *value, size_t value_length);

csimdjson_parser *csimdjson_open(void);
void csimdjson_close(csimdjson_parser *parser);
/* Visits the fields of the JSON object in `text`; NULL when all went well, else what was wrong, in static memory. */
const char *csimdjson_visit(csimdjson_parser *parser, const char *text, size_t length, csimdjson_field visit, void *context);

#ifdef __cplusplus
}
#endif
#endif
