/**
 * The access tables: what each state may do with a page, found out by the slow path and remembered. They hold for one
 * setting of SAU and MPU. When that changes they are set aside, and taken up again where the same setting comes back:
 * a hypervisor switches between the few settings of its VMs. Derived throughout: to forget any of it at any time
 * changes no result.
 */
import {
  CLEAN,
  CPU_MPU_CTRL,
  FILLED_LIST,
  FILLED_LIST_ENTRIES,
  PAGE_BITS,
  PROTECTION_BYTES,
  SCRATCH_FILLED_COUNT,
  SCRATCH_MPU_BYPASS,
  SCRATCH_TABLES_KEPT,
  SCRATCH_TABLES_SET,
  TABLES,
  TABLE_SETS,
  TABLE_SET_BYTES,
  TABLE_SET_COUNT,
  TABLE_SET_ENTRIES,
  WRITE,
} from "../gen/layout";
import { mpuBypass } from "../profile/m/protection";

// A set: how many entries it holds, which MPUs stand aside, the registers of SAU and MPU; then the entries set aside,
// each its place and its value.
const BYPASS: u32 = 4;
const REGISTERS: u32 = 8;
const ENTRIES: u32 = REGISTERS + PROTECTION_BYTES;

/** Place behind the last set that is kept. */
@inline
function setsEnd(): u32 {
  return TABLE_SETS + min<u32>(load<u32>(SCRATCH_TABLES_KEPT), TABLE_SET_COUNT) * TABLE_SET_BYTES;
}

/** Remember that an entry was filled. */
export function rememberFilled(cell: u32): void {
  let count = load<u32>(SCRATCH_FILLED_COUNT);
  if (count >= FILLED_LIST_ENTRIES) {
    dropTables();
    count = 0;
  }
  store<u32>(FILLED_LIST + (count << 2), cell);
  store<u32>(SCRATCH_FILLED_COUNT, count + 1);
}

/** Forget everything: guards, marks, or memory itself have changed. */
export function dropTables(): void {
  setTablesAside();
  forgetSets();
}

/** What was set aside is not to come back. */
function forgetSets(): void {
  store<u32>(SCRATCH_TABLES_KEPT, 0);
  store<u32>(SCRATCH_TABLES_SET, 0);
}

/** SAU or MPU have changed, or an MPU stands aside that did not: the tables are empty, until the setting comes back. */
export function setTablesAside(): void {
  let count = load<u32>(SCRATCH_FILLED_COUNT);
  let set = load<u32>(SCRATCH_TABLES_SET);
  store<u32>(SCRATCH_TABLES_SET, 0);
  store<u32>(SCRATCH_FILLED_COUNT, 0);
  let isKept = set != 0 && count <= TABLE_SET_ENTRIES;
  if (set != 0) store<u32>(set, isKept ? count : 0);
  let to = set + ENTRIES;
  for (let at = FILLED_LIST; at < FILLED_LIST + (count << 2); at += 4) {
    let cell = load<u32>(at);
    if (isKept) {
      store<u32>(to, cell);
      store<u32>(to, load<u32>(cell), 4);
      to += 8;
    }
    store<u32>(cell, 0);
  }
}

/** Before the first entry under a setting is filled: take up what was set aside under it. True when that was done. */
export function recallTables(): bool {
  if (load<u32>(SCRATCH_TABLES_SET) != 0) return false;
  let bypass = mpuBypass();
  store<u32>(SCRATCH_MPU_BYPASS, bypass);
  for (let set = TABLE_SETS; set < setsEnd(); set += TABLE_SET_BYTES) {
    if (load<u32>(set, BYPASS) != bypass || !holds(set)) continue;
    store<u32>(SCRATCH_TABLES_SET, set);
    takeUp(set);
    return true;
  }
  begin(bypass);
  return false;
}

function holds(set: u32): bool {
  for (let offset: u32 = 0; offset < PROTECTION_BYTES; offset += 8) {
    if (load<u64>(set + REGISTERS + offset) != load<u64>(CPU_MPU_CTRL + offset)) return false;
  }
  return true;
}

function takeUp(set: u32): void {
  let count = load<u32>(set);
  let from = set + ENTRIES;
  for (let at = FILLED_LIST; at < FILLED_LIST + (count << 2); at += 4) {
    let cell = load<u32>(from);
    store<u32>(at, cell);
    store<u32>(cell, load<u32>(from, 4));
    from += 8;
  }
  store<u32>(SCRATCH_FILLED_COUNT, count);
}

/** A setting that is new takes the place of the oldest. What the tables hold already, holds under it. */
function begin(bypass: u32): void {
  let kept = load<u32>(SCRATCH_TABLES_KEPT);
  let set = TABLE_SETS + (kept % TABLE_SET_COUNT) * TABLE_SET_BYTES;
  store<u32>(set, 0);
  store<u32>(set, bypass, BYPASS);
  memory.copy(set + REGISTERS, CPU_MPU_CTRL, PROTECTION_BYTES);
  store<u32>(SCRATCH_TABLES_KEPT, kept + 1);
  store<u32>(SCRATCH_TABLES_SET, set);
}

/** Empties every entry that leads to this page of memory. */
export function forgetPage(host: u32): void {
  let count = load<u32>(SCRATCH_FILLED_COUNT);
  for (let index: u32 = 0; index < count;) {
    let at = FILLED_LIST + (index << 2);
    let cell = load<u32>(at);
    let page = ((cell - TABLES) >>> 2) << PAGE_BITS;
    if ((page + load<u32>(cell)) >>> PAGE_BITS == host >>> PAGE_BITS) {
      store<u32>(cell, 0);
      count -= 1;
      store<u32>(at, load<u32>(FILLED_LIST + (count << 2)));
    } else index += 1;
  }
  store<u32>(SCRATCH_FILLED_COUNT, count);
  forgetSets();
}

/** Every right to write that is remembered asks once more. */
export function closeTables(): void {
  let end = FILLED_LIST + (load<u32>(SCRATCH_FILLED_COUNT) << 2);
  for (let at = FILLED_LIST; at < end; at += 4) closeEntry(load<u32>(at));
  for (let set = TABLE_SETS; set < setsEnd(); set += TABLE_SET_BYTES) {
    let last = set + ENTRIES + (load<u32>(set) << 3);
    for (let at = set + ENTRIES; at < last; at += 8) closeEntry(at + 4);
  }
}


@inline
function closeEntry(cell: u32): void {
  let entry = load<u32>(cell);
  if (entry & WRITE) store<u32>(cell, (entry & ~WRITE) | CLEAN);
}
