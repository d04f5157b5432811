/**
 * Pseudo-random numbers (xorshift, then a multiplicative scramble) whose whole state is one word that the caller keeps.
 * Not for secrets.
 */
export interface Random {
  /** Everything that decides the numbers to come; never 0. */
  state: number;
}

/** Any 32-bit seed; neighbouring seeds give unrelated sequences. */
export function seeded(seed: number): Random {
  const spread = (Math.imul(seed ^ 0x5bf0_3635, 0x9e37_79b1) ^ (seed >>> 15)) >>> 0;
  return { state: spread === 0 ? 1 : spread };
}

/** The next 32 bits, unsigned. */
export function nextUint32(random: Random): number {
  let x = random.state;
  x ^= x << 13;
  x ^= x >>> 17;
  x ^= x << 5;
  random.state = x >>> 0;
  const scrambled = Math.imul(x, 0x2545_f491);
  return (scrambled ^ (scrambled >>> 16)) >>> 0;
}

/** An integer in 0..bound-1; `bound` at most 2^32. */
export const nextBelow = (random: Random, bound: number): number => Math.floor((nextUint32(random) / 2 ** 32) * bound);

/** One of `choices`, which must not be empty. */
export function pick<T>(random: Random, choices: readonly T[]): T {
  const choice = choices[nextBelow(random, choices.length)];
  if (choice === undefined) throw new Error("nothing to pick from");
  return choice;
}
