/** VLDM, VSTM, VPUSH, VPOP. A fault midway leaves the base as it was: the instruction can be run again. */
import { currentTable } from "../../decode-cache";
import { CPU_R, CPU_S, PAGE_BITS, READ, SCRATCH_FAULT, WRITE } from "../../gen/layout";
import { PAGE_MASK } from "../../sync";
import { DECREMENT_BEFORE, WRITEBACK, checkBase, loadWord, storeWord } from "../load-multiple";

/** The base moves one word further than the data (FLDMX, FSTMX). */
const EXTRA_WORD: u32 = 4;


@inline
function distance(words: u32, flags: u32): u32 {
  return (words + u32((flags & EXTRA_WORD) != 0)) << 2;
}

/** Address of the first word; with SP as base the lower end is checked before anything is touched. */
function begin(base: u32, bytes: u32, flags: u32): u32 {
  let start = load<u32>(CPU_R + (base << 2));
  let address = flags & DECREMENT_BEFORE ? start - bytes : start;
  checkBase(base, address, flags);
  return address;
}


@inline
function finish(base: u32, address: u32, bytes: u32, flags: u32): void {
  if (flags & WRITEBACK) store<u32>(CPU_R + (base << 2), flags & DECREMENT_BEFORE ? address : address + bytes);
}

/** Compilers step through arrays by VLDM and VSTM of one register: no function call for it where memory is plain. */
@inline
function isOne(base: u32, words: u32): bool {
  return words == 1 && base != 13;
}


@inline
export function loadSingles(base: u32, first: u32, words: u32, flags: u32): void {
  if (isOne(base, words)) {
    let bytes = distance(1, flags);
    let start = load<u32>(CPU_R + (base << 2));
    let address = flags & DECREMENT_BEFORE ? start - bytes : start;
    let entry = load<u32>(currentTable() + ((address >>> PAGE_BITS) << 2));
    if ((entry & READ) != 0 && (address & 3) == 0) {
      store<u32>(CPU_S + (first << 2), load<u32>(address + (entry & PAGE_MASK)));
      finish(base, address, bytes, flags);
      return;
    }
  }
  loadRow(base, first, words, flags);
}


@inline
export function storeSingles(base: u32, first: u32, words: u32, flags: u32): void {
  if (isOne(base, words)) {
    let bytes = distance(1, flags);
    let start = load<u32>(CPU_R + (base << 2));
    let address = flags & DECREMENT_BEFORE ? start - bytes : start;
    let entry = load<u32>(currentTable() + ((address >>> PAGE_BITS) << 2));
    if ((entry & WRITE) != 0 && (address & 3) == 0) {
      store<u32>(address + (entry & PAGE_MASK), load<u32>(CPU_S + (first << 2)));
      finish(base, address, bytes, flags);
      return;
    }
  }
  storeRow(base, first, words, flags);
}

function loadRow(base: u32, first: u32, words: u32, flags: u32): void {
  let bytes = distance(words, flags);
  let address = begin(base, bytes, flags);
  if (load<u32>(SCRATCH_FAULT) != 0) return;
  let table = currentTable();
  for (let index: u32 = 0; index < words; index++) {
    let value = loadWord(address + (index << 2), table);
    if (load<u32>(SCRATCH_FAULT) != 0) return;
    store<u32>(CPU_S + ((first + index) << 2), value);
  }
  finish(base, address, bytes, flags);
}

function storeRow(base: u32, first: u32, words: u32, flags: u32): void {
  let bytes = distance(words, flags);
  let address = begin(base, bytes, flags);
  if (load<u32>(SCRATCH_FAULT) != 0) return;
  let table = currentTable();
  for (let index: u32 = 0; index < words; index++) {
    storeWord(address + (index << 2), load<u32>(CPU_S + ((first + index) << 2)), table);
    if (load<u32>(SCRATCH_FAULT) != 0) return;
  }
  finish(base, address, bytes, flags);
}
