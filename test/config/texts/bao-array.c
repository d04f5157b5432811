/* Bao's older form: the VMs stand in the list itself, old type names, one image embedded, fields no LPC build looks at. */
#include <config.h>

VM_IMAGE(baremetal, images/bare-metal.bin);
VM_IMAGE(second, XSTR(images/second.bin))

;

struct config config = {
    CONFIG_HEADER
    .hyp = { .relocate = true, .base_addr = 0x10000000, .colors = ~0 },
    .shmemlist_size = 1,
    .shmemlist = (struct shmem[]) { [0] = { .base = 0x20017000, .size = 0x1000, .place_phys = true, .cpu_masters = 1 << 31 } },
    .vmlist_size = 2,
    .vmlist = {
        {
            .image = VM_IMAGE_BUILTIN(baremetal, 0x20000),
            .entry = 0x20000,
            .cpu_affinity = 0x1,
            .colors = 0xf,
            .type = 0,
            .platform = {
                .cpu_num = 1,
                .region_num = 1,
                .regions = (struct mem_region[]) { { .base = 0x20010000, .size = 0x7000, .place_phys = true, .phys = 0x20010000 } },
                .dev_num = 2,
                .devs = (struct dev_region[]) {
                    { .pa = 0x40089000, .va = 0x40089000, .size = 0x1000, .interrupt_num = 1, .interrupts = (irqid_t[]) {33}, .id = 7 },
                    { .interrupt_num = 2, .interrupts = (irqid_t[]) {27, 30} },
                },
                .mmu = 1,
                .arch = { .gic = { .gicd_addr = 0xF9010000, .gicr_addr = 0xF9020000 } },
            },
        },
        {
            .image = {
                .base_addr = 0x40000,
                .load_addr = VM_IMAGE_OFFSET(second),
                .size = VM_IMAGE_SIZE(second),
                .inplace = false,
            },
            .entry = 0x40000,
            .children_num = 0,
            .children = 0,
            .platform.cpu_num = 1,
            .platform.arch.gic.gicd_addr = 0xF9010000,
        },
    },
};
