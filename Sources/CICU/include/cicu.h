/* The few calls of ICU that Gazette needs, behind opaque types: ICU's own headers and Foundation clash in one module.
   All offsets are UTF-8 byte offsets. No logic of Gazette's lives here. */
#ifndef CICU_H
#define CICU_H

#include <stdbool.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* A break iterator over UTF-8 text. Not safe to share between threads. */
typedef struct cicu_breaks cicu_breaks;

/* Opens a word (sentence = false) or sentence (sentence = true) iterator of the root locale; NULL when ICU has no data. */
cicu_breaks *cicu_breaks_open(bool sentence);
void cicu_breaks_close(cicu_breaks *breaks);
/* Points the iterator at a text, which must stay in place while it is read; false when ICU refuses it. */
bool cicu_breaks_set(cicu_breaks *breaks, const char *text, int64_t length);
/* The next boundary after the last one returned, or -1 at the end. */
int32_t cicu_breaks_next(cicu_breaks *breaks);
/* Whether the segment that ends at the last boundary holds letters, ideographs or digits (words only). */
bool cicu_breaks_is_word(const cicu_breaks *breaks);

/* NFKC_Casefold of UTF-8 into `out`; the length written, or -1 when `capacity` is too small. */
int32_t cicu_fold(const char *text, int32_t length, char *out, int32_t capacity);
/* Decomposes (NFD), drops nonspacing marks and composes again; the length written, or -1 when `capacity` is too small. */
int32_t cicu_strip_marks(const char *text, int32_t length, char *out, int32_t capacity);

/* Converts bytes of a charset, by ICU's name for it, to UTF-8 with U+FFFD for what is malformed; the length written, or
   -1 when the charset is unknown or `capacity` is too small. */
int32_t cicu_convert(const char *charset, const char *bytes, int32_t length, char *out, int32_t capacity);
/* Guesses the charset of some bytes, of which ICU looks at the first 8192; writes its name, ended by a zero, and returns
   the confidence in it, 0...100; 0 when there is no guess. */
int32_t cicu_guess_charset(const char *bytes, int32_t length, char *name, int32_t capacity);

bool cicu_is_upper(int32_t code_point);
bool cicu_is_lower(int32_t code_point);
bool cicu_is_letter(int32_t code_point);
bool cicu_is_digit(int32_t code_point);

#ifdef __cplusplus
}
#endif
#endif
