/** The two-VM example with one mistake at a time, and what the board does with it. */

export interface Case {
  readonly code: string;
  readonly change: readonly (readonly [from: string, to: string])[];
  /** What the hypervisor stops with when it boots this; absent where it boots. */
  readonly stops?: string;
  /** Given as a configuration alone: entries are not compared with images then. */
  readonly bare?: true;
  /** Where it boots: what goes wrong then. */
  readonly shows?: Shown;
}

export interface Shown {
  /** For the table in docs/rules.md. */
  readonly claim: string;
  /** A kernel that touches this address in place of the RNG: what stops it, with the mistake and without. */
  readonly reaches?: { readonly address: number; readonly wrong: string | null; readonly right: string | null };
  /** What is typed gets no answer, which it does without the mistake. */
  readonly silent?: true;
}

const kernelIpc = "\n                .interrupt_num = 1,\n                .interrupts = (irqid_t[]) { 79 }";
const flexcomm2 = ".pa = 0x40088000,\n                .va = 0x40088000,\n                .size = 0x1000,";
export const rng = "{\n                /* RNG */";
export const window = (base: string, size: string): string =>
  `{ .pa = ${base}, .va = ${base}, .size = ${size} },\n            `;

export const cases: Readonly<Record<string, Case>> = {
  "a region that begins inside a page": {
    code: "MEM04",
    change: [["{ .base = 0x20020000, .size = 0x10000 }", "{ .base = 0x20020020, .size = 0x8000 }"]],
    stops: "MEM04",
  },
  "memory of another VM": {
    code: "MEM02",
    change: [["{ .base = 0x20020000, .size = 0x10000 }", "{ .base = 0x20010000, .size = 0x10000 }"]],
    stops: "MEM02",
  },
  "memory that the hypervisor does not know": {
    code: "MEM01",
    change: [["{ .base = 0x20020000, .size = 0x10000 }", "{ .base = 0x20020000, .size = 0x40000 }"]],
    stops: "MEM01",
  },
  "a device window that is not one to one": {
    code: "MAP01",
    change: [[".va = 0x40088000", ".va = 0x40087000"]],
    stops: "MAP01",
  },
  "one window more than the SAU has entries": {
    code: "SAU01",
    change: [
      [".dev_num = 4", ".dev_num = 5"],
      [rng, `${window("0x40006000", "0x1000")}${rng}`],
    ],
    stops: "SAU01",
  },
  "an interrupt with two owners": { code: "IRQ01", change: [["IRQ(16)", "IRQ(17)"]], stops: "IRQ01" },
  "an interrupt that there is not": { code: "IRQ01", change: [["IRQ(16)", "IRQ(200)"]], stops: "IRQ01" },
  "the hypervisor's own SysTick": { code: "IRQ02", change: [["IRQ(16)", "15"]], stops: "IRQ02" },
  "an id without its sixteen": { code: "FLT02", change: [["IRQ(16)", "9"]], stops: "FLT02" },
  "the interrupt of another device": {
    code: "IRQ04",
    change: [["IRQ(16)", "IRQ(18)"]],
    shows: { claim: "a typed line gets no answer", silent: true },
  },
  "an ipc beside its shared memory": {
    code: "IPC01",
    change: [["[0] = { .base = 0x20017000", "[0] = { .base = 0x20018000"]],
    stops: "IPC01",
  },
  "an ipc of a shared memory that there is not": {
    code: "IPC03",
    change: [[`.shmem_id = 0,${kernelIpc}`, `.shmem_id = 3,${kernelIpc}`]],
    shows: {
      claim: "the hypervisor skips the ipc: touching its page stops the board (FLT01)",
      reaches: { address: 0x20017000, wrong: "FLT01", right: null },
    },
  },
  "an ipc larger than its shared memory": {
    code: "IPC04",
    change: [["[0] = { .base = 0x20017000, .size = 0x1000", "[0] = { .base = 0x20017000, .size = 0x800"]],
    shows: {
      claim: "the hypervisor truncates the ipc: touching its second half stops the board (FLT01)",
      reaches: { address: 0x20017800, wrong: "FLT01", right: null },
    },
  },
  "two windows of one VM on each other": {
    code: "MAP02",
    change: [
      [".pa = 0x4003A000,\n                .va = 0x4003A000", ".pa = 0x40013000,\n                .va = 0x40013000"],
    ],
    stops: "FLT01",
  },
  "a window over nothing": {
    code: "DEV01",
    change: [
      [".pa = 0x4003A000,\n                .va = 0x4003A000", ".pa = 0x40070000,\n                .va = 0x40070000"],
    ],
    stops: "FLT01",
  },
  "a window over half a device": {
    code: "DEV02",
    change: [[flexcomm2, flexcomm2.replace("0x1000", "0x800")]],
    stops: "FLT01",
  },
  "a serial interface with two users": {
    code: "DEV03",
    change: [
      [
        ".pa = 0x40088000,\n                .va = 0x40088000,\n                .size = 0x1000,",
        ".pa = 0x40088000,\n                .va = 0x40088000,\n                .size = 0x2000,",
      ],
    ],
    shows: {
      claim: "one VM writes the registers of the other's console, which otherwise stops the board (FLT01)",
      reaches: { address: 0x40089000, wrong: null, right: "FLT01" },
    },
  },
  "the hypervisor's console": {
    code: "DEV03",
    change: [[flexcomm2, flexcomm2.replaceAll("0x40088000", "0x40086000").replace("0x1000", "0x3000")]],
    shows: {
      claim: "the VM writes the registers of the hypervisor's console, which otherwise stops the board (FLT01)",
      reaches: { address: 0x40086000, wrong: null, right: "FLT01" },
    },
  },
  "a DMA controller": {
    code: "DEV04",
    change: [
      [".pa = 0x4003A000,\n                .va = 0x4003A000", ".pa = 0x40082000,\n                .va = 0x40082000"],
    ],
    stops: "FLT01",
    shows: {
      claim: "the VM programs the controller, which otherwise stops the board (FLT01)",
      reaches: { address: 0x40082000, wrong: null, right: "FLT01" },
    },
  },
  "the Secure view of a device": {
    code: "DEV05",
    change: [[flexcomm2, flexcomm2.replaceAll("0x4008", "0x5008")]],
    stops: "FLT01",
  },
  "an entry with the Thumb bit": {
    code: "ENT01",
    change: [[".entry = 0x00020000", ".entry = 0x00020001"]],
    stops: "FLT01",
  },
  "an entry that is not the image's": {
    code: "ENT01",
    change: [[".entry = 0x00020000", ".entry = 0x00020040"]],
    stops: "FLT01",
  },
  "an entry outside of the VM's memory": {
    code: "ENT02",
    change: [[".entry = 0x00020000", ".entry = 0x00030000"]],
    stops: "FLT01",
    bare: true,
  },
  "a region smaller than the image": {
    code: "IMG21",
    change: [["{ .base = 0x20020000, .size = 0x10000 }", "{ .base = 0x20020000, .size = 0x40 }"]],
    stops: "FLT01",
  },
  "an image size smaller than the image": { code: "IMG22", change: [["0x00020000, 0xD00", "0x00020000, 0x40"]] },
  "a type that there is not": {
    code: "VMT01",
    change: [[".entry = 0x00020000,", ".entry = 0x00020000,\n    .type = 7,"]],
    stops: "VMT01",
  },
};
