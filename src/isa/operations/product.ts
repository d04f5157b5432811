/**
 * Multiplications of the DSP extension. "Q" below: an accumulation beyond the signed numbers wraps, and sets Q.
 * Statics: `x` and `y` pick the top halfword of n and m, `swap` exchanges those of m, `round` rounds to nearest.
 */
import type { Builder } from "../builder.ts";
import { add, binary, ltu, mul, ne, or, ror, sar, shl, shr, sub, unary, xor } from "../builder.ts";
import type { Expr } from "../ir.ts";
import { operation } from "../row.ts";
import type { Operation, Statics } from "../rows.ts";
import { addition } from "./arithmetic.ts";

const halfword = (value: Expr, top: number | undefined): Expr => (top ? sar(value, 16) : unary("sxth", value));

type Product = (b: Builder, x: Statics) => Expr;

/** d := a + product (Q). */
function accumulate(b: Builder, product: Expr): void {
  const { result, overflow } = addition(b, b.reg("a"), product);
  b.setReg("d", result);
  b.setQ(overflow);
}

interface Pair {
  /** d := product. */
  readonly rr: Operation;
  /** d := a + product. */
  readonly rrr: Operation;
}

/** `name` and `sumName` as rows are named; `text` and `sumText` are the mnemonics of their templates. */
function pair(
  [name, text]: readonly [string, string],
  [sumName, sumText]: readonly [string, string],
  statics: Statics,
  product: Product,
  finish: (b: Builder, product: Expr) => void,
): Pair {
  return {
    rr: operation(`${name}_rr`, "dsp", "d n m", statics, `${text} {d}, {n}, {m}`, (b, x) =>
      b.setReg("d", product(b, x)),
    ),
    rrr: operation(`${sumName}_rrr`, "dsp", "d n m a", statics, `${sumText} {d}, {n}, {m}, {a}`, (b, x) =>
      finish(b, product(b, x)),
    ),
  };
}

const halfwordProduct: Product = (b, { x, y }) => b.let(mul(halfword(b.reg("n"), x), halfword(b.reg("m"), y)));

/** SMULxy, and SMLAxy (Q). */
export const SMULxy = pair(
  ["SMULxy", "smul{x:half}{y:half}"],
  ["SMLAxy", "smla{x:half}{y:half}"],
  { x: 2, y: 2 },
  halfwordProduct,
  accumulate,
);

/** Bits 47:16 of word times halfword: SMULWy, and SMLAWy (Q). */
export const SMULWy = pair(
  ["SMULWy", "smulw{y:half}"],
  ["SMLAWy", "smlaw{y:half}"],
  { y: 2 },
  (b, { y }) => {
    const n = b.reg("n");
    const m = b.let(halfword(b.reg("m"), y));
    return b.let(or(shl(binary("mulhs", n, m), 16), shr(mul(n, m), 16)));
  },
  accumulate,
);

/** The upper word of a 64-bit product: SMMUL and SMMLA. The accumulator has no lower word, so rounding may go first. */
export const SMMUL = pair(
  ["SMMUL", "smmul{round:rounding}"],
  ["SMMLA", "smmla{round:rounding}"],
  { round: 2 },
  (b, { round }) => {
    const n = b.reg("n");
    const m = b.reg("m");
    const high = b.let(binary("mulhs", n, m));
    return round ? b.let(add(high, shr(mul(n, m), 31))) : high;
  },
  (b, product) => b.setReg("d", add(b.reg("a"), product)),
);

/** The upper word of a:0 minus the product. */
export const SMMLS_rrr = operation(
  "SMMLS_rrr",
  "dsp",
  "d n m a",
  { round: 2 },
  "smmls{round:rounding} {d}, {n}, {m}, {a}",
  (b, { round }) => {
    const n = b.reg("n");
    const m = b.reg("m");
    const low = b.let(mul(n, m));
    const high = b.let(sub(sub(b.reg("a"), binary("mulhs", n, m)), ne(low, 0)));
    b.setReg("d", round ? add(high, shr(sub(0, low), 31)) : high);
  },
);

/** Products of the bottom and of the top halfwords. */
function dual(b: Builder, { swap }: Statics): { bottom: Expr; top: Expr } {
  const n = b.reg("n");
  const own = b.reg("m");
  const m = swap ? b.let(ror(own, 16)) : own;
  return { bottom: b.let(mul(halfword(n, 0), halfword(m, 0))), top: b.let(mul(halfword(n, 1), halfword(m, 1))) };
}

/** Never overflows. */
const dualDifference: Product = (b, x) => {
  const { bottom, top } = dual(b, x);
  return b.let(sub(bottom, top));
};

export const SMUAD_rr = operation("SMUAD_rr", "dsp", "d n m", { swap: 2 }, "smuad{swap:x} {d}, {n}, {m}", (b, x) => {
  const { bottom, top } = dual(b, x);
  const { result, overflow } = addition(b, bottom, top);
  b.setReg("d", result);
  b.setQ(overflow);
});
export const SMLAD_rrr = operation(
  "SMLAD_rrr",
  "dsp",
  "d n m a",
  { swap: 2 },
  "smlad{swap:x} {d}, {n}, {m}, {a}",
  (b, x) => {
    const { bottom, top } = dual(b, x);
    const products = addition(b, bottom, top);
    const { result, overflow } = addition(b, products.result, b.reg("a"));
    b.setReg("d", result);
    // Products only overflow upwards, and a second overflow, which then is downwards, takes the first one back.
    b.setQ(xor(products.overflow, overflow));
  },
);
/** SMUSD, and SMLSD (Q). */
export const SMUSD = pair(
  ["SMUSD", "smusd{swap:x}"],
  ["SMLSD", "smlsd{swap:x}"],
  { swap: 2 },
  dualDifference,
  accumulate,
);

/** h:l := h:l + each of the signed words. */
function accumulateLong(b: Builder, ...addends: Expr[]): void {
  let low = b.reg("l");
  let high = b.reg("h");
  for (const addend of addends) {
    low = b.let(add(low, addend));
    high = b.let(add(add(high, sar(addend, 31)), ltu(low, addend)));
  }
  b.setReg("l", low);
  b.setReg("h", high);
}

const long = (name: string, text: string, statics: Statics, semantics: (b: Builder, x: Statics) => void): Operation =>
  operation(`${name}_rrrr`, "dsp", "l h n m", statics, `${text} {l}, {h}, {n}, {m}`, semantics);

export const SMLALxy = long("SMLALxy", "smlal{x:half}{y:half}", { x: 2, y: 2 }, (b, x) =>
  accumulateLong(b, halfwordProduct(b, x)),
);
export const SMLALD = long("SMLALD", "smlald{swap:x}", { swap: 2 }, (b, x) => {
  const { bottom, top } = dual(b, x);
  accumulateLong(b, bottom, top);
});
export const SMLSLD = long("SMLSLD", "smlsld{swap:x}", { swap: 2 }, (b, x) => accumulateLong(b, dualDifference(b, x)));

/** h:l := n * m + h + l, which fits. */
export const UMAAL = long("UMAAL", "umaal", {}, (b) => {
  const n = b.reg("n");
  const m = b.reg("m");
  const l = b.reg("l");
  const h = b.reg("h");
  const once = b.let(add(mul(n, m), l));
  const twice = b.let(add(once, h));
  b.setReg("h", add(add(binary("mulhu", n, m), ltu(once, l)), ltu(twice, h)));
  b.setReg("l", twice);
});
