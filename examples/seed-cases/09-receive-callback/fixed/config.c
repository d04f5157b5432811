/*
 * One VM.
 */
#include <config.h>

struct vm_config app = {
    .image = VM_IMAGE_LOADED(0x00040000, 0x00040000, 0xD00),
    .entry = 0x00040000,
    .platform = {
        .cpu_num = 1,
        .region_num = 2,
        .regions = (struct vm_mem_region[]) {
            { .base = 0x20020000, .size = 0x10000 },    /* SRAM2 */
            { .base = 0x00040000, .size = 0x18000 },    /* flash */
        },
        .dev_num = 4,
        .devs = (struct vm_dev_region[]) {
            {
                /* Flexcomm 2: the modem, Flexcomm 3: the console */
                .pa = 0x40088000,
                .va = 0x40088000,
                .size = 0x2000,
                .interrupt_num = 2,
                .interrupts = (irqid_t[]) { 16 + 16, 16 + 17 },
            },
            {
                /* SYSCON + IOCON */
                .pa = 0x40000000,
                .va = 0x40000000,
                .size = 0x2000,
            },
            {
                /* ANACTRL to PMC, in one window */
                .pa = 0x40013000,
                .va = 0x40013000,
                .size = 0xE000,
            },
            {
                /* RNG */
                .pa = 0x4003A000,
                .va = 0x4003A000,
                .size = 0x1000,
            },
        },
    },
};

struct config config = {
    CONFIG_HEADER
    .vmlist_size = 1,
    .vmlist = (struct vm_config*[]) { &app },
};
