/**
 * What shows only while a system runs and is no fault: VMs that starve, sleep for ever, spin; interrupts and bytes that
 * nobody takes; clocks that go wrong; stacks that are full. One row each, told at length by `chronovisor explain`.
 */
import { type Diagnostic, diagnostic, type Severity } from "../base/diagnostic.ts";

export interface WatchCode {
  readonly code: string;
  readonly severity: Severity;
  readonly title: string;
  /** One paragraph. */
  readonly explanation: string;
  readonly failing: string;
  readonly fixed: string;
}

export const watchCodes = [
  {
    code: "WAT01",
    severity: "warning",
    title: "a VM gets no slice",
    explanation:
      "The hypervisor does not take the processor from a VM while one of its external interrupts is active: it looks " +
      "at the active bits when the slice ends, and goes back at once. A handler that never returns, or an interrupt " +
      "whose cause is never cleared, so keeps the processor for ever; every other VM stands still.",
    failing: "void FLEXCOMM3_IRQHandler(void) { while (!done) { } }",
    fixed: "void FLEXCOMM3_IRQHandler(void) { received = USART3->FIFORD; }   // short, and clears its cause",
  },
  {
    code: "WAT02",
    severity: "warning",
    title: "a VM sleeps, and nothing can wake it",
    explanation:
      "The VM stands in WFI or WFE with its SysTick off and no interrupt enabled in its NVIC. It still gets its " +
      "slices, and sleeps through each.",
    failing: "int main(void) { for (;;) __WFI(); }",
    fixed: "SysTick_Config(12000);   // or enable the interrupt that it waits for\nfor (;;) __WFI();",
  },
  {
    code: "WAT03",
    severity: "warning",
    title: "a VM spins",
    explanation:
      "For a second of its own time the VM has executed the same few instructions. The message names the register or " +
      "the variable that they read; what they wait for does not come. A status bit of a peripheral without clock, " +
      "or one that belongs to another VM, is a usual reason; a branch to itself is the end of an error handler.",
    failing: "while ((SYSCON->PLL0STAT & 1) == 0) { }   // the PLL is never switched on",
    fixed: "PMC->PDRUNCFGCLR0 = 1u << 9;\nwhile ((SYSCON->PLL0STAT & 1) == 0) { }",
  },
  {
    code: "WAT04",
    severity: "warning",
    title: "a VM waits for an interrupt that cannot reach it",
    explanation:
      "An interrupt is pending, and the VM that waits cannot get it: it is not enabled in its NVIC, BASEPRI or " +
      "PRIMASK holds it back, or it belongs to Secure state because the configuration does not give it to the VM.",
    failing: ".devs = (struct vm_dev_region[]) { { .pa = 0x40089000, ... , .interrupt_num = 0 } },",
    fixed: ".interrupt_num = 1, .interrupts = (irqid_t[]) { 16 + 17 },",
  },
  {
    code: "WAT05",
    severity: "warning",
    title: "received bytes that nobody reads",
    explanation:
      "A serial port has received bytes that stay in its FIFO, or has lost some as the FIFO was full. Either the " +
      "receive interrupt is off, or it does not reach the VM, or the VM looks too rarely.",
    failing: "USART3->FIFOINTENSET = 0;             // and nobody polls FIFOSTAT either",
    fixed: "USART3->FIFOINTENSET = 1u << 3;       // RXLVL\nNVIC_EnableIRQ(FLEXCOMM3_IRQn);",
  },
  {
    code: "WAT06",
    severity: "note",
    title: "interrupts came while their VM was absent",
    explanation:
      "An interrupt of a VM that does not run waits until its next slice: with two VMs up to 10 ms. At 115200 baud " +
      "more than a hundred bytes come in that time, and a USART's FIFO holds sixteen.",
    failing: "a modem at 115200 baud without flow control in a VM that shares the processor",
    fixed: "flow control, a lower rate, DMA, or `absentIrq: switch` where the hypervisor has it",
  },
  {
    code: "WAT07",
    severity: "warning",
    title: "a guest's clock is wrong",
    explanation:
      "The guest counts other than virtual time passes. Two reasons multiply. While other VMs run its SysTick stands " +
      "still, or the hypervisor makes up for that as far as it can: at most one tick for each absence. And the guest " +
      "was built for another clock than the one its SysTick has: 96 MHz instead of the 12 MHz that the hypervisor " +
      "promises (PLAT_TIMER_FREQ) makes each of its seconds last eight. With two VMs both together are a factor of 16.",
    failing: "CONFIG_SYS_CLOCK_HW_CYCLES_PER_SEC=96000000   # and switches: { vtimer: frozen }",
    fixed:
      "CONFIG_SYS_CLOCK_HW_CYCLES_PER_SEC=12000000   # and { vtimer: compensated }, ticks longer than others' slices",
  },
  {
    code: "WAT08",
    severity: "warning",
    title: "a stack is full to its end",
    explanation:
      "The lowest words of a stack held its fill pattern, and do not any more: it has been used to the last word, " +
      "and most likely beyond. What lies below belongs to somebody else and has been overwritten without a fault, " +
      "because the whole region is the VM's own.",
    failing: "static uint64_t worker_stack[16];",
    fixed: "static uint64_t worker_stack[128];   // and PSPLIM, or an MPU region below it",
  },
  {
    code: "WAT09",
    severity: "warning",
    title: "a VM only idles, and has never printed",
    explanation:
      "The VM gets its slices, and its idle thread has all of them: every other thread waits without a limit, and " +
      "nothing was ever printed. From outside it looks as if the hypervisor did not run the VM. Usually one thing " +
      "that start-up waits for cannot come, like a serial port that a driver has already: console and modem on the " +
      "same USART.",
    failing: "zephyr,console = &flexcomm2;   // and the modem is a child of &flexcomm2",
    fixed: "zephyr,console = &flexcomm3;   // enabled, with its pins, and granted to the VM",
  },
] as const satisfies readonly WatchCode[];

export type WatchCodeName = (typeof watchCodes)[number]["code"];

const severities = new Map<string, Severity>(watchCodes.map(({ code, severity }) => [code, severity]));

export const watchDiagnostic = (
  code: WatchCodeName,
  message: string,
  more: Partial<Omit<Diagnostic, "code" | "message" | "severity">>,
): Diagnostic => diagnostic(code, message, { severity: severities.get(code) ?? "warning", ...more });
