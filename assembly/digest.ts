/**
 * Check values over the state: fast, and looking only at pages of memory that were written since last time. For telling
 * runs apart, not for secrets. Everything is folded into SCRATCH_CHAIN.
 */
import {
  PAGE_BITS,
  PAGE_BYTES,
  PAGE_DIGESTS,
  PAGE_MARKS,
  PHYSICAL,
  SCRATCH_CHAIN,
  SCRATCH_PAGE_SUM,
  SCRATCH_PHYSICAL_BYTES,
} from "./gen/layout";
import { MARK_DIGESTED } from "./mem/marks";
import { closeTables } from "./mem/tables";

/** Odd, with well spread bits: the fractional parts of the square roots of 2, 3, 5 and 7. */
const K0: u64 = 0x6a09e667f3bcc909;
const K1: u64 = 0xbb67ae8584caa73b;
const K2: u64 = 0x3c6ef372fe94f82b;
const K3: u64 = 0x54ff53a5f1d36f1d;


@inline
function fold(lane: u64, word: u64, factor: u64): u64 {
  return rotl<u64>((lane ^ word) * factor, 29);
}

/** Takes 16 bytes in. Each step can be undone, so what differs goes on to differ; no multiplication, for speed. */
@inline
function stir(lanes: v128, at: u32): v128 {
  let mixed = v128.xor(lanes, v128.load(at));
  mixed = i64x2.add(mixed, i64x2.shl(mixed, 21));
  return v128.xor(mixed, i64x2.shr_u(mixed, 35));
}


@inline
function foldLanes(value: u64, lanes: v128): u64 {
  return fold(fold(value, i64x2.extract_lane(lanes, 0), K1), i64x2.extract_lane(lanes, 1), K2);
}

/** Digest of `bytes` (a multiple of 8) at `from`. */
function digestOf(from: u32, bytes: u32, salt: u64): u64 {
  let a = i64x2.splat(K0);
  let b = i64x2.splat(K1);
  let c = i64x2.splat(K2);
  let d = i64x2.splat(K3);
  let at = from;
  let end = from + bytes;
  for (; at + 64 <= end; at += 64) {
    a = stir(a, at);
    b = stir(b, at + 16);
    c = stir(c, at + 32);
    d = stir(d, at + 48);
  }
  let value = foldLanes(foldLanes(foldLanes(foldLanes(salt ^ K0, a), b), c), d);
  for (; at < end; at += 8) value = fold(value, load<u64>(at), K0);
  return finish(value);
}


@inline
function finish(value: u64): u64 {
  let mixed = (value ^ (value >> 32)) * K1;
  return mixed ^ (mixed >> 29);
}

function chain(digest: u64): void {
  store<u64>(SCRATCH_CHAIN, finish(fold(load<u64>(SCRATCH_CHAIN), digest, K3)));
}

/** Fold a range of state in. */
export function chainRange(from: u32, bytes: u32): void {
  chain(digestOf(from, bytes, 0));
}

/** Fold all guest memory in, by the digests of its pages. */
export function chainPages(): void {
  let sum = load<u64>(SCRATCH_PAGE_SUM);
  let count = load<u32>(SCRATCH_PHYSICAL_BYTES) >>> PAGE_BITS;
  const all: u64 = 0x0101010101010101 * u64(MARK_DIGESTED);
  for (let first: u32 = 0; first < count; first += 8) {
    if ((load<u64>(PAGE_MARKS + first) & all) == all) continue;
    for (let page = first; page < min(first + 8, count); page++) {
      let marks = load<u8>(PAGE_MARKS + page);
      if (marks & MARK_DIGESTED) continue;
      store<u8>(PAGE_MARKS + page, marks | u8(MARK_DIGESTED));
      let cell = PAGE_DIGESTS + (page << 3);
      let digest = digestOf(PHYSICAL + (page << PAGE_BITS), PAGE_BYTES, u64(page) * K2);
      sum += digest - load<u64>(cell);
      store<u64>(cell, digest);
    }
  }
  store<u64>(SCRATCH_PAGE_SUM, sum);
  closeTables();
  chain(sum);
}
