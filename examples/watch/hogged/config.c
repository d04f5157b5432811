/*
 * Two VMs on the LPC55S69: a bare-metal guest on USART3 and an RTOS on USART2, with one page shared between them.
 * The hypervisor's own console is USART0.
 */
#include <config.h>

#define KIB(n) ((n) * 1024)
#define IRQ(line) (16 + (line)) /* ids count the 16 system exceptions too */

struct vm_config baremetal = {
    .image = VM_IMAGE_LOADED(0x00020000, 0x00020000, 0xD00),
    .entry = 0x00020000,
    .platform = {
        .cpu_num = 1,
        .region_num = 2,
        .regions = (struct vm_mem_region[]) {
            { .base = 0x20010000, .size = 0x7000 },     /* SRAM1, up to the shared page */
            { .base = 0x00020000, .size = KIB(64) },    /* flash */
        },
        .dev_num = 2,
        .devs = (struct vm_dev_region[]) {
            {
                /* Flexcomm 3: USART3, the console */
                .pa = 0x40089000,
                .va = 0x40089000,
                .size = 0x1000,
                .interrupt_num = 1,
                .interrupts = (irqid_t[]) { IRQ(17) },
            },
            {
                /* SYSCON + IOCON */
                .pa = 0x40000000,
                .va = 0x40000000,
                .size = 0x2000,
            },
        },
        .ipc_num = 1,
        .ipcs = (struct ipc[]) {
            {
                .base = 0x20017000,
                .size = 0x1000,
                .shmem_id = 0,
                .interrupt_num = 1,
                .interrupts = (irqid_t[]) { 78 },
            },
        },
    },
};

struct vm_config kernel = {
    .image = VM_IMAGE_LOADED(0x00040000, 0x00040000, 0xF000),
    .entry = @@KERNEL_ENTRY@@,
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
                /* Flexcomm 2: USART2, the console */
                .pa = 0x40088000,
                .va = 0x40088000,
                .size = 0x1000,
                .interrupt_num = 1,
                .interrupts = (irqid_t[]) { IRQ(16) },
            },
            {
                /* SYSCON + IOCON + PINT + SECPINT */
                .pa = 0x40000000,
                .va = 0x40000000,
                .size = 0x5000,
            },
            {
                /* ANACTRL ... PMC, in one window: SAU entries are scarce */
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
        .ipc_num = 1,
        .ipcs = (struct ipc[]) {
            {
                .base = 0x20017000,
                .size = 0x1000,
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
        [0] = { .base = 0x20017000, .size = 0x1000, },
    },
    .vmlist_size = 2,
    .vmlist = (struct vm_config*[]) {
        &baremetal,
        &kernel,
    },
};
