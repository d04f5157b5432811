/**
 * The differences of test/isa/deviations.md that generated cases meet, each as narrow as it can be told: when it
 * applies, and what it then allows. An allowance makes both records agree on what it is about.
 */
import type { Case } from "./case.ts";
import type { Placed } from "./draft.ts";
import { contextWords, inputWords, recordWindow, recordWord, stripBytes, windowBytes } from "./layout.ts";

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
const returnWord = recordWord("return");
const hfsr = recordWord("hfsr");
const cfsr = recordWord("cfsr");
const cfsrNs = recordWord("cfsr_ns");
const auviol = 8;
const sfarValid = 0x40;
const undefinedInstruction = 0x1_0000;

const forced = 0x4000_0000;
const debugEvent = 0x8000_0000;

/** Word of the record with which the frame of the ending exception begins; -1 where it lies elsewhere. */
function frameAt({ code: { world } }: Case, record: Uint32Array): number {
  const frame = ((record[recordWord(world.secure ? "psp" : "psp_ns")] ?? 0) - world.windowBase) | 0;
  return frame >= 0 && frame <= windowBytes - 32 ? recordWindow + frame / 4 : -1;
}

/** Address that the frame of the ending exception returns to; -1 where there is no such frame. */
const returnAddress = (record: Uint32Array): number => record[returnWord] || -1;

const status = (record: Uint32Array): number => (record[cfsr] ?? 0) | (record[cfsrNs] ?? 0);
const unaligned = 0x0100_0000;
const divideByZero = 0x200_0000;
const statusWords = new Set(["ipsr", "cfsr", "hfsr", "sfsr", "cfsr_ns", "shcsr", "exc_return"].map(recordWord));
/** All that tells which fault it was and who has taken it. */
const syndromeWords = [...statusWords, ...["mmfar", "bfar", "sfar", "mmfar_ns", "shcsr_ns", "msp_ns"].map(recordWord)];
const controlNs = recordWord("control_ns");
const stackSelect = 2;
/** Both sides fault at the same instruction, each in its own way. A handler of Non-secure state leaves SPSEL clear. */
const otherFault = (here: Uint32Array, there: Uint32Array): void => {
  for (const word of syndromeWords) there[word] = here[word] ?? 0;
  there[controlNs] = ((there[controlNs] ?? 0) & ~stackSelect) | ((here[controlNs] ?? 0) & stackSelect);
};
const invalidState = 0x2_0000;
const invalidReturn = 0x4_0000;
const noCoprocessor = 0x8_0000;
/** IBUSERR, IACCVIOL. */
const fetchFaults = 0x101;
/** DACCVIOL, PRECISERR. */
const dataFaults = 0x202;
const addressValid = 0x8080;
const stackingFaults = 0x0010_1010;

/** DACCVIOL, MMARVALID. */
const faultAtAddress = 0x82;
/** Where rights change behind the start of a window. */
const edges = [windowBytes, windowBytes + stripBytes, windowBytes + 2 * stripBytes];
const faultAddress = (record: Uint32Array): number => record[mmfar] || record[mmfarNs] || 0;

/** Peripherals, external devices and the system's own space, in the default memory map. */
const isDevice = (address: number): boolean => address >>> 29 === 2 || address >>> 29 >= 5;

/** The instruction that the ending exception came from, where a frame tells. */
const last = (one: Case, record: Uint32Array): Placed | undefined =>
  one.code.placed.find(({ address }) => address === returnAddress(record));

const lastRow = (one: Case, record: Uint32Array): string => last(one, record)?.row?.encoding.name ?? "";

const hasFrame = (record: Uint32Array): boolean =>
  (status(record) & stackingFaults) === 0 && returnAddress(record) !== -1;

/** Whether the ending exception came from a row called so; where no frame tells, whether the case has one. */
const mayEndAt = (one: Case, record: Uint32Array, name: RegExp, surely = false): boolean =>
  hasFrame(record)
    ? name.test(lastRow(one, record))
    : !surely && one.code.placed.some(({ row }) => name.test(row?.encoding.name ?? ""));

/** Whether a record says that the word at `address` is UNDEFINED. */
const endsUndefinedAt = (record: Uint32Array, address: number): boolean =>
  (status(record) & undefinedInstruction) !== 0 &&
  (returnAddress(record) === address || (status(record) & stackingFaults) !== 0);

