/*
 * Work that SysTick interrupts every 12,500 instructions. The handler keeps its own count, which depends on the clock;
 * the checksum is of the work alone, which does not.
 */
#include "armv8m.h"
#include "bench.h"
#include "vectors.h"

const char bench_name[] = "interrupt";

static volatile uint32_t interrupts;
static uint32_t history[16];

void systick_handler(void)
{
    uint32_t count = interrupts + 1;
    interrupts = count;
    history[count & 15] = count * 2654435761u;
}

uint32_t bench_interrupts(void)
{
    return interrupts;
}

uint32_t bench_run(uint32_t iterations)
{
    uint32_t state = 0x1234567u, sum = 0;
    start_systick(port_tick_counts);
    enable_interrupts();
    for (uint32_t round = 0; round < iterations; round++) {
        for (unsigned step = 0; step < 64; step++) {
            uint32_t value = next_random(&state);
            sum += (value & 1) != 0 ? value >> 3 : value << 1;
        }
        sum = (sum << 7 | sum >> 25) ^ round;
    }
    disable_interrupts();
    SYST_CSR = 0;
    return sum;
}
