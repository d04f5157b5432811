/**
 * The differences of test/isa/deviations.md that generated cases meet, each as narrow as it can be told: when it
 * applies, and what it then allows. An allowance makes both records agree on what it is about.
 */
import type { Case } from "./case.ts";
import { contextWords, inputWords, recordWindow, recordWord, windowBytes } from "./layout.ts";

export interface Allowance {
  /** First column of its row in deviations.md. */
  readonly what: string;
  applies(one: Case, here: Uint32Array, there: Uint32Array): boolean;
  allow(here: Uint32Array, there: Uint32Array, one: Case): void;
}

const mmfar = recordWord("mmfar");
const mmfarNs = recordWord("mmfar_ns");
const bfar = recordWord("bfar");
const sfsr = recordWord("sfsr");
const sfar = recordWord("sfar");
const hfsr = recordWord("hfsr");
const cfsr = recordWord("cfsr");
const cfsrNs = recordWord("cfsr_ns");
const fpccr = recordWord("fpccr");
const fpccrNs = recordWord("fpccr_ns");
const limitViolated = 0x200;
const auviol = 8;
const sfarValid = 0x40;
const undefinedInstruction = 0x1_0000;

const forced = 0x4000_0000;
const debugEvent = 0x8000_0000;

/** Address that the frame of the ending exception returns to; -1 where there is no such frame. */
function returnAddress({ code: { world } }: Case, record: Uint32Array): number {
  const frame = ((record[recordWord(world.secure ? "psp" : "psp_ns")] ?? 0) - world.windowBase) | 0;
  return frame >= 0 && frame <= windowBytes - 32 ? (record[recordWindow + frame / 4 + 6] ?? -1) : -1;
}

const status = (record: Uint32Array): number => (record[cfsr] ?? 0) | (record[cfsrNs] ?? 0);
const unaligned = 0x0100_0000;
const divideByZero = 0x200_0000;
const statusWords = new Set(["ipsr", "cfsr", "hfsr", "sfsr", "cfsr_ns", "shcsr", "exc_return"].map(recordWord));
const invalidState = 0x2_0000;
const invalidReturn = 0x4_0000;
const noCoprocessor = 0x8_0000;
/** IBUSERR, IACCVIOL. */
const fetchFaults = 0x101;
/** DACCVIOL, PRECISERR. */
const dataFaults = 0x202;
const addressValid = 0x8080;
const stackingFaults = 0x0010_1010;

/** Peripherals, external devices and the system's own space, in the default memory map. */
const isDevice = (address: number): boolean => address >>> 29 === 2 || address >>> 29 >= 5;

/** Row of the instruction that the ending exception came from; "" where no frame tells. */
const lastRow = (one: Case, record: Uint32Array): string =>
  one.code.placed.find(({ address }) => address === returnAddress(one, record))?.row?.encoding.name ?? "";

/** Whether the ending exception came from a row called so; where no frame tells, whether the case has one. */
const mayEndAt = (one: Case, record: Uint32Array, name: RegExp, surely = false): boolean =>
  status(record) & stackingFaults || returnAddress(one, record) === -1
    ? !surely && one.code.placed.some(({ row }) => name.test(row?.encoding.name ?? ""))
    : name.test(lastRow(one, record));

/** Whether a record says that the word at `address` is UNDEFINED. */
const endsUndefinedAt = (one: Case, record: Uint32Array, address: number): boolean =>
  (status(record) & undefinedInstruction) !== 0 &&
  (returnAddress(one, record) === address || (status(record) & stackingFaults) !== 0);

