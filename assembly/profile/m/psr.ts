/** xPSR as it is stacked. */
import {
  BOARD_HAS_DSP,
  CPU_FLAG_C,
  CPU_FLAG_GE,
  CPU_FLAG_N,
  CPU_FLAG_Q,
  CPU_FLAG_V,
  CPU_FLAG_Z,
  CPU_IPSR,
  CPU_ITSTATE,
  CPU_THUMB,
} from "../../gen/layout";

/** N, Z, C, V, Q and GE at their places in APSR. */
export function packApsr(): u32 {
  let flags = load<u32>(CPU_FLAG_N) & 0x80000000;
  flags |= u32(load<u32>(CPU_FLAG_Z) == 0) << 30;
  flags |= (load<u32>(CPU_FLAG_C) << 29) | (load<u32>(CPU_FLAG_V) << 28) | (load<u32>(CPU_FLAG_Q) << 27);
  return flags | (load<u32>(CPU_FLAG_GE) << 16);
}

export function unpackFlags(psr: u32): void {
  store<u32>(CPU_FLAG_N, psr & 0x80000000);
  store<u32>(CPU_FLAG_Z, psr & 0x40000000 ? 0 : 1);
  store<u32>(CPU_FLAG_C, (psr >>> 29) & 1);
  store<u32>(CPU_FLAG_V, (psr >>> 28) & 1);
  store<u32>(CPU_FLAG_Q, (psr >>> 27) & 1);
}

/** APSR.GE is there with the DSP extension only. */
export function unpackGE(psr: u32): void {
  if (load<u32>(BOARD_HAS_DSP)) store<u32>(CPU_FLAG_GE, (psr >>> 16) & 15);
}

export function packXpsr(): u32 {
  let it = load<u32>(CPU_ITSTATE);
  let execution = (load<u32>(CPU_THUMB) << 24) | ((it & 3) << 25) | ((it & 0xfc) << 8);
  return packApsr() | execution | load<u32>(CPU_IPSR);
}

/** Everything but IPSR, which decides the mode and is the caller's to set between parking and adopting a stack. */
export function unpackXpsr(psr: u32): void {
  unpackFlags(psr);
  unpackGE(psr);
  store<u32>(CPU_ITSTATE, ((psr >>> 25) & 3) | ((psr >>> 8) & 0xfc));
  store<u32>(CPU_THUMB, (psr >>> 24) & 1);
}
