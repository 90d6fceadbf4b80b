/* Reads JSON with simdjson. Strings are handed out as UTF-8. No logic of Gazette's lives here. */
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

/* A value of the document that a parser read last; good until it reads the next. */
typedef struct csimdjson_value {
    const void *document;
    size_t place;
} csimdjson_value;

/* Called for each item of an array (its name is empty) or member of an object. */
typedef void (*csimdjson_item)(void *context, const char *name, size_t name_length, csimdjson_value value);

/* Parses `text`; NULL when all went well, else what was wrong, in static memory. */
const char *csimdjson_parse(csimdjson_parser *parser, const char *text, size_t length, csimdjson_value *root);
/* The member of an object; whether there is one. */
int csimdjson_member(csimdjson_value object, const char *name, size_t length, csimdjson_value *member);
/* The text of a string; NULL for anything else. */
const char *csimdjson_string(csimdjson_value value, size_t *length);
/* The value of a number; whether it is one. */
int csimdjson_number(csimdjson_value value, double *number);
/* The value of true or false; whether it is one. */
int csimdjson_boolean(csimdjson_value value, int *boolean);
/* How many items or members there are; 0 for what is no array and no object. */
size_t csimdjson_count(csimdjson_value value);
/* Visits the items of an array or the members of an object; nothing for anything else. */
void csimdjson_each(csimdjson_value value, csimdjson_item visit, void *context);

#ifdef __cplusplus
}
#endif
#endif
