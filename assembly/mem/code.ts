/** Stores into memory that holds decoded code. */
import { BLOCK_MAP, PAGE_BYTES, PHYSICAL } from "../gen/layout";
import { PAGE_MASK } from "../sync";

/** Length of a block that no longer holds: more than any budget. */
const POISON: u32 = 0x7fffffff;

/** Bytes of a page that holds decoded code have changed: its blocks, and one reaching into it, no longer hold. */
export function codeWritten(host: u32, size: u32): void {
  let first = host & PAGE_MASK;
  let last = (host + size - 1) & PAGE_MASK;
  let from = first > PHYSICAL ? first - 2 : first;
  for (let at = from; at < last + PAGE_BYTES; at += 2) {
    let cell = BLOCK_MAP + ((at - PHYSICAL) << 1);
    let block = load<u32>(cell);
    if (block == 0) continue;
    store<u32>(block, POISON);
    store<u32>(cell, 0);
  }
}
