/**
 * What was last seen of a VM: a copy of the processor's block from when it lost the processor, or now and then while it
 * has it. Taken without any effect, and in one piece, because it is taken at every switch.
 */
import type { Partition } from "../config/model.ts";
import type { Machine } from "../machine/machine.ts";
import { cpuBlock } from "../state/blocks.ts";
import { type View, viewOf } from "../state/layout.ts";
import { cpuBase } from "../state/places.ts";

/** NVIC words that interrupt ids of a configuration reach. */
export const lineWords = 2;

type Cpu = View<(typeof cpuBlock)["fields"]>;

export interface Sight {
  readonly vm: number;
  readonly partition: Partition;
  /** Lines that the configuration gives to the VM, by NVIC word. */
  readonly owned: Uint32Array;
  /** The processor as it was, and the same by names. */
  readonly cells: Cells;
  readonly cpu: Cpu;
  seen: boolean;
  /** Cycle since which it has been asleep most of its time. */
  idleSince: number;
  /** True when it was awake all of its last stay. */
  busy: boolean;
  /** Tick and cycle at which it got the processor or was seen last, and when it lost it. */
  enteredTick: number;
  enteredCycle: number;
  leftCycle: number;
  firstCycle: number;
}

/** A processor's block by the few cells that every switch asks for: names cost more than what is done with them. */
export interface Cells {
  readonly bytes: Uint8Array;
  readonly ticks: Uint32Array;
  readonly extraCycles: Uint32Array;
  readonly level: Uint32Array;
  /** SysTick's, by bank. */
  readonly timerCyclesPerCount: Uint32Array;
  readonly timerZeroLow: Uint32Array;
  readonly timerZeroHigh: Uint32Array;
}

function cellsAt(memory: ArrayBufferLike, base: number): Cells {
  const at = (name: keyof typeof cpuBlock.offsets, words: number): Uint32Array =>
    new Uint32Array(memory, base + cpuBlock.offsets[name], words);
  return {
    bytes: new Uint8Array(memory, base, cpuBlock.sizeBytes),
    ticks: at("ticks", 2),
    extraCycles: at("extraCycles", 2),
    level: at("interruptLevel", lineWords),
    timerCyclesPerCount: at("systickCyclesPerCount", 2),
    timerZeroLow: at("systickZeroLow", 2),
    timerZeroHigh: at("systickZeroHigh", 2),
  };
}

export const liveOf = ({ core }: Machine): Cells => cellsAt(core.memory, cpuBase);

const wide = (words: Uint32Array): number => (words[1] ?? 0) * 2 ** 32 + (words[0] ?? 0);
export const tickOf = (live: Cells): number => wide(live.ticks);
export const cycleOf = (live: Cells): number => wide(live.ticks) + wide(live.extraCycles);

export function createSight(vm: number, partition: Partition): Sight {
  const memory = new ArrayBuffer(cpuBlock.sizeBytes);
  return {
    ...{ vm, partition, cells: cellsAt(memory, 0), cpu: viewOf(cpuBlock, memory, 0) },
    owned: ownedLines(partition),
    ...{ seen: false, idleSince: 0, busy: false, enteredTick: 0, enteredCycle: 0, leftCycle: 0, firstCycle: 0 },
  };
}

function ownedLines(partition: Partition): Uint32Array {
  const words = new Uint32Array(lineWords);
  for (const { interrupts } of [...partition.devices, ...partition.ipcs]) {
    for (const { value } of interrupts) {
      const line = value - 16;
      if (line >= 0 && line < lineWords * 32) words[line >>> 5] = (words[line >>> 5] ?? 0) | (1 << (line & 31));
    }
  }
  return words;
}

/** A VM that executes less than one instruction in so many cycles is asleep: it wakes up and looks around. */
const idleRatio = 20;
/** And one that executes so many of its cycles is awake. */
const busyShare = 0.8;

/** The VM got the processor. */
export function seeEntry(sight: Sight, live: Cells): void {
  sight.enteredTick = tickOf(live);
  sight.enteredCycle = cycleOf(live);
  if (sight.seen) return;
  sight.seen = true;
  sight.firstCycle = sight.enteredCycle;
  sight.idleSince = sight.enteredCycle;
}

/** The VM has the processor, or is just about to lose it: then its registers are stacked already. */
export function seeState(sight: Sight, live: Cells): void {
  const tick = tickOf(live);
  const now = cycleOf(live);
  const [ticks, cycles] = [tick - sight.enteredTick, now - sight.enteredCycle];
  if (ticks * idleRatio > cycles) sight.idleSince = now;
  sight.busy = ticks > cycles * busyShare;
  sight.enteredTick = tick;
  sight.enteredCycle = now;
  sight.leftCycle = now;
  sight.cells.bytes.set(live.bytes);
}

const excReturnThread = 8;

/** EXC_RETURN of the exception that took the processor away; 0 where the registers are the VM's own. */
export const excReturnOf = ({ cpu }: Sight): number => (cpu.secure === 0 ? 0 : (cpu.r[14] ?? 0));

/** Exception that the VM handles; 0 in Thread mode, and where that is not known. */
export const handlerOf = ({ cpu }: Sight): number => (cpu.secure === 0 ? cpu.ipsr : 0);

/** MSP_NS and PSP_NS; the one in use lies in R13. */
export function pointersOf({ cpu }: Sight): { readonly main: number; readonly process: number } {
  const [main = 0, process = 0] = [cpu.sp[0], cpu.sp[1]];
  if (cpu.secure !== 0) return { main, process };
  const active = cpu.r[13] ?? 0;
  return cpu.ipsr === 0 && ((cpu.control[0] ?? 0) & 2) !== 0 ? { main, process: active } : { main: active, process };
}

/** Where R0 of the stacked frame lies; null where the registers are the VM's own. */
export function frameOf(sight: Sight): number | null {
  const excReturn = excReturnOf(sight);
  if (excReturn === 0) return null;
  const { main, process } = pointersOf(sight);
  return (excReturn & excReturnThread) !== 0 && ((sight.cpu.control[0] ?? 0) & 2) !== 0 ? process : main;
}

/** R0-R15 of a frame's words by number: R0-R3, R12, LR and PC; the others stay in the registers. */
const stackedWords: Readonly<Record<number, number>> = { 0: 0, 1: 1, 2: 2, 3: 3, 12: 4, 14: 5, 15: 6 };

/** R0-R12, LR and PC as the VM has them; what stands for SP means nothing. */
export function registersInto(
  registers: Uint32Array,
  sight: Sight,
  readWord: (address: number) => number | null,
): void {
  registers.set(sight.cpu.r);
  const frame = frameOf(sight);
  if (frame === null) return;
  for (const [register, word] of Object.entries(stackedWords)) {
    registers[Number(register)] = readWord((frame + 4 * word) >>> 0) ?? 0;
  }
}

/** SysTick_NS counts and interrupts. */
export const hasTimer = ({ cpu }: Sight): boolean => ((cpu.systickCsr[0] ?? 0) & 3) === 3;
