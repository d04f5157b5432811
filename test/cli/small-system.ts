/** A system of one VM that is right in every way, for tests that break one thing of it. */
import { readFileSync } from "node:fs";
import { guestFile } from "./command.ts";

export const elf = readFileSync(guestFile("kernel/kernel.elf"));

export const config = `#include <config.h>
struct vm_config rtos = {
    .image = VM_IMAGE_LOADED(0x00040000, 0x00040000, 0xF000),
    .entry = 0x00040000,
    .platform = {
        .cpu_num = 1,
        .region_num = 2,
        .regions = (struct vm_mem_region[]) {
            { .base = 0x20020000, .size = 0x10000 }, { .base = 0x00040000, .size = 0x18000 } },
    },
};
struct config config = { CONFIG_HEADER .vmlist_size = 1, .vmlist = (struct vm_config*[]) { &rtos } };
`;
export const project =
  "board: lpc55s69\nhypervisor: { kind: crosscon, config: config.c }\nimages: { rtos: rtos.elf }\n";

export const good = { "config.c": config, "chronovisor.yaml": project, "rtos.elf": elf };
