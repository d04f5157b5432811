/* Asks the other VM for a square four times a second, and prints what comes back. */
#include "armv8m.h"
#include "bytes.h"
#include "ipc.h"
#include "lpc55s69.h"
#include "usart.h"
#include "vectors.h"

#define CONSOLE 3u
#define IPC_LINE 62u
#define REQUESTS_PER_SECOND 4u

/* P20 header: TX PIO0_2, RX PIO0_3. */
static const struct usart_pins console_pins = {0, 2, 0, 3};

static uint32_t asked, answered;

void systick_handler(void)
{
    struct message *request = &SHARED->request;
    if (asked != answered)
        usart_printf(CONSOLE, "ping: no answer to #%u\n", asked);
    asked++;
    answered = asked - 1;
    request->number = asked + 6;
    memcpy(request->text, "square", sizeof "square");
    request->sequence = asked;
    usart_printf(CONSOLE, "ping: #%u %s of %u?\n", asked, request->text, request->number);
    ipc_notify(0, 0);
}

void ipc0_handler(void)
{
    struct message *response = &SHARED->response;
    answered = response->sequence;
    usart_printf(CONSOLE, "ping: #%u answer %u, \"%s\"\n", answered, response->number, response->text);
}

int main(void)
{
    usart_init(CONSOLE, console_pins);
    usart_printf(CONSOLE, "ping: shared page at %08x\n", SHARED_PAGE);
    SHARED->response.sequence = 0;
    enable_interrupt(IPC_LINE);
    start_systick(CORE_HZ / REQUESTS_PER_SECOND);
    enable_interrupts();
    for (;;)
        wait_for_interrupt();
}
