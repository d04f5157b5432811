/** T32 data processing: constants, shifted registers, registers, multiplication (DDI 0553 C2.3). */
import { add, and, bits, eq, ltu, ne, or, select, shl, sub } from "../builder.ts";
import {
  all,
  any,
  isNot,
  isPc,
  isSp,
  pcAligned,
  scaled,
  shiftAmount,
  shiftType,
  spOrPc,
  thumbExpandCarry,
  thumbExpandImm,
  thumbExpandUnpredictable,
} from "../field.ts";
import type { Expr } from "../ir.ts";
import * as alu from "../operations/alu.ts";
import * as multiply from "../operations/multiply.ts";
import * as saturation from "../operations/saturation.ts";
import type { ArgSource } from "../row.ts";
import { t32, t32w } from "../row.ts";
import type { Encoding, Operation } from "../rows.ts";

const imm = thumbExpandImm("i");
const badImm = thumbExpandUnpredictable("i");
const rotated = thumbExpandCarry("i");
/** Static `s` of logical operations with a constant. */
const sWithCarry = select(bits("s"), add(1, rotated), 0);

/** `11110 i 0 oooo s nnnn | 0 iii dddd iiiiiiii` with some fields fixed. */
const constant = (code: string, s: string, n: string, d: string): string =>
  `11110 i 0 ${code} ${s} ${n} | 0 iii ${d} iiiiiiii`;

/** AND BIC ORR ORN EOR, and what they become without a destination or a first operand. */
function logicConstant(
  code: string,
  name: string,
  operation: Operation,
  after: string[],
  badRegisters: Expr,
): Encoding {
  const args = { d: "d", n: "n", imm, s: sWithCarry };
  return t32w(name, constant(code, "s", "nnnn", "dddd"), operation, args, {
    after,
    unpredictable: or(badRegisters, badImm),
  });
}
const unaryConstant = (code: string, name: string, operation: Operation): Encoding =>
  t32w(
    name,
    constant(code, "s", "1111", "dddd"),
    operation,
    { d: "d", imm, s: sWithCarry },
    {
      unpredictable: or(spOrPc("d"), badImm),
    },
  );
const testConstant = (code: string, name: string, operation: Operation): Encoding =>
  t32w(
    name,
    constant(code, "1", "nnnn", "1111"),
    operation,
    { n: "n", imm, k: rotated },
    {
      unpredictable: or(spOrPc("n"), badImm),
    },
  );
const compareConstant = (code: string, name: string, operation: Operation): Encoding =>
  t32w(name, constant(code, "1", "nnnn", "1111"), operation, { n: "n", imm }, { unpredictable: or(isPc("n"), badImm) });
function sumConstant(code: string, name: string, operation: Operation, after: string[], badRegisters: Expr): Encoding {
  return t32w(
    name,
    constant(code, "s", "nnnn", "dddd"),
    operation,
    { d: "d", n: "n", imm, s: "s" },
    {
      after,
      unpredictable: or(badRegisters, badImm),
    },
  );
}
const stackConstant = (code: string, name: string, operation: Operation): Encoding =>
  t32w(name, constant(code, "s", "1101", "1101"), operation, { imm, s: "s" }, { unpredictable: badImm });

const dn = spOrPc("d", "n");
/** ADD and SUB: SP may be an operand (and then the destination too, which is a row of its own). */
const sumRegisters = any(spOrPc("d"), isPc("n"));

