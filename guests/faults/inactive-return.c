/* Returns from an exception that is no longer active. */
#include "armv8m.h"
#include "faults.h"
#include "vectors.h"

const struct cause cause = {"inactive-return", "returning from SVCall after clearing its active bit", ALL_HANDLERS};

void svcall_handler(void)
{
    SHCSR &= ~SHCSR_SVCALLACT;
    synchronize();
}

LINK static void start_first_thread(void)
{
    __asm volatile("svc 0");
}

void run_application(void)
{
    start_first_thread();
    synchronize();
}
