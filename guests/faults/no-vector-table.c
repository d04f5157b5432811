/* Enables an interrupt and leaves VTOR as it was. */
#include "armv8m.h"
#include "faults.h"
#include "vectors.h"

const struct cause cause = {"no-vector-table", "waiting for SysTick with VTOR still 0", ALL_HANDLERS};

#define TICK_CYCLES 12000u

LINK static void wait_for_tick(void)
{
    wait_for_interrupt();
    synchronize();
}

LINK static void start_timer(void)
{
    start_systick(TICK_CYCLES);
    wait_for_tick();
    synchronize();
}

void run_application(void)
{
    start_timer();
    synchronize();
}