const modifiedConstants: readonly Encoding[] = [
  testConstant("0000", "TST_imm_T1", alu.TST.ri),
  logicConstant("0000", "AND_imm_T1", alu.AND.ri, ["TST_imm_T1"], dn),
  logicConstant("0001", "BIC_imm_T1", alu.BIC.ri, [], dn),
  unaryConstant("0010", "MOV_imm_T2", alu.MOV.ri),
  logicConstant("0010", "ORR_imm_T1", alu.ORR.ri, ["MOV_imm_T2"], dn),
  unaryConstant("0011", "MVN_imm_T1", alu.MVN.ri),
  logicConstant("0011", "ORN_imm_T1", alu.ORN.ri, ["MVN_imm_T1"], dn),
  testConstant("0100", "TEQ_imm_T1", alu.TEQ.ri),
  logicConstant("0100", "EOR_imm_T1", alu.EOR.ri, ["TEQ_imm_T1"], dn),
  compareConstant("1000", "CMN_imm_T1", alu.CMN.ri),
  stackConstant("1000", "ADD_SP_imm_T3", alu.ADD_sp_i),
  sumConstant("1000", "ADD_imm_T3", alu.ADD.ri, ["CMN_imm_T1", "ADD_SP_imm_T3"], sumRegisters),
  sumConstant("1010", "ADC_imm_T1", alu.ADC.ri, [], dn),
  sumConstant("1011", "SBC_imm_T1", alu.SBC.ri, [], dn),
  compareConstant("1101", "CMP_imm_T2", alu.CMP.ri),
  stackConstant("1101", "SUB_SP_imm_T2", alu.SUB_sp_i),
  sumConstant("1101", "SUB_imm_T3", alu.SUB.ri, ["CMP_imm_T2", "SUB_SP_imm_T2"], sumRegisters),
  sumConstant("1110", "RSB_imm_T2", alu.RSB.ri, [], dn),
];

const plainImm = bits("i");
const imm16 = or(shl(bits("j"), 12), bits("i"));
/** Bit-field rows: lsb `l` and width-1 or msb `w`. */
const fieldTooWide = ltu(31, add(bits("l"), bits("w")));
const lowMask = (top: Expr): Expr => sub(shl(2, top), 1);
const insertMask = and(lowMask(bits("w")), isZeroMask(sub(shl(1, bits("l")), 1)));

/** NOT of a mask. */
function isZeroMask(mask: Expr): Expr {
  return { kind: "unary", op: "not", a: mask };
}

const saturate = (
  name: string,
  code: string,
  operation: Operation,
  largest: Expr,
  k: string,
  after: string[],
): Encoding => {
  const args = { d: "d", n: "n", imm: largest, small: or(bits("l"), shl(bits("h"), 5)) };
  return t32(name, `11110 (0) 11 ${code} h 0 nnnn | 0 lll dddd ll (0) kkkkk`, operation, args, {
    after,
    unpredictable: dn,
    syntax: `${operation.name.slice(0, 4).toLowerCase()} {d}, #{${k}}, {n}{hl:saturation}`,
  });
};

