/** T32 encodings of FPv5, single precision. Fields e, f, g hold the low bit of a single register's number. */
import { add, bits, konst, ltu, or, select, shl, sub } from "../builder.ts";
import { all, any, insideIt, is, isPc, isSp, pcRelative, same, scaled, signed, spOrPc } from "../field.ts";
import type { Expr } from "../ir.ts";
import * as fp from "../operations/float.ts";
import * as move from "../operations/float-move.ts";
import { VLLDM, VLSTM } from "../operations/system.ts";
import type { ArgSource, RowOptions } from "../row.ts";
import { t32 } from "../row.ts";
import type { Encoding, Operation } from "../rows.ts";

/** A single register: four bits and its low one. */
const single = (high: string, low: string): Expr => or(shl(bits(high), 1), bits(low));
/** The first single register of a double one. */
const double = (field: string): Expr => shl(bits(field), 1);
const dArg = { d: single("d", "e") };
const mArg = { m: single("m", "g") };
const nArg = { n: single("n", "f") };

/** What lies beside the data-processing space of 1110 1110 has no condition, and is UNPREDICTABLE in IT blocks. */
const optionsOf = (space: string): RowOptions => (space === "1111" ? { unpredictable: insideIt } : {});

/** Three operands: `1110 1110 op1 nnnn | dddd 1010 f op2 g 0 mmmm`; op1 has the destination's low bit in the middle. */
function three(operation: Operation, op1: string, op2: string, space = "1110"): Encoding {
  const pattern = `${space} 1110 ${op1} nnnn | dddd 1010 f ${op2} g 0 mmmm`;
  return t32(`${operation.name}_T1`, pattern, operation, { ...dArg, ...nArg, ...mArg }, optionsOf(space));
}

/** Two operands: `1110 1110 1 e 11 oooo | dddd 1010 pp g 0 mmmm`. Without a text, that of the operation. */
function two(
  name: string,
  op: string,
  low: string,
  operation: Operation,
  statics: Readonly<Record<string, number>> = {},
  text: string | null = null,
  space = "1110",
): Encoding {
  const pattern = `${space} 1110 1 e 11 ${op} | dddd 1010 ${low} g 0 mmmm`;
  const syntax = text === null ? {} : { syntax: `${text} {d}, {m}` };
  return t32(name, pattern, operation, { ...dArg, ...mArg, ...statics }, { ...optionsOf(space), ...syntax });
}

const arithmetic: readonly Encoding[] = [
  three(fp.VMLA, "0 e 00", "0"),
  three(fp.VMLS, "0 e 00", "1"),
  three(fp.VNMLS, "0 e 01", "0"),
  three(fp.VNMLA, "0 e 01", "1"),
  three(fp.VMUL, "0 e 10", "0"),
  three(fp.VNMUL, "0 e 10", "1"),
  three(fp.VADD, "0 e 11", "0"),
  three(fp.VSUB, "0 e 11", "1"),
  three(fp.VDIV, "1 e 00", "0"),
  three(fp.VFNMS, "1 e 01", "0"),
  three(fp.VFNMA, "1 e 01", "1"),
  three(fp.VFMA, "1 e 10", "0"),
  three(fp.VFMS, "1 e 10", "1"),
  three(fp.VSELEQ, "0 e 00", "0", "1111"),
  three(fp.VSELVS, "0 e 01", "0", "1111"),
  three(fp.VSELGE, "0 e 10", "0", "1111"),
  three(fp.VSELGT, "0 e 11", "0", "1111"),
  three(fp.VMAXNM, "1 e 00", "0", "1111"),
  three(fp.VMINNM, "1 e 00", "1", "1111"),
  two("VABS_T1", "0000", "11", fp.VABS),
  two("VNEG_T1", "0001", "01", fp.VNEG),
  two("VSQRT_T1", "0001", "11", fp.VSQRT),
  ...["", "E"].flatMap((suffix, e) => [
    two(`VCMP${suffix}_T1`, "0100", `${e}1`, fp.VCMP, { e }, `vcmp${suffix.toLowerCase()}.f32`),
    t32(
      `VCMP${suffix}_T2`,
      `1110 1110 1 e 11 0101 | dddd 1010 ${e}1 (0) 0 (0)(0)(0)(0)`,
      fp.VCMP_zero,
      { ...dArg, e },
      { syntax: `vcmp${suffix.toLowerCase()}.f32 {d}, #0.0` },
    ),
  ]),
];

