/** The machine's seeded source of chance: xorshift128 (Marsaglia 2003), its state a block like any other. */
import { array, block, u32, type View } from "../state/layout.ts";

export const generatorBlock = block("generator", { s: array(u32, 4) });

type State = View<(typeof generatorBlock)["fields"]>;

/** Spread a seed over the state by multiply-and-shift steps, so that near seeds give unlike streams. */
export function seedGenerator(state: State, seed: number): void {
  let x = seed >>> 0;
  for (let index = 0; index < 4; index++) {
    x = (x + 0x9e3779b9) >>> 0;
    let mixed = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    state.s[index] = (mixed ^ (mixed >>> 16)) | 1;
  }
}

/** The next 32 bits. */
export function nextRandom(state: State): number {
  let t = state.s[3] ?? 0;
  const first = state.s[0] ?? 0;
  state.s[3] = state.s[2] ?? 0;
  state.s[2] = state.s[1] ?? 0;
  state.s[1] = first;
  t ^= t << 11;
  t ^= t >>> 8;
  const result = (t ^ first ^ (first >>> 19)) >>> 0;
  state.s[0] = result;
  return result;
}
