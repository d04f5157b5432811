/**
 * Decoded blocks by address. Everything here is derived: dropping it at any time changes no result.
 * A block never leaves its 1 KiB page, except that what cannot be cut at the border stands alone: a four-byte
 * instruction, or an IT block with its IT.
 */
import { isBreakpoint, stopsAt } from "./debug/breakpoints";
import { EXIT_BREAKPOINT, EXIT_TRAP } from "./exit";
import { OP_FALL, OP_IF, OP_STOP, ENDS, IS_IT, UNCONDITIONAL, decodeT16, decodeT32 } from "./gen/decode";
import {
  ARENA,
  ARENA_BYTES,
  BLOCK_CROSSES,
  BLOCK_MAP,
  BOARD_TRAP_BASE,
  BOARD_TRAP_LIMIT,
  CPU_CONTROL,
  CPU_IPSR,
  CPU_ITSTATE,
  CPU_LOCKUP,
  CPU_R,
  CPU_RECHECK,
  CPU_RESET_REQUEST,
  CPU_SECURE,
  CPU_SLEEPING,
  CPU_THUMB,
  CPU_TICKS,
  EXECUTE,
  PAGE_BITS,
  PAGE_BYTES,
  PHYSICAL,
  SCRATCH_ARENA_NEXT,
  SCRATCH_EXIT_REASON,
  SCRATCH_EXIT_VALUE,
  SCRATCH_FAULT,
  SCRATCH_PHYSICAL_BYTES,
  SCRATCH_RESYNC,
  SCRATCH_SLICE_END,
  SCRATCH_STEP_BLOCK,
  TABLES,
  TABLE_BYTES,
} from "./gen/layout";
import { fetchHalfword, fillExecute, refuseWithoutThumb } from "./mem/access";
import { forgetCompiled, poison } from "./mem/code";
import { forgetCodePages, markCodePage } from "./mem/ram";
import { polish } from "./peephole";
import { takeFault } from "./profile/m/exceptions";
import { PAGE_MASK, advanceItstate } from "./sync";

/** Instructions per block at the most, so that the count fits a byte even after a whole IT block. */
const MAX_INSTRUCTIONS: u32 = 60;
const NO_LIMIT: u32 = 0xffffffff;
/** Room one block may need: header, an IF record before each instruction, link. */
const MAX_BLOCK_BYTES: u32 = 16 * (2 * (60 + 5) + 2);

/** Access table of the current security state and privilege. */
export function currentTable(): u32 {
  let secure = load<u32>(CPU_SECURE);
  let privileged = u32(load<u32>(CPU_IPSR) != 0 || (load<u32>(CPU_CONTROL + (secure << 2)) & 1) == 0);
  return TABLES + ((secure << 1) | privileged) * TABLE_BYTES;
}


@inline
function entryOf(address: u32, table: u32): u32 {
  return load<u32>(table + ((address >>> PAGE_BITS) << 2));
}


@inline
function mapCell(host: u32): u32 {
  return BLOCK_MAP + ((host - PHYSICAL) << 1);
}

/** The block that starts at `pc`, if it is decoded and may be executed now; else 0. */
@inline
export function blockAt(pc: u32, table: u32): u32 {
  let entry = entryOf(pc, table);
  if ((entry & EXECUTE) == 0) return 0;
  let block = load<u32>(mapCell(pc + (entry & PAGE_MASK)));
  if (block == 0 || load<u32>(block, 4) != pc) return 0;
  if ((load<u32>(block, 8) & BLOCK_CROSSES) != 0 && (entryOf(pc + PAGE_BYTES, table) & EXECUTE) == 0) return 0;
  return block;
}