/** Rounding of VCVTR and VRINTR, which FPSCR says, and that of VCVT. */
const modes = { fpscr: 5, zero: 3 } as const;
/** The modes that an instruction's own name says, in the order of their two bits: isa/float.ts has their numbers. */
const named = [
  ["A", 4],
  ["N", 0],
  ["P", 1],
  ["M", 2],
] as const;

/** Format of a fixed-point number (isa/ir.ts): 32 or 16 bits less the five of the word are the fraction. */
const fixedFormat = (wide: number, u: number): Expr =>
  add(sub(wide ? 32 : 16, or(shl(bits("i"), 1), bits("g"))), (wide ? 0 : 64) + u * 128);

function fixedPoint(u: number, wide: number): Encoding[] {
  const type = `${u ? "u" : "s"}${wide ? 32 : 16}`;
  const place = wide ? "{ig:below32}" : "{ig:below16}";
  const args = { ...dArg, imm: fixedFormat(wide, u) };
  // More fraction bits than the number has bits are UNPREDICTABLE.
  const options: RowOptions = wide ? {} : { unpredictable: ltu(16, or(shl(bits("i"), 1), bits("g"))) };
  const row = (name: string, op: string, operation: Operation, text: string): Encoding =>
    t32(`${name}_${type}`, `1110 1110 1 e 11 ${op}${u} | dddd 1010 ${wide}1 g 0 iiii`, operation, args, {
      ...options,
      syntax: `${text} {d}, {d}, #${place}`,
    });
  return [
    row("VCVT_f32_fixed", "101", fp.VCVT_from_fixed, `vcvt.f32.${type}`),
    row("VCVT_fixed", "111", fp.VCVT_to_fixed, `vcvt.${type}.f32`),
  ];
}

const conversions: readonly Encoding[] = [
  two("VCVTB_f32_T1", "0010", "01", fp.VCVT_from_half, { t: 0 }, "vcvtb.f32.f16"),
  two("VCVTT_f32_T1", "0010", "11", fp.VCVT_from_half, { t: 1 }, "vcvtt.f32.f16"),
  two("VCVTB_f16_T1", "0011", "01", fp.VCVT_to_half, { t: 0 }, "vcvtb.f16.f32"),
  two("VCVTT_f16_T1", "0011", "11", fp.VCVT_to_half, { t: 1 }, "vcvtt.f16.f32"),
  two("VCVT_f32_u32_T1", "1000", "01", fp.VCVT_from_int, { u: 1 }, "vcvt.f32.u32"),
  two("VCVT_f32_s32_T1", "1000", "11", fp.VCVT_from_int, { u: 0 }, "vcvt.f32.s32"),
  two("VCVTR_u32_T1", "1100", "01", fp.VCVT_to_int, { mode: modes.fpscr, u: 1 }, "vcvtr.u32.f32"),
  two("VCVT_u32_T1", "1100", "11", fp.VCVT_to_int, { mode: modes.zero, u: 1 }, "vcvt.u32.f32"),
  two("VCVTR_s32_T1", "1101", "01", fp.VCVT_to_int, { mode: modes.fpscr, u: 0 }, "vcvtr.s32.f32"),
  two("VCVT_s32_T1", "1101", "11", fp.VCVT_to_int, { mode: modes.zero, u: 0 }, "vcvt.s32.f32"),
  ...[0, 1].flatMap((u) => [0, 1].flatMap((wide) => fixedPoint(u, wide))),
  two("VRINTR_T1", "0110", "01", fp.VRINT, { mode: modes.fpscr, x: 0 }, "vrintr.f32"),
  two("VRINTZ_T1", "0110", "11", fp.VRINT, { mode: modes.zero, x: 0 }, "vrintz.f32"),
  two("VRINTX_T1", "0111", "01", fp.VRINT, { mode: modes.fpscr, x: 1 }, "vrintx.f32"),
  ...named.flatMap(([letter, mode], index) => {
    const code = index.toString(2).padStart(2, "0");
    const text = letter.toLowerCase();
    return [
      two(`VRINT${letter}_T1`, `10${code}`, "01", fp.VRINT, { mode, x: 0 }, `vrint${text}.f32`, "1111"),
      two(`VCVT${letter}_u32_T1`, `11${code}`, "01", fp.VCVT_to_int, { mode, u: 1 }, `vcvt${text}.u32.f32`, "1111"),
      two(`VCVT${letter}_s32_T1`, `11${code}`, "11", fp.VCVT_to_int, { mode, u: 0 }, `vcvt${text}.s32.f32`, "1111"),
    ];
  }),
];

