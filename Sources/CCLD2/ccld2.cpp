#include "ccld2.h"

// CLD2's header uses FILE without including what declares it.
#include <cstdio>

#include <cld2/public/compact_lang_det.h>

extern "C" const char *ccld2_language(const char *text, size_t length) {
    bool is_reliable = false;
    CLD2::Language language = CLD2::DetectLanguage(text, static_cast<int>(length), true, &is_reliable);
    if (!is_reliable || language == CLD2::UNKNOWN_LANGUAGE) return nullptr;
    return CLD2::LanguageCode(language);
}
