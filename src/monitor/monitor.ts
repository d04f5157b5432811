/**
 * A monitor is a hypervisor emulated in TypeScript. The processor does everything the architecture says (stacking,
 * vector fetch, SG, integrity checks); a monitor only stands where the hypervisor's own code would stand: its entry
 * points are addresses in a
 * *trap range* of Secure memory. When the core is about to execute one, it stops and `trap` is called.
 */
import type { SystemModel } from "../config/model.ts";
import type { MomentFields } from "../machine/sink.ts";
import type { SavedProcessor } from "../machine/view.ts";
import type { cpuBlock } from "../state/blocks.ts";
import type { Block, Fields, MutableArray, View } from "../state/layout.ts";

export interface Monitor {
  readonly name: string;
  /** The hypervisor's boot, from its reset handler to the first entry of a guest. Images are already in memory. */
  boot(): void;
  /**
   * The core stands at `address`, in Secure state, inside the trap range. Afterwards the core runs on from CPU r[15].
   */
  trap(address: number): void;
  /** The VM whose code runs (index in the model's partitions), or -1 before the first entry and after the end. */
  currentVm(): number;
  /** What a VM that is not in left of the processor; null before its first entry. */
  saved(vm: number): SavedProcessor | null;
  /** Memory of each VM becomes what another model of the same VMs grants; null, or why that cannot be. */
  regrant(model: SystemModel): string | null;
}

/** Words on the bus that are read or written one after the other, as MonitorHost's `read` and `write` do. */
export interface WordList {
  readonly values: Uint32Array;
  read(): void;
  write(): void;
  /** Write those whose value is not what was read. */
  update(): void;
}

/** A cell of the machine's state, or several in a row, that each VM has its own of. */
export interface KeptCell {
  /** Where it is in use. */
  readonly used: MutableArray;
  /** Where each VM's own is kept while another runs: as many words each. */
  readonly kept: MutableArray;
}

export interface KeptCells {
  keep(vm: number): void;
  bring(vm: number): void;
}

/** Everything a monitor may touch: what Secure privileged software has, and a clock to charge. */
export interface MonitorHost {
  /** Processor state, banked as in state/blocks.ts. Writes here are what the hypervisor's instructions would do. */
  readonly cpu: View<(typeof cpuBlock)["fields"]>;
  /** The monitor's own state, placed in the machine's memory like any device's. */
  state<F extends Fields>(block: Block<F>): View<F>;
  /**
   * A Secure privileged bus access: memory, devices, System Control Space (NVIC, SAU, MPU, SCB and the _NS aliases).
   */
  read(address: number, width: 1 | 2 | 4): number;
  write(address: number, width: 1 | 2 | 4, value: number): void;
  /** Words at these addresses, to be moved as one. Made once, when a monitor begins. */
  wordList(addresses: readonly number[]): WordList;
  /** Cells that are kept and brought as one. Made once, when a monitor begins. */
  keptCells(cells: readonly KeptCell[]): KeptCells;
  /** Put bytes into memory, flash included, as a programmer does before power-on. */
  program(address: number, bytes: Uint8Array): void;
  /** Fetches from Secure [base, limit) stop and call `trap`. */
  setTrapRange(base: number, limit: number): void;
  /** Return from the exception the core is in, by the architecture's rules (EXC_RETURN value as in LR). */
  exceptionReturn(excReturn: number): void;
  /** BXNS: switch to Non-secure state at `address` without leaving the current mode. */
  branchNonSecure(address: number): void;
  /** Registers of the frame... read and write SP of either state: index 0 MSP_NS, 1 PSP_NS, 2 MSP_S, 3 PSP_S. */
  stackPointer(index: number): number;
  setStackPointer(index: number, value: number): void;
  /** Processor cycles the service took: virtual time passes, devices go on, interrupts may become pending. */
  charge(cycles: number): void;
  /** The hypervisor spins for ever with interrupts off: nothing runs any more. */
  freeze(why: string, fields: MomentFields): void;
  /** The hypervisor waits for an interrupt (WFI) with nobody to run. */
  moment(kind: string, fields: MomentFields): void;
  /** Virtual time in processor cycles. */
  cycle(): number;
}
