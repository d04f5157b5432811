/** A guest as a lens sees it: its memory, its images, and the processor as it has or last had it. */
import type { StoppedState } from "../image/backtrace.ts";
import { exceptionStack, unstackException } from "../image/exception-frame.ts";
import type { Image } from "../image/image.ts";
import type { MachineView, ProcessorState, SavedProcessor, SysTick } from "../machine/view.ts";
import type { Memory } from "./field.ts";

export interface GuestView extends Memory {
  /** Null before the guest's first instruction. */
  readonly state: StoppedState | null;
  /** Everything that backtraces may lead through. */
  readonly images: readonly Image[];
  /** The guest's SysTick and the clock that it has; null while it is off. */
  readonly sysTick: { readonly periodCycles: number; readonly clockHertz: number } | null;
}

/** The processor as it stands. */
export function stoppedState(processor: ProcessorState): StoppedState {
  return { ...processor, handler: processor.exceptionNumber !== 0 };
}

/** The partition `vm`; without a number, whoever has the processor. */
export function guestView(view: MachineView, images: readonly Image[], vm: number | null = null): GuestView {
  const { bytes, word } = view;
  const inside = vm === null || view.currentVm() === vm;
  const saved = inside ? null : view.saved(vm);
  const live = inside ? stoppedState(view.processor()) : null;
  const state = live ?? (saved && stateOfSaved(saved, word));
  const timer = saved?.sysTick ?? (live ? view.sysTick(live.secure) : null);
  return { bytes, word, images, state, sysTick: timer && periodOf(timer, view.clockHertz()) };
}

const enable = 1;
const processorClock = 4;

function periodOf({ csr, rvr }: SysTick, clockHertz: number): GuestView["sysTick"] {
  const counts = (csr & (enable | processorClock)) === (enable | processorClock);
  return counts && rvr > 0 ? { periodCycles: rvr + 1, clockHertz } : null;
}

/** What the hypervisor's entry stacked is taken back. */
function stateOfSaved(saved: SavedProcessor, word: Memory["word"]): StoppedState | null {
  const { exceptionReturn, calleeSaved, mainNonSecure, processNonSecure } = saved;
  const registers: (number | null)[] = new Array(16).fill(null);
  for (const [i, value] of calleeSaved.entries()) registers[4 + i] = value;
  const selected = { nonSecure: saved.processStackSelected, secure: false };
  const stack = exceptionStack(exceptionReturn, selected);
  const pointer = stack === "processNonSecure" ? processNonSecure : mainNonSecure;
  const guest = unstackException(exceptionReturn, { stack, pointer }, registers, word, false);
  if (guest === null || guest.secure) return null;
  const stackPointers = { mainNonSecure, processNonSecure, mainSecure: null, processSecure: null };
  return {
    registers: guest.registers,
    secure: false,
    handler: guest.handler,
    exceptionNumber: guest.exceptionNumber,
    stackPointers: { ...stackPointers, [guest.stack]: guest.registers[13] ?? null },
    processStackSelected: selected,
    floatCalleeStacked: false,
  };
}
