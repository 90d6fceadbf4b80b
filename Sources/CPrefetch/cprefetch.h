/* What Swift has no word for: asks the processor to fetch a line of memory before it is needed. */
#ifndef CPREFETCH_H
#define CPREFETCH_H

static inline void cprefetch(const void *address) { __builtin_prefetch(address); }

#endif
