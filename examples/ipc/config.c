/*
 * Two VMs with one page between them. Each has an ipc on it; a hypercall in one raises the ipc's interrupt in the other.
 */
#include <config.h>

#define SHARED_BASE 0x20017000
#define SHARED_SIZE 0x1000

struct vm_config ping = {
    .image = VM_IMAGE_LOADED(0x00020000, 0x00020000, 0x1000),
    .entry = 0x00020000,
    .platform = {
        .cpu_num = 1,
        .region_num = 2,
        .regions = (struct vm_mem_region[]) {
            { .base = 0x20010000, .size = 0x7000 },     /* SRAM1, up to the shared page */
            { .base = 0x00020000, .size = 0x10000 },    /* flash */
        },
        .dev_num = 2,
        .devs = (struct vm_dev_region[]) {
            {
                /* Flexcomm 3: USART3, the console */
                .pa = 0x40089000,
                .va = 0x40089000,
                .size = 0x1000,
                .interrupt_num = 1,
                .interrupts = (irqid_t[]) { 16 + 17 },
            },
            { .pa = 0x40000000, .va = 0x40000000, .size = 0x2000 },    /* SYSCON + IOCON */
        },
        .ipc_num = 1,
        .ipcs = (struct ipc[]) {
            {
                .base = SHARED_BASE,
                .size = SHARED_SIZE,
                .shmem_id = 0,
                .interrupt_num = 1,
                .interrupts = (irqid_t[]) { 78 },
            },
        },
    },
};

struct vm_config pong = {
    .image = VM_IMAGE_LOADED(0x00040000, 0x00040000, 0x1000),
    .entry = 0x00040000,
    .platform = {
        .cpu_num = 1,
        .region_num = 2,
        .regions = (struct vm_mem_region[]) {
            { .base = 0x20020000, .size = 0x10000 },    /* SRAM2 */
            { .base = 0x00040000, .size = 0x10000 },    /* flash */
        },
        .dev_num = 2,
        .devs = (struct vm_dev_region[]) {
            {
                /* Flexcomm 2: USART2, the console */
                .pa = 0x40088000,
                .va = 0x40088000,
                .size = 0x1000,
                .interrupt_num = 1,
                .interrupts = (irqid_t[]) { 16 + 16 },
            },
            { .pa = 0x40000000, .va = 0x40000000, .size = 0x2000 },    /* SYSCON + IOCON */
        },
        .ipc_num = 1,
        .ipcs = (struct ipc[]) {
            {
                .base = SHARED_BASE,
                .size = SHARED_SIZE,
                .shmem_id = 0,
                .interrupt_num = 1,
                .interrupts = (irqid_t[]) { 79 },
            },
        },
    },
};

struct config config = {
    CONFIG_HEADER
    .shmemlist_size = 1,
    .shmemlist = (struct shmem[]) {
        { .base = SHARED_BASE, .size = SHARED_SIZE },
    },
    .vmlist_size = 2,
    .vmlist = (struct vm_config*[]) {
        &ping,
        &pong,
    },
};
