/* Asks CLD2, the compact language detector, for the language of a text. No logic of Gazette's lives here. */
#ifndef CCLD2_H
#define CCLD2_H
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/* The code of the language that the plain text is in, which must be valid UTF-8, in static memory; NULL when CLD2 is not
   sure. Mostly ISO 639-1, with "iw" for Hebrew, three letters where there are no two, and "zh-Hant". */
const char *ccld2_language(const char *text, size_t length);

#ifdef __cplusplus
}
#endif
#endif
