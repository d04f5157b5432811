/* Executes data. */
#include "armv8m.h"
#include "faults.h"

const struct cause cause = {"undefined", "running a script that was never loaded", ALL_HANDLERS};

LINK static void execute_script(void)
{
    __asm volatile("udf #66");
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