/** As blockAt, decoding where needed. 0: single-step, or SCRATCH_EXIT_REASON is set. PC and ticks are in the state. */
export function findBlock(pc: u32): u32 {
  if (isTrap(pc)) {
    store<u32>(SCRATCH_EXIT_REASON, EXIT_TRAP);
    store<u32>(SCRATCH_EXIT_VALUE, pc);
    return 0;
  }
  if (isBreakpoint(pc)) {
    if (stopsAt(pc, load<u64>(CPU_TICKS))) store<u32>(SCRATCH_EXIT_REASON, EXIT_BREAKPOINT);
    return 0;
  }
  let table = currentTable();
  if ((entryOf(pc, table) & EXECUTE) == 0 && !fillExecute(pc)) return 0;
  let block = blockAt(pc, table);
  return block != 0 ? block : translate(pc, table);
}


@inline
function isTrap(pc: u32): bool {
  return load<u32>(CPU_SECURE) != 0 && pc >= load<u32>(BOARD_TRAP_BASE) && pc < load<u32>(BOARD_TRAP_LIMIT);
}


@inline
function isWide(first: u32): bool {
  return first >= 0xe800;
}

/** Decode the block that starts at `pc`, and keep it; 0 where that is not possible. */
function translate(pc: u32, table: u32): u32 {
  if (load<u32>(SCRATCH_ARENA_NEXT) + MAX_BLOCK_BYTES > ARENA + ARENA_BYTES) dropBlocks();
  let block = load<u32>(SCRATCH_ARENA_NEXT);
  let end = decodeBlock(block, pc, table, NO_LIMIT);
  if (end == 0) return 0;
  store<u32>(SCRATCH_ARENA_NEXT, end);
  let host = pc + (entryOf(pc, table) & PAGE_MASK);
  markCodePage(host);
  placeBlock(mapCell(host), block);
  return block;
}

/**
 * The first `limit` instructions, or some fewer, of the longer block that is decoded at `pc`, as a block that nobody
 * keeps: of writes into its code the longer one tells. 0: single-step.
 */
export function beginningOf(pc: u32, table: u32, limit: u32): u32 {
  // The page's entry is forgotten where the longer block has just become its first.
  if ((entryOf(pc, table) & EXECUTE) == 0 && !fillExecute(pc)) return 0;
  let end = decodeBlock(SCRATCH_STEP_BLOCK, pc, table, min<u32>(limit, MAX_INSTRUCTIONS));
  return end != 0 ? SCRATCH_STEP_BLOCK : 0;
}

/** Write the block that starts at `pc`; answers the address behind its last record, or 0 where it cannot be. */
function decodeBlock(block: u32, pc: u32, table: u32, limit: u32): u32 {
  let delta = entryOf(pc, table) & PAGE_MASK;
  let record = block + 16;
  let address = pc;
  let it: u32 = 0;
  let count: u32 = 0;
  let flags: u32 = 0;
  while (true) {
    let first = u32(load<u16>(address + delta));
    let crosses = it == 0 && leavesPage(first, address, delta);
    if (count >= limit || mayEnd(pc, address, it, count, flags, crosses)) {
      record = writeEnd(record, address, it);
      break;
    }
    if (crosses) {
      if (!mayReachOn(address, delta, table)) return 0;
      flags = BLOCK_CROSSES;
    }
    let second: u32 = isWide(first) ? load<u16>(address + delta, 2) : 0;
    let answer = writeInstruction(record, first, second, address, it, count);
    let own = lastRecord(record);
    count += 1;
    address += isWide(first) ? 4 : 2;
    it = answer & IS_IT ? load<u32>(own, 8) & 0xff : advanceItstate(it);
    // IT has done its work: it counts, and needs no record.
    record = answer & IS_IT ? own : own + 16;
    if (answer & ENDS) {
      // Past a condition that failed, an IT block goes on.
      record = writeEnd(record, address, it);
      break;
    }
  }
  finishBlock(block, record, count);
  polish(block + 16, record);
  store<u32>(block, pc, 4);
  store<u32>(block, flags, 8);
  store<u32>(block, address - pc, 12);
  return record;
}

