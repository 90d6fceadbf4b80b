#include "cicu.h"

#include <cstring>
#include <string>

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/ubrk.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/utext.h>

struct cicu_breaks {
    UBreakIterator *iterator;
    UText text;
};

extern "C" {

cicu_breaks *cicu_breaks_open(bool sentence) {
    UErrorCode status = U_ZERO_ERROR;
    UBreakIterator *iterator = ubrk_open(sentence ? UBRK_SENTENCE : UBRK_WORD, "", nullptr, 0, &status);
    if (U_FAILURE(status)) return nullptr;
    return new cicu_breaks{iterator, UTEXT_INITIALIZER};
}

void cicu_breaks_close(cicu_breaks *breaks) {
    ubrk_close(breaks->iterator);
    utext_close(&breaks->text);
    delete breaks;
}

bool cicu_breaks_set(cicu_breaks *breaks, const char *text, int64_t length) {
    UErrorCode status = U_ZERO_ERROR;
    utext_openUTF8(&breaks->text, text, length, &status);
    ubrk_setUText(breaks->iterator, &breaks->text, &status);
    if (U_FAILURE(status)) return false;
    ubrk_first(breaks->iterator);
    return true;
}

int32_t cicu_breaks_next(cicu_breaks *breaks) {
    int32_t boundary = ubrk_next(breaks->iterator);
    return boundary == UBRK_DONE ? -1 : boundary;
}

bool cicu_breaks_is_word(const cicu_breaks *breaks) {
    return ubrk_getRuleStatus(breaks->iterator) >= UBRK_WORD_NONE_LIMIT;
}

static int32_t normalize(const icu::Normalizer2 *normalizer, const char *text, int32_t length, char *out, int32_t capacity) {
    UErrorCode status = U_ZERO_ERROR;
    icu::CheckedArrayByteSink sink(out, capacity);
    normalizer->normalizeUTF8(0, icu::StringPiece(text, length), sink, nullptr, status);
    if (U_FAILURE(status) || sink.Overflowed()) return -1;
    return sink.NumberOfBytesWritten();
}

int32_t cicu_fold(const char *text, int32_t length, char *out, int32_t capacity) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2 *normalizer = icu::Normalizer2::getNFKCCasefoldInstance(status);
    return U_FAILURE(status) ? -1 : normalize(normalizer, text, length, out, capacity);
}

int32_t cicu_strip_marks(const char *text, int32_t length, char *out, int32_t capacity) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2 *decomposer = icu::Normalizer2::getNFDInstance(status);
    const icu::Normalizer2 *composer = icu::Normalizer2::getNFCInstance(status);
    if (U_FAILURE(status)) return -1;
    icu::UnicodeString decomposed = decomposer->normalize(icu::UnicodeString::fromUTF8(icu::StringPiece(text, length)), status);
    icu::UnicodeString bare;
    for (int32_t at = 0; at < decomposed.length(); at = decomposed.moveIndex32(at, 1)) {
        UChar32 code_point = decomposed.char32At(at);
        if (u_charType(code_point) != U_NON_SPACING_MARK) bare.append(code_point);
    }
    std::string result;
    composer->normalize(bare, status).toUTF8String(result);
    if (U_FAILURE(status) || (int32_t)result.size() > capacity) return -1;
    result.copy(out, result.size());
    return (int32_t)result.size();
}

int32_t cicu_convert(const char *charset, const char *bytes, int32_t length, char *out, int32_t capacity) {
    UErrorCode status = U_ZERO_ERROR;
    int32_t written = ucnv_convert("UTF-8", charset, out, capacity, bytes, length, &status);
    return U_FAILURE(status) ? -1 : written;
}

int32_t cicu_guess_charset(const char *bytes, int32_t length, char *name, int32_t capacity) {
    UErrorCode status = U_ZERO_ERROR;
    UCharsetDetector *detector = ucsdet_open(&status);
    if (U_FAILURE(status)) return 0;
    ucsdet_setText(detector, bytes, length, &status);
    const UCharsetMatch *match = ucsdet_detect(detector, &status);
    int32_t confidence = 0;
    if (U_SUCCESS(status) && match) {
        const char *found = ucsdet_getName(match, &status);
        confidence = ucsdet_getConfidence(match, &status);
        if (U_FAILURE(status) || (int32_t)strlen(found) >= capacity) confidence = 0;
        else strcpy(name, found);
    }
    ucsdet_close(detector);
    return confidence;
}

bool cicu_is_upper(int32_t code_point) { return u_isUUppercase(code_point) || u_charType(code_point) == U_TITLECASE_LETTER; }
bool cicu_is_lower(int32_t code_point) { return u_isULowercase(code_point); }
bool cicu_is_letter(int32_t code_point) { return u_isUAlphabetic(code_point); }
bool cicu_is_digit(int32_t code_point) { return u_isdigit(code_point); }
}
