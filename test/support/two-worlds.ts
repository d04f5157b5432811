/**
 * A processor between two worlds and nothing else: bit 28 of an address says Secure, as on the LPC55S69. Code at 0 and
 * 0x10000000, data at 0x20000000 and 0x30000000, each the same bytes.
 */
import type { Board, IdauRegion } from "../../src/board/board.ts";
import type { Core } from "../../src/core/core.ts";
import { createMachine, type Machine } from "../../src/machine/machine.ts";
import type { MomentFields } from "../../src/machine/sink.ts";
import { type Program, program } from "./program.ts";

export const secureBit = 0x1000_0000;
export const codeBase = 0x1000_0000;
export const dataBase = 0x3000_0000;
export const memoryBytes = 0x1_0000;
const stackTop = dataBase + memoryBytes;

/** System Control Space registers, in the view of the state that looks. */
export const scs = {
  systickCsr: 0xe000e010,
  systickRvr: 0xe000e014,
  systickCvr: 0xe000e018,
  iser: 0xe000e100,
  icer: 0xe000e180,
  ispr: 0xe000e200,
  icpr: 0xe000e280,
  iabr: 0xe000e300,
  itns: 0xe000e380,
  ipr: 0xe000e400,
  icsr: 0xe000ed04,
  aircr: 0xe000ed0c,
  scr: 0xe000ed10,
  ccr: 0xe000ed14,
  shcsr: 0xe000ed24,
  cfsr: 0xe000ed28,
  hfsr: 0xe000ed2c,
  mmfar: 0xe000ed34,
  bfar: 0xe000ed38,
  mpuCtrl: 0xe000ed94,
  mpuRnr: 0xe000ed98,
  mpuRbar: 0xe000ed9c,
  mpuRlar: 0xe000eda0,
  mpuMair0: 0xe000edc0,
  sauCtrl: 0xe000edd0,
  sauRnr: 0xe000edd8,
  sauRbar: 0xe000eddc,
  sauRlar: 0xe000ede0,
  sfsr: 0xe000ede4,
  sfar: 0xe000ede8,
  demcr: 0xe000edfc,
  cppwr: 0xe000e00c,
  cpacr: 0xe000ed88,
  nsacr: 0xe000ed8c,
  fpccr: 0xe000ef34,
  fpcar: 0xe000ef38,
} as const;
/** Distance from a register to its Non-secure alias. */
export const aliasNs = 0x2_0000;

const regions = Array.from({ length: 14 }, (_, index): IdauRegion => {
  const attribute = index % 2 === 1 && index < 6 ? "secure-callable" : "non-secure";
  return { base: index * secureBit, last: (index + 1) * secureBit - 1, attribute };
});

export const twoWorlds: Board = {
  name: "two-worlds",
  title: "processor and memory in two worlds",
  processor: {
    name: "Cortex-M33",
    cpuid: 0x410fd214,
    interruptLines: 64,
    priorityBits: 3,
    mpuRegionsNonSecure: 8,
    mpuRegionsSecure: 8,
    sauRegions: 8,
    vtorMask: 0xffffff80,
    vtorReset: { nonSecure: 0, secure: codeBase },
    hasFpu: false,
    hasDsp: true,
  },
  memories: [
    { name: "code", base: 0, sizeBytes: memoryBytes, kind: "ram", aliases: [codeBase] },
    { name: "data", base: 0x2000_0000, sizeBytes: memoryBytes, kind: "ram", aliases: [dataBase] },
  ],
  idau: [
    ...regions,
    { base: 0xe000_0000, last: 0xe00f_ffff, attribute: "exempt" },
    { base: 0xe010_0000, last: 0xefff_ffff, attribute: "non-secure" },
    { base: 0xf000_0000, last: 0xffff_ffff, attribute: "secure" },
  ],
  devices: [],
  wires: [],
  clocks: { cpu: () => 12_000_000 },
  systickReference: null,
  systickCalibration: () => [0, 0],
  interruptNames: [],
};

/** The same with a floating-point unit. */
export const twoWorldsWithFloat: Board = { ...twoWorlds, processor: { ...twoWorlds.processor, hasFpu: true } };

export interface Moment {
  readonly kind: string;
  readonly cycle: number;
  readonly fields: MomentFields;
}

export interface World {
  readonly machine: Machine;
  readonly core: Core;
  readonly moments: Moment[];
  read(address: number, sizeBytes?: number): number;
  write(address: number, value: number, sizeBytes?: number): void;
  reg(index: number): number;
  /** Run for so many ticks; the stop's reason. */
  run(ticks: number): string;
}

/** All kinds of notes. */
const everyNote = 0x7e;

/** A machine right after reset, with nothing in memory. */
export function emptyWorld(board: Board = twoWorlds): World {
  const moments: Moment[] = [];
  const machine: Machine = createMachine(board, 1, {
    output: () => {},
    moment: (kind, fields) => void moments.push({ kind, fields, cycle: machine.core.cycle() }),
    gap: () => {},
  });
  const { core } = machine;
  core.scratch.noteMask = everyNote;
  return {
    machine,
    core,
    moments,
    read: (address, sizeBytes = 4) => core.calls.busRead(address, sizeBytes) >>> 0,
    write: (address, value, sizeBytes = 4) => core.calls.busWrite(address, value, sizeBytes),
    reg: (index) => (core.cpu.r[index] ?? 0) >>> 0,
    run: (ticks) => machine.run({ tick: machine.tick() + ticks }).reason,
  };
}

/** Offset of the code behind both vector tables. */
const codeOffset = 0x400;
const vectors = 16 + 64;

/**
 * A machine that starts at label `reset` of the Secure `source`. Exceptions go to the labels `secure3` or `outer15`
 * (the number, for Secure and Non-secure state) where there are such, else to `secure`, `outer` or nowhere. Non-secure
 * code is the same source at the addresses of the other world.
 */
export function worldOf(source: string, board: Board = twoWorlds): World & { readonly code: Program } {
  const world = emptyWorld(board);
  const code = program(codeBase + codeOffset, source);
  const labelOr = (names: readonly string[]): number => {
    for (const name of names) if (new RegExp(`^\\s*${name}:`, "m").test(source)) return code.at(name) | 1;
    return 1;
  };
  world.machine.program(codeBase + codeOffset, code.bytes);
  for (let number = 0; number < vectors; number++) {
    const secure = number === 1 ? ["reset"] : [`secure${number}`, "secure"];
    world.write(codeBase + number * 4, number === 0 ? stackTop : labelOr(secure));
    const outer = labelOr([`outer${number}`, "outer"]);
    world.write(codeBase + 0x200 + number * 4, outer === 1 ? 1 : outer - secureBit);
  }
  world.core.cpu.vtor[0] = 0x200;
  world.core.calls.startAtVector();
  return { ...world, code };
}
