/*
 * RP2040, one Cortex-M0+ running from SRAM: PL011 UART0. The end is BKPT 0, which an emulator or a debugger sees.
 * Addresses: RP2040 datasheet, sections 2.14 (resets), 2.15 (clocks), 4.2 (UART).
 */
#include "bench.h"

#define REGISTER(address) (*(volatile uint32_t *)(address))
#define RESETS_RESET_CLEAR REGISTER(0x4000f000u)
#define RESETS_DONE REGISTER(0x4000c008u)
#define RESET_UART0 (1u << 22)
#define CLK_PERI_CTRL REGISTER(0x40008048u)
#define CLK_PERI_ENABLE (1u << 11)
#define UARTDR REGISTER(0x40034000u)
#define UARTFR REGISTER(0x40034018u)
#define UARTIBRD REGISTER(0x40034024u)
#define UARTFBRD REGISTER(0x40034028u)
#define UARTLCR_H REGISTER(0x4003402cu)
#define UARTCR REGISTER(0x40034030u)
#define UARTFR_TXFF (1u << 5)
#define UARTLCR_H_8N1_FIFO 0x70u
#define UARTCR_ENABLE_TX 0x101u

const uint32_t port_tick_counts = 12500;

void port_open(void)
{
    CLK_PERI_CTRL = CLK_PERI_ENABLE;
    RESETS_RESET_CLEAR = RESET_UART0;
    while ((RESETS_DONE & RESET_UART0) == 0) {
    }
    UARTIBRD = 3;
    UARTFBRD = 0;
    UARTLCR_H = UARTLCR_H_8N1_FIFO;
    UARTCR = UARTCR_ENABLE_TX;
}

void port_put(unsigned channel, char c)
{
    (void)channel;
    while ((UARTFR & UARTFR_TXFF) != 0) {
    }
    UARTDR = (uint8_t)c;
}

_Noreturn void port_exit(void)
{
    for (;;)
        __asm volatile("bkpt 0");
}