const plainConstants: readonly Encoding[] = [
  t32(
    "ADR_T3",
    "11110 i 1 00000 1111 | 0 iii dddd iiiiiiii",
    alu.MOV.ri,
    { d: "d", imm: add(pcAligned, plainImm) },
    {
      unpredictable: spOrPc("d"),
      syntax: "addw {d}, pc, #{i}",
    },
  ),
  t32(
    "ADR_T2",
    "11110 i 1 01010 1111 | 0 iii dddd iiiiiiii",
    alu.MOV.ri,
    { d: "d", imm: sub(pcAligned, plainImm) },
    {
      unpredictable: spOrPc("d"),
      syntax: "subw {d}, pc, #{i}",
    },
  ),
  t32(
    "ADD_SP_imm_T4",
    "11110 i 1 00000 1101 | 0 iii 1101 iiiiiiii",
    alu.ADD_sp_i,
    { imm: plainImm },
    {
      syntax: "addw sp, sp, #{imm}",
    },
  ),
  t32(
    "ADD_imm_T4",
    "11110 i 1 00000 nnnn | 0 iii dddd iiiiiiii",
    alu.ADD.ri,
    { d: "d", n: "n", imm: plainImm },
    {
      after: ["ADR_T3", "ADD_SP_imm_T4"],
      unpredictable: spOrPc("d"),
      syntax: "addw {d}, {n}, #{imm}",
    },
  ),
  t32(
    "SUB_SP_imm_T3",
    "11110 i 1 01010 1101 | 0 iii 1101 iiiiiiii",
    alu.SUB_sp_i,
    { imm: plainImm },
    {
      syntax: "subw sp, sp, #{imm}",
    },
  ),
  t32(
    "SUB_imm_T4",
    "11110 i 1 01010 nnnn | 0 iii dddd iiiiiiii",
    alu.SUB.ri,
    { d: "d", n: "n", imm: plainImm },
    {
      after: ["ADR_T2", "SUB_SP_imm_T3"],
      unpredictable: spOrPc("d"),
      syntax: "subw {d}, {n}, #{imm}",
    },
  ),
  t32(
    "MOV_imm_T3",
    "11110 i 1 00100 jjjj | 0 iii dddd iiiiiiii",
    alu.MOV.ri,
    { d: "d", imm: imm16 },
    {
      unpredictable: spOrPc("d"),
      syntax: "movw {d}, #{imm}",
    },
  ),
  t32(
    "MOVT_T1",
    "11110 i 1 01100 jjjj | 0 iii dddd iiiiiiii",
    alu.MOVT_ri,
    { d: "d", imm: shl(imm16, 16) },
    {
      unpredictable: spOrPc("d"),
      syntax: "movt {d}, #{ji}",
    },
  ),
  saturate("SSAT_T1", "00", saturation.SSAT_r, sub(shl(1, bits("k")), 1), "k+1", ["SSAT16_T1"]),
  saturate("USAT_T1", "10", saturation.USAT_r, sub(shl(1, bits("k")), 1), "k", ["USAT16_T1"]),
  t32(
    "SBFX_T1",
    "11110 (0) 11 0100 nnnn | 0 lll dddd ll (0) wwwww",
    alu.SBFX_r,
    { d: "d", n: "n", small: sub(31, add(bits("l"), bits("w"))), imm: sub(31, bits("w")) },
    { unpredictable: or(dn, fieldTooWide), syntax: "sbfx {d}, {n}, #{l}, #{w+1}" },
  ),
  t32(
    "UBFX_T1",
    "11110 (0) 11 1100 nnnn | 0 lll dddd ll (0) wwwww",
    alu.UBFX_r,
    { d: "d", n: "n", small: "l", imm: lowMask(bits("w")) },
    { unpredictable: or(dn, fieldTooWide), syntax: "ubfx {d}, {n}, #{l}, #{w+1}" },
  ),
  t32(
    "BFC_T1",
    "11110 (0) 11 0110 1111 | 0 lll dddd ll (0) wwwww",
    alu.BFC_r,
    { d: "d", imm: insertMask },
    {
      unpredictable: or(spOrPc("d"), ltu(bits("w"), bits("l"))),
      syntax: "bfc {d}, #{l}, #{w-l+1}",
    },
  ),
  t32(
    "BFI_T1",
    "11110 (0) 11 0110 nnnn | 0 lll dddd ll (0) wwwww",
    alu.BFI_r,
    { d: "d", n: "n", imm: insertMask, small: "l" },
    {
      after: ["BFC_T1"],
      unpredictable: any(spOrPc("d"), isSp("n"), ltu(bits("w"), bits("l"))),
      syntax: "bfi {d}, {n}, #{l}, #{w-l+1}",
    },
  ),
];

interface ShiftedForms {
  readonly rr: Operation;
  readonly rl: Operation;
  readonly rs: Operation;
}

/**
 * The three rows of one data-processing instruction with a shifted register: without a shift, LSL #1..31, and the rest.
 * `head` is everything up to `nnnn` and `d` the destination's four bits.
 */
