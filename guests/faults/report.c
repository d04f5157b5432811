/* Fault handlers that tell what the processor recorded, and stay. */
#include "armv8m.h"
#include "console.h"
#include "faults.h"
#include "usart.h"
#include "vectors.h"

struct stacked_frame {
    uint32_t r0, r1, r2, r3, r12, lr, pc, xpsr;
};

static const char *name_of(uint32_t exception)
{
    switch (exception) {
    case 3:
        return "HardFault";
    case 4:
        return "MemManage";
    case 5:
        return "BusFault";
    case 6:
        return "UsageFault";
    default:
        return "exception";
    }
}

__attribute__((used)) static void report(const struct stacked_frame *frame, uint32_t exception)
{
    uint32_t cfsr = CFSR;
    usart_printf(CONSOLE, "%s: CFSR %08x HFSR %08x", name_of(exception), cfsr, HFSR);
    if ((cfsr & CFSR_MMARVALID) != 0)
        usart_printf(CONSOLE, " MMFAR %08x", MMFAR);
    if ((cfsr & CFSR_BFARVALID) != 0)
        usart_printf(CONSOLE, " BFAR %08x", BFAR);
    /* Nothing was stacked where there was no room. */
    if ((cfsr & CFSR_STKOF) == 0)
        usart_printf(CONSOLE, " PC %08x", frame->pc);
    usart_print(CONSOLE, "\n");
    for (;;)
        wait_for_interrupt();
}

/* Hands over the stack that the frame is on, by EXC_RETURN.SPSEL. */
#define REPORTING(handler) \
    __attribute__((naked)) void handler(void) \
    { \
        __asm volatile("tst lr, #4\n\t" \
                       "ite eq\n\t" \
                       "mrseq r0, msp\n\t" \
                       "mrsne r0, psp\n\t" \
                       "mrs r1, ipsr\n\t" \
                       "b report\n\t"); \
    }

REPORTING(hard_fault_handler)
REPORTING(mem_manage_handler)
REPORTING(bus_fault_handler)
REPORTING(usage_fault_handler)
