/**
 * Conditions of breakpoints as GDB compiles them: the bytecode of its agent expressions (GDB manual, appendix "The GDB
 * Agent Expression Mechanism"). Values are 64 bits wide and wrap.
 */
export interface Target {
  /** By the register's number in the protocol; null where there is none. */
  register(number: number): number | null;
  /** Null where they cannot all be read. */
  memory(address: number, sizeBytes: number): Uint8Array | null;
}

/** The value an expression ends with; null where it cannot be computed. */
export function evaluateAgent(code: Uint8Array, target: Target): bigint | null {
  const stack: bigint[] = [];
  const view = new DataView(code.buffer, code.byteOffset, code.length);
  // Every opcode goes on, and only `goto` goes back: bounded, as the code comes from outside.
  for (let at = 0, steps = 0; at < code.length && steps < maxSteps; steps++) {
    const opcode = code[at] ?? end;
    if (opcode === end) return stack.at(-1) ?? null;
    const operation = operations[opcode];
    if (operation === undefined || at + 1 + operation.argumentBytes > code.length) return null;
    const argument = argumentOf(view, at + 1, operation.argumentBytes);
    const next = at + 1 + operation.argumentBytes;
    const to = operation.run(stack, argument, target);
    if (to === "stuck" || stack.length > maxDepth) return null;
    at = to === "jump" ? Number(argument) : next;
  }
  return null;
}

const end = 0x27;
const maxSteps = 10_000;
const maxDepth = 256;

/** Arguments are big-endian. */
function argumentOf(view: DataView, at: number, sizeBytes: number): bigint {
  let value = 0n;
  for (let index = 0; index < sizeBytes; index++) value = (value << 8n) | BigInt(view.getUint8(at + index));
  return value;
}

interface Operation {
  readonly argumentBytes: number;
  run(stack: bigint[], argument: bigint, target: Target): "next" | "jump" | "stuck";
}

const wrap = (value: bigint): bigint => BigInt.asUintN(64, value);
const signed = (value: bigint): bigint => BigInt.asIntN(64, value);
const truth = (holds: boolean): bigint => (holds ? 1n : 0n);

/** Takes as many values as the function has parameters; the last is the one on top. */
function taking(
  count: 1 | 2 | 3,
  say: (...values: bigint[]) => readonly bigint[] | null,
  argumentBytes = 0,
): Operation {
  return {
    argumentBytes,
    run(stack, argument) {
      if (stack.length < count) return "stuck";
      const result = say(...stack.splice(stack.length - count), argument);
      if (result === null) return "stuck";
      stack.push(...result.map(wrap));
      return "next";
    },
  };
}

const binary = (say: (a: bigint, b: bigint) => bigint | null): Operation =>
  taking(2, (a = 0n, b = 0n) => {
    const result = say(a, b);
    return result === null ? null : [result];
  });
const unary = (say: (a: bigint) => bigint): Operation => taking(1, (a = 0n) => [say(a)]);
/** A shift by more than there is leaves nothing: the count is bounded, as BigInt would make room for it. */
const count = (value: bigint): bigint => (value > 64n ? 64n : value);

const constant = (argumentBytes: number): Operation => ({
  argumentBytes,
  run(stack, argument) {
    stack.push(argument);
    return "next";
  },
});

const reference = (sizeBytes: number): Operation => ({
  argumentBytes: 0,
  run(stack, _argument, target) {
    const address = stack.pop();
    const bytes = address === undefined ? null : target.memory(Number(BigInt.asUintN(32, address)), sizeBytes);
    if (bytes === null || bytes.length < sizeBytes) return "stuck";
    stack.push(bytes.reduceRight((value, byte) => (value << 8n) | BigInt(byte), 0n));
    return "next";
  },
});

const register: Operation = {
  argumentBytes: 2,
  run(stack, argument, target) {
    const value = target.register(Number(argument));
    if (value === null) return "stuck";
    stack.push(BigInt(value));
    return "next";
  },
};

const jump: Operation = { argumentBytes: 2, run: () => "jump" };
const jumpIf: Operation = {
  argumentBytes: 2,
  run(stack) {
    const condition = stack.pop();
    if (condition === undefined) return "stuck";
    return condition === 0n ? "next" : "jump";
  },
};

const pick: Operation = {
  argumentBytes: 1,
  run(stack, argument) {
    const value = stack[stack.length - 1 - Number(argument)];
    if (value === undefined) return "stuck";
    stack.push(value);
    return "next";
  },
};

/** Without those of tracing and of floating point, for which GDB compiles no condition. */
const operations: Readonly<Record<number, Operation>> = {
  2: binary((a, b) => a + b),
  3: binary((a, b) => a - b),
  4: binary((a, b) => a * b),
  5: binary((a, b) => (b === 0n ? null : signed(a) / signed(b))),
  6: binary((a, b) => (b === 0n ? null : a / b)),
  7: binary((a, b) => (b === 0n ? null : signed(a) % signed(b))),
  8: binary((a, b) => (b === 0n ? null : a % b)),
  9: binary((a, b) => a << count(b)),
  10: binary((a, b) => signed(a) >> count(b)),
  11: binary((a, b) => a >> count(b)),
  14: unary((a) => truth(a === 0n)),
  15: binary((a, b) => a & b),
  16: binary((a, b) => a | b),
  17: binary((a, b) => a ^ b),
  18: unary((a) => ~a),
  19: binary((a, b) => truth(a === b)),
  20: binary((a, b) => truth(signed(a) < signed(b))),
  21: binary((a, b) => truth(a < b)),
  22: taking(1, (a = 0n, bits = 0n) => [BigInt.asIntN(Number(bits), a)], 1),
  23: reference(1),
  24: reference(2),
  25: reference(4),
  26: reference(8),
  32: jumpIf,
  33: jump,
  34: constant(1),
  35: constant(2),
  36: constant(4),
  37: constant(8),
  38: register,
  40: taking(1, (a = 0n) => [a, a]),
  41: taking(1, () => []),
  42: taking(1, (a = 0n, bits = 0n) => [BigInt.asUintN(Number(bits), a)], 1),
  43: taking(2, (a = 0n, b = 0n) => [b, a]),
  50: pick,
  51: taking(3, (a = 0n, b = 0n, c = 0n) => [c, a, b]),
};
