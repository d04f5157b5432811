/* Answers what the other VM asks, outside of its interrupt handler as a server thread would. */
#include "armv8m.h"
#include "bytes.h"
#include "ipc.h"
#include "lpc55s69.h"
#include "usart.h"
#include "vectors.h"

#define CONSOLE 2u
#define IPC_LINE 63u

/* mikroBUS: TX PIO0_27, RX PIO1_24. */
static const struct usart_pins console_pins = {0, 27, 1, 24};

static volatile uint32_t notified;

void ipc1_handler(void)
{
    notified++;
}

static void answer(void)
{
    struct message *request = &SHARED->request;
    struct message *response = &SHARED->response;
    usart_printf(CONSOLE, "pong: #%u asks \"%s\" of %u\n", request->sequence, request->text, request->number);
    response->number = request->number * request->number;
    memcpy(response->text, "with regards", sizeof "with regards");
    response->sequence = request->sequence;
    ipc_notify(0, 0);
}

int main(void)
{
    usart_init(CONSOLE, console_pins);
    usart_printf(CONSOLE, "pong: shared page at %08x\n", SHARED_PAGE);
    enable_interrupt(IPC_LINE);
    for (uint32_t served = 0;;) {
        /* Masked, WFI still wakes; so no notification can slip in between the look and the sleep. */
        disable_interrupts();
        if (served == notified)
            wait_for_interrupt();
        enable_interrupts();
        if (served == notified)
            continue;
        served = notified;
        answer();
    }
}
