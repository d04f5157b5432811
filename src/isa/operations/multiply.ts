/** Multiply and divide. */

import type { Builder } from "../builder.ts";
import { add, binary, ltu, mul, sub } from "../builder.ts";
import { operation } from "../row.ts";
import type { Operation } from "../rows.ts";

/** MULS sets N and Z only. */
export const MUL_rr = operation("MUL_rr", "multiply", "d n m", { s: 2 }, "mul{s} {d}, {n}, {m}", (b, { s }) => {
  const result = b.let(mul(b.reg("n"), b.reg("m")));
  b.setReg("d", result);
  if (s) b.setNZ(result);
});
export const MLA_rrr = operation("MLA_rrr", "multiply", "d n m a", {}, "mla {d}, {n}, {m}, {a}", (b) =>
  b.setReg("d", add(b.reg("a"), mul(b.reg("n"), b.reg("m")))),
);
export const MLS_rrr = operation("MLS_rrr", "multiply", "d n m a", {}, "mls {d}, {n}, {m}, {a}", (b) =>
  b.setReg("d", sub(b.reg("a"), mul(b.reg("n"), b.reg("m")))),
);

/** 64-bit products; `l` and `h` are the low and high destination. */
function long(name: string, high: "mulhu" | "mulhs", accumulate: boolean): Operation {
  return operation(
    `${name}_rrrr`,
    "multiply",
    "l h n m",
    {},
    `${name.toLowerCase()} {l}, {h}, {n}, {m}`,
    (b: Builder) => {
      const n = b.reg("n");
      const m = b.reg("m");
      const low = b.let(mul(n, m));
      const top = b.let(binary(high, n, m));
      if (!accumulate) {
        b.setReg("l", low);
        b.setReg("h", top);
        return;
      }
      const sum = b.let(add(b.reg("l"), low));
      const sumTop = b.let(add(add(b.reg("h"), top), ltu(sum, low)));
      b.setReg("l", sum);
      b.setReg("h", sumTop);
    },
  );
}

export const UMULL = long("UMULL", "mulhu", false);
export const SMULL = long("SMULL", "mulhs", false);
export const UMLAL = long("UMLAL", "mulhu", true);
export const SMLAL = long("SMLAL", "mulhs", true);

/** Division by zero yields 0 unless CCR.DIV_0_TRP is set, which `checkDivisor` asks. */
const divide = (name: string, op: "divu" | "divs"): Operation =>
  operation(`${name}_rr`, "divide", "d n m", {}, `${name.toLowerCase()} {d}, {n}, {m}`, (b) => {
    const m = b.reg("m");
    b.exec("checkDivisor", m);
    b.setReg("d", binary(op, b.reg("n"), m));
  });

export const UDIV_rr = divide("UDIV", "divu");
export const SDIV_rr = divide("SDIV", "divs");
