/*
 * QEMU's mps2-an505, Secure state: CMSDK UART0, 20 MHz. With `-icount shift=0` an instruction lasts 1 ns, so 12,500 of
 * them are 250 counts. The end is a semihosting call: start QEMU with `-semihosting-config enable=on,target=native`.
 */
#include "bench.h"

#define UART0 0x50200000u
#define UART_REGISTER(offset) (*(volatile uint32_t *)(UART0 + (offset)))
#define DATA UART_REGISTER(0x0)
#define STATE UART_REGISTER(0x4)
#define CTRL UART_REGISTER(0x8)
#define BAUDDIV UART_REGISTER(0x10)
#define STATE_TXFULL 1u
#define CTRL_TXEN 1u

const uint32_t port_tick_counts = 250;

/* Kernels built for the floating-point unit find it switched on. */
#ifdef __ARM_FP
#define CPACR (*(volatile uint32_t *)0xe000ed88u)
#endif

void port_open(void)
{
#ifdef __ARM_FP
    CPACR |= 0xf00000u;
    __asm volatile("dsb\n\tisb" ::: "memory");
#endif
    BAUDDIV = 16;
    CTRL = CTRL_TXEN;
}

void port_put(unsigned channel, char c)
{
    (void)channel;
    while ((STATE & STATE_TXFULL) != 0) {
    }
    DATA = (uint8_t)c;
}

/* SYS_EXIT, ADP_Stopped_ApplicationExit. */
_Noreturn void port_exit(void)
{
    register uint32_t operation __asm("r0") = 0x18;
    register uint32_t reason __asm("r1") = 0x20026;
    for (;;)
        __asm volatile("bkpt 0xab" ::"r"(operation), "r"(reason) : "memory");
}
