/** LDM, STM, PUSH, POP. A fault midway leaves the base as it was: the instruction can be run again. */
import { currentTable } from "../decode-cache";
import { CPU_R, PAGE_BITS, READ, SCRATCH_FAULT, WRITE } from "../gen/layout";
import { ALIGNED, readMemory, writeMemory } from "../mem/access";
import { PAGE_MASK } from "../sync";
import { exchangeSlow } from "./branch";
import { checkStackLimit } from "./stack";

export const WRITEBACK: u32 = 1;
export const DECREMENT_BEFORE: u32 = 2;


@inline
export function loadWord(address: u32, table: u32): u32 {
  let entry = load<u32>(table + ((address >>> PAGE_BITS) << 2));
  if ((entry & READ) != 0 && (address & 3) == 0) return load<u32>(address + (entry & PAGE_MASK));
  return readMemory(address, 4, ALIGNED);
}


@inline
export function storeWord(address: u32, value: u32, table: u32): void {
  let entry = load<u32>(table + ((address >>> PAGE_BITS) << 2));
  if ((entry & WRITE) != 0 && (address & 3) == 0) store<u32>(address + (entry & PAGE_MASK), value);
  else writeMemory(address, value, 4, ALIGNED);
}

/** With SP as base the lower of old and new SP is checked before anything is touched. */
@inline
export function checkBase(base: u32, lowest: u32, flags: u32): void {
  if (base == 13 && flags & WRITEBACK) checkStackLimit(lowest);
}

/** Loads all but PC; returns the address behind the last word of the other registers. */
function loadList(base: u32, list: u32, flags: u32): u32 {
  let bytes = popcnt<u32>(list) << 2;
  let start = load<u32>(CPU_R + (base << 2));
  let address = flags & DECREMENT_BEFORE ? start - bytes : start;
  checkBase(base, address, flags);
  if (load<u32>(SCRATCH_FAULT) != 0) return 0;
  let table = currentTable();
  let ownValue = flags & DECREMENT_BEFORE ? start - bytes : start + bytes;
  let setBase = (flags & WRITEBACK) != 0;
  for (let rest = list & 0x7fff; rest != 0; rest &= rest - 1) {
    let register = ctz<u32>(rest);
    let value = loadWord(address, table);
    if (load<u32>(SCRATCH_FAULT) != 0) return 0;
    if (register == base) {
      ownValue = value;
      setBase = true;
    } else store<u32>(CPU_R + (register << 2), value);
    address += 4;
  }
  let target: u32 = 0;
  if (list & 0x8000) {
    target = loadWord(address, table);
    if (load<u32>(SCRATCH_FAULT) != 0) return 0;
  }
  if (setBase) store<u32>(CPU_R + (base << 2), ownValue);
  return target;
}

export function loadMultiple(base: u32, list: u32, flags: u32): void {
  loadList(base, list, flags);
}

/** With PC in the list. */
export function loadMultiplePc(base: u32, list: u32, flags: u32): void {
  let target = loadList(base, list, flags);
  if (load<u32>(SCRATCH_FAULT) == 0) exchangeSlow(target, 2);
}

export function storeMultiple(base: u32, list: u32, flags: u32): void {
  let bytes = popcnt<u32>(list) << 2;
  let start = load<u32>(CPU_R + (base << 2));
  let first = flags & DECREMENT_BEFORE ? start - bytes : start;
  checkBase(base, first, flags);
  if (load<u32>(SCRATCH_FAULT) != 0) return;
  let table = currentTable();
  let address = first;
  for (let rest = list; rest != 0; rest &= rest - 1) {
    storeWord(address, load<u32>(CPU_R + (ctz<u32>(rest) << 2)), table);
    if (load<u32>(SCRATCH_FAULT) != 0) return;
    address += 4;
  }
  if (flags & WRITEBACK) store<u32>(CPU_R + (base << 2), flags & DECREMENT_BEFORE ? first : address);
}
