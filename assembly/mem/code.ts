/** Stores into memory that holds decoded code. */
import { BLOCK_CODE_BYTES, BLOCK_COMPILED, BLOCK_MAP, PAGE_BYTES, PHYSICAL, SCRATCH_NATIVE_EPOCH } from "../gen/layout";
import { PAGE_MASK } from "../sync";
import { clearCodePage } from "./ram";

/** Length of a block that no longer holds: more than any budget. */
const POISON: u32 = 0x7fffffff;
/** From how far before a page a block may reach into it: an IT and four instructions. */
const MAX_REACH: u32 = 18;

/** Nothing compiled holds any longer. */
@inline
export function forgetCompiled(): void {
  store<u32>(SCRATCH_NATIVE_EPOCH, load<u32>(SCRATCH_NATIVE_EPOCH) + 1);
}

/** A block that must not run again, whoever still links to it. */
@inline
export function poison(block: u32): void {
  store<u32>(block, POISON);
  if (load<u32>(block, 8) & BLOCK_COMPILED) forgetCompiled();
}


@inline
function cellOf(host: u32): u32 {
  return BLOCK_MAP + ((host - PHYSICAL) << 1);
}

/** Bytes of a page that holds decoded code have changed: blocks with any of them no longer hold. */
export function codeWritten(host: u32, size: u32): void {
  let from = host - PHYSICAL > BLOCK_CODE_BYTES ? (host & ~1) - BLOCK_CODE_BYTES : PHYSICAL;
  let isHit = false;
  for (let at = from; at < host + size; at += 2) {
    let block = load<u32>(cellOf(at));
    if (block == 0 || at + load<u32>(block, 12) <= host) continue;
    poison(block);
    store<u32>(cellOf(at), 0);
    isHit = true;
  }
  if (isHit && !holdsCode(host & PAGE_MASK)) clearCodePage(host);
}

/** Whether a block starts in a page, or reaches into it from the one before. */
function holdsCode(page: u32): bool {
  for (let at = page; at < page + PAGE_BYTES; at += 2) {
    if (load<u32>(cellOf(at)) != 0) return true;
  }
  for (let at = page - PHYSICAL > MAX_REACH ? page - MAX_REACH : PHYSICAL; at < page; at += 2) {
    let block = load<u32>(cellOf(at));
    if (block != 0 && at + load<u32>(block, 12) > page) return true;
  }
  return false;
}
