/** Names of the faults that the core's notes carry by number (assembly/profile/m/fault.ts; DDI 0553, CFSR and SFSR). */
import { exceptionName } from "./call-chain.ts";

export interface FaultName {
  /** Number of the exception that it is, where that is enabled. */
  readonly exception: 4 | 5 | 6 | 7;
  readonly register: "MMFSR" | "BFSR" | "UFSR" | "SFSR";
  readonly bit: string;
}

type Register = Omit<FaultName, "bit"> & { readonly first: number; readonly bits: Readonly<Record<number, string>> };

/** A number is `first` plus the bit's place in its register. */
const registers: readonly Register[] = [
  {
    first: 1,
    exception: 6,
    register: "UFSR",
    bits: { 0: "UNDEFINSTR", 1: "INVSTATE", 2: "INVPC", 3: "NOCP", 4: "STKOF", 8: "UNALIGNED", 9: "DIVBYZERO" },
  },
  {
    first: 16,
    exception: 4,
    register: "MMFSR",
    bits: { 0: "IACCVIOL", 1: "DACCVIOL", 3: "MUNSTKERR", 4: "MSTKERR", 5: "MLSPERR" },
  },
  {
    first: 32,
    exception: 5,
    register: "BFSR",
    bits: { 0: "IBUSERR", 1: "PRECISERR", 3: "UNSTKERR", 4: "STKERR", 5: "LSPERR" },
  },
  {
    first: 48,
    exception: 7,
    register: "SFSR",
    bits: { 0: "INVEP", 1: "INVIS", 2: "INVER", 3: "AUVIOL", 4: "INVTRAN", 5: "LSPERR", 7: "LSERR" },
  },
];

const names = new Map<number, FaultName>(
  registers.flatMap(({ first, exception, register, bits }) =>
    Object.entries(bits).map(([place, bit]): [number, FaultName] => [
      first + Number(place),
      { exception, register, bit },
    ]),
  ),
);

/** Added to a number where Non-secure code made an access for Secure state, whose fault it is. */
const faultForSecure = 0x100;

/** Null for numbers that are no fault, and for faults of another state than the one that runs. */
export const faultName = (number: number): FaultName | null => names.get(number) ?? null;

/** The fault that stopped an instruction, by its number in the core's notes; a UsageFault has no address. */
export function faultText(fault: number, address: number): string {
  const at = ` at 0x${(address >>> 0).toString(16)}`;
  const name = faultName(fault & ~faultForSecure);
  if (name === null) return `number ${fault}${at}`;
  const { exception, register, bit } = name;
  return `${exceptionName(exception)} (${register}.${bit})${register === "UFSR" ? "" : at}`;
}
