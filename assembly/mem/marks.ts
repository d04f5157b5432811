/**
 * Who wants to hear of accesses to a page of guest memory: one byte of marks per page. A mark only ever takes a right
 * away from the fast path, so marks change what is told, never what happens. Not state; zero where nobody listens.
 */
import { PAGE_BITS, PAGE_MARKS, PHYSICAL, SCRATCH_PHYSICAL_BYTES } from "../gen/layout";
import { closeTables } from "./tables";

/** Not written since its digest was taken. */
export const MARK_DIGESTED: u32 = 1;
/** Not written since the last keyframe. */
export const MARK_KEPT: u32 = 2;
/** Holds a watched byte. */
export const MARK_WATCH_READ: u32 = 4;
export const MARK_WATCH_WRITE: u32 = 8;


@inline
export function marksOf(host: u32): u32 {
  return load<u8>(PAGE_MARKS + ((host - PHYSICAL) >>> PAGE_BITS));
}

/** The page is about to be written, or may be from now on: whoever called it clean must look again. */
@inline
export function touchPage(host: u32): void {
  let at = PAGE_MARKS + ((host - PHYSICAL) >>> PAGE_BITS);
  let marks = load<u8>(at);
  if (marks & (MARK_DIGESTED | MARK_KEPT)) store<u8>(at, marks & ~(MARK_DIGESTED | MARK_KEPT));
}

/** As touchPage, for a range written behind the core's back. */
export function touchRange(host: u32, bytes: u32): void {
  for (let at = host; at < host + bytes; at += 1 << PAGE_BITS) touchPage(at);
  if (bytes != 0) touchPage(host + bytes - 1);
}

/** Call every page clean in the sense of `mark`; the next write to each is noticed. */
export function cleanPages(mark: u32): void {
  let end = PAGE_MARKS + (load<u32>(SCRATCH_PHYSICAL_BYTES) >>> PAGE_BITS);
  for (let at = PAGE_MARKS; at < end; at++) store<u8>(at, load<u8>(at) | u8(mark));
  closeTables();
}
