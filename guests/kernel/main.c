/* VM1: a clock thread prints the uptime each second, an echo thread answers what is typed, line by line. */
#include "armv8m.h"
#include "kernel.h"
#include "lpc55s69.h"
#include "syscon.h"
#include "usart.h"
#include "vectors.h"

#define CONSOLE 2u
#define CONSOLE_LINE 16u
#define STACK_WORDS 256u
#define QUEUE_BYTES 64u

/* mikroBUS: TX PIO0_27, RX PIO1_24. */
static const struct usart_pins console_pins = {0, 27, 1, 24};

static uint32_t clock_stack[STACK_WORDS] __attribute__((aligned(8)));
static uint32_t echo_stack[STACK_WORDS] __attribute__((aligned(8)));
static char queue[QUEUE_BYTES];
static volatile uint32_t queue_head, queue_tail;
static struct semaphore received;
/* One line at a time. */
static struct semaphore console = {1};

void flexcomm2_handler(void)
{
    for (int byte = usart_take(CONSOLE); byte >= 0; byte = usart_take(CONSOLE)) {
        if (queue_head - queue_tail == QUEUE_BYTES)
            continue;
        queue[queue_head++ % QUEUE_BYTES] = (char)byte;
        semaphore_give(&received);
    }
}

static void clock_thread(void)
{
    for (;;) {
        semaphore_take(&console);
        usart_printf(CONSOLE, "VM1: uptime %u ms\n", kernel_ticks() * (1000u / TICKS_PER_SECOND));
        semaphore_give(&console);
        thread_sleep(TICKS_PER_SECOND);
    }
}

static void echo_thread(void)
{
    char line[QUEUE_BYTES];
    uint32_t length = 0;
    for (;;) {
        semaphore_take(&received);
        char byte = queue[queue_tail++ % QUEUE_BYTES];
        if (byte != '\n' && byte != '\r' && length < QUEUE_BYTES - 1) {
            line[length++] = byte;
            continue;
        }
        line[length] = '\0';
        semaphore_take(&console);
        if (length > 0)
            usart_printf(CONSOLE, "VM1: echo \"%s\"\n", line);
        semaphore_give(&console);
        length = 0;
    }
}

/*
 * What the clock set-up of a larger RTOS touches, in its order (fact sheet lpc55s69, section 14): the FRO is powered,
 * its 96 MHz output runs for others, the processor stays on 12 MHz.
 */
static void prepare_clocks(void)
{
    PMC_PDRUNCFGCLR0 = PDRUNCFG_FRO192M;
    clock_enable(ANACTRL_GATE);
    SYSCON_PRESETCTRLCLR(ANACTRL_GATE.word) = 1u << ANACTRL_GATE.bit;
    SYSCON_MAINCLKSELA = MAINCLKSELA_FRO12M;
    SYSCON_MAINCLKSELB = MAINCLKSELB_MAINCLKSELA;
    ANACTRL_FRO192M_CTRL |= FRO192M_ENA_96MHZCLK;
    SYSCON_AHBCLKDIV = 0;
    while ((SYSCON_AHBCLKDIV & CLKDIV_REQFLAG) != 0) {
    }
}

/* A pin interrupt driver that nobody uses yet: out of reset, every pin disabled, no flag set (section 10). */
static void quiet_pin_interrupts(void)
{
    clock_enable(PINT_GATE);
    peripheral_reset(PINT_GATE);
    PINT_CIENR = 0xffu;
    PINT_CIENF = 0xffu;
    PINT_IST = 0xffu;
}

/* Power, clock, reset, then the driver's wait for fresh entropy (section 9). */
static uint32_t read_entropy(void)
{
    PMC_PDRUNCFGCLR0 = PDRUNCFG_RNG;
    clock_enable(RNG_GATE);
    peripheral_reset(RNG_GATE);
    RNG_COUNTER_CFG = RNG_COUNTER_CLOCK_SEL(4u);
    RNG_ONLINE_TEST_CFG = RNG_TEST_ACTIVATE;
    while (RNG_REFRESH_COUNT(RNG_COUNTER_VAL) != 31u) {
    }
    return RNG_RANDOM_NUMBER;
}

int main(void)
{
    prepare_clocks();
    quiet_pin_interrupts();
    usart_init(CONSOLE, console_pins);
    usart_print(CONSOLE, "VM1: kernel on USART2, 2 threads\n");
    usart_printf(CONSOLE, "VM1: entropy %08x\n", read_entropy());
    usart_receive_interrupt(CONSOLE);
    enable_interrupt(CONSOLE_LINE);
    thread_create("clock", clock_thread, 2, clock_stack, STACK_WORDS);
    thread_create("echo", echo_thread, 1, echo_stack, STACK_WORDS);
    kernel_start();
    return 0;
}
