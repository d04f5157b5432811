/* VM1: a clock thread prints the uptime each second, an echo thread answers what is typed, line by line. */
#include "armv8m.h"
#include "kernel.h"
#include "lpc55s69.h"
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

void flexcomm2_handler(void)
{
    for (int byte = usart_take(CONSOLE); byte >= 0; byte = usart_take(CONSOLE)) {
        queue[queue_head++ % QUEUE_BYTES] = (char)byte;
        semaphore_give(&received);
    }
}

static void clock_thread(void)
{
    for (;;) {
        usart_printf(CONSOLE, "VM1: uptime %u ms\n", kernel_ticks() * (1000u / TICKS_PER_SECOND));
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
        if (length > 0)
            usart_printf(CONSOLE, "VM1: echo \"%s\"\n", line);
        length = 0;
    }
}

/* As a driver does it: power, clock, reset, then wait for fresh entropy (fact sheet lpc55s69, section 9). */
static uint32_t read_entropy(void)
{
    PMC_PDRUNCFGCLR0 = PDRUNCFG_RNG;
    SYSCON_AHBCLKCTRLSET(2) = 1u << RNG_BIT;
    SYSCON_PRESETCTRLCLR(2) = 1u << RNG_BIT;
    RNG_COUNTER_CFG = 4u;
    RNG_ONLINE_TEST_CFG = 1u;
    while (((RNG_COUNTER_VAL >> 8) & 0x1fu) != 31u) {
    }
    return RNG_RANDOM_NUMBER;
}

int main(void)
{
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
