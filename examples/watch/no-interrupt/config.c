/*
 * A guest with a console, its own memory, and nothing else.
 * Its USART was granted without the interrupt.
 */
#include <config.h>

struct vm_config guest = {
    .image = VM_IMAGE_LOADED(0x00020000, 0x00020000, 0xD00),
    .entry = 0x00020000,
    .platform = {
        .cpu_num = 1,
        .region_num = 2,
        .regions = (struct vm_mem_region[]) {
            { .base = 0x20010000, .size = 0x7000 },     /* SRAM1 */
            { .base = 0x00020000, .size = 0x10000 },    /* flash */
        },
        .dev_num = 2,
        .devs = (struct vm_dev_region[]) {
            {
                /* Flexcomm 3: USART3, the console */
                .pa = 0x40089000,
                .va = 0x40089000,
                .size = 0x1000,
            },
            {
                /* SYSCON + IOCON */
                .pa = 0x40000000,
                .va = 0x40000000,
                .size = 0x2000,
            },
        },
    },
};

struct config config = {
    CONFIG_HEADER
    .vmlist_size = 1,
    .vmlist = (struct vm_config*[]) { &guest },
};
