/** What a monitor may touch, over a machine. */
import { assert } from "../base/assert.ts";
import type { Machine } from "../machine/machine.ts";
import type { MutableArray } from "../state/layout.ts";
import { maxKeptCells, maxListedWords } from "../state/scratch.ts";
import type { KeptCell, KeptCells, Monitor, MonitorHost, WordList } from "./monitor.ts";

export function monitorHost(machine: Machine): MonitorHost {
  const { core, places, sink } = machine;
  const { calls } = core;
  return {
    cpu: core.cpu,
    state: (block) => places.place(block.name, block),
    read: (address, width) => calls.busRead(address, width) >>> 0,
    write: (address, width, value) => calls.busWrite(address, value, width),
    wordList: (addresses) => wordList(machine, addresses),
    keptCells: (cells) => keptCells(machine, cells),
    program(address, bytes) {
      if (!machine.program(address, bytes))
        throw new Error(`no memory at 0x${address.toString(16)} for a monitor's stub`);
    },
    setTrapRange(base, limit) {
      core.board.trapBase = base;
      core.board.trapLimit = limit;
      calls.dropBlocks();
    },
    exceptionReturn: (excReturn) => calls.exceptionReturn(excReturn),
    branchNonSecure: (address) => calls.branchNonSecure(address),
    stackPointer: (index) => calls.readStackPointer(index) >>> 0,
    setStackPointer: (index, value) => calls.writeStackPointer(index, value),
    charge: (cycles) => machine.passCycles(cycles),
    freeze(why, fields) {
      sink.moment("freeze", { why, ...fields });
      machine.freeze();
    },
    moment: (kind, fields) => sink.moment(kind, fields),
    cycle: () => core.cycle(),
  };
}

/** Lists lie in the engine's scratch, one behind the other. */
function wordList({ core }: Machine, addresses: readonly number[]): WordList {
  const { calls, scratch } = core;
  const [first, count] = [scratch.wordCount, addresses.length];
  scratch.wordCount += count;
  assert(scratch.wordCount <= maxListedWords, "a monitor's lists fit their place");
  scratch.wordAddress.set(addresses, first);
  return {
    values: wordsOf(scratch.wordValue).subarray(first, first + count),
    read: () => calls.busReadWords(first, count),
    write: () => calls.busWriteWords(first, count),
    update: () => calls.busUpdateWords(first, count),
  };
}

function keptCells({ core }: Machine, cells: readonly KeptCell[]): KeptCells {
  const { calls, scratch } = core;
  const [first, count] = [scratch.cellCount, cells.length];
  scratch.cellCount += count;
  assert(scratch.cellCount <= maxKeptCells, "the cells that a monitor keeps fit their place");
  const rows = cells.map(({ used, kept }) => [wordsOf(used).byteOffset, wordsOf(kept).byteOffset, used.length]);
  scratch.cells.set(rows.flat(), 3 * first);
  return {
    keep: (vm) => calls.keepCells(first, count, vm),
    bring: (vm) => calls.bringCells(first, count, vm),
  };
}

/** Every field of words is seen as a Uint32Array, and so is part of one. */
function wordsOf(field: MutableArray): Uint32Array {
  assert(field instanceof Uint32Array, "a field of words");
  return field;
}

/** Put a monitor in charge of a machine's Secure entry points. */
export function attachMonitor(machine: Machine, monitor: Monitor): void {
  machine.onTrap = (address) => monitor.trap(address);
  machine.currentVm = () => monitor.currentVm();
  machine.savedProcessor = (vm) => monitor.saved(vm);
}
