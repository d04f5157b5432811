/**
 * Moves of floating-point registers: to and from core registers, to and from memory. A double is the single-precision
 * register its argument names and the one after it.
 */

import type { Builder } from "../builder.ts";
import { add } from "../builder.ts";
import type { Expr } from "../ir.ts";
import { operation } from "../row.ts";
import type { Operation, Statics } from "../rows.ts";
import { float } from "./float.ts";

/** `imm` is the number's bit pattern. */
export const VMOV_imm = float("VMOV_imm", "d:single imm", {}, "vmov.f32 {d}, #{imm}", (b) =>
  b.setSingle("d", b.arg("imm")),
);
export const VMOV_to_core = float("VMOV_to_core", "t n:single", {}, "vmov {t}, {n}", (b) =>
  b.setReg("t", b.single("n")),
);
export const VMOV_from_core = float("VMOV_from_core", "t n:single", {}, "vmov {n}, {t}", (b) =>
  b.setSingle("n", b.reg("t")),
);
/** `t` and `v` with the pair that begins at `m`. */
export const VMOV_two_to_core = float("VMOV_two_to_core", "t v m:single", {}, "vmov {t}, {v}, {m}", (b) => {
  b.setReg("t", b.single("m"));
  b.setReg("v", b.single("m", 1));
});
export const VMOV_two_from_core = float("VMOV_two_from_core", "t v m:single", {}, "vmov {m}, {t}, {v}", (b) => {
  b.setSingle("m", b.reg("t"));
  b.setSingle("m", b.reg("v"), 1);
});

/** Accesses are aligned, or fault. Of a double nothing is loaded before both words are there. */
const access = { aligned: true };
function load(b: Builder, address: Expr, double: number): void {
  const low = b.load(address, 4, access);
  const high = double ? b.load(add(address, 4), 4, access) : null;
  b.setSingle("d", low);
  if (high !== null) b.setSingle("d", high, 1);
}
function store(b: Builder, address: Expr, double: number): void {
  b.store(address, b.single("d"), 4, access);
  if (double) b.store(add(address, 4), b.single("d", 1), 4, access);
}

/** Static `double`: a double-precision register. */
const doubles = { double: 2 };
const based = (b: Builder): Expr => b.let(add(b.reg("n"), b.arg("imm")));
export const VLDR = operation("VLDR", "load", "d:single n imm", doubles, "vldr {d}, [{n}]", (b, { double = 0 }) => {
  b.checkFloat();
  load(b, based(b), double);
});
export const VLDR_lit = operation("VLDR_lit", "load", "d:single imm", doubles, "vldr {d}", (b, { double = 0 }) => {
  b.checkFloat();
  load(b, b.arg("imm"), double);
});
export const VSTR = operation("VSTR", "store", "d:single n imm", doubles, "vstr {d}, [{n}]", (b, { double = 0 }) => {
  b.checkFloat();
  store(b, based(b), double);
});

/**
 * `n` is the number of the base register, `d` that of the first single-precision one, `imm` how many words move.
 * Statics: `wback` and `db` as of LDM; `x`: the base passes one word more (FLDMX and FSTMX).
 */
const flags = ({ wback = 0, db = 0, x = 0 }: Statics): number => wback | (db << 1) | (x << 2);
const multiple = (name: string, kind: "load" | "store", called: string): Operation =>
  operation(
    name,
    kind,
    "n:small d:small imm",
    { wback: 2, db: 2, x: 2 },
    `${name.toLowerCase()} {n:r}{wback:!}`,
    (b, x) => {
      b.checkFloat();
      b.exec(called, b.arg("n"), b.arg("d"), b.arg("imm"), flags(x));
    },
  );
export const VLDM = multiple("VLDM", "load", "loadSingles");
export const VSTM = multiple("VSTM", "store", "storeSingles");
