/* The PUF demo's shape without Wi-Fi: the second VM owns the PUF and its interrupt. Ranges are shared through macros. */
#include <config.h>
#include "lpc55s69.h"

struct vm_config vm0 = {
    .image = VM_IMAGE_LOADED(VM0_FLASH, VM0_FLASH, 0xF000),
    .entry = @@ZEPHYR_VM0_ENTRY@@,
    .platform = {
        .cpu_num = 1,
        .region_num = 2,
        .regions = (struct vm_mem_region[]) { REGION(SRAM(1), KIB(64)), REGION(VM0_FLASH, VM1_FLASH - VM0_FLASH) },
        .dev_num = 3,
        .devs = (struct vm_dev_region[]) {
            DEVICE_WITH_IRQ(FLEXCOMM3, 0x1000, FLEXCOMM3_IRQ),
            DEVICE(SYSCON, 0x5000),
            DEVICE(ANACTRL, 0xE000),
        },
        .ipc_num = 1,
        .ipcs = (struct ipc[]) { SHARED_PAGE(0, 78) },
    },
};

struct vm_config vm1 = {
    .image = VM_IMAGE_LOADED(VM1_FLASH, VM1_FLASH, 0xF000),
    .entry = @@ZEPHYR_VM1_ENTRY@@,
    .platform = {
        .cpu_num = 1,
        .region_num = 2,
        .regions = (struct vm_mem_region[]) { REGION(SRAM(3), KIB(64)), REGION(VM1_FLASH, 0x28000) },
        .dev_num = 4,
        .devs = (struct vm_dev_region[]) {
            DEVICE_WITH_IRQ(FLEXCOMM2, 0x1000, FLEXCOMM2_IRQ),
            DEVICE(SYSCON, 0x5000),
            DEVICE(ANACTRL, 0xE000),
            DEVICE_WITH_IRQ(PUF, 0x2000, PUF_IRQ),
        },
        .ipc_num = 1,
        .ipcs = (struct ipc[]) { SHARED_PAGE(0, 79) },
    },
};

struct config config = {
    CONFIG_HEADER
    .shmemlist_size = 1,
    .shmemlist = (struct shmem[]) { [0] = { .base = SHARED_BASE, .size = SHARED_SIZE } },
    .vmlist_size = sizeof((struct vm_config*[]) { &vm0, &vm1 }) / sizeof(struct vm_config*),
    .vmlist = (struct vm_config*[]) { &vm0, &vm1 },
};
