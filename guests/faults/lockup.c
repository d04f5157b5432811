/* Faults inside its HardFault handler. */
#include "armv8m.h"
#include "faults.h"
#include "vectors.h"

const struct cause cause = {"lockup", "a fault, and a HardFault handler that faults as well", 0};

/* Nothing is there. */
#define CRASH_DUMP ((volatile uint32_t *)0x40014000u)

LINK static void save_crash_dump(void)
{
    *CRASH_DUMP = 1;
}

void hard_fault_handler(void)
{
    save_crash_dump();
    synchronize();
}

LINK static void execute_script(void)
{
    __asm volatile("udf #68");
}

void run_application(void)
{
    execute_script();
    synchronize();
}
