/*
 * Two VMs.
 */
#include <config.h>

struct vm_config neighbour = {
    .image = VM_IMAGE_LOADED(0x00020000, 0x00020000, 0xD00),
    .entry = 0x00020000,
    .platform = {
        .cpu_num = 1,
        .region_num = 2,
        .regions = (struct vm_mem_region[]) {
            { .base = 0x20010000, .size = 0x7000 },    /* SRAM1, up to the shared page */
            { .base = 0x00020000, .size = 0x10000 },    /* flash */
        },
        .dev_num = 2,
        .devs = (struct vm_dev_region[]) {
            { .pa = 0x4008A000, .va = 0x4008A000, .size = 0x1000 },    /* Flexcomm 4: the console */
            { .pa = 0x40000000, .va = 0x40000000, .size = 0x2000 },    /* SYSCON + IOCON */
        },
    },
};

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
        .dev_num = 3,
        .devs = (struct vm_dev_region[]) {
            {
                /* Flexcomm 3: the console */
                .pa = 0x40089000,
                .va = 0x40089000,
                .size = 0x1000,
                .interrupt_num = 1,
                .interrupts = (irqid_t[]) { 16 + 17 },
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
        },
    },
};

struct config config = {
    CONFIG_HEADER
    .vmlist_size = 2,
    .vmlist = (struct vm_config*[]) { &neighbour, &app },
};
