/**
 * What a hypervisor refuses at boot and what stops a running system, one row each, told at length by `chronovisor
 * explain CODE`. The codes of refusals are those that the monitor puts into its `freeze` moment (fact sheet
 * crosscon-armv8m sections 1.3 and 11).
 */
import { type Diagnostic, diagnostic, type Severity } from "../base/diagnostic.ts";
import { guestCodes } from "./guest-codes.ts";

export interface CheckCode {
  readonly code: string;
  readonly severity?: Severity;
  readonly title: string;
  /** One paragraph. */
  readonly explanation: string;
  readonly failing: string;
  readonly fixed: string;
}

const size = (base: string, bytes: string): string => `{ .base = ${base}, .size = ${bytes} },`;

export const checkCodes = [
  {
    code: "FLT01",
    title: "access to memory that the VM was not granted",
    explanation:
      "Memory that no region, device window or ipc of a VM covers is Secure while that VM runs. A load or store " +
      "there raises SecureFault with SFSR.AUVIOL; the hypervisor's handler is an endless loop, so everything stops " +
      "without a word. Either the VM lacks a grant, or its image is larger than its region, or a pointer is wrong.",
    failing: `.regions = (struct vm_mem_region[]) { ${size("0x00040000", "0x10000")} }   // image ends at 0x5a000`,
    fixed: `.regions = (struct vm_mem_region[]) { ${size("0x00040000", "0x1a000")} }`,
  },
  {
    code: "FLT02",
    title: "an interrupt id below 16 makes the hypervisor fault",
    explanation:
      "Ids count the sixteen system exceptions, too: external line n is id 16 + n. For an id below 16 the hypervisor " +
      "computes a register address outside of its own memory map when it first saves the VM's interrupts, and faults.",
    failing: ".interrupts = (irqid_t[]) { 9 },",
    fixed: ".interrupts = (irqid_t[]) { 16 + 9 },",
  },
  {
    code: "FLT03",
    title: "execution went to memory that the VM was not granted",
    explanation:
      "The processor fetched an instruction from memory that is Secure while the VM runs, and found no gateway (SG) " +
      "there: SecureFault with SFSR.INVEP. Typical causes: the image is larger than its flash region, a function " +
      "pointer that was never set, a return address overwritten on the stack, or a call into another firmware's ROM.",
    failing: `.regions = (struct vm_mem_region[]) { ${size("0x00040000", "0x10000")} }   // memset lies at 0x5082a`,
    fixed: `.regions = (struct vm_mem_region[]) { ${size("0x00040000", "0x1a000")} }`,
  },
  {
    code: "FLT04",
    title: "hypercall by a VM without an ipc",
    explanation:
      "The page with the hypercall's entry is opened to a VM only if the VM has at least one ipc. Without one the " +
      "branch to it is a fetch from Secure memory like any other.",
    failing: ".ipc_num = 0,",
    fixed:
      ".ipc_num = 1,\n.ipcs = (struct ipc[]) {\n    { .base = 0x20017000, .size = 0x1000, .shmem_id = 0,\n" +
      "      .interrupt_num = 1, .interrupts = (irqid_t[]) { 78 } },\n},",
  },
  {
    code: "FLT05",
    title: "the VM's vector table cannot be read",
    explanation:
      "An exception came for the VM, but the table that VTOR_NS points at lies in memory that is " +
      "Secure to it, so the " +
      "vector cannot be fetched. A VM starts with VTOR_NS = 0, which is the hypervisor's flash or another VM's: the " +
      "startup code must set VTOR to its own table before it enables the first interrupt.",
    failing: "int main(void) { SysTick_Config(12000); ... }",
    fixed: "int main(void) { SCB->VTOR = (uint32_t)vectors; SysTick_Config(12000); ... }",
  },
  {
    code: "FLT06",
    title: "a return or call between security states broke the rules",
    explanation:
      "The processor checks every change between the VM and Secure state: the signature above a " +
      "Secure frame (INVIS), " +
      "the EXC_RETURN value (INVER), and branches from Secure to Non-secure code (INVTRAN). One of them failed. " +
      "Usually the VM returned with a wrong value in LR, or branched to an address that only looks like EXC_RETURN.",
    failing: "ldr lr, =0xfffffff9   @ Armv7-M: thread mode, MSP\nbx  lr",
    fixed: "ldr lr, =0xffffffb8   @ or keep the value that the exception put into LR\nbx  lr",
  },
  {
    code: "FLT07",
    title: "the stack left the VM's memory",
    explanation:
      "The stack pointer is outside of every region of the VM, so that not even the exception frame " +
      "could be written. " +
      "The stack overflowed, or the stack pointer was never set: a VM starts with MSP_NS = 0. PSPLIM and MSPLIM turn " +
      "an overflow into a UsageFault that the VM can handle itself.",
    failing: "static uint8_t stack[512];   // under 40 nested calls",
    fixed: "static uint8_t stack[4096];\n__set_PSPLIM((uint32_t)stack);",
  },
  {
    code: "FLT08",
    title: "the hypervisor itself faulted",
    explanation:
      "Secure code, not a VM, caused the fault. The hypervisor's own memory protection or a value of the " +
      "configuration that it takes without a check is the reason.",
    failing: ".interrupts = (irqid_t[]) { 9 },",
    fixed: ".interrupts = (irqid_t[]) { 16 + 9 },",
  },
  {
    code: "FLT09",
    title: "lockup",
    explanation:
      "A fault came while HardFault or NMI was already being handled, so the processor has nobody left to tell. It " +
      "stands still until reset. Look at the first fault of the chain, and at what the handler does.",
    failing: "void HardFault_Handler(void) { log_frame((uint32_t *)__get_PSP()); }   // PSP is 0",
    fixed: "void HardFault_Handler(void) { for (;;) { } }",
  },
  {
    code: "FLT10",
    title: "an exception that the hypervisor does not handle",
    explanation:
      "An exception was taken to Secure state for which the hypervisor has only its endless loop. The message gives " +
      "its name and the fault registers.",
    failing: "an exception taken to Secure state",
    fixed: "see the exception's own cause",
  },
  {
    code: "FLT11",
    title: "fault that the VM handles itself",
    explanation:
      "MemManage, BusFault, UsageFault and HardFault of Non-secure code go to the VM's own handlers. The board goes " +
      "on, and the VM may, too; but it has faulted, so `run` exits with 1. For a VM that is meant to fault, as test " +
      "suites and probing drivers are, `--may-fault VM` makes it a warning.",
    failing: "*(uint32_t *)0x40014004 = 1;   // nothing answers there",
    fixed: "check the address, or remove the access",
  },
  {
    code: "FLT12",
    title: "floating-point registers of another VM still waited to be saved",
    explanation:
      "An exception leaves room for S0 to S15 in its frame and saves them only when somebody else is about to use " +
      "the unit. The hypervisor does not save them when it switches VMs, so that the next VM's first floating-point " +
      "instruction makes the processor write into the stack of the VM before, which the SAU forbids by then " +
      "(SFSR.LSPERR). Where it does not come to that, the VMs silently compute with one another's registers.",
    failing: "two VMs built with -mfloat-abi=hard",
    fixed: "one VM with -mfloat-abi=hard, the other with -mfloat-abi=soft",
  },
  {
    code: "GAP01",
    title: "an instruction that this release does not execute",
    explanation:
      "The processor has the instruction, our model knows only its name. The run stops instead of computing " +
      "something wrong. This is a gap of ours: report it with the line that the message gives.",
    failing: "an instruction of an extension that the processor has and the model lacks",
    fixed: "the same computation without it",
  },
  {
    code: "MEM01",
    title: "range outside of the memory that the hypervisor knows",
    explanation:
      "Each region, shared memory and separately loaded image must lie as a whole in one region of the hypervisor's " +
      "platform description. A range that begins in one and ends in another lies in none.",
    failing: size("0x20038000", "0x10000"),
    fixed: size("0x20038000", "0x8000"),
  },
  {
    code: "MEM02",
    title: "two ranges overlap",
    explanation:
      "The hypervisor reserves every region, shared memory and image in its page pools, once. A byte that two VMs " +
      "should share belongs into `shmemlist` and the `ipcs` of both, and into no region.",
    failing: `${size("0x20010000", "0x8000")}   // and shmem at 0x20017000`,
    fixed: size("0x20010000", "0x7000"),
  },
  {
    code: "MEM03",
    title: "a range overlaps the hypervisor's own data",
    explanation:
      "The first 64 KiB of SRAM in the Secure view (0x30000000) are the pool from which the hypervisor itself lives. " +
      "The part it uses cannot be given away.",
    failing: size("0x30000000", "0x4000"),
    fixed: size("0x20010000", "0x4000"),
  },
  {
    code: "MEM04",
    title: "base or size is no multiple of 64",
    explanation:
      "The hypervisor maps memory in pages of 64 bytes, two grains of the SAU. Regions and ipcs " +
      "that do not fit are refused; the size " +
      "of a device window is rounded up instead.",
    failing: size("0x20010000", "0x7010"),
    fixed: size("0x20010000", "0x7040"),
  },
  {
    code: "MAP01",
    title: "device window is not mapped one to one",
    explanation: "There is no address translation on Armv8-M: `.va` must be the same number as `.pa`.",
    failing: ".pa = 0x40089000,\n.va = 0x40088000,",
    fixed: ".pa = 0x40089000,\n.va = 0x40089000,",
  },
  {
    code: "SAU01",
    title: "more windows than SAU entries",
    explanation:
      "The processor has eight SAU entries. Regions, device windows and ipcs of a VM need one each, the hypercall " +
      "page one more as soon as there is an ipc. Ranges that touch are joined into one. Order and " +
      "join windows so that " +
      "fewer remain; a wider window gives the VM the devices in between, too.",
    failing: "{ .pa = 0x40000000, .size = 0x1000 }, { .pa = 0x40002000, .size = 0x1000 },",
    fixed: "{ .pa = 0x40000000, .size = 0x3000 },",
  },
  {
    code: "IRQ01",
    title: "interrupt cannot be given to the VM",
    explanation:
      "The id belongs to another VM already, or it is larger than the number of lines that the hypervisor was built " +
      "for. An interrupt has exactly one owner.",
    failing: "two devices with .interrupts = (irqid_t[]) { 33 }",
    fixed: "give id 33 to one of the two VMs",
  },
  {
    code: "IRQ02",
    title: "interrupt id is the hypervisor's own",
    explanation: "Id 15 is SysTick, by which the hypervisor ends time slices. It cannot be given to a VM.",
    failing: ".interrupts = (irqid_t[]) { 15 },",
    fixed: ".interrupts = (irqid_t[]) { 16 + 15 },",
  },
  {
    code: "IRQ03",
    title: "interrupt of a VM that is not running",
    explanation:
      "With the switch `absentIrq: hang` an interrupt whose VM does not run goes to the hypervisor's bare handler, " +
      "which is an endless loop.",
    failing: "switches: { absentIrq: hang }",
    fixed: "switches: { absentIrq: deferred }",
  },
  {
    code: "IPC01",
    title: "ipc does not start where its shared memory does",
    explanation: "Without address translation an ipc can only be seen where its shared memory lies.",
    failing: ".shmemlist ... { .base = 0x20017000 } / .ipcs ... { .base = 0x20018000, .shmem_id = 0 }",
    fixed: ".ipcs ... { .base = 0x20017000, .shmem_id = 0 }",
  },
  {
    code: "IPC02",
    title: "ipc event without an interrupt",
    explanation:
      "The hypercall's event number selects an interrupt in the list of the VM at the other end. That list is " +
      "shorter, and the hypervisor stops.",
    failing: ".interrupt_num = 1, .interrupts = (irqid_t[]) { 79 },   // notified with event 1",
    fixed: ".interrupt_num = 2, .interrupts = (irqid_t[]) { 79, 78 },",
  },
  {
    code: "IMG20",
    title: "an image would be copied onto itself",
    explanation:
      "The hypervisor copies an image from where it was loaded to where it runs. The two ranges " +
      "overlap without being the same " +
      "one, so it refuses.",
    failing: "VM_IMAGE_LOADED(0x20000, 0x20400, 0x1000)",
    fixed: "VM_IMAGE_LOADED(0x20000, 0x20000, 0x1000)",
  },
  {
    code: "VMT01",
    title: "unknown VM type",
    explanation: "`.type` is 0 for a normal VM, 1 or 2 for the TrustZone kinds. Leave it away for 0.",
    failing: ".type = 7,",
    fixed: ".type = 0,",
  },
  {
    code: "CON01",
    title: "the hypervisor's console never became ready",
    explanation:
      "The hypervisor waits for USART 0 without a limit. A guest that was granted SYSCON can switch its clock off or " +
      "hold it in reset, and everything stops at the next line.",
    failing: "SYSCON->AHBCLKCTRLCLR[1] = 1u << 11;   // Flexcomm 0",
    fixed: "leave the clock of Flexcomm 0 on",
  },
  {
    code: "RUN01",
    title: "no VM to run",
    explanation: "The list of VMs is empty, or `.vmlist_size` is 0: the processor waits for ever.",
    failing: ".vmlist_size = 0,",
    fixed: ".vmlist_size = 2,",
  },
  {
    code: "IRQ04",
    title: "interrupt id of another device",
    explanation:
      "The id beside a device window is the line of another device. The guest's driver enables its own line, which " +
      "the hypervisor keeps Secure: the interrupt never comes, and the driver waits for ever.",
    failing: "{ .pa = 0x40088000, .size = 0x1000, .interrupt_num = 1, .interrupts = (irqid_t[]) { 16 + 17 } },",
    fixed: "{ .pa = 0x40088000, .size = 0x1000, .interrupt_num = 1, .interrupts = (irqid_t[]) { 16 + 16 } },",
    severity: "warning",
  },
  {
    code: "IPC03",
    title: "ipc of a shared memory that there is not",
    explanation:
      "`.shmem_id` counts the elements of `shmemlist` from 0. An ipc with any other number is left out " +
      "with a warning; the VM faults as soon as it touches that memory.",
    failing: ".ipcs ... { .base = 0x20017000, .size = 0x1000, .shmem_id = 3 }   // one element in shmemlist",
    fixed: ".ipcs ... { .base = 0x20017000, .size = 0x1000, .shmem_id = 0 }",
  },
  {
    code: "IPC04",
    title: "ipc larger than its shared memory",
    explanation:
      "The hypervisor cuts the ipc to the size of the shared memory and prints a warning. What the VM expects behind " +
      "it faults.",
    failing: ".ipcs ... { .base = 0x20017000, .size = 0x2000, .shmem_id = 0 }   // shared: 0x1000",
    fixed: ".ipcs ... { .base = 0x20017000, .size = 0x1000, .shmem_id = 0 }",
    severity: "warning",
  },
  {
    code: "MAP02",
    title: "two windows of one VM overlap",
    explanation:
      "The hypervisor maps the first of two overlapping windows and leaves the other one out without a word. " +
      "Accesses to the part that only the second covers fault.",
    failing: ".regions ... { 0x20010000, 0x7000 }, { 0x20016000, 0x2000 }",
    fixed: ".regions ... { 0x20010000, 0x8000 }",
  },
  {
    code: "DEV01",
    title: "device window without a peripheral",
    explanation: "Nothing of the board answers in the window. Most often a digit is wrong, or the part is another one.",
    failing: "{ .pa = 0x40087800, .size = 0x100 },",
    fixed: "{ .pa = 0x40088000, .size = 0x1000 },",
    severity: "warning",
  },
  {
    code: "DEV02",
    title: "device window cuts a peripheral",
    explanation: "A part of the peripheral's registers lies outside the window and faults when the driver touches it.",
    failing: "{ .pa = 0x40088000, .size = 0x800 },",
    fixed: "{ .pa = 0x40088000, .size = 0x1000 },",
    severity: "warning",
  },
  {
    code: "DEV03",
    title: "one device, two users",
    explanation:
      "Two VMs, or a VM and the hypervisor, drive the same peripheral. Each sets it up for itself and takes what was " +
      "meant for the other; for a serial interface that is garbled output and lost input. Its interrupt can have one " +
      "owner only.",
    failing: "flexcomm2 in `.devs` of two VMs",
    fixed: "flexcomm2 for one VM, flexcomm3 for the other",
  },
  {
    code: "DEV04",
    title: "a bus master in a VM's hands",
    explanation:
      "The SAU confines the processor. A DMA controller is a bus master of its own, and the secure AHB controller, " +
      "which could confine it, is left at its reset values: the VM can read and write the memory of every other VM.",
    failing: "{ .pa = 0x40082000, .size = 0x1000 },   // DMA 0",
    fixed: "let the guest's driver work by interrupts instead",
    severity: "warning",
  },
  {
    code: "DEV05",
    title: "Secure address in a VM's window",
    explanation:
      "On this part bit 28 of a peripheral's address selects the Secure view. A VM runs Non-secure, and " +
      "the SAU cannot make that view Non-secure: every access faults.",
    failing: "{ .pa = 0x50088000, .va = 0x50088000, .size = 0x1000 },",
    fixed: "{ .pa = 0x40088000, .va = 0x40088000, .size = 0x1000 },",
  },
  {
    code: "ENT01",
    title: "entry is not the image's",
    explanation:
      "`.entry` is where the VM's first instruction is fetched, written without the Thumb bit. It changes when the " +
      "image is linked again; `@@NAME_ENTRY@@` is filled from the image.",
    failing: ".entry = 0x40001,",
    fixed: ".entry = 0x40000,",
  },
  {
    code: "ENT02",
    title: "entry outside the VM's memory",
    explanation: "The VM's first instruction would be fetched from memory that it was not granted.",
    failing: ".entry = 0x60000,   // the VM has 0x40000..0x58000",
    fixed: ".entry = 0x40000,",
  },
  {
    code: "IMG21",
    title: "image does not fit the VM's memory",
    explanation:
      "A section of the image, or the zeroed memory behind it, lies outside the regions of its VM. The first access " +
      "there faults, often long after the start: `run` warns and goes on as long as the VM does. Where not even the " +
      "first byte of it lies in a region, `run` refuses.",
    failing: ".regions ... { 0x00040000, 0x10000 }   // .text ends at 0x5082a",
    fixed: ".regions ... { 0x00040000, 0x11000 }",
  },
  {
    code: "IMG22",
    title: "image size smaller than the image",
    explanation:
      "The size that is written covers only a part of the file. It matters when the hypervisor copies the image; one " +
      "that runs where it was loaded is not copied.",
    failing: "VM_IMAGE_LOADED(0x40000, 0x40000, 0x8000)   // the file has 0xf000 bytes",
    fixed: "VM_IMAGE_LOADED(0x40000, 0x40000, 0xf000)",
    severity: "note",
  },
  {
    code: "PLN01",
    title: "nothing to plan a VM from",
    explanation:
      "`plan` takes the memory of a VM from `zephyr,sram` and `zephyr,code-partition` (or `zephyr,flash`) in /chosen " +
      "of the device tree, else from CONFIG_SRAM_BASE_ADDRESS, CONFIG_SRAM_SIZE, CONFIG_FLASH_LOAD_OFFSET and " +
      "CONFIG_FLASH_LOAD_SIZE. A board's own .dts without its includes, or a prj.conf, has none of them.",
    failing: "chronovisor plan --kconfig prj.conf",
    fixed: "chronovisor plan --kconfig build/zephyr/.config --dts build/zephyr/zephyr.dts",
  },
] as const satisfies readonly CheckCode[];

export type CheckCodeName = (typeof checkCodes)[number]["code"] | (typeof guestCodes)[number]["code"];

const severities = new Map<string, Severity | undefined>(
  [...checkCodes, ...guestCodes].map((row: CheckCode) => [row.code, row.severity] as const),
);

export const severityOf = (code: string): Severity => severities.get(code) ?? "error";

/** A diagnostic of these tables, with the severity its row says unless `more` does. */
export const checkDiagnostic = (
  code: CheckCodeName,
  message: string,
  more: Partial<Omit<Diagnostic, "code" | "message">> = {},
): Diagnostic => diagnostic(code, message, { severity: severityOf(code), ...more });
