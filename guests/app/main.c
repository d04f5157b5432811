/*
 * A small network application in the manner of a larger RTOS: a console, a Wi-Fi module on a serial port of its own,
 * random numbers for the network. guests/build.mjs makes it in several configurations, some of them wrong.
 */
#include "armv8m.h"
#include "bytes.h"
#include "kernel.h"
#include "lpc55s69.h"
#include "modem.h"
#include "serial.h"
#include "syscon.h"

#ifndef CONSOLE
#define CONSOLE 3u
#endif
#ifndef MODEM
#define MODEM 2u
#endif

#define STACK_WORDS 256u

/* What the kernel's clock is taken to be, by the name that CMSIS gives it. */
volatile uint32_t SystemCoreClock = CORE_HZ;

static uint32_t main_stack[STACK_WORDS] __attribute__((aligned(8)));

#ifdef QUIET
static void print(const char *format, ...)
{
    (void)format;
}
#else
#define print(...) usart_printf(CONSOLE, __VA_ARGS__)
#endif

static uint32_t uptime_ms(void)
{
    return kernel_ticks() * (1000u / TICKS_PER_SECOND);
}

#if defined(WIFI) && !defined(EARLY_CONSOLE)
#define WITH_MODEM_RESET

static void report(const char *text)
{
    uint32_t now = uptime_ms();
    print("[%u ms] %s", now, text);
}
#endif

#ifdef NETWORKING
/* Power, clock, reset, then the driver's wait for fresh entropy (fact sheet lpc55s69, section 9). */
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
#endif

#ifdef SHELL_BYTES
/* Commands that nobody asked for, the last one behind all else: 35,820 bytes too many for 64 KiB of flash. */
#define SHELL __attribute__((section(".shell")))
SHELL static const char shell_commands[SHELL_BYTES] = {[SHELL_BYTES - 4] = 'n', 'e', 't', '\0'};
#endif

#ifdef FAR_BYTES
/* What lies in flash before the library, so that memset is where it was in the story: at 0x5082a. */
__attribute__((section(".far.table"), used)) static const char certificates[FAR_BYTES] = {1};

static uint8_t z_interrupt_stacks[2048];

/* So that later can be seen how much of it was used. */
__attribute__((noipa)) static void z_early_memset(void *dst, int c, unsigned n)
{
    (void)memset(dst, c, n);
}
#endif

/* Drivers first, as before main() of a larger RTOS. */
static void open_ports(void)
{
#ifdef EARLY_CONSOLE
    serial_open(CONSOLE);
#endif
#ifdef WIFI
    modem_open(MODEM);
#endif
#if !defined(EARLY_CONSOLE) && !defined(QUIET)
    serial_claim(CONSOLE);
#endif
}

static void main_thread(void)
{
    open_ports();
    print("*** Booting app, %u MHz ***\n", SystemCoreClock / 1000000u);
#ifdef SHELL_BYTES
    print("shell: %s\n", shell_commands + SHELL_BYTES - 4);
#endif
#ifdef NETWORKING
    print("entropy %08x\n", read_entropy());
#endif
#ifdef WITH_MODEM_RESET
    if (modem_reset(report) == 0)
        report("modem: ready\n");
    else
        report("Failed to reset device: -116\n");
#endif
    for (;;) {
        print("Uptime: %u ms\n", uptime_ms());
        thread_sleep(TICKS_PER_SECOND);
    }
}

int main(void)
{
#ifdef FAR_BYTES
    z_early_memset(z_interrupt_stacks, 0xaa, sizeof z_interrupt_stacks);
#endif
    clock_enable(ANACTRL_GATE);
    ANACTRL_FRO192M_CTRL |= FRO192M_ENA_96MHZCLK;
    thread_create("main", main_thread, 2, main_stack, STACK_WORDS);
    kernel_start();
    return 0;
}
