/*
 * From the hypervisor's branch to main(). MSP_NS, VTOR_NS and everything else is zero at this point (fact sheet
 * crosscon-armv8m, section 5), so the guest gives itself a stack and a vector table before the first C function.
 */
#include <stdint.h>

#include "armv8m.h"
#include "bytes.h"

extern uint32_t data_start, data_end, data_load, bss_start, bss_end, stack_top;
extern void (*const vectors[])(void);

int main(void);

__attribute__((used)) static void prepare_memory(void)
{
    uint32_t *from = &data_load;
    for (uint32_t *to = &data_start; to < &data_end; to++)
        *to = *from++;
    for (uint32_t *to = &bss_start; to < &bss_end; to++)
        *to = 0;
#ifndef WITHOUT_VTOR
    VTOR = (uint32_t)vectors;
    synchronize();
#endif
    main();
    for (;;)
        wait_for_interrupt();
}

__attribute__((naked, section(".text.start"))) void __start(void)
{
    __asm volatile("cpsid i\n\t"
                   "ldr r0, =stack_top\n\t"
                   "msr msp, r0\n\t"
                   "bl prepare_memory\n\t");
}

/* memcpy and memset are called by compiler-made code; GCC may not turn their loops into calls of themselves. */
__attribute__((optimize("no-tree-loop-distribute-patterns"))) void *memset(void *to, int value, unsigned size)
{
    for (uint8_t *at = to; size > 0; size--)
        *at++ = (uint8_t)value;
    return to;
}

__attribute__((optimize("no-tree-loop-distribute-patterns"))) void *memcpy(void *to, const void *from, unsigned size)
{
    const uint8_t *source = from;
    for (uint8_t *at = to; size > 0; size--)
        *at++ = *source++;
    return to;
}
