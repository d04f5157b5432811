/* Starts its first thread with an EXC_RETURN that an Armv7-M kernel has as a constant. */
#include "armv8m.h"
#include "faults.h"
#include "vectors.h"

const struct cause cause = {"bad-exc-return", "starting the first thread with EXC_RETURN 0xfffffff9", ALL_HANDLERS};

/* Bit 0 of the constant says that the exception was taken to Secure state. */
__attribute__((naked)) void svcall_handler(void)
{
    __asm volatile("ldr lr, =0xfffffff9\n\t"
                   "bx lr\n\t");
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
