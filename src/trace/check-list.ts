/**
 * Checks as a span holds them: how far each tick lies behind the one before, seven bits a byte with low ones first (the
 * top bit says that more follow), and the values, 32 bits each. Reader and writer together.
 */

/** State of the run at the n-th look: its tick, and the low 32 bits of the chain of digests. */
export interface Check {
  readonly tick: number;
  readonly value: number;
}

export interface PackedChecks {
  readonly checkTicks: Uint8Array;
  readonly checkValues: Uint8Array;
}

export interface CheckList {
  add(tick: number, value: number): void;
  /** Everything that was added since the last time. */
  take(): PackedChecks;
}

/** A tick below 2^53 takes no more bytes. */
const longestBytes = 8;

/** Room for `expected` checks at first: nothing is asked of the host while they come. */
export function createCheckList(expected: number): CheckList {
  let ticks = new Uint8Array(longestBytes * expected);
  let values = new Uint32Array(expected);
  let count = 0;
  let tickBytes = 0;
  let last = 0;
  const grow = (): void => {
    const [lessTicks, lessValues] = [ticks, values];
    ticks = new Uint8Array(2 * lessTicks.length);
    ticks.set(lessTicks);
    values = new Uint32Array(2 * lessValues.length);
    values.set(lessValues);
  };
  return {
    add(tick, value) {
      if (count === values.length) grow();
      let rest = tick - last;
      for (; rest >= 0x80; rest = Math.floor(rest / 0x80)) ticks[tickBytes++] = (rest % 0x80) + 0x80;
      ticks[tickBytes++] = rest;
      values[count++] = value;
      last = tick;
    },
    take() {
      const checkTicks = ticks.slice(0, tickBytes);
      const checkValues = new Uint8Array(values.slice(0, count).buffer);
      count = 0;
      tickBytes = 0;
      last = 0;
      return { checkTicks, checkValues };
    },
  };
}

/** Null where the bytes are no checks. */
export function checksOf({ checkTicks, checkValues }: PackedChecks): Check[] | null {
  const steps = readSteps(checkTicks);
  if (steps === null || steps.length * 4 !== checkValues.length) return null;
  const values = new DataView(checkValues.buffer, checkValues.byteOffset);
  let tick = 0;
  return steps.map((step, index) => {
    tick += step;
    return { tick, value: values.getUint32(4 * index, true) };
  });
}

/** Null where the bytes end inside a number, or say one that is none. */
function readSteps(bytes: Uint8Array): number[] | null {
  const steps: number[] = [];
  let value = 0;
  let weight = 1;
  for (const byte of bytes) {
    value += (byte % 0x80) * weight;
    weight *= 0x80;
    if (!Number.isSafeInteger(value) || weight > 2 ** 63) return null;
    if (byte >= 0x80) continue;
    steps.push(value);
    value = 0;
    weight = 1;
  }
  return weight === 1 ? steps : null;
}