const badCore: RowOptions = { unpredictable: spOrPc("t") };
/** A pair of singles cannot start at the last. */
const lastSingle = all(is("m", 15), bits("g"));
const pairHead = (load: string): string => `1110 1100 010 ${load} vvvv | tttt`;
const scalarHead = (load: string): string => `1110 1110 00 x ${load} nnnn | tttt 1011`;
const pairArgs = { t: "t", v: "v", ...mArg };
const doubleArgs = { t: "t", v: "v", m: double("m") };
const scalarArgs = { t: "t", n: or(double("n"), bits("x")) };
const toTwo: Expr = or(spOrPc("t", "v"), same("t", "v"));

/** VFPExpandImm(): sign, exponent 128 - 3 to 128 + 4 in three bits, four bits of fraction. */
const expandFloat: Expr = or(
  shl(bits("s"), 31),
  or(select(bits("x"), konst(0x3e00_0000), konst(0x4000_0000)), shl(bits("i"), 19)),
);

const moves: readonly Encoding[] = [
  t32(
    "VMOV_imm_T2",
    "1110 1110 1 e 11 sxii | dddd 1010 (0) 0 (0) 0 iiii",
    move.VMOV_imm,
    { ...dArg, imm: expandFloat },
    { syntax: "vmov.f32 {d}, #{sxi:float}" },
  ),
  two("VMOV_reg_T2", "0000", "01", fp.VMOV),
  t32(
    "VMOV_to_core",
    "1110 1110 000 1 nnnn | tttt 1010 f (0)(0) 1 (0)(0)(0)(0)",
    move.VMOV_to_core,
    { t: "t", ...nArg },
    badCore,
  ),
  t32(
    "VMOV_from_core",
    "1110 1110 000 0 nnnn | tttt 1010 f (0)(0) 1 (0)(0)(0)(0)",
    move.VMOV_from_core,
    { t: "t", ...nArg },
    badCore,
  ),
  t32("VMOV_two_to_core", `${pairHead("1")} 1010 00 g 1 mmmm`, move.VMOV_two_to_core, pairArgs, {
    unpredictable: or(toTwo, lastSingle),
    syntax: "vmov {t}, {v}, {m}, {mg+1:s}",
  }),
  t32("VMOV_two_from_core", `${pairHead("0")} 1010 00 g 1 mmmm`, move.VMOV_two_from_core, pairArgs, {
    unpredictable: or(spOrPc("t", "v"), lastSingle),
    syntax: "vmov {m}, {mg+1:s}, {t}, {v}",
  }),
  t32("VMOV_double_to_core", `${pairHead("1")} 1011 00 g 1 mmmm`, move.VMOV_two_to_core, doubleArgs, {
    undefined: bits("g"),
    unpredictable: toTwo,
    syntax: "vmov {t}, {v}, {gm:d}",
  }),
  t32("VMOV_double_from_core", `${pairHead("0")} 1011 00 g 1 mmmm`, move.VMOV_two_from_core, doubleArgs, {
    undefined: bits("g"),
    unpredictable: spOrPc("t", "v"),
    syntax: "vmov {gm:d}, {t}, {v}",
  }),
  t32("VMOV_scalar_from_core", `${scalarHead("0")} f 00 1 (0)(0)(0)(0)`, move.VMOV_from_core, scalarArgs, {
    ...badCore,
    undefined: bits("f"),
    syntax: "vmov.32 {fn:d}[{x}], {t}",
  }),
  t32("VMOV_scalar_to_core", `${scalarHead("1")} f 00 1 (0)(0)(0)(0)`, move.VMOV_to_core, scalarArgs, {
    ...badCore,
    undefined: bits("f"),
    syntax: "vmov.32 {t}, {fn:d}[{x}]",
  }),
  t32("VMRS_apsr_T1", "1110 1110 1111 0001 | 1111 1010 (0)(0)(0) 1 (0)(0)(0)(0)", fp.VMRS_apsr, {}),
  t32(
    "VMRS_T1",
    "1110 1110 1111 0001 | tttt 1010 (0)(0)(0) 1 (0)(0)(0)(0)",
    fp.VMRS,
    { t: "t" },
    { after: ["VMRS_apsr_T1"], unpredictable: isSp("t") },
  ),
  t32("VMSR_T1", "1110 1110 1110 0001 | tttt 1010 (0)(0)(0) 1 (0)(0)(0)(0)", fp.VMSR, { t: "t" }, badCore),
];

