/** T32 branches, special registers, hints and barriers (DDI 0553 C2.3.6). */
import { add, and, bits, ltu, or, shl, xor } from "../builder.ts";
import { insideIt, is, midIt, pcValue, signExtend, spOrPc } from "../field.ts";
import type { Expr } from "../ir.ts";
import * as branch from "../operations/branch.ts";
import * as memory from "../operations/memory.ts";
import * as system from "../operations/system.ts";
import { t32, t32w } from "../row.ts";
import type { Encoding, Operation } from "../rows.ts";

/**
 * I1 = NOT(J1 EOR S), and I2 likewise: bits 23 and 22 of the 25-bit offset, whose fields are s, j, k and i (21 bits).
 */
const inverted = (j: string): Expr => and(xor(xor(bits(j), bits("s")), 1), 1);
const farOffset = or(or(shl(bits("s"), 24), shl(inverted("j"), 23)), or(shl(inverted("k"), 22), shl(bits("i"), 1)));
const farTarget = add(pcValue, signExtend(farOffset, 25));
/** S:J2:J1:imm6:imm11:0. */
const conditionalOffset = or(or(shl(bits("s"), 20), shl(bits("k"), 19)), or(shl(bits("j"), 18), shl(bits("i"), 1)));

const hint = (name: string, code: string, operation: Operation): Encoding =>
  t32w(name, `1111 0011 1010 (1)(1)(1)(1) | 10 (0) 0 (0) 000 ${code}`, operation, {});
const barrier = (name: string, code: string, operation: Operation, syntax: string | null): Encoding =>
  t32(
    name,
    `1111 0011 1011 (1)(1)(1)(1) | 10 (0) 0 (1)(1)(1)(1) ${code}`,
    operation,
    {},
    syntax === null ? {} : { syntax },
  );

const hints: readonly Encoding[] = [
  hint("NOP_T2", "0000 0000", system.NOP),
  hint("YIELD_T2", "0000 0001", system.YIELD),
  hint("WFE_T2", "0000 0010", system.WFE),
  hint("WFI_T2", "0000 0011", system.WFI),
  hint("SEV_T2", "0000 0100", system.SEV),
  t32("CSDB_T1", "1111 0011 1010 (1)(1)(1)(1) | 10 (0) 0 (0) 000 0001 0100", system.NOP, {}, { syntax: "csdb" }),
  t32("DBG_T1", "1111 0011 1010 (1)(1)(1)(1) | 10 (0) 0 (0) 000 1111 oooo", system.NOP, {}, { syntax: "dbg #{o}" }),
  // Hints without a meaning yet execute as NOP.
  t32w(
    "HINT_T2",
    "1111 0011 1010 (1)(1)(1)(1) | 10 (0) 0 (0) 000 hhhh hhhh",
    system.NOP,
    {},
    {
      after: ["NOP_T2", "YIELD_T2", "WFE_T2", "WFI_T2", "SEV_T2", "CSDB_T1", "DBG_T1"],
      syntax: "hint #{h}",
    },
  ),
];

const barriers: readonly Encoding[] = [
  t32("CLREX_T1", "1111 0011 1011 (1)(1)(1)(1) | 10 (0) 0 (1)(1)(1)(1) 0010 (1)(1)(1)(1)", memory.CLREX, {}),
  barrier("SSBB_T1", "0100 0000", system.DMB, "ssbb"),
  barrier("PSSBB_T1", "0100 0100", system.DMB, "pssbb"),
  t32(
    "DSB_T1",
    "1111 0011 1011 (1)(1)(1)(1) | 10 (0) 0 (1)(1)(1)(1) 0100 oooo",
    system.DSB,
    {},
    {
      after: ["SSBB_T1", "PSSBB_T1"],
    },
  ),
  barrier("DMB_T1", "0101 oooo", system.DMB, null),
  barrier("ISB_T1", "0110 oooo", system.ISB, null),
];

const specialRegisters: readonly Encoding[] = [
  t32(
    "MSR_T1",
    "1111 0011 100 (0) nnnn | 10 (0) 0 mm (0)(0) yyyyyyyy",
    system.MSR_r,
    { n: "n", imm: "y", small: "m" },
    { unpredictable: or(spOrPc("n"), is("m", 0)) },
  ),
  t32(
    "MRS_T1",
    "1111 0011 111 (0) (1)(1)(1)(1) | 10 (0) 0 dddd yyyyyyyy",
    system.MRS_r,
    { d: "d", imm: "y" },
    {
      unpredictable: spOrPc("d"),
    },
  ),
];

const udf = t32w("UDF_T2", "1111 0111 1111 iiii | 1010 iiiiiiiiiiii", system.UDF, { imm: "i" });

const names = (rows: readonly Encoding[]): string[] => rows.map((row) => row.name);

export const control: readonly Encoding[] = [
  ...hints,
  ...barriers,
  ...specialRegisters,
  udf,
  t32w(
    "B_T3",
    "11110 s cccc iiiiii | 10 j 0 k iiiiiiiiiii",
    branch.B_cond,
    {
      c: "c",
      imm: add(pcValue, signExtend(conditionalOffset, 21)),
    },
    {
      after: [...names(hints), ...names(barriers), ...names(specialRegisters), udf.name],
      // Conditions AL and NV are the space of system instructions; what no row above takes is UNDEFINED.
      undefined: ltu(13, bits("c")),
      unpredictable: insideIt,
    },
  ),
  t32w("B_T4", "11110 s iiiiiiiiii | 10 j 1 k iiiiiiiiiii", branch.B, { imm: farTarget }, { unpredictable: midIt }),
  t32("BL_T1", "11110 s iiiiiiiiii | 11 j 1 k iiiiiiiiiii", branch.BL, { imm: farTarget }, { unpredictable: midIt }),
];
