/**
 * VLSTM and VLLDM: Secure code puts its floating-point context away before it calls Non-secure code, and takes it back.
 * Without such a context (SFPA clear) they do nothing.
 */
import { BOARD_HAS_FPU, CPU_FPSCR, CPU_S, SCRATCH_FAULT } from "../gen/layout";
import { readMemory, writeMemory } from "../mem/access";
import { isPrivileged, isSecure } from "../profile/m/banks";
import { FLOAT, coprocessorDenial } from "../profile/m/coprocessor";
import { FAULT_LSERR, FAULT_UNALIGNED, FAULT_UNDEFINSTR, raise } from "../profile/m/fault";
import {
  FPCA,
  FPSCR_BITS,
  FPSCR_OFFSET,
  LSPACT,
  LSPEN,
  SFPA,
  clearRegisters,
  contextControl,
  contextOwner,
  floatActive,
  placeOf,
  registersKept,
  setContextControl,
  setFloatActive,
} from "../profile/m/float-control";
import { leaveForLater } from "../profile/m/lazy-state";

/** Whether there is anything to do: a Secure context, and the right to touch it. Raises what stands in the way. */
function isCalledFor(): bool {
  if (!isSecure()) {
    raise(FAULT_UNDEFINSTR, 0);
    return false;
  }
  if (!load<u32>(BOARD_HAS_FPU) || (floatActive() & SFPA) == 0) return false;
  let denial = coprocessorDenial(FLOAT, 1, isPrivileged(1));
  if (denial != 0) raise(denial, 0);
  return denial == 0;
}

function isAligned(address: u32): bool {
  if (address & 7) raise(FAULT_UNALIGNED, address);
  return (address & 7) == 0;
}

export function lazyStoreMultiple(base: u32): void {
  if (!isCalledFor()) return;
  if (contextControl(contextOwner()) & LSPACT) {
    raise(FAULT_LSERR, 0);
    return;
  }
  if (!isAligned(base)) return;
  if (contextControl(1) & LSPEN) leaveForLater(base, false);
  else {
    storeRegisters(base);
    if (load<u32>(SCRATCH_FAULT) != 0) return;
    if (registersKept(1) == 32) clearRegisters(32);
  }
  setFloatActive(FPCA, 0);
}

function storeRegisters(base: u32): void {
  for (let index: u32 = 0; index < registersKept(1); index++) {
    writeMemory(base + placeOf(index), load<u32>(CPU_S + (index << 2)), 4, 0);
    if (load<u32>(SCRATCH_FAULT) != 0) return;
  }
  writeMemory(base + FPSCR_OFFSET, load<u32>(CPU_FPSCR), 4, 0);
}

export function lazyLoadMultiple(base: u32): void {
  if (!isCalledFor()) return;
  if (contextControl(1) & LSPACT) setContextControl(1, LSPACT, 0);
  else {
    if (!isAligned(base)) return;
    loadRegisters(base);
    if (load<u32>(SCRATCH_FAULT) != 0) return;
  }
  setFloatActive(FPCA, FPCA);
}

function loadRegisters(base: u32): void {
  for (let index: u32 = 0; index < registersKept(1); index++) {
    let value = readMemory(base + placeOf(index), 4, 0);
    if (load<u32>(SCRATCH_FAULT) != 0) return;
    store<u32>(CPU_S + (index << 2), value);
  }
  let status = readMemory(base + FPSCR_OFFSET, 4, 0);
  if (load<u32>(SCRATCH_FAULT) == 0) store<u32>(CPU_FPSCR, status & FPSCR_BITS);
}
