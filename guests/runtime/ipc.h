/*
 * Messages through a page that two VMs share, and the hypercall that tells the other one (fact sheet crosscon-armv8m,
 * section 10).
 */
#ifndef IPC_H
#define IPC_H

#include <stdint.h>

#define SHARED_PAGE 0x20017000u

/* One direction. `sequence` is written last: it tells that the rest is there. */
struct message {
    volatile uint32_t sequence;
    volatile uint32_t number;
    char text[24];
};

struct shared_page {
    struct message request;
    struct message response;
};

#define SHARED ((struct shared_page *)SHARED_PAGE)

/* Interrupt `event` of the ipc into every other VM that has the same memory as ipc `index` of this VM. */
void ipc_notify(uint32_t index, uint32_t event);

#endif
