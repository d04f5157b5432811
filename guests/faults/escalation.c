/* A UsageFault that has no handler of its own. */
#include "armv8m.h"
#include "faults.h"

const struct cause cause = {"escalation", "an undefined instruction with UsageFault disabled", 0};

LINK static void execute_script(void)
{
    __asm volatile("udf #67");
}

LINK static void run_script(void)
{
    execute_script();
    synchronize();
}

void run_application(void)
{
    run_script();
    synchronize();
}
