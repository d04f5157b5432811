#include <config.h>

struct vm_config vm0 = {
    .image = VM_IMAGE_LOADED(0x20000, 0x20000, 0xd00),
    .entry = 0x20000,
    .platform = {
        .cpu_num = 1,
        .region_num = 2, .regions = (struct vm_mem_region[]) {{0x20010000, 0x7000}, {0x20000, 0x10000}},
        .dev_num = 2,
        .devs = (struct vm_dev_region[]) {
            {0x40089000, 0x40089000, 0x1000, 1, (irqid_t[]) {33}},
            {.va = 0x40000000, .pa = 0x40000000, .size = 0x2000},
        },
        .ipc_num = 1,
        .ipcs = (struct ipc[]) {{0x20017000, 0x1000, 0, 1, (irqid_t[]) {78}}},
    },
};

struct config config = {
    CONFIG_HEADER
    .shmemlist_size = 1,
    .shmemlist = (struct shmem[]) {{.phys = 0x20017000, .size = 0x1000}},
    .vmlist_size = 1,
    .vmlist = (struct vm_config*[]) {&vm0},
};