/** The part has sixteen double registers: their uppermost bit must be 0. */
const onlySixteen: RowOptions = { undefined: bits("e") };
const noRegisters = "(0)(0)(0)(0) 1010 (0)(0)(0)(0)(0)(0)(0)(0)";
const offset: Expr = signed("u", scaled("i", 2));

/** One register: T2 is single precision, T1 double. */
function one(name: string, load: string, operation: Operation, options: RowOptions): Encoding[] {
  return [0, 1].map((isDouble) => {
    const own = `${name}_T${2 - isDouble}`;
    const pattern = `1110 1101 u e 0${load} nnnn | dddd 101${isDouble} iiiiiiii`;
    const d = isDouble ? "{ed:d}" : "{d}";
    const args = { d: isDouble ? double("d") : single("d", "e"), n: "n", imm: offset, double: isDouble };
    return t32(own, pattern, operation, args, {
      ...options,
      ...(isDouble ? onlySixteen : {}),
      ...(options.after === undefined ? {} : { after: options.after.map((row) => `${row}_T${2 - isDouble}`) }),
      syntax: `${name.toLowerCase()} ${d}, [{n}, #{-u}{i*4}]`,
    });
  });
}

const literals: readonly Encoding[] = [0, 1].map((isDouble) => {
  const d = isDouble ? "{ed:d}" : "{d}";
  const args = { d: isDouble ? double("d") : single("d", "e"), imm: pcRelative(offset), double: isDouble };
  return t32(`VLDR_lit_T${2 - isDouble}`, `1110 1101 u e 01 1111 | dddd 101${isDouble} iiiiiiii`, move.VLDR_lit, args, {
    ...(isDouble ? onlySixteen : {}),
    syntax: `vldr ${d}, [pc, #{-u}{i*4}]`,
  });
});

const memory: readonly Encoding[] = [
  ...literals,
  ...one("VLDR", "1", move.VLDR, { after: ["VLDR_lit"] }),
  ...one("VSTR", "0", move.VSTR, { unpredictable: isPc("n") }),
  t32("VLLDM_T1", `1110 1100 0011 nnnn | ${noRegisters}`, VLLDM, { n: "n" }, { unpredictable: isPc("n") }),
  t32("VLSTM_T1", `1110 1100 0010 nnnn | ${noRegisters}`, VLSTM, { n: "n" }, { unpredictable: isPc("n") }),
  ...multiple("VLDM", "1", move.VLDM),
  ...multiple("VSTM", "0", move.VSTM),
];

/**
 * Increment after with or without writeback, decrement before with it; an odd count of doubles is the old FLDMX and
 * FSTMX.
 */
function multiple(name: string, load: string, operation: Operation): Encoding[] {
  const text = name.toLowerCase();
  const old = name.replace("V", "F").toLowerCase();
  const first = single("d", "e");
  const singles: RowOptions = { unpredictable: any(isPc("n"), is("i", 0), ltu(32, add(first, bits("i")))) };
  const doubles: RowOptions = {
    ...onlySixteen,
    unpredictable: any(isPc("n"), is("i", 0), ltu(16, add(bits("d"), bits("i")))),
  };
  return [
    { mode: "ia", head: `1110 1100 1 e w ${load}`, base: "{n:r}{w:!}", args: { wback: "w", db: 0 } },
    { mode: "db", head: `1110 1101 0 e 1 ${load}`, base: "{n:r}!", args: { wback: 1, db: 1 } },
  ].flatMap(({ mode, head, base, args }) => {
    const own = `${name}_${mode.toUpperCase()}`;
    const row = (
      suffix: string,
      tail: string,
      more: Readonly<Record<string, ArgSource>>,
      syntax: string,
      options: RowOptions,
    ): Encoding =>
      t32(
        `${own}_${suffix}`,
        `${head} nnnn | dddd ${tail}`,
        operation,
        { n: "n", ...args, ...more },
        {
          ...options,
          syntax,
        },
      );
    const pairs = { d: double("d"), imm: double("i") };
    return [
      row("T2", "1010 iiiiiiii", { d: first, imm: "i" }, `${text}${mode} ${base}, {dei:singles}`, singles),
      row("T1", "1011 iiiiiii 0", pairs, `${text}${mode} ${base}, {edi:doubles}`, doubles),
      row("X_T1", "1011 iiiiiii 1", { ...pairs, x: 1 }, `${old}${mode}x ${base}, {edi:doubles}`, doubles),
    ];
  });
}

export const floatRows: readonly Encoding[] = [...arithmetic, ...conversions, ...moves, ...memory];
