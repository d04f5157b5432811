/**
 * A MonitorHost without a core: the registers a monitor uses, as the manuals say they answer, and a record of what it
 * did.
 */
import type { MomentFields } from "../../src/machine/sink.ts";
import type { KeptCell, KeptCells, MonitorHost, WordList } from "../../src/monitor/monitor.ts";
import { cpuBlock } from "../../src/state/blocks.ts";
import { type Block, type Fields, type MutableArray, type View, viewOf } from "../../src/state/layout.ts";

export type Action = { readonly what: string; readonly address?: number; readonly value?: number };

export interface FakeHost extends MonitorHost {
  readonly memory: ArrayBuffer;
  readonly actions: Action[];
  readonly moments: { kind: string; fields: MomentFields }[];
  /** What the console sent. */
  readonly console: { text: string; dead: boolean };
  readonly words: Map<number, number>;
  /** NVIC arrays by word, as in the processor's block. */
  readonly nvic: { enabled: MutableArray; pending: MutableArray; active: MutableArray; target: MutableArray };
  readonly frozen: { fields: MomentFields | null };
  /** Everything that changes, copied into a fresh host. */
  copy(): FakeHost;
  /**
   * Let the processor take a Secure exception from Non-secure code: what the core does before it stops in the trap
   * range.
   */
  takeException(exception: number, excReturn: number): void;
  writesTo(address: number): number[];
}

const stateAt = 8192;
const characterCycles = 1040;

export function fakeHost(from?: FakeHost): FakeHost {
  const memory = new ArrayBuffer(65536);
  const cpu = viewOf(cpuBlock, memory, 0);
  if (from === undefined) {
    cpu.secure = 1;
    cpu.thumb = 1;
  } else {
    new Uint8Array(memory).set(new Uint8Array(from.memory));
  }
  const registers: Registers = {
    words: new Map<number, number>(from?.words ?? []),
    nvic: {
      enabled: cpu.interruptEnabled,
      pending: cpu.interruptPending,
      active: cpu.interruptActive,
      target: cpu.interruptTarget,
    },
    cpu,
    clock: { cycle: from?.cycle() ?? 0, busyUntil: 0 },
    console: { text: "", dead: false },
  };
  const actions: Action[] = [];
  const hardware = hardwareFace(registers, actions);
  const host: FakeHost = {
    ...registers,
    ...hardware,
    ...listFace(hardware),
    ...observerFace(actions),
    memory,
    state: <F extends Fields>(block: Block<F>): View<F> => viewOf(block, memory, stateAt),
    copy: () => fakeHost(host),
    takeException(exception: number, excReturn: number) {
      cpu.secure = 1;
      cpu.ipsr = exception;
      cpu.r[14] = excReturn;
    },
  };
  return host;
}

/** What the processor and the bus do. */
function hardwareFace(registers: Registers, actions: Action[]) {
  const { words, cpu, clock } = registers;
  return {
    read: (address: number, width: 1 | 2 | 4) => readRegister(registers, address, width),
    write(address: number, width: 1 | 2 | 4, value: number) {
      actions.push({ what: "write", address, value });
      writeRegister(registers, address, width, value);
    },
    program(address: number, bytes: Uint8Array) {
      actions.push({ what: "program", address, value: bytes.length });
      for (const [index, byte] of bytes.entries()) putByte(words, address + index, byte);
    },
    setTrapRange: (base: number, limit: number) => void actions.push({ what: "traps", address: base, value: limit }),
    exceptionReturn(excReturn: number) {
      actions.push({ what: "exceptionReturn", value: excReturn });
      cpu.ipsr = 0;
      if ((excReturn & 0x40) === 0) {
        cpu.secure = 0;
        return;
      }
      const frame = cpu.sp[2] ?? 0;
      cpu.r[15] = words.get(frame + 24) ?? 0;
      cpu.sp[2] = frame + 32;
    },
    branchNonSecure(address: number) {
      actions.push({ what: "branchNonSecure", address });
      cpu.secure = 0;
      cpu.r[15] = address;
    },
    stackPointer: (index: number) => cpu.sp[index] ?? 0,
    setStackPointer(index: number, value: number) {
      cpu.sp[index] = value;
    },
    charge(cycles: number) {
      clock.cycle += cycles;
    },
    cycle: () => clock.cycle,
  };
}

