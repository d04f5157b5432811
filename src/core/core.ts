/** The engine instance and its typed face: the only place where TypeScript meets the Wasm. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { instantiateSync } from "@assemblyscript/loader";
import { assert } from "../base/assert.ts";
import type { Beat } from "../base/beat.ts";
import { loadHasher } from "../base/hash.ts";
import { boardBlock, cpuBlock } from "../state/blocks.ts";
import { alignUp, type View, viewOf } from "../state/layout.ts";
import { pageBytes, physicalBase, physicalLimitBytes, stateBase } from "../state/memory-map.ts";
import { boardBase, cpuBase, scratchBase } from "../state/places.ts";
import { scratchBlock } from "../state/scratch.ts";

/** Why the core came back; numbers as in assembly/exit.ts. */
export const exits = [
  "budget",
  "sleep",
  "trap",
  "gap",
  "lockup",
  "reset",
  "break",
  "breakpoint",
  "semihosting",
] as const;
export type Exit = (typeof exits)[number];

/** Written into scratch.exitReason, makes a running core come back after the current instruction. */
export const breakExit = exits.indexOf("break");

/** What the core asks of its host while it runs. Addresses that no memory answers. */
export interface Host {
  mmioRead(address: number, sizeBytes: number): number;
  mmioWrite(address: number, value: number, sizeBytes: number): void;
  note(kind: number, a: number, b: number): void;
}

/** Functions of assembly/m33.ts. u32 results come back signed through the loader: wrap with >>> 0. */
type Exports = {
  run(untilTick: number): number;
  passCycles(cycles: number): void;
  /** The same where they are over before a moment; else nothing happens, and the answer is 0. */
  passCyclesBefore(cycles: number, beat: Beat): number;
  timerCycle(): number;
  /** Architectural reset values from the board block; does not touch memory. */
  reset(): void;
  startAtVector(): void;
  setLine(line: number, level: number): void;
  busRead(address: number, size: number): number;
  busWrite(address: number, value: number, size: number): void;
  /** The same for listed words, addresses and values being parts of scratch.wordAddress and scratch.wordValue. */
  busReadWords(first: number, count: number): void;
  busWriteWords(first: number, count: number): void;
  /** Those whose value is not what was read. */
  busUpdateWords(first: number, count: number): void;
  /** Copy the cells in rows of scratch.cells to where VM `vm` keeps its own, and back. */
  keepCells(first: number, count: number, vm: number): void;
  bringCells(first: number, count: number, vm: number): void;
  exceptionReturn(excReturn: number): void;
  branchNonSecure(address: number): void;
  readStackPointer(index: number): number;
  writeStackPointer(index: number, value: number): void;
  wakeup(): number;
  /** Security attribute of an address, with the regions that decide it; bits as in assembly/profile/m/protection.ts. */
  attributionOf(address: number): number;
  /** What a state may do at an address, with the MPU region that decides; bits as there. */
  rightsOf(address: number, secure: number, privileged: number): number;
  dropTables(): void;
  /** Fold a range of linear memory, or all guest memory, into scratch.chain. */
  chainRange(from: number, bytes: number): void;
  chainPages(): void;
  /** Call every page clean in the sense of a mark; a page whose mark is gone has been written since. */
  cleanPages(mark: number): void;
  /** Bytes of guest memory were written from outside; `host` is their place in linear memory. */
  touchRange(host: number, bytes: number): void;
  /** Decoded code over these bytes no longer holds. */
  codeWritten(host: number, bytes: number): void;
  dropBlocks(): void;
  /** Decodes into scratch.stepBlock; dispatch number in bits 15:0 of the answer. */
  decodeWord(first: number, second: number, address: number, itstate: number): number;
};

export interface Core {
  readonly memory: ArrayBuffer;
  readonly cpu: View<(typeof cpuBlock)["fields"]>;
  readonly board: View<(typeof boardBlock)["fields"]>;
  readonly scratch: View<(typeof scratchBlock)["fields"]>;
  /** Bytes of guest physical memory the instance was made for. */
  readonly physicalBytes: number;
  /** Run until `untilTick` at the latest; the exit's value (trap address, gap) is in scratch.exitValue. */
  run(untilTick: number): Exit;
  /** Let cycles pass without instructions. */
  passCycles(cycles: number): void;
  /** Cycle of the next SysTick expiry; Infinity when none. */
  nextTimerCycle(): number;
  /** Processor cycles since reset. */
  cycle(): number;
  /** The remaining exports, as they are. */
  readonly calls: Exports;
}

const wasmPath = (): string => fileURLToPath(new URL("../../build/m33.wasm", import.meta.url));

let compiled: WebAssembly.Module | undefined;

/** The engine's module, compiled once per process. */
export function engineModule(): WebAssembly.Module {
  compiled ??= new WebAssembly.Module(readFileSync(wasmPath()));
  return compiled;
}

/** Content hash of the engine's module: tells builds apart that may run differently. */
export async function engineHash(): Promise<string> {
  return (await loadHasher()).hex([readFileSync(wasmPath())]);
}

/** The sum of two neighbouring cells, asked for many times in each service of a monitor. */
function cycleOf(memory: ArrayBuffer): () => number {
  const { ticks, extraCycles } = cpuBlock.offsets;
  assert(extraCycles === ticks + 8, "ticks and further cycles lie side by side");
  const words = new Uint32Array(memory, cpuBase + ticks, 4);
  return () => ((words[1] ?? 0) + (words[3] ?? 0)) * 2 ** 32 + (words[0] ?? 0) + (words[2] ?? 0);
}

const wasmPageBytes = 65536;

/** A fresh engine with room for `physicalBytes` of guest memory; all state zero. */
export function createCore(physicalBytes: number, host: Host): Core {
  assert(physicalBytes <= physicalLimitBytes, "guest memory fits the engine's address map");
  // The decoder looks at what lies behind a page before it sees that the page has ended.
  const pages = alignUp(physicalBase + physicalBytes + pageBytes, wasmPageBytes) / wasmPageBytes;
  const memory = new WebAssembly.Memory({ initial: pages, maximum: pages });
  // Not the loader's `exports`: its wrappers gather and spread their arguments at each call.
  const { instance } = instantiateSync<Exports>(engineModule(), { env: { ...host, memory } });
  const exports = instance.exports as unknown as Exports;
  const cpu = viewOf(cpuBlock, memory.buffer, cpuBase);
  const scratch = viewOf(scratchBlock, memory.buffer, scratchBase);
  scratch.physicalBytes = physicalBytes;
  assert(cpuBase === stateBase, "the processor's block comes first");
  exports.dropBlocks();
  return {
    memory: memory.buffer,
    cpu,
    board: viewOf(boardBlock, memory.buffer, boardBase),
    scratch,
    physicalBytes,
    run: (untilTick) => exits[exports.run(untilTick)] ?? "break",
    passCycles: exports.passCycles,
    nextTimerCycle: exports.timerCycle,
    cycle: cycleOf(memory.buffer),
    calls: exports,
  };
}
