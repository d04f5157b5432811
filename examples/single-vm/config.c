/*
 * One VM on the LPC55S69: an RTOS with its console on USART2; USART3 is granted too, for a modem.
 * With a single VM the hypervisor never switches, and guest time is exact.
 */
#include <config.h>

struct vm_config kernel = {
    .image = VM_IMAGE_LOADED(0x00040000, 0x00040000, 0xF000),
    .entry = 0x00040000,
    .platform = {
        .cpu_num = 1,
        .region_num = 2,
        .regions = (struct vm_mem_region[]) {
            { .base = 0x20020000, .size = 0x10000 },
            { .base = 0x00040000, .size = 0x18000 },
        },
        .dev_num = 4,
        .devs = (struct vm_dev_region[]) {
            {
                /* Flexcomm 2 and 3 */
                .pa = 0x40088000,
                .va = 0x40088000,
                .size = 0x2000,
                .interrupt_num = 2,
                .interrupts = (irqid_t[]) { 16+16, 17+16 },
            },
            { .pa = 0x40000000, .va = 0x40000000, .size = 0x5000 },    /* SYSCON + IOCON + PINT + SECPINT */
            { .pa = 0x40013000, .va = 0x40013000, .size = 0xE000 },    /* ANACTRL ... PMC */
            { .pa = 0x4003A000, .va = 0x4003A000, .size = 0x1000 },    /* RNG */
        },
    },
};

struct config config = {
    CONFIG_HEADER
    .vmlist_size = 1,
    .vmlist = (struct vm_config*[]) { &kernel },
};
