/** Guest physical memory: where an address lies, and which pages hold code that is decoded. */
import {
  BOARD_MEMORY_BASE,
  BOARD_MEMORY_COUNT,
  BOARD_MEMORY_GUARDED,
  BOARD_MEMORY_HOST,
  BOARD_MEMORY_SIZE,
  BOARD_MEMORY_WRITABLE,
  BOARD_PAGE_NON_SECURE,
  CODE_PAGES,
  PAGE_BITS,
  PHYSICAL,
  SCRATCH_LAST_MEMORY,
  SCRATCH_PHYSICAL_BYTES,
} from "../gen/layout";
import { forgetPage } from "./tables";

/** Offset of the memory that answers at `address` in the BOARD_MEMORY arrays, or -1. */
function memoryIndex(address: u32): i32 {
  let last = load<u32>(SCRATCH_LAST_MEMORY);
  if (answers(last, address)) return i32(last);
  let end = load<u32>(BOARD_MEMORY_COUNT) << 2;
  for (let index: u32 = 0; index < end; index += 4) {
    if (!answers(index, address)) continue;
    store<u32>(SCRATCH_LAST_MEMORY, index);
    return i32(index);
  }
  return -1;
}


@inline
function answers(index: u32, address: u32): bool {
  return address - load<u32>(BOARD_MEMORY_BASE + index) < load<u32>(BOARD_MEMORY_SIZE + index);
}

/** Place of a guest address in linear memory; 0 where no memory answers. */
export function hostOf(address: u32): u32 {
  let index = memoryIndex(address);
  if (index < 0) return 0;
  return load<u32>(BOARD_MEMORY_HOST + index) + address - load<u32>(BOARD_MEMORY_BASE + index);
}

/** A guarded page belongs to one security state; memory without a guard is open to both. */
export const OPEN_TO_BOTH: u32 = 0;
export const OPEN_TO_SECURE: u32 = 1;
export const OPEN_TO_NON_SECURE: u32 = 2;

/** Whose transactions the guard in front of `address` lets through. */
export function guardOf(address: u32): u32 {
  let index = memoryIndex(address);
  if (index < 0 || load<u32>(BOARD_MEMORY_GUARDED + index) == 0) return OPEN_TO_BOTH;
  let offset = address - load<u32>(BOARD_MEMORY_BASE + index);
  let page = (load<u32>(BOARD_MEMORY_HOST + index) - PHYSICAL + offset) >>> PAGE_BITS;
  let word = load<u32>(BOARD_PAGE_NON_SECURE + ((page >>> 5) << 2));
  return (word >>> (page & 31)) & 1 ? OPEN_TO_NON_SECURE : OPEN_TO_SECURE;
}

export function isWritable(address: u32): bool {
  let index = memoryIndex(address);
  return index >= 0 && load<u32>(BOARD_MEMORY_WRITABLE + index) != 0;
}


@inline
function codeCell(host: u32): u32 {
  return CODE_PAGES + ((host - PHYSICAL) >>> PAGE_BITS);
}


@inline
export function isCodePage(host: u32): bool {
  return load<u8>(codeCell(host)) != 0;
}

/** From now on writes to this page take the slow path, which tells the decode cache. */
export function markCodePage(host: u32): void {
  if (isCodePage(host)) return;
  store<u8>(codeCell(host), 1);
  forgetPage(host);
}

/** The page holds no decoded code any more. */
export function clearCodePage(host: u32): void {
  store<u8>(codeCell(host), 0);
  forgetPage(host);
}

export function forgetCodePages(): void {
  memory.fill(CODE_PAGES, 0, load<u32>(SCRATCH_PHYSICAL_BYTES) >>> PAGE_BITS);
}