export const allowances: readonly Allowance[] = [
  {
    what: "registers that a faulting VLDM or LDRD was to load",
    applies: (one, here, there) =>
      status(here) === status(there) && (status(here) & dataFaults) !== 0 && mayEndAt(one, here, /^VLDM/),
    allow(here, there, one) {
      const single = recordWord("s0");
      const stacked = frameAt(one, here) + 8;
      for (let index = 0; index < 32; index++) there[single + index] = here[single + index] ?? 0;
      if (stacked < recordWindow) return;
      for (let index = stacked; index < Math.min(stacked + 34, here.length); index++) there[index] = here[index] ?? 0;
    },
  },
  {
    what: "registers that a faulting VLDM or LDRD was to load",
    applies: (one, here, there) =>
      status(here) === status(there) && (status(here) & dataFaults) !== 0 && mayEndAt(one, here, /^LDRD/),
    allow(here, there, one) {
      const ends = hasFrame(here) ? [last(one, here)] : one.code.placed;
      for (const placed of ends) {
        if (!/^LDRD/.test(placed?.row?.encoding.name ?? "")) continue;
        const first = ((placed?.word ?? 0) >>> 12) & 15;
        const inFrame = [0, 1, 2, 3, 12, 14].indexOf(first);
        const place = inFrame < 0 ? first - 4 : frameAt(one, here) + inFrame;
        there[place] = here[place] ?? 0;
      }
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
    what: "unaligned access across the end of a region of SAU or MPU",
    // The plans of other cases keep away from there; a wild one may meet it by chance.
    applies: (one, here, there) =>
      one.code.wild &&
      (status(here) & faultAtAddress) === faultAtAddress &&
      edges.some((edge) => faultAddress(here) === one.code.world.windowBase + edge) &&
      faultAddress(there) !== faultAddress(here),
    allow: (here, there) => there.set(here),
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
      one.code.open !== null && [here, there].some((record) => endsUndefinedAt(record, one.code.open ?? 0)),
    allow: (here, there) => there.set(here),
  },
  {
    what: "faults of STREX and STLEX without a monitor",
    applies: (one, here, there) =>
      status(here) !== 0 && mayEndAt(one, here, /^(STREX|STLEX)/) && !mayEndAt(one, there, /^(STREX|STLEX)/, true),
    allow: (here, there) => there.set(here),
  },
  {
    what: "fetch with EPSR.T clear where the address is no multiple of 4",
    applies: (_, here, there) =>
      (status(here) & (invalidState | fetchFaults)) !== 0 &&
      (status(there) & unaligned) !== 0 &&
      (returnAddress(here) % 4 === 2 || (status(here) & stackingFaults) !== 0),
    allow: otherFault,
  },
  {
    what: "registers and flags at a DIVBYZERO fault",
    applies: (_, here, there) => (status(here) & status(there) & divideByZero) !== 0,
    allow(here, there, one) {
      const frame = frameAt(one, here);
      // Where SP itself is an older one, the frame is elsewhere, and with it all that depends on its place.
      const isMoved = frame < 0 || frame !== frameAt(one, there);
      const agree = (word: number, mask = 0xffff_ffff): void => {
        there[word] = (((there[word] ?? 0) & ~mask) | ((here[word] ?? 0) & mask)) >>> 0;
      };
      for (let word = 0; word < here.length; word++)
        if (isMoved ? !statusWords.has(word) : word < 8 || (word >= frame && word < frame + 6)) agree(word);
      if (!isMoved) agree(frame + 7, 0xf000_0000);
    },
  },
  {
    what: "unaligned accesses to Device memory",
    applies: (_one, here, there) =>
      (status(here) & unaligned) !== 0 &&
      (status(there) & (unaligned | addressValid)) !== unaligned &&
      [there[mmfar], there[bfar]].some((address) => isDevice(address ?? 0)),
    allow: otherFault,
  },
  {
    what: "BFAR of unaligned accesses",
    applies: (one, here, there) =>
      (status(here) & status(there) & 0x8000) !== 0 &&
      [1, 3, mayEndAt(one, here, /^V/) ? 7 : 3].some((within) => ((here[bfar] ?? 0) & ~within) >>> 0 === there[bfar]),
    allow(here, there) {
      there[bfar] = here[bfar] ?? 0;
    },
  },
];