function shifted(
  name: string,
  head: string,
  d: string,
  forms: ShiftedForms,
  args: Readonly<Record<string, ArgSource>>,
  options: { readonly after?: readonly string[]; readonly unpredictable: Expr },
): Encoding[] {
  const { after = [], unpredictable } = options;
  const afterAll = (own: readonly string[]): string[] => [
    ...after.flatMap((other) => [`${other}`, `${other}_lsl`, `${other}_shift`]),
    ...own,
  ];
  const only = (suffixes: readonly string[]): string[] =>
    after.flatMap((other) => suffixes.map((end) => `${other}${end}`));
  const pattern = (amount: string, low: string, type: string): string =>
    `1110101 ${head} | (0) ${amount} ${d} ${low} ${type} mmmm`;
  return [
    t32w(
      name,
      pattern("000", "00", "00"),
      forms.rr,
      { ...args, m: "m" },
      {
        after: only(["", "_lsl", "_shift"]),
        unpredictable,
      },
    ),
    t32w(
      `${name}_lsl`,
      pattern("iii", "ii", "00"),
      forms.rl,
      { ...args, m: "m", imm: "i" },
      {
        after: afterAll([name]),
        unpredictable,
      },
    ),
    t32w(
      `${name}_shift`,
      pattern("iii", "ii", "yy"),
      forms.rs,
      { ...args, m: "m", imm: shiftAmount("y", "i"), small: shiftType("y", "i") },
      { after: afterAll([name, `${name}_lsl`]), unpredictable },
    ),
  ];
}

const ternary = (
  name: string,
  code: string,
  forms: ShiftedForms,
  unpredictable: Expr,
  after: readonly string[],
): Encoding[] => shifted(name, `${code} s nnnn`, "dddd", forms, { d: "d", n: "n", s: "s" }, { after, unpredictable });
const comparison = (name: string, code: string, forms: ShiftedForms, unpredictable: Expr): Encoding[] =>
  shifted(name, `${code} 1 nnnn`, "1111", forms, { n: "n" }, { unpredictable });

const dnm = spOrPc("d", "n", "m");
const compared = or(isPc("n"), spOrPc("m"));
/** `ADD/SUB SP, SP, Rm, LSL #0..3`: other shifts are UNPREDICTABLE. */
const stackShifted = (name: string, code: string, operation: Operation): Encoding =>
  t32(
    name,
    `1110101 ${code} s 1101 | (0) iii 1101 ii yy mmmm`,
    operation,
    { m: "m", imm: "i", s: "s" },
    {
      unpredictable: any(spOrPc("m"), isNot("y", 0), ltu(3, bits("i"))),
      syntax: `${operation.name.slice(0, 3).toLowerCase()}{s}.w sp, sp, {m}{i:lsl}`,
    },
  );
const sumUnpredictable = any(spOrPc("d", "m"), isPc("n"));

/** Rows of ORR without a first operand: those that can lack a shift, and all of them. */
const plainMoveNames = ["MOV_SP_reg_T3", "MOV_reg_T3", "LSL_imm_T2"];
const moveNames = [...plainMoveNames, "LSR_imm_T2", "ASR_imm_T2", "RRX_T1", "ROR_imm_T1"];

const shiftedRegisters: readonly Encoding[] = [
  ...comparison("TST_reg_T2", "0000", alu.TST, spOrPc("n", "m")),
  ...ternary("AND_reg_T2", "0000", alu.AND, dnm, ["TST_reg_T2"]),
  ...ternary("BIC_reg_T2", "0001", alu.BIC, dnm, []),
  ...ternary("ORR_reg_T2", "0010", alu.ORR, dnm, []).map((row) =>
    behind(row, row.name.endsWith("_shift") ? moveNames : plainMoveNames),
  ),
  ...shifted("MVN_reg_T2", "0011 s 1111", "dddd", alu.MVN, { d: "d", s: "s" }, { unpredictable: spOrPc("d", "m") }),
  ...ternary("ORN_reg_T1", "0011", alu.ORN, dnm, ["MVN_reg_T2"]),
  ...comparison("TEQ_reg_T1", "0100", alu.TEQ, spOrPc("n", "m")),
  ...ternary("EOR_reg_T2", "0100", alu.EOR, dnm, ["TEQ_reg_T1"]),
  ...comparison("CMN_reg_T2", "1000", alu.CMN, compared),
  stackShifted("ADD_SP_reg_T3", "1000", alu.ADD_sp_r),
  ...ternary("ADD_reg_T3", "1000", alu.ADD, sumUnpredictable, ["CMN_reg_T2"]).map((row) =>
    behind(row, ["ADD_SP_reg_T3"]),
  ),
  ...ternary("ADC_reg_T2", "1010", alu.ADC, dnm, []),
  ...ternary("SBC_reg_T2", "1011", alu.SBC, dnm, []),
  ...comparison("CMP_reg_T3", "1101", alu.CMP, compared),
  stackShifted("SUB_SP_reg_T1", "1101", alu.SUB_sp_r),
  ...ternary("SUB_reg_T2", "1101", alu.SUB, sumUnpredictable, ["CMP_reg_T3"]).map((row) =>
    behind(row, ["SUB_SP_reg_T1"]),
  ),
  ...ternary("RSB_reg_T1", "1110", alu.RSB, dnm, []),
];

