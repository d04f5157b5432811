#include "vectors.h"

#include "armv8m.h"

extern uint32_t stack_top;
void __start(void);

void unexpected_exception(void)
{
    for (;;)
        wait_for_interrupt();
}

#define DEFAULT __attribute__((weak, alias("unexpected_exception")))
DEFAULT void nmi_handler(void);
DEFAULT void hard_fault_handler(void);
DEFAULT void mem_manage_handler(void);
DEFAULT void bus_fault_handler(void);
DEFAULT void usage_fault_handler(void);
DEFAULT void svcall_handler(void);
DEFAULT void pendsv_handler(void);
DEFAULT void systick_handler(void);
DEFAULT void flexcomm2_handler(void);
DEFAULT void flexcomm3_handler(void);
DEFAULT void ipc0_handler(void);
DEFAULT void ipc1_handler(void);

#define FIRST_INTERRUPT 16
__attribute__((section(".vectors"), used)) void (*const vectors[FIRST_INTERRUPT + 64])(void) = {
    [0] = (void (*)(void))&stack_top,
    [1] = __start,
    [2] = nmi_handler,
    [3] = hard_fault_handler,
    [4] = mem_manage_handler,
    [5] = bus_fault_handler,
    [6] = usage_fault_handler,
    [7 ... 10] = unexpected_exception,
    [11] = svcall_handler,
    [12 ... 13] = unexpected_exception,
    [14] = pendsv_handler,
    [15] = systick_handler,
    [FIRST_INTERRUPT + 0 ... FIRST_INTERRUPT + 15] = unexpected_exception,
    [FIRST_INTERRUPT + 16] = flexcomm2_handler,
    [FIRST_INTERRUPT + 17] = flexcomm3_handler,
    [FIRST_INTERRUPT + 18 ... FIRST_INTERRUPT + 61] = unexpected_exception,
    [FIRST_INTERRUPT + 62] = ipc0_handler,
    [FIRST_INTERRUPT + 63] = ipc1_handler,
};
