/*
 * A benchmark is one kernel, run `bench_iterations` times; its checksum is the same on every processor and board. What
 * differs between boards is a port: where characters go, how SysTick is paced, how a run ends.
 */
#ifndef BENCH_H
#define BENCH_H

#include <stdint.h>

/* Each kernel defines these. */
extern const char bench_name[];
uint32_t bench_run(uint32_t iterations);
/* How many it took; 0 where a kernel does not say. Depends on the clock, so it is no part of the checksum. */
uint32_t bench_interrupts(void);
/* Given by the build; a harness may write another value to this word in the file, by its symbol. */
extern const volatile uint32_t bench_iterations;

/* Each port defines these. */
void port_open(void);
void port_put(unsigned channel, char c);
/* SysTick counts that last as long as 12,500 instructions at one per cycle. */
extern const uint32_t port_tick_counts;
_Noreturn void port_exit(void);

/* One 16-bit value into a CRC-16 (polynomial 0x1021), bit by bit. */
static inline uint16_t crc16(uint16_t crc, uint16_t value)
{
    for (unsigned bit = 0; bit < 16; bit++) {
        unsigned out = (crc ^ value) & 0x8000u;
        crc = (uint16_t)(crc << 1);
        value = (uint16_t)(value << 1);
        if (out != 0)
            crc ^= 0x1021u;
    }
    return crc;
}

static inline uint32_t next_random(uint32_t *state)
{
    *state ^= *state << 13;
    *state ^= *state >> 17;
    *state ^= *state << 5;
    return *state;
}

#endif
