/*
 * Fills the stacks of its threads with a pattern, as an RTOS does before it starts them. One of the lengths is wrong, and
 * who made it wrong is long gone when memset meets the end of the granted memory.
 */
#include "armv8m.h"
#include "bytes.h"
#include "usart.h"
#include "vectors.h"

#define CONSOLE 3u
#define WORDS_PER_KIB 256u
/* The calls are what this is about. */
#define CALLED __attribute__((noipa))

/* P20 header: TX PIO0_2, RX PIO0_3. */
static const struct usart_pins console_pins = {0, 2, 0, 3};

struct stack {
    const char *name;
    uint8_t *base;
    unsigned size;
};

static uint8_t interrupt_stack[2048];
static uint8_t worker_stack[1024];

/* What a configuration tool wrote: sizes in KiB. */
static const struct {
    unsigned interrupt_kib;
    unsigned worker_kib;
} settings = {2, 1};

static struct stack stacks[2];

CALLED static unsigned bytes_of(unsigned kib)
{
    return kib * 1024u;
}

/* Half a conversion: these are words, and the caller takes them for KiB. */
CALLED static unsigned words_of(unsigned kib)
{
    return kib * WORDS_PER_KIB;
}

CALLED static void configure_stacks(void)
{
    stacks[0] = (struct stack){"interrupt", interrupt_stack, bytes_of(settings.interrupt_kib)};
    stacks[1] = (struct stack){"worker", worker_stack, bytes_of(words_of(settings.worker_kib))};
}

CALLED static void early_memset(void *to, int value, unsigned size)
{
    memset(to, value, size);
    synchronize();
}

CALLED static void announce(const char *name)
{
    usart_printf(CONSOLE, "filling the stack of %s\n", name);
}

CALLED static void fill_stacks(void)
{
    for (unsigned i = 0; i < 2; i++) {
        announce(stacks[i].name);
        early_memset(stacks[i].base, 0xaa, stacks[i].size);
    }
}

int main(void)
{
    usart_init(CONSOLE, console_pins);
    usart_print(CONSOLE, "early-memset: starting\n");
    configure_stacks();
    fill_stacks();
    usart_print(CONSOLE, "early-memset: started\n");
    for (;;)
        wait_for_interrupt();
}
