/* Start-up code that trusts the first word of its vector table: SP is still 0 when the first function is called. */
#include "armv8m.h"
#include "faults.h"

const struct cause cause = {"no-stack", "calling the first function with SP still 0", ALL_HANDLERS};

LINK static void initialize_platform(void)
{
    synchronize();
}

LINK static void start_up(void)
{
    initialize_platform();
    synchronize();
}

void run_application(void)
{
    __asm volatile("msr msp, %0" : : "r"(0));
    start_up();
}
