/**
 * Lists of words that a monitor reads or writes one after the other, as busRead and busWrite do: to cross from the host
 * takes longer than an access. A list is a part of SCRATCH_WORD_ADDRESS and the same part of SCRATCH_WORD_VALUE.
 */
import { SCRATCH_WORD_ADDRESS, SCRATCH_WORD_FOUND, SCRATCH_WORD_VALUE } from "../gen/layout";
import { busRead, busWrite } from "./access";

export function busReadWords(first: u32, count: u32): void {
  for (let at = first << 2; at < (first + count) << 2; at += 4) {
    let value = busRead(load<u32>(SCRATCH_WORD_ADDRESS + at), 4);
    store<u32>(SCRATCH_WORD_VALUE + at, value);
    store<u32>(SCRATCH_WORD_FOUND + at, value);
  }
}

export function busWriteWords(first: u32, count: u32): void {
  for (let at = first << 2; at < (first + count) << 2; at += 4) {
    busWrite(load<u32>(SCRATCH_WORD_ADDRESS + at), load<u32>(SCRATCH_WORD_VALUE + at), 4);
  }
}

/** Those that are to be others than was read. */
export function busUpdateWords(first: u32, count: u32): void {
  for (let at = first << 2; at < (first + count) << 2; at += 4) {
    let value = load<u32>(SCRATCH_WORD_VALUE + at);
    if (value != load<u32>(SCRATCH_WORD_FOUND + at)) busWrite(load<u32>(SCRATCH_WORD_ADDRESS + at), value, 4);
  }
}