function behind(row: Encoding, names: readonly string[]): Encoding {
  return { ...row, after: [...row.after, ...names] };
}

const dm = spOrPc("d", "m");
const moveHead = (d: string, type: string): string => `1110101 0010 s 1111 | (0) iii ${d} ii ${type} mmmm`;
const shiftRow = (name: string, type: string, operation: Operation, amount: Expr, after: readonly string[]): Encoding =>
  t32w(name, moveHead("dddd", type), operation, { d: "d", m: "m", imm: amount, s: "s" }, { after, unpredictable: dm });
const upTo32 = select(bits("i"), bits("i"), 32);

/** ORR without a first operand: MOV and the shifts by a constant. */
const moves: readonly Encoding[] = [
  t32(
    "MOV_SP_reg_T3",
    "1110101 0010 0 1111 | (0) 000 1101 00 00 mmmm",
    alu.MOV_sp,
    { m: "m" },
    {
      unpredictable: spOrPc("m"),
      syntax: "mov.w sp, {m}",
    },
  ),
  t32w(
    "MOV_reg_T3",
    "1110101 0010 s 1111 | (0) 000 dddd 00 00 mmmm",
    alu.MOV.rr,
    { d: "d", m: "m", s: "s" },
    {
      after: ["MOV_SP_reg_T3"],
      unpredictable: any(spOrPc("d"), isPc("m"), all(bits("s"), isSp("m"))),
    },
  ),
  shiftRow("LSL_imm_T2", "00", alu.LSL_ri, bits("i"), ["MOV_SP_reg_T3", "MOV_reg_T3"]),
  shiftRow("LSR_imm_T2", "01", alu.LSR_ri, upTo32, []),
  shiftRow("ASR_imm_T2", "10", alu.ASR_ri, upTo32, []),
  t32(
    "RRX_T1",
    "1110101 0010 s 1111 | (0) 000 dddd 00 11 mmmm",
    alu.RRX_r,
    { d: "d", m: "m", s: "s" },
    {
      unpredictable: dm,
    },
  ),
  t32(
    "ROR_imm_T1",
    moveHead("dddd", "11"),
    alu.ROR_ri,
    { d: "d", m: "m", imm: "i", s: "s" },
    {
      after: ["RRX_T1"],
      unpredictable: dm,
      syntax: "ror{s}.w {d}, {m}, #{imm}",
    },
  ),
];

const shiftByRegister = (name: string, type: string, operation: Operation): Encoding =>
  t32w(
    name,
    `11111010 0 ${type} s nnnn | 1111 dddd 0000 mmmm`,
    operation,
    { d: "d", n: "n", m: "m", s: "s" },
    {
      unpredictable: dnm,
    },
  );
