/* Divides by zero with the trap on. */
#include "armv8m.h"
#include "faults.h"

const struct cause cause = {"divide-by-zero", "averaging no samples with CCR.DIV_0_TRP set", ALL_HANDLERS};

static const volatile uint32_t sum = 1000, count = 0;

LINK static uint32_t divide(uint32_t dividend, uint32_t divisor)
{
    return dividend / divisor;
}

LINK static uint32_t average_samples(void)
{
    return divide(sum, count) + 1u;
}

void run_application(void)
{
    CCR |= CCR_DIV_0_TRP;
    average_samples();
    synchronize();
}
