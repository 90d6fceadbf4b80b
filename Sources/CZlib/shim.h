#include <zlib.h>

/* zlib's own is a macro, which Swift does not see. */
static inline int czlib_inflate_begin(z_stream *stream, int window_bits) { return inflateInit2(stream, window_bits); }
