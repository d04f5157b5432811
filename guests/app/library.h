/* Puts memset to the end of the image, where the linker puts a C library. */
void *memset(void *to, int value, unsigned size) __attribute__((section(".far.code")));