/** Whether the block has to end before the instruction at `address`. */
function mayEnd(pc: u32, address: u32, it: u32, count: u32, flags: u32, crosses: bool): bool {
  if (isTrap(address) || isBreakpoint(address)) return true;
  if (it != 0 && flags & BLOCK_CROSSES) return false;
  let isFull = count >= MAX_INSTRUCTIONS && it == 0;
  let isOutside = (address ^ pc) >>> PAGE_BITS != 0;
  return isFull || isOutside || (count != 0 && (crosses || (flags & BLOCK_CROSSES) != 0));
}

/** Whether an instruction, or the IT block that it opens, reaches into the next page. */
function leavesPage(first: u32, address: u32, delta: u32): bool {
  let border = (address | (PAGE_BYTES - 1)) + 1;
  let end = address + 2 + (u32(isWide(first)) << 1);
  let mask = first & 15;
  if (first >>> 8 != 0xbf || mask == 0) return end > border;
  for (let left = 4 - ctz(mask); left > 0 && end < border; left--) {
    end += 2 + (u32(isWide(load<u16>(end + delta))) << 1);
    if (left == 1) return end > border;
  }
  return true;
}

/** The page after that of `address` may be executed too, lies behind it in memory, and is marked as holding code. */
function mayReachOn(address: u32, delta: u32, table: u32): bool {
  let next = address + PAGE_BYTES;
  if ((entryOf(next, table) & EXECUTE) == 0 && !fillExecute(next)) return false;
  if ((entryOf(next, table) & PAGE_MASK) != delta) return false;
  markCodePage(next + delta);
  return true;
}

/** For so few bytes memory.fill is slow: the host calls a function of its own. */
@inline
function clearRecord(record: u32): void {
  store<u64>(record, 0);
  store<u64>(record, 0, 8);
}

/** Writes the record, and an IF record before it inside an IT block; returns the decoder's answer. */
function writeInstruction(record: u32, first: u32, second: u32, address: u32, it: u32, index: u32): u32 {
  let condition = it >>> 4;
  let own = record;
  if (it != 0 && condition < 14) {
    clearRecord(record);
    store<u16>(record, u16(OP_IF + condition));
    own = record + 16;
  }
  clearRecord(own);
  let answer = decodeInto(own, first, second, address, it);
  if (own != record && answer & UNCONDITIONAL) {
    own = record;
    clearRecord(own);
    answer = decodeInto(own, first, second, address, it);
  }
  store<u16>(own, u16(answer));
  store<u8>(own, u8(index), 6);
  store<u8>(own, u8(it), 7);
  store<u32>(own, address | u32(isWide(first)), 12);
  return answer;
}


@inline
function decodeInto(record: u32, first: u32, second: u32, address: u32, it: u32): u32 {
  return isWide(first) ? decodeT32((first << 16) | second, address, it, record) : decodeT16(first, address, it, record);
}

/** The instruction's own record behind an optional IF record. */
@inline
function lastRecord(record: u32): u32 {
  let op = u32(load<u16>(record));
  return op >= OP_IF && op < OP_IF + 14 ? record + 16 : record;
}

/** The record behind the last instruction: FALL, with link cells, or STOP where ITSTATE must be kept. */
function writeEnd(record: u32, address: u32, it: u32): u32 {
  clearRecord(record);
  if (it != 0) {
    store<u16>(record, u16(OP_STOP));
    store<u32>(record, it, 8);
  } else store<u16>(record, u16(OP_FALL));
  store<u32>(record, address, 12);
  return record + 16;
}

/**
 * A block for another alias of the same bytes may be linked still: from now on nobody would tell it of changed code.
 */
function placeBlock(cell: u32, block: u32): void {
  let before = load<u32>(cell);
  if (before != 0) poison(before);
  store<u32>(cell, block);
}

/** Turns each record's index into what is left of the block, and writes the number of its instructions. */
function finishBlock(block: u32, end: u32, count: u32): void {
  for (let record = block + 16; record < end; record += 16) {
    let op = u32(load<u16>(record));
    if (op == OP_FALL || op == OP_STOP || op - OP_IF < 14) continue;
    store<u8>(record, u8(count - u32(load<u8>(record, 6))), 6);
  }
  clearRecord(block);
  store<u32>(block, count);
}

