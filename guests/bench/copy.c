/* Memory copy: words forward, words backward, bytes between odd addresses, and a fill; 4 KiB each way and round. */
#include "bench.h"

const char bench_name[] = "copy";

#define WORDS 1024u
#define ODD_BYTES 509u

/* Keeps a loop that could be a call of memcpy or memset a loop. */
#define PLAIN_LOOP __attribute__((optimize("no-tree-loop-distribute-patterns")))

static uint32_t source[WORDS], target[WORDS];

static void copy_words(uint32_t *to, const uint32_t *from, uint32_t words)
{
    for (; words >= 4; words -= 4) {
        uint32_t a = from[0], b = from[1], c = from[2], d = from[3];
        to[0] = a;
        to[1] = b;
        to[2] = c;
        to[3] = d;
        from += 4;
        to += 4;
    }
}

static void move_words_up(uint32_t *from, uint32_t distance, uint32_t words)
{
    while (words-- > 0)
        from[words + distance] = from[words];
}

PLAIN_LOOP static void copy_bytes(uint8_t *to, const uint8_t *from, uint32_t bytes)
{
    while (bytes-- > 0)
        *to++ = *from++;
}

PLAIN_LOOP static void fill_words(uint32_t *to, uint32_t value, uint32_t words)
{
    while (words-- > 0)
        *to++ = value;
}

uint32_t bench_run(uint32_t iterations)
{
    uint32_t seed = 0x6b43a9b5u, sum = 0;
    for (uint32_t index = 0; index < WORDS; index++)
        source[index] = next_random(&seed);
    for (uint32_t round = 0; round < iterations; round++) {
        source[round % WORDS] += round;
        copy_words(target, source, WORDS);
        move_words_up(target, 3, WORDS - 3);
        copy_bytes((uint8_t *)target + 1, (const uint8_t *)source + 2, ODD_BYTES);
        fill_words(target + 512, round, 64);
        sum = (sum << 1 | sum >> 31) ^ target[round * 7 % WORDS] ^ target[127];
    }
    for (uint32_t index = 0; index < WORDS; index++)
        sum = (sum << 1 | sum >> 31) ^ target[index];
    return sum;
}
