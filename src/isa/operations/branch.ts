/** Branches. Targets known when decoded come absolute in `imm`. */

import type { Builder } from "../builder.ts";
import { add, eq, ne, or, shl } from "../builder.ts";
import type { AccessSize, Expr } from "../ir.ts";
import { operation } from "../row.ts";
import type { Operation } from "../rows.ts";
import { conditionHolds } from "./arithmetic.ts";

export const B = operation("B", "branch", "imm", {}, "b {imm:address}", (b) => b.branch(b.arg("imm")));
export const B_cond = operation("B_cond", "branch", "imm", { c: 14 }, "b{c:condition} {imm:address}", (b, { c = 0 }) =>
  b.if(conditionHolds(b, c), () => b.branch(b.arg("imm"))),
);
export const BL = operation("BL", "branch", "imm", {}, "bl {imm:address}", (b) => {
  b.setFixed(14, or(b.next, 1));
  b.branch(b.arg("imm"));
});
export const BX_r = operation("BX_r", "branch", "m", {}, "bx {m}", (b) => b.exchange("bx", b.reg("m")));
export const BLX_r = operation("BLX_r", "branch", "m", {}, "blx {m}", (b) => {
  const target = b.reg("m");
  b.setFixed(14, or(b.next, 1));
  b.exchange("blx", target);
});

const compareAndBranch = (name: string, test: (value: Expr, zero: number) => Expr): Operation =>
  operation(`${name}_r`, "branch", "n imm", {}, `${name.toLowerCase()} {n}, {imm:address}`, (b) =>
    b.if(test(b.reg("n"), 0), () => b.branch(b.arg("imm"))),
  );
export const CBZ_r = compareAndBranch("CBZ", eq);
export const CBNZ_r = compareAndBranch("CBNZ", ne);

/** Table branches; the table may start at PC: then `TBB_pc` has the table's address in `imm`. */
function tableBranch(name: string, size: AccessSize): { rr: Operation; pc: Operation } {
  const scale = (b: Builder): Expr => (size === 1 ? b.reg("m") : shl(b.reg("m"), 1));
  const text = `${name.toLowerCase()} [`;
  const end = size === 1 ? ", {m}]" : ", {m}, lsl #1]";
  const go = (b: Builder, base: Expr): void => {
    const halfwords = b.load(add(base, scale(b)), size);
    b.jump(add(add(b.pc, 4), shl(halfwords, 1)));
  };
  return {
    rr: operation(`${name}_rr`, "branch", "n m", {}, `${text}{n}${end}`, (b) => go(b, b.reg("n"))),
    pc: operation(`${name}_pc`, "branch", "m imm", {}, `${text}pc${end}`, (b) => go(b, b.arg("imm"))),
  };
}
export const TBB = tableBranch("TBB", 1);
export const TBH = tableBranch("TBH", 2);

/** The ITSTATE byte; the following instructions are conditional by what the block builder reads here. */
export const IT = operation("IT", "branch", "imm", {}, "it{imm:it}", (b) => b.exec("itBlock", b.arg("imm")));
