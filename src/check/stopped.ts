/** A system that stopped, as plain data: what the explanations need of machine, board, images and configuration. */
import type { Board } from "../board/board.ts";
import type { SystemModel } from "../config/model.ts";
import type { Switches } from "../config/switches.ts";
import type { StoppedState } from "../image/backtrace.ts";
import type { Image } from "../image/image.ts";
import type { NamedRange, Range } from "./window.ts";

/** A fault as the processor found it, before anything was stacked for it. */
export interface FaultMoment {
  /** As the core's note says it: `guestFaults` of guest-fault.ts, from 48 on SFSR bits. */
  readonly kind: number;
  /** What was accessed, where the kind has an address. */
  readonly address: number;
  readonly state: StoppedState;
}

/** A region of the VM's own MPU; `last` is its last address. */
export interface MpuRegion {
  readonly index: number;
  readonly base: number;
  readonly last: number;
  /** AP of RBAR: 0 privileged read-write, 1 read-write, 2 privileged read-only, 3 read-only. */
  readonly permission: number;
  readonly executeNever: boolean;
}

export interface Stopped {
  readonly board: Board;
  /** Null where no hypervisor is. */
  readonly model: SystemModel | null;
  /** How the emulated hypervisor behaves; null where no hypervisor is. */
  readonly switches: Switches | null;
  /** Each with the VM it belongs to; null for bytes that were loaded besides. */
  readonly images: readonly { readonly vm: string | null; readonly image: Image }[];
  /** In scheduling order; the monitor counts VMs by it. */
  readonly vmNames: readonly string[];
  readonly tick: number;
  /** The processor at the stop. After a freeze that is the hypervisor's handler. */
  readonly state: StoppedState;
  /** ITSTATE of the instruction that stopped. */
  readonly itstate: number;
  /** The last fault of a VM, handled or not. */
  readonly lastFault: FaultMoment | null;
  /** MSPLIM_NS and PSPLIM_NS. */
  readonly stackLimits: { readonly main: number; readonly process: number };
  /** The enabled regions of MPU_NS; null while it is off. */
  readonly mpuRegions: readonly MpuRegion[] | null;
  /** The exception of Non-secure state that is pending and goes first; null for none. */
  readonly pendingException: number | null;
  /** HFSR.VECTTBL: a vector could not be fetched. */
  readonly vectorTableFault: boolean;
  /** True when a fault exception (4 MemManage, 5 BusFault, 6 UsageFault) is enabled and no mask holds it back. */
  readonly isTaken: (exception: number) => boolean;
  /** VTOR_NS. */
  readonly vectorTable: number;
  /** Name of the thread that a VM's kernel runs; null where no kernel is seen inside, and before it has started. */
  readonly threadOf: (vm: string) => string | null;
  /** A word of memory, without effects; null where no memory is. Devices are not read. */
  readonly readWord: (address: number) => number | null;
  /** The instruction at an address as text; null where memory cannot be read. */
  readonly instructionAt: (address: number, itstate: number) => string | null;
  /** What the hypervisor keeps for itself, by Secure address. Empty without a hypervisor. */
  readonly reserved: readonly NamedRange[];
  /** The page with the hypercall's entry. */
  readonly veneer: Range | null;
  readonly sauEntries: number;
}