export const allowances: readonly Allowance[] = [
  {
    what: "registers that a faulting VLDM was to load",
    applies: (one, here, there) =>
      status(here) === status(there) && (status(here) & dataFaults) !== 0 && mayEndAt(one, here, /^VLDM/),
    allow(here, there, one) {
      const single = recordWord("s0");
      const frame = ((here[recordWord(one.code.world.secure ? "psp" : "psp_ns")] ?? 0) - one.code.world.windowBase) | 0;
      const stacked = recordWindow + (frame + 32) / 4;
      for (let index = 0; index < 32; index++) there[single + index] = here[single + index] ?? 0;
      if (frame < 0 || frame > windowBytes - 96) return;
      for (let index = 0; index < 16; index++) there[stacked + index] = here[stacked + index] ?? 0;
    },
  },
  {
    what: "unaligned access across the end of a region of SAU or MPU",
    applies: (one, here, there) =>
      status(here) === status(there) &&
      one.code.placed.some(({ row }) => /^V(LDM|STM|LDR|STR)/.test(row?.encoding.name ?? "")),
    allow(here, there) {
      for (const address of [mmfar, bfar, sfar, mmfarNs])
        if ((here[address] ?? 0) + 4 === there[address]) there[address] = here[address] ?? 0;
    },
  },
  {
    what: "FPCCR.SPLIMVIOL after VLSTM leaves a context for later",
    applies: (one) => one.code.placed.some(({ row }) => row?.encoding.operation.name === "VLSTM"),
    allow(here, there) {
      for (const bank of [fpccr, fpccrNs])
        if (((here[bank] ?? 0) | limitViolated) === there[bank]) there[bank] = here[bank] ?? 0;
    },
  },
  {
    what: "return to live Non-secure registers while NSACR.CP10 is 0",
    applies: (one, here, there) =>
      one.extended &&
      one.input[inputWords.context + contextWords.indexOf("nsacr")] === 0 &&
      ((here[cfsr] ?? 0) & noCoprocessor) !== 0 &&
      ((there[cfsr] ?? 0) & invalidReturn) !== 0,
    allow(_, there) {
      there[cfsr] = (((there[cfsr] ?? 0) & ~invalidReturn) | noCoprocessor) >>> 0;
    },
  },
  {
    what: "SFAR after an attribution violation (AUVIOL)",
    applies: (_, here, there) => ((here[sfsr] ?? 0) & auviol) !== 0 && ((there[sfsr] ?? 0) & auviol) !== 0,
    allow(here, there) {
      for (const record of [here, there]) {
        record[sfsr] = (record[sfsr] ?? 0) & ~sfarValid;
        record[sfar] = 0;
      }
    },
  },
  {
    what: "HFSR after BKPT without debugger and DebugMonitor",
    applies: (_, here) => ((here[hfsr] ?? 0) & debugEvent) !== 0,
    allow(here) {
      here[hfsr] = (((here[hfsr] ?? 0) & ~debugEvent) | forced) >>> 0;
    },
  },
  {
    what: "UNPREDICTABLE words and broken should-be bits",
    applies: (one, here, there) =>
      one.code.open !== null && [here, there].some((record) => endsUndefinedAt(one, record, one.code.open ?? 0)),
    allow: (here, there) => there.set(here),
  },
  {
    what: "faults of STREX and STLEX without a monitor",
    applies: (one, here, there) =>
      status(here) !== 0 && mayEndAt(one, here, /^(STREX|STLEX)/) && !mayEndAt(one, there, /^(STREX|STLEX)/, true),
    allow: (here, there) => there.set(here),
  },
  {
    what: "INVSTATE at an address that is not word-aligned",
    applies: (one, here, there) =>
      (status(here) & (invalidState | fetchFaults)) !== 0 &&
      (status(there) & unaligned) !== 0 &&
      (returnAddress(one, here) % 4 === 2 || (status(here) & stackingFaults) !== 0),
    allow: (here, there) => there.set(here),
  },
  {
    what: "registers and flags at a DIVBYZERO fault",
    applies: (_, here, there) => (status(here) & status(there) & divideByZero) !== 0,
    allow(here, there) {
      for (let word = 0; word < here.length; word++) if (!statusWords.has(word)) there[word] = here[word] ?? 0;
    },
  },
  {
    what: "unaligned accesses to Device memory",
    applies: (_one, here, there) =>
      (status(here) & unaligned) !== 0 &&
      (status(there) & (unaligned | addressValid)) !== unaligned &&
      [there[mmfar], there[bfar]].some((address) => isDevice(address ?? 0)),
    allow: (here, there) => there.set(here),
  },
  {
    what: "BFAR of unaligned accesses",
    applies: (_, here, there) =>
      (status(here) & status(there) & 0x8000) !== 0 && (here[bfar] ?? 0) >>> 2 === (there[bfar] ?? 0) >>> 2,
    allow(here, there) {
      there[bfar] = here[bfar] ?? 0;
    },
  },
];
