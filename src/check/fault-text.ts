/** A fault in words. */
import { exceptionName } from "./call-chain.ts";
import { faultForSecure, faultName } from "./fault-name.ts";

/** The fault that stopped an instruction, by its number in the core's notes; a UsageFault has no address. */
export function faultText(fault: number, address: number): string {
  const at = ` at 0x${(address >>> 0).toString(16)}`;
  const name = faultName(fault & ~faultForSecure);
  if (name === null) return `number ${fault}${at}`;
  const { exception, register, bit } = name;
  return `${exceptionName(exception)} (${register}.${bit})${register === "UFSR" ? "" : at}`;
}
