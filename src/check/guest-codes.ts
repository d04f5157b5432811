/**
 * What is wrong between a guest and the VM that it runs in, one row each. The examples are pieces of a whole system
 * (test/check/built.ts): tests put the failing one in the place of the fixed one, look whether the rule finds it, and
 * what the board then does.
 */
import type { CheckCode } from "./codes.ts";

/** The file that an example is a piece of. */
export type ExampleFile = "config.c" | "zephyr.dts" | ".config" | "chronovisor.yaml";

export interface GuestCode extends CheckCode {
  readonly file: ExampleFile;
  /** Where the fact comes from. */
  readonly source: string;
}

export const guestCodes = [
  {
    code: "DEV06",
    severity: "note",
    title: "window that exposes peripherals the guest does not use",
    explanation:
      "A window is as large as it was written, not as large as what the guest needs. What lies in it besides can be " +
      "reached by a wrong pointer or by an attacker in this VM. With eight SAU entries per VM that is often the " +
      "price of fitting; this note says what the price is.",
    source: "device tree of the guest against the memory map of the LPC55S69 (fact sheet lpc55s69, section 3)",
    file: "config.c",
    failing: ".pa = 0x40013000,\n                .va = 0x40013000,\n                .size = 0x1D000,",
    fixed: ".pa = 0x40013000,\n                .va = 0x40013000,\n                .size = 0xE000,",
  },
  {
    code: "DEV07",
    title: "device that the guest uses is not granted",
    explanation:
      "The device tree has the node `okay` and Kconfig built its driver in, so the guest touches the device when it " +
      "starts. No window of the VM covers it: to the VM it is Secure, the first access raises SecureFault, and the " +
      "hypervisor stops everything without a word. Some devices come in through the back door: networking needs " +
      "random numbers and with them the RNG, the clock set-up of the SoC needs SYSCON, ANACTRL and PMC, pin control " +
      "needs IOCON.",
    source: "fact sheet lpc55s69, section 14 (what start-up code touches); fact sheet crosscon-armv8m, section 11",
    file: "config.c",
    failing: ".pa = 0x4003B000,\n                .va = 0x4003B000,",
    fixed: ".pa = 0x4003A000,\n                .va = 0x4003A000,",
  },
  {
    code: "DEV08",
    title: "console and modem on the same serial interface",
    explanation:
      "The guest prints on the serial interface that its modem is connected to. Every log line goes to the modem as " +
      "if it were a command, every answer of the modem arrives in the console, and the modem's driver gives up with " +
      "a time-out. Choose another interface for `zephyr,console` (and `zephyr,shell-uart`), or print nothing.",
    source: "fact sheet crosscon-armv8m, section 13 (two of the users' failures)",
    file: "chronovisor.yaml",
    failing: "attach: { flexcomm3: terminal, flexcomm2: esp-at }",
    fixed: "attach: { flexcomm3: terminal, flexcomm2: terminal }",
  },
  {
    code: "DEV09",
    title: "chosen console is disabled",
    explanation:
      "`/chosen` names a node as console whose status is not `okay`. No driver takes care of it: the guest runs " +
      "without a word, or its build fails for want of the device.",
    source: "Devicetree Specification 0.4, section 2.3.4 (status)",
    file: "zephyr.dts",
    failing: "zephyr,console = &flexcomm3;",
    fixed: "zephyr,console = &flexcomm2;",
  },
  {
    code: "DEV10",
    title: "pins of a serial interface are not its own",
    explanation:
      "The serial interface is enabled, but its `pinctrl-0` puts none of its transmit functions on a pin (or " +
      "there is no `pinctrl-0`). The driver sends, and nothing comes out of the chip.",
    source: "pin functions of the LPC55S69 (fact sheet lpc55s69, sections 10 and 15)",
    file: "zephyr.dts",
    failing: "pinmux = < 0x3800001 >, < 0x1b00002 >;",
    fixed: "pinmux = < 0x3800001 >, < 0x1b00001 >;",
  },
  {
    code: "IRQ05",
    title: "interrupt of a device that the guest drives is missing",
    explanation:
      "The VM has the device but not its interrupt. An interrupt without an owner is never targeted Non-secure, so " +
      "the guest enables it, waits, and waits: a received byte stays in the FIFO, a transfer never ends. A serial " +
      "interface that is only printed to needs none; there it is a warning.",
    source: "fact sheet crosscon-armv8m, section 9 (NVIC_ITNS); id = 16 + external line",
    file: "config.c",
    failing: ".size = 0x1000,\n            },\n            {\n                /* SYSCON + IOCON + PINT",
    fixed:
      ".size = 0x1000,\n                .interrupt_num = 1,\n                .interrupts = (irqid_t[]) { IRQ(16) },\n" +
      "            },\n            {\n                /* SYSCON + IOCON + PINT",
  },
  {
    code: "IRQ06",
    title: "interrupts of a VM that is alone never reach it",
    explanation:
      "In this variant of the hypervisor assigning an interrupt does nothing by itself; only a switch between VMs " +
      "targets the interrupts of the VM that comes in to Non-secure state (NVIC_ITNS). A lone VM is never switched, " +
      "so all of its interrupts stay Secure: the guest enables them, which has no effect, and what waits for one " +
      "waits for ever. What is received stays in the FIFO, and a modem's driver gives up with a time-out. Without " +
      "knowledge of the guest this is a warning, as a guest that polls works.",
    source: "fact sheet crosscon-armv8m, section 14 (ITNS in the single-VM case)",
    file: "chronovisor.yaml",
    failing: "hypervisor: { kind: crosscon, config: config.c, switches: { loneVmIrqs: never } }",
    fixed: "hypervisor: { kind: crosscon, config: config.c }",
  },
  {
    code: "IRQ07",
    title: "a switch between VMs forgets interrupts",
    explanation:
      "The NVIC's clear registers read as what is enabled now. This variant of the hypervisor reads one, sets a bit " +
      "and writes it back: disabling the first interrupt of the VM that goes out disables all others in the same " +
      "word of 32, so none of those is found enabled, and none is enabled again when the VM comes back. Without " +
      "knowledge of the guest this is a warning, as it may enable only one of them.",
    severity: "warning",
    source: "fact sheet crosscon-armv8m, sections 9 and 14 (NVIC clear defect)",
    file: "chronovisor.yaml",
    failing: "hypervisor: { kind: crosscon, config: config.c, switches: { nvicClearDefect: on } }",
    fixed: "hypervisor: { kind: crosscon, config: config.c }",
  },
  {
    code: "CLK01",
    title: "guest counts time by a clock that the board does not have",
    explanation:
      "The kernel turns cycles of the processor into time with CONFIG_SYS_CLOCK_HW_CYCLES_PER_SEC. The hypervisor " +
      "leaves the core on the 12 MHz oscillator; only a guest that switches the main clock itself has another one. " +
      "With 96 MHz in its place, each second of the guest takes eight. A guest that does switch the main clock " +
      "changes it for every VM.",
    source: "PLAT_TIMER_FREQ of the hypervisor (fact sheet crosscon-armv8m, sections 6 and 8); clock tree, lpc55s69 13",
    file: ".config",
    failing: "CONFIG_SYS_CLOCK_HW_CYCLES_PER_SEC=96000000",
    fixed: "CONFIG_SYS_CLOCK_HW_CYCLES_PER_SEC=12000000",
  },
  {
    code: "CLK02",
    title: "guest ticks faster than it gets slices",
    explanation:
      "While other VMs run, the guest's SysTick does not count. The hypervisor makes up for the absence at the next " +
      "slice, but delivers at most one tick for it. Ticks shorter than the absence are lost: with a tick of 1 ms and " +
      "one other VM, every other one. A tickless kernel loses time only where a timeout ends during an absence; " +
      "there it is a note.",
    source: "vtimer.c of the hypervisor (fact sheet crosscon-armv8m, section 8); slice of 10 ms (section 6)",
    file: ".config",
    failing: "CONFIG_SYS_CLOCK_TICKS_PER_SEC=1000",
    fixed: "CONFIG_SYS_CLOCK_TICKS_PER_SEC=50",
  },
  {
    code: "CLK03",
    title: "guest time stands still while other VMs run",
    explanation:
      "This version of the hypervisor stops a guest's SysTick when it leaves the guest, and lets it go on where it " +
      "was. With n VMs a guest's second takes n seconds. Take a hypervisor with the compensated virtual timer, or " +
      "run one VM. A guest that is known to keep time by SysTick makes this an error.",
    source: "vtimer.c, old form (fact sheet crosscon-armv8m, section 8)",
    file: "chronovisor.yaml",
    failing: "hypervisor: { kind: crosscon, config: config.c, switches: { vtimer: frozen } }",
    fixed: "hypervisor: { kind: crosscon, config: config.c }",
  },
  {
    code: "FPU01",
    severity: "warning",
    title: "two VMs use floating point",
    explanation:
      "The hypervisor does not save S0-S31 and FPSCR when it switches VMs. Two guests that use them compute with " +
      "each other's numbers, or the second one's first floating-point instruction stops the board (FLT12). Build all " +
      "but one of them for soft float.",
    source: "exceptions.S: the saving code is commented out (fact sheet crosscon-armv8m, section 7)",
    file: ".config",
    failing: "CONFIG_FPU=y",
    fixed: "# CONFIG_FPU is not set",
  },
  {
    code: "SEC01",
    title: "guest is built for the Secure side",
    explanation:
      "A VM is Non-secure. A guest that was built for Secure state uses the Secure view of memories and devices " +
      "(addresses with bit 28 set), which the processor's attribution keeps from it: the first access faults. Build " +
      "the Non-secure variant of the board.",
    source: "IDAU of the LPC55S69 (fact sheet lpc55s69, section 2)",
    file: ".config",
    failing: "CONFIG_TRUSTED_EXECUTION_SECURE=y",
    fixed: "CONFIG_TRUSTED_EXECUTION_NONSECURE=y",
  },
  {
    code: "MPU01",
    title: "guest wants more MPU regions than there are",
    explanation:
      "The guest was built for a memory protection unit with more regions than the Non-secure one of this processor " +
      "has. Programming a region that is not there changes nothing or another region, and the guest's start-up " +
      "check, where it has one, stops it.",
    source: "MPU_TYPE of the Cortex-M33 on this part: eight regions (fact sheet lpc55s69, section 5)",
    file: "zephyr.dts",
    failing: "arm,num-mpu-regions = < 0x10 >;",
    fixed: "arm,num-mpu-regions = < 0x8 >;",
  },
  {
    code: "MEM05",
    title: "guest's memory is not the VM's memory",
    explanation:
      "The device tree gives the guest RAM or flash that no region of the VM covers as a whole. The linker script, " +
      "the heap and `malloc` believe the device tree; what lies beyond the region faults when it is touched first, " +
      "far from the cause. For flash it is a warning as long as the image itself fits.",
    source: "`zephyr,sram`, `zephyr,flash` and `zephyr,code-partition` of /chosen against `.regions`",
    file: "zephyr.dts",
    failing: "reg = < 0x20020000 0x18000 >;",
    fixed: "reg = < 0x20020000 0x10000 >;",
  },
  {
    code: "IMG23",
    title: "stack begins outside of the VM's memory",
    explanation:
      "The first word of the image's vector table is the initial stack pointer. It lies in no region of the VM, so " +
      "that the first push, or the first exception's frame, faults. Usually the RAM region is smaller than the RAM " +
      "that the image was linked for.",
    source: "Armv8-M Architecture Reference Manual, B3.30 (vector table)",
    file: "config.c",
    failing: "{ .base = 0x20020000, .size = 0x8000 }",
    fixed: "{ .base = 0x20020000, .size = 0x10000 }",
  },
  {
    code: "IMG24",
    title: "images overlap in flash",
    explanation:
      "Two images have bytes at the same addresses. They are flashed one after the other, so the later one destroys " +
      "a part of the earlier one, which then fails somewhere else.",
    source: "three ELF files flashed at their own addresses (fact sheet crosscon-armv8m, section 12)",
    file: "chronovisor.yaml",
    failing: "  baremetal: ../guests/kernel/kernel.elf",
    fixed: "  baremetal: ../guests/baremetal/baremetal.elf",
  },
] as const satisfies readonly GuestCode[];