/**
 * Remember in a link cell that `block` follows. Only inside one page: who may execute the one may execute the other.
 * Cells of the step block lie outside the arena and are never linked.
 */
export function connect(link: u32, block: u32, pc: u32): void {
  if (link < ARENA || (load<u32>(block, 8) & BLOCK_CROSSES) != 0) return;
  let site = load<u32>(link & ~15, 12) - 2;
  if ((site ^ pc) >>> PAGE_BITS == 0) store<u32>(link, block);
}

/** State as it is between two instructions, with no IT block open. */
export function arrive(pc: u32, budget: i32): void {
  store<u32>(CPU_R + 60, pc);
  store<u32>(CPU_ITSTATE, 0);
  store<u64>(CPU_TICKS, load<u64>(SCRATCH_SLICE_END) - u64(budget));
}

/** A block of the one instruction at `pc` under the current ITSTATE, fetched with every check; 0 when that faults. */
export function prepareStep(pc: u32): u32 {
  let first = fetchHalfword(pc);
  if (load<u32>(SCRATCH_FAULT) == 0 && load<u32>(CPU_THUMB) == 0) refuseWithoutThumb(pc);
  if (load<u32>(SCRATCH_FAULT) != 0) return 0;
  let second: u32 = 0;
  if (isWide(first)) {
    second = fetchHalfword(pc + 2);
    if (load<u32>(SCRATCH_FAULT) != 0) return 0;
  }
  let it = load<u32>(CPU_ITSTATE);
  let record = SCRATCH_STEP_BLOCK;
  let answer = writeInstruction(record, first, second, pc, it, 0);
  let own = lastRecord(record);
  store<u8>(own, 1, 6);
  let end = own + 16;
  clearRecord(end);
  let after = answer & IS_IT ? load<u32>(own, 8) & 0xff : advanceItstate(it);
  store<u16>(end, u16(answer & ENDS && after == 0 ? OP_FALL : OP_STOP));
  store<u32>(end, after, 8);
  store<u32>(end, pc + (isWide(first) ? 4 : 2), 12);
  store<u32>(CPU_ITSTATE, 0);
  return record;
}

/** Decode one word as the block builder would, into the step block, for tests of the decoder. Returns its answer. */
export function decodeWord(first: u32, second: u32, address: u32, it: u32): u32 {
  clearRecord(SCRATCH_STEP_BLOCK);
  return decodeInto(SCRATCH_STEP_BLOCK, first, second, address, it);
}

/** An instruction has faulted: take the exception; what is left of the budget stays. */
export function settle(budget: i32): i32 {
  store<u32>(SCRATCH_RESYNC, 0);
  store<u64>(CPU_TICKS, load<u64>(SCRATCH_SLICE_END) - u64(budget));
  takeFault();
  return budget;
}

/** Nothing asks for a look outside the fast loop, and the next instruction is a plain one. */
@inline
export function quiet(): bool {
  let asks = load<u32>(SCRATCH_FAULT) | load<u32>(SCRATCH_RESYNC) | load<u32>(SCRATCH_EXIT_REASON);
  let waits = load<u32>(CPU_RECHECK) | load<u32>(CPU_SLEEPING) | load<u32>(CPU_LOCKUP) | load<u32>(CPU_RESET_REQUEST);
  return (asks | waits | load<u32>(CPU_ITSTATE) | (load<u32>(CPU_THUMB) ^ 1)) == 0;
}

/** Forget every block. */
export function dropBlocks(): void {
  memory.fill(BLOCK_MAP, 0, load<u32>(SCRATCH_PHYSICAL_BYTES) << 1);
  store<u32>(SCRATCH_ARENA_NEXT, ARENA);
  forgetCompiled();
  forgetCodePages();
}
