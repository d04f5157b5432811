#include "modem.h"

#include "armv8m.h"
#include "kernel.h"
#include "serial.h"
#include "vectors.h"

#define LINE_BYTES 32u
#define RING_BYTES 64u
#define STACK_WORDS 128u
#define FIRST_LINE 14u /* of Flexcomm 0 */
#define RESETS 4u
#define REPLY_TICKS (3u * TICKS_PER_SECOND)
#define TIMED_OUT (-116)

struct command {
    const char *text;
    void (*done)(struct command *command, const char *line);
    volatile int result;
};

static unsigned modem_port;
static struct command *volatile pending;
static struct semaphore modem_bytes;
static char ring[RING_BYTES];
static volatile uint32_t ring_head, ring_tail;
static uint32_t modem_stack[STACK_WORDS] __attribute__((aligned(8)));

static void take_bytes(void)
{
    for (int byte = usart_take(modem_port); byte >= 0; byte = usart_take(modem_port)) {
        if (ring_head - ring_tail == RING_BYTES)
            continue;
        ring[ring_head++ % RING_BYTES] = (char)byte;
        semaphore_give(&modem_bytes);
    }
}

void flexcomm2_handler(void)
{
    take_bytes();
}

void flexcomm3_handler(void)
{
    take_bytes();
}

/* A module speaks when it is spoken to: there is always a command that the line answers. */
__attribute__((noinline)) static void modem_line(const char *line)
{
    struct command *command = pending;
    command->done(command, line);
}

static void modem_thread(void)
{
    char line[LINE_BYTES];
    uint32_t length = 0;
    for (;;) {
        semaphore_take(&modem_bytes);
        char byte = ring[ring_tail++ % RING_BYTES];
        if (byte != '\n' && byte != '\r' && length < LINE_BYTES - 1u) {
            line[length++] = byte;
            continue;
        }
        line[length] = '\0';
        if (length > 0)
            modem_line(line);
        length = 0;
    }
}

void modem_open(unsigned port)
{
    modem_port = port;
    serial_claim(port);
    usart_receive_interrupt(port);
    enable_interrupt(FIRST_LINE + port);
    thread_create("modem", modem_thread, 3, modem_stack, STACK_WORDS);
}

static void reset_done(struct command *command, const char *line)
{
    if (line[0] == 'r') /* "ready" */
        command->result = 0;
}

int modem_reset(void (*report)(const char *text))
{
    static struct command reset = {"AT+RST\n", reset_done, 1};
    for (uint32_t attempt = 0; attempt < RESETS; attempt++) {
        report("ESP_AT: sending RST CMD\n");
        pending = &reset;
        usart_print(modem_port, reset.text);
        for (uint32_t waited = 0; waited < REPLY_TICKS; waited++) {
            if (reset.result == 0)
                return 0;
            thread_sleep(1);
        }
    }
    return TIMED_OUT;
}