/** Rotation 0 has an operation of its own, as it is by far the most frequent. */
const extend = (name: string, code: string, forms: { r: Operation; rot: Operation }): Encoding[] => [
  t32w(name, `11111010 0 ${code} 1111 | 1111 dddd 1 (0) 00 mmmm`, forms.r, { d: "d", m: "m" }, { unpredictable: dm }),
  t32w(
    `${name}_ror`,
    `11111010 0 ${code} 1111 | 1111 dddd 1 (0) rr mmmm`,
    forms.rot,
    { d: "d", m: "m", imm: scaled("r", 3) },
    { after: [name], unpredictable: dm },
  ),
];
/** The register stands in the word twice, and must be the same. */
const bitwise = (name: string, code: string, low: string, operation: Operation, isWide: boolean): Encoding =>
  (isWide ? t32w : t32)(
    name,
    `11111010 1 ${code} nnnn | 1111 dddd ${low} mmmm`,
    operation,
    { d: "d", m: "m" },
    { unpredictable: or(dm, ne(bits("n"), bits("m"))) },
  );

const registers: readonly Encoding[] = [
  shiftByRegister("LSL_reg_T2", "00", alu.LSL_rr),
  shiftByRegister("LSR_reg_T2", "01", alu.LSR_rr),
  shiftByRegister("ASR_reg_T2", "10", alu.ASR_rr),
  shiftByRegister("ROR_reg_T2", "11", alu.ROR_rr),
  ...extend("SXTH_T2", "000", alu.SXTH),
  ...extend("UXTH_T2", "001", alu.UXTH),
  ...extend("SXTB_T2", "100", alu.SXTB),
  ...extend("UXTB_T2", "101", alu.UXTB),
  bitwise("REV_T2", "001", "1000", alu.REV_r, true),
  bitwise("REV16_T2", "001", "1001", alu.REV16_r, true),
  bitwise("RBIT_T1", "001", "1010", alu.RBIT_r, false),
  bitwise("REVSH_T2", "001", "1011", alu.REVSH_r, true),
  bitwise("CLZ_T1", "011", "1000", alu.CLZ_r, false),
];

const accumulate = spOrPc("d", "n", "m");
const longProduct = (name: string, code: string, operation: Operation): Encoding =>
  t32(
    name,
    `11111011 1 ${code} nnnn | llll hhhh 0000 mmmm`,
    operation,
    { l: "l", h: "h", n: "n", m: "m" },
    {
      unpredictable: or(spOrPc("l", "h", "n", "m"), eq(bits("l"), bits("h"))),
    },
  );
const division = (name: string, code: string, operation: Operation): Encoding =>
  t32(
    name,
    `11111011 1 ${code} nnnn | (1)(1)(1)(1) dddd 1111 mmmm`,
    operation,
    { d: "d", n: "n", m: "m" },
    {
      unpredictable: dnm,
    },
  );

const products: readonly Encoding[] = [
  t32w(
    "MUL_T2",
    "11111011 0000 nnnn | 1111 dddd 0000 mmmm",
    multiply.MUL_rr,
    { d: "d", n: "n", m: "m" },
    {
      unpredictable: accumulate,
    },
  ),
  t32(
    "MLA_T1",
    "11111011 0000 nnnn | aaaa dddd 0000 mmmm",
    multiply.MLA_rrr,
    { d: "d", n: "n", m: "m", a: "a" },
    {
      after: ["MUL_T2"],
      unpredictable: or(accumulate, isSp("a")),
    },
  ),
  t32(
    "MLS_T1",
    "11111011 0000 nnnn | aaaa dddd 0001 mmmm",
    multiply.MLS_rrr,
    { d: "d", n: "n", m: "m", a: "a" },
    {
      unpredictable: or(accumulate, spOrPc("a")),
    },
  ),
  longProduct("SMULL_T1", "000", multiply.SMULL),
  division("SDIV_T1", "001", multiply.SDIV_rr),
  longProduct("UMULL_T1", "010", multiply.UMULL),
  division("UDIV_T1", "011", multiply.UDIV_rr),
  longProduct("SMLAL_T1", "100", multiply.SMLAL),
  longProduct("UMLAL_T1", "110", multiply.UMLAL),
];

export const dataProcessing: readonly Encoding[] = [
  ...modifiedConstants,
  ...plainConstants,
  ...moves,
  ...shiftedRegisters,
  ...registers,
  ...products,
];
