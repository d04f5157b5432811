/**
 * The floating-point context that a case begins in: how state is saved, and now and then registers of somebody else
 * that still wait to be saved, so that the first floating-point instruction of the case has to do it.
 */
import type { Random } from "../../src/base/prng.ts";
import { nextBelow, nextUint32, pick } from "../../src/base/prng.ts";
import { contextWords, landingBase } from "./layout.ts";

const fpccr = {
  automatic: 0x8000_0000,
  lazy: 0x4000_0000,
  clearOnReturn: 0x1000_0000,
  secureCallees: 0x0400_0000,
  usageReady: 0x400,
  limitViolated: 0x200,
  secureReady: 0x80,
  busReady: 0x40,
  memReady: 0x20,
  hardReady: 0x10,
  thread: 8,
  secure: 4,
  user: 2,
  active: 1,
};
const modeBits = 0x07c0_0000;
const nsacrFloat = 0xc00;
const nowhere = 0x6000_0000;

interface Place {
  readonly secure: boolean;
  readonly windowBase: number;
  /** SP of the case; the frame it starts from ends there. */
  readonly stack: number;
}

/** Where registers wait to be saved: mostly below the frame that the case starts from. */
function waitingPlace(random: Random, { secure, windowBase, stack }: Place): number {
  const lowest = Math.max(windowBase, stack - 192);
  const usual = (lowest + nextBelow(random, 24)) & ~7;
  const others = [nowhere, windowBase + 576, secure ? 0x2820_0000 : 0x3810_0000];
  return nextBelow(random, 3) === 0 ? pick(random, others) : usual;
}

/** Ready bits, any of them; without HFRDY a fault would be the end of everything. */
const randomReady = (random: Random): number =>
  fpccr.hardReady |
  (nextUint32(random) &
    (fpccr.usageReady | fpccr.secureReady | fpccr.busReady | fpccr.memReady | fpccr.thread | fpccr.user));

/** Whether frames of Secure state have S16-S31 too, in a context that is Secure state's. */
export const keepsUpper = (context: Uint32Array): boolean =>
  ((context[contextWords.indexOf("fpccr")] ?? 0) & (fpccr.secureCallees | fpccr.secure)) ===
  (fpccr.secureCallees | fpccr.secure);

/** Whether a context of a state begins with nothing that waits, is cleared, or is never opened. */
export function startsPlain(context: Uint32Array, secure: boolean): boolean {
  const own = context[contextWords.indexOf(secure ? "fpccr" : "fpccr_ns")] ?? 0;
  return (own & (fpccr.automatic | fpccr.active | fpccr.clearOnReturn)) >>> 0 === fpccr.automatic;
}

/** Values of `contextWords`. Registers that wait may belong beyond the stack's limit where `beyond` says so. */
export function randomContext(random: Random, place: Place, beyond: boolean): Uint32Array {
  const { secure } = place;
  let saving = fpccr.automatic | fpccr.lazy | (secure ? fpccr.secure : 0);
  if (nextBelow(random, 6) === 0) saving &= ~pick(random, [fpccr.automatic, fpccr.lazy, fpccr.automatic | fpccr.lazy]);
  if (nextBelow(random, 8) === 0) saving |= fpccr.clearOnReturn;
  if (nextBelow(random, 6) === 0) saving |= fpccr.secureCallees;
  let waiting = 0;
  if (nextBelow(random, 10) === 0) {
    saving |= randomReady(random) | fpccr.active;
    if (nextBelow(random, 8) === 0 && beyond) saving |= fpccr.limitViolated;
    waiting = waitingPlace(random, place);
  }
  const words = {
    fpccr: secure ? saving : saving & ~fpccr.active,
    fpccr_ns: secure ? saving & ~fpccr.active : saving,
    fpcar: secure ? waiting : 0,
    fpcar_ns: secure ? 0 : waiting,
    fpdscr: nextUint32(random) & modeBits,
    nsacr: nextBelow(random, 24) === 0 ? 0 : nsacrFloat,
    vtor_ns: nextBelow(random, 8) === 0 ? nowhere : landingBase,
    shcsr_ns: nextBelow(random, 3) === 0 ? pick(random, [0x1_0000, 0x4_0000, 0x5_0000]) : 0,
  };
  return Uint32Array.from(contextWords, (name) => words[name]);
}
