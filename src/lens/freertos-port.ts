/**
 * What FreeRTOS's Cortex-M ports push on a task's stack when they switch it out. The image does not say which port it
 * is; the EXC_RETURN value, which all but the oldest push, lies in a different place for each.
 */
import type { Memory } from "./field.ts";
import type { SwitchFrame } from "./thread-processor.ts";

interface Port {
  /** Words from the top of the stack to EXC_RETURN, and to R4. */
  readonly link: number;
  readonly calleeSaved: number;
  /** Words pushed besides S16 to S31. */
  readonly words: number;
  /** The word that holds PSPLIM: the stack's base, of which the register drops three bits; 0 where it is not used. */
  readonly limit: number | null;
}

/** The first that fits. Ports with pointer authentication push a key of four words on top. */
const ports: readonly Port[] = [
  // ARM_CM33_NTZ and its relatives: PSPLIM, EXC_RETURN, R4-R11.
  { limit: 0, link: 1, calleeSaved: 2, words: 10 },
  { limit: 4, link: 5, calleeSaved: 6, words: 14 },
  // ARM_CM33 with TrustZone: secure context, PSPLIM, EXC_RETURN, R4-R11.
  { limit: 1, link: 2, calleeSaved: 3, words: 11 },
  { limit: 5, link: 6, calleeSaved: 7, words: 15 },
  // ARM_CM4F, ARM_CM7: R4-R11, EXC_RETURN.
  { limit: null, link: 8, calleeSaved: 0, words: 9 },
];

/** ARM_CM3: R4-R11 only. */
const oldest: Port = { limit: null, link: -1, calleeSaved: 0, words: 8 };

const floatWords = 16;
const basicFrameBit = 0x10;
const secureStackBit = 0x40;

/** Null for a task that was switched out while its code was in Secure state: then only its Secure stack knows. */
export function switchFrameOf(memory: Memory, top: number, stackBase: number | null): SwitchFrame | null {
  const word = (index: number): number => memory.word(top + 4 * index) ?? 0;
  const isReturn = (value: number): boolean => value >>> 7 === 0x1ff_ffff;
  const isLimit = (value: number): boolean => value === 0 || stackBase === null || value >>> 3 === stackBase >>> 3;
  const fits = ({ link, limit }: Port): boolean => isReturn(word(link)) && (limit === null || isLimit(word(limit)));
  const port = ports.find(fits) ?? oldest;
  const exceptionReturn = port.link < 0 ? 0xffff_fffd : word(port.link);
  const hasLimit = port.limit !== null;
  if (hasLimit && (exceptionReturn & secureStackBit) !== 0 && isArmv8Return(exceptionReturn) && port.words === 11) {
    return null;
  }
  const float = (exceptionReturn & basicFrameBit) === 0 ? floatWords : 0;
  return {
    calleeSaved: Array.from({ length: 8 }, (_, i) => memory.word(top + 4 * (port.calleeSaved + i))),
    stackPointer: top + 4 * (port.words + float),
    exceptionReturn,
  };
}

/** ES is set only where the exception was taken to Secure state; Armv7-M has ones in both places. */
const isArmv8Return = (exceptionReturn: number): boolean => (exceptionReturn & 1) === 0;
