/** A system that stopped, as plain data: what the explanations need of machine, board, images and configuration. */
import type { Board } from "../board/board.ts";
import type { SystemModel } from "../config/model.ts";
import type { StoppedState } from "../image/backtrace.ts";
import type { Image } from "../image/image.ts";
import type { NamedRange, Range } from "./window.ts";

export interface Stopped {
  readonly board: Board;
  /** Null where no hypervisor is. */
  readonly model: SystemModel | null;
  /** Each with the VM it belongs to; null for bytes that were loaded besides. */
  readonly images: readonly { readonly vm: string | null; readonly image: Image }[];
  /** In scheduling order; the monitor counts VMs by it. */
  readonly vmNames: readonly string[];
  readonly tick: number;
  /** The processor at the stop. After a freeze that is the hypervisor's handler. */
  readonly state: StoppedState;
  /** VTOR_NS. */
  readonly vectorTable: number;
  /** A word of memory, without effects; null where no memory is. Devices are not read. */
  readonly readWord: (address: number) => number | null;
  /** The instruction at an address as text; null where memory cannot be read. */
  readonly instructionAt: (address: number) => string | null;
  /** What the hypervisor keeps for itself, by Secure address. Empty without a hypervisor. */
  readonly reserved: readonly NamedRange[];
  /** The page with the hypercall's entry. */
  readonly veneer: Range | null;
  readonly sauEntries: number;
}