/** What goes as one. */
const listFace = ({ read, write }: Pick<MonitorHost, "read" | "write">) => ({
  wordList(addresses: readonly number[]): WordList {
    const values = new Uint32Array(addresses.length);
    const found = new Uint32Array(addresses.length);
    const writeWhere = (isWanted: (index: number) => boolean): void => {
      for (const [index, address] of addresses.entries()) {
        if (isWanted(index)) write(address, 4, values[index] ?? 0);
      }
    };
    return {
      values,
      read() {
        values.set(addresses.map((address) => read(address, 4)));
        found.set(values);
      },
      write: () => writeWhere(() => true),
      update: () => writeWhere((index) => values[index] !== found[index]),
    };
  },
  keptCells: (cells: readonly KeptCell[]): KeptCells => ({
    keep(vm) {
      for (const { used, kept } of cells) kept.set(used, vm * used.length);
    },
    bring(vm) {
      for (const { used, kept } of cells) used.set(Array.from(kept).slice(vm * used.length, (vm + 1) * used.length));
    },
  }),
});

/** What the machine hears. */
function observerFace(actions: Action[]) {
  const moments: FakeHost["moments"] = [];
  const frozen: FakeHost["frozen"] = { fields: null };
  return {
    actions,
    moments,
    frozen,
    moment: (kind: string, fields: MomentFields) => void moments.push({ kind, fields }),
    freeze(why: string, fields: MomentFields) {
      actions.push({ what: "freeze" });
      frozen.fields = { why, ...fields };
    },
    writesTo: (address: number) =>
      actions.filter((a) => a.what === "write" && a.address === address).map((a) => a.value ?? 0),
  };
}

interface Registers {
  readonly words: Map<number, number>;
  readonly nvic: FakeHost["nvic"];
  readonly cpu: View<(typeof cpuBlock)["fields"]>;
  readonly clock: { cycle: number; busyUntil: number };
  readonly console: { text: string; dead: boolean };
}

function putByte(words: Map<number, number>, address: number, byte: number): void {
  const at = address & ~3;
  const shift = (address & 3) * 8;
  words.set(at >>> 0, (((words.get(at >>> 0) ?? 0) & ~(0xff << shift)) | (byte << shift)) >>> 0);
}

const nvicNames = ["iser", "icer", "ispr", "icpr", "iabr", "itns"] as const;

/** Which NVIC array word an address is, seen from which side. */
function nvicWord(address: number): { name: (typeof nvicNames)[number]; word: number; mask: number } | null {
  const ns = address >>> 16 === 0xe002;
  const offset = (address & 0xffff) - 0xe100;
  if (address >>> 20 !== 0xe00 || offset < 0 || offset >= 0x300) return null;
  const name = nvicNames[offset >>> 7];
  if (name === undefined) return null;
  return { name, word: (offset & 0x7f) >>> 2, mask: ns ? 1 : 0 };
}

