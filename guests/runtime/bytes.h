/* What compiler-made code calls, and guests may. */
#ifndef BYTES_H
#define BYTES_H

void *memset(void *to, int value, unsigned size);
void *memcpy(void *to, const void *from, unsigned size);

#endif