/** Registers that the processor's block holds: where. RBAR and RLAR are those of the region that RNR names. */
function cellOf(cpu: Registers["cpu"], address: number): readonly [MutableArray, number] | null {
  const [s, ns, sau] = [cpu.mpuRnr[1] ?? 0, cpu.mpuRnr[0] ?? 0, cpu.sauRnr];
  if (address === 0xe000eddc) return [cpu.sauRbar, sau];
  if (address === 0xe000ede0) return [cpu.sauRlar, sau];
  if (address === 0xe000ed98) return [cpu.mpuRnr, 1];
  if (address === 0xe000ed9c) return [cpu.mpuRbarS, s];
  if (address === 0xe000eda0) return [cpu.mpuRlarS, s];
  if (address === 0xe002ed94) return [cpu.mpuCtrl, 0];
  if (address === 0xe002ed98) return [cpu.mpuRnr, 0];
  if (address === 0xe002ed9c) return [cpu.mpuRbarNs, ns];
  if (address === 0xe002eda0) return [cpu.mpuRlarNs, ns];
  if (address === 0xe002edc0) return [cpu.mpuMair0, 0];
  if (address === 0xe002edc4) return [cpu.mpuMair1, 0];
  if (address === 0xe002e010) return [cpu.systickCsr, 0];
  if (address === 0xe002e014) return [cpu.systickRvr, 0];
  return null;
}

function readRegister(registers: Registers, address: number, width: number): number {
  const { words, nvic, clock } = registers;
  const nv = nvicWord(address);
  if (nv !== null) {
    const visible = nv.mask === 1 ? (nvic.target[nv.word] ?? 0) : -1;
    const source = {
      iser: nvic.enabled,
      icer: nvic.enabled,
      ispr: nvic.pending,
      icpr: nvic.pending,
      iabr: nvic.active,
      itns: nvic.target,
    };
    return ((source[nv.name][nv.word] ?? 0) & visible) >>> 0;
  }
  if (address === 0x50086008) return clock.cycle >= clock.busyUntil ? 0xa : 0x2;
  if (address === 0x50086e04) return registers.console.dead ? 0 : 0x30;
  const cell = cellOf(registers.cpu, address);
  if (cell !== null) return cell[0][cell[1]] ?? 0;
  const word = words.get((address & ~3) >>> 0) ?? 0;
  return width === 4 ? word : (word >>> ((address & 3) * 8)) & (width === 1 ? 0xff : 0xffff);
}

function writeRegister(registers: Registers, address: number, width: number, value: number): void {
  const { words, nvic, clock } = registers;
  const nv = nvicWord(address);
  if (nv !== null) return writeNvic(nvic, nv, value);
  if (address === 0x50086e20) {
    registers.console.text += String.fromCharCode(value);
    clock.busyUntil = clock.cycle + characterCycles;
    return;
  }
  if (address === 0xe002ed04 || address === 0xe000ed04) {
    const old = words.get(address) ?? 0;
    const cleared = old & ~(((value & (1 << 27)) << 1) | ((value & (1 << 25)) << 1));
    words.set(address, (cleared | (value & 0x14000000)) >>> 0);
    return;
  }
  if ((address === 0xe002ed0c || address === 0xe000ed0c) && value >>> 16 !== 0x05fa) return;
  if (address === 0xe002e018 || address === 0xe000e018) return void words.set(address, 0);
  if (address === 0xe000edd8) {
    registers.cpu.sauRnr = value;
    return;
  }
  const cell = cellOf(registers.cpu, address);
  if (cell !== null) {
    cell[0][cell[1]] = value;
    return;
  }
  if (width === 4) words.set(address, value);
  else for (let byte = 0; byte < width; byte++) putByte(words, address + byte, (value >>> (byte * 8)) & 0xff);
}

function writeNvic(
  nvic: FakeHost["nvic"],
  { name, word, mask }: { name: string; word: number; mask: number },
  value: number,
): void {
  const visible = mask === 1 ? (nvic.target[word] ?? 0) : -1;
  const bits = value & visible;
  const array = name === "iser" || name === "icer" ? nvic.enabled : nvic.pending;
  if (name === "iser" || name === "ispr") array[word] = ((array[word] ?? 0) | bits) >>> 0;
  if (name === "icer" || name === "icpr") array[word] = ((array[word] ?? 0) & ~bits) >>> 0;
  if (name === "itns" && mask === 0) nvic.target[word] = value >>> 0;
}
