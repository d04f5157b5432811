/**
 * T32 encodings of FPv5 single precision: rows without a meaning yet. Fields e, f, g hold the low bit of a single
 * register's number.
 */
import { add, bits, ltu, or, shl } from "../builder.ts";
import { all, any, insideIt, is, isPc, isSp, same, spOrPc } from "../field.ts";
import { floatGap } from "../operations/gap.ts";
import type { RowOptions } from "../row.ts";
import { t32 } from "../row.ts";
import type { Encoding, Operation } from "../rows.ts";

const known = new Map<string, Operation>();

/** Rows that share the mnemonic (`name` up to its first underscore) share the operation. */
function float(name: string, pattern: string, syntax: string, options: RowOptions = {}): Encoding {
  const mnemonic = name.split("_")[0] ?? name;
  const operation = known.get(mnemonic) ?? floatGap(mnemonic);
  known.set(mnemonic, operation);
  return t32(name, pattern, operation, {}, { ...options, syntax });
}

const d = "{de:s}";
const n = "{nf:s}";
const m = "{mg:s}";

/** What lies beside the data-processing space of 1110 1110 has no condition, and is UNPREDICTABLE in IT blocks. */
const unconditional: RowOptions = { unpredictable: insideIt };

/** Three operands: `1110 1110 op1 nnnn | dddd 1010 f op2 g 0 mmmm`; op1 has the destination's low bit in the middle. */
function three(name: string, op1: string, op2: string, space = "1110"): Encoding {
  const text = `${name.toLowerCase()}.f32 ${d}, ${n}, ${m}`;
  const pattern = `${space} 1110 ${op1} nnnn | dddd 1010 f ${op2} g 0 mmmm`;
  return float(`${name}_T1`, pattern, text, space === "1111" ? unconditional : {});
}
/** Two operands: `1110 1110 1 e 11 oooo | dddd 1010 pp g 0 mmmm`. */
function two(name: string, op: string, low: string, text: string, space = "1110"): Encoding {
  const pattern = `${space} 1110 1 e 11 ${op} | dddd 1010 ${low} g 0 mmmm`;
  return float(name, pattern, `${text} ${d}, ${m}`, space === "1111" ? unconditional : {});
}

const arithmetic: readonly Encoding[] = [
  three("VMLA", "0 e 00", "0"),
  three("VMLS", "0 e 00", "1"),
  three("VNMLS", "0 e 01", "0"),
  three("VNMLA", "0 e 01", "1"),
  three("VMUL", "0 e 10", "0"),
  three("VNMUL", "0 e 10", "1"),
  three("VADD", "0 e 11", "0"),
  three("VSUB", "0 e 11", "1"),
  three("VDIV", "1 e 00", "0"),
  three("VFNMS", "1 e 01", "0"),
  three("VFNMA", "1 e 01", "1"),
  three("VFMA", "1 e 10", "0"),
  three("VFMS", "1 e 10", "1"),
  three("VSELEQ", "0 e 00", "0", "1111"),
  three("VSELVS", "0 e 01", "0", "1111"),
  three("VSELGE", "0 e 10", "0", "1111"),
  three("VSELGT", "0 e 11", "0", "1111"),
  three("VMAXNM", "1 e 00", "0", "1111"),
  three("VMINNM", "1 e 00", "1", "1111"),
  two("VABS_T1", "0000", "11", "vabs.f32"),
  two("VNEG_T1", "0001", "01", "vneg.f32"),
  two("VSQRT_T1", "0001", "11", "vsqrt.f32"),
  two("VCMP_T1", "0100", "01", "vcmp.f32"),
  two("VCMPE_T1", "0100", "11", "vcmpe.f32"),
  float("VCMP_T2", "1110 1110 1 e 11 0101 | dddd 1010 01 (0) 0 (0)(0)(0)(0)", `vcmp.f32 ${d}, #0.0`),
  float("VCMPE_T2", "1110 1110 1 e 11 0101 | dddd 1010 11 (0) 0 (0)(0)(0)(0)", `vcmpe.f32 ${d}, #0.0`),
];

const conversions: readonly Encoding[] = [
  two("VCVTB_f32_T1", "0010", "01", "vcvtb.f32.f16"),
  two("VCVTT_f32_T1", "0010", "11", "vcvtt.f32.f16"),
  two("VCVTB_f16_T1", "0011", "01", "vcvtb.f16.f32"),
  two("VCVTT_f16_T1", "0011", "11", "vcvtt.f16.f32"),
  two("VCVT_f32_u32_T1", "1000", "01", "vcvt.f32.u32"),
  two("VCVT_f32_s32_T1", "1000", "11", "vcvt.f32.s32"),
  two("VCVTR_u32_T1", "1100", "01", "vcvtr.u32.f32"),
  two("VCVT_u32_T1", "1100", "11", "vcvt.u32.f32"),
  two("VCVTR_s32_T1", "1101", "01", "vcvtr.s32.f32"),
  two("VCVT_s32_T1", "1101", "11", "vcvt.s32.f32"),
  ...(["s16", "s32", "u16", "u32"] as const).flatMap((type, index) => {
    const u = index >> 1;
    const wide = index & 1;
    const bitsText = wide ? "{ig:below32}" : "{ig:below16}";
    // More fraction bits than the number has bits are UNPREDICTABLE.
    const options: RowOptions = wide ? {} : { unpredictable: ltu(16, or(shl(bits("i"), 1), bits("g"))) };
    return [
      float(
        `VCVT_f32_fixed_${type}`,
        `1110 1110 1 e 11 101${u} | dddd 1010 ${wide}1 g 0 iiii`,
        `vcvt.f32.${type} ${d}, ${d}, #${bitsText}`,
        options,
      ),
      float(
        `VCVT_fixed_${type}`,
        `1110 1110 1 e 11 111${u} | dddd 1010 ${wide}1 g 0 iiii`,
        `vcvt.${type}.f32 ${d}, ${d}, #${bitsText}`,
        options,
      ),
    ];
  }),
  two("VRINTR_T1", "0110", "01", "vrintr.f32"),
  two("VRINTZ_T1", "0110", "11", "vrintz.f32"),
  two("VRINTX_T1", "0111", "01", "vrintx.f32"),
  ...(["A", "N", "P", "M"] as const).flatMap((mode, index) => {
    const code = index.toString(2).padStart(2, "0");
    const text = mode.toLowerCase();
    return [
      two(`VRINT${mode}_T1`, `10${code}`, "01", `vrint${text}.f32`, "1111"),
      two(`VCVT${mode}_u32_T1`, `11${code}`, "01", `vcvt${text}.u32.f32`, "1111"),
      two(`VCVT${mode}_s32_T1`, `11${code}`, "11", `vcvt${text}.s32.f32`, "1111"),
    ];
  }),
];

const badCore: RowOptions = { unpredictable: spOrPc("t") };
/** A pair of singles cannot start at the last. */
const lastSingle = all(is("m", 15), bits("g"));
const pairHead = (load: string): string => `1110 1100 010 ${load} vvvv | tttt`;
const scalarHead = (load: string): string => `1110 1110 00 x ${load} nnnn | tttt 1011`;

const moves: readonly Encoding[] = [
  float("VMOV_imm_T2", "1110 1110 1 e 11 iiii | dddd 1010 (0) 0 (0) 0 iiii", `vmov.f32 ${d}, #{i:float}`),
  two("VMOV_reg_T2", "0000", "01", "vmov.f32"),
  float("VMOV_to_core", "1110 1110 000 1 nnnn | tttt 1010 f (0)(0) 1 (0)(0)(0)(0)", `vmov {t:r}, ${n}`, badCore),
  float("VMOV_from_core", "1110 1110 000 0 nnnn | tttt 1010 f (0)(0) 1 (0)(0)(0)(0)", `vmov ${n}, {t:r}`, badCore),
  float("VMOV_two_to_core", `${pairHead("1")} 1010 00 g 1 mmmm`, `vmov {t:r}, {v:r}, ${m}, {mg+1:s}`, {
    unpredictable: any(spOrPc("t", "v"), same("t", "v"), lastSingle),
  }),
  float("VMOV_two_from_core", `${pairHead("0")} 1010 00 g 1 mmmm`, `vmov ${m}, {mg+1:s}, {t:r}, {v:r}`, {
    unpredictable: or(spOrPc("t", "v"), lastSingle),
  }),
  float("VMOV_double_to_core", `${pairHead("1")} 1011 00 g 1 mmmm`, "vmov {t:r}, {v:r}, {gm:d}", {
    undefined: bits("g"),
    unpredictable: or(spOrPc("t", "v"), same("t", "v")),
  }),
  float("VMOV_double_from_core", `${pairHead("0")} 1011 00 g 1 mmmm`, "vmov {gm:d}, {t:r}, {v:r}", {
    undefined: bits("g"),
    unpredictable: spOrPc("t", "v"),
  }),
  float("VMOV_scalar_from_core", `${scalarHead("0")} f 00 1 (0)(0)(0)(0)`, "vmov.32 {fn:d}[{x}], {t:r}", {
    ...badCore,
    undefined: bits("f"),
  }),
  float("VMOV_scalar_to_core", `${scalarHead("1")} f 00 1 (0)(0)(0)(0)`, "vmov.32 {t:r}, {fn:d}[{x}]", {
    ...badCore,
    undefined: bits("f"),
  }),
  float("VMRS_T1", "1110 1110 1111 0001 | tttt 1010 (0)(0)(0) 1 (0)(0)(0)(0)", "vmrs {t:rflags}, fpscr", {
    unpredictable: isSp("t"),
  }),
  float("VMSR_T1", "1110 1110 1110 0001 | tttt 1010 (0)(0)(0) 1 (0)(0)(0)(0)", "vmsr fpscr, {t:r}", badCore),
];

/** The part has sixteen double registers: their uppermost bit must be 0. */
const onlySixteen: RowOptions = { undefined: bits("e") };
const badBase: RowOptions = { unpredictable: isPc("n") };
const noRegisters = "(0)(0)(0)(0) 1010 (0)(0)(0)(0)(0)(0)(0)(0)";

const memory: readonly Encoding[] = [
  float("VLDR_T2", "1110 1101 u e 01 nnnn | dddd 1010 iiiiiiii", `vldr ${d}, [{n:r}, #{-u}{i*4}]`),
  float("VLDR_T1", "1110 1101 u e 01 nnnn | dddd 1011 iiiiiiii", "vldr {ed:d}, [{n:r}, #{-u}{i*4}]", onlySixteen),
  float("VSTR_T2", "1110 1101 u e 00 nnnn | dddd 1010 iiiiiiii", `vstr ${d}, [{n:r}, #{-u}{i*4}]`, badBase),
  float("VSTR_T1", "1110 1101 u e 00 nnnn | dddd 1011 iiiiiiii", "vstr {ed:d}, [{n:r}, #{-u}{i*4}]", {
    ...onlySixteen,
    ...badBase,
  }),
  float("VLLDM_T1", `1110 1100 0011 nnnn | ${noRegisters}`, "vlldm {n:r}", badBase),
  float("VLSTM_T1", `1110 1100 0010 nnnn | ${noRegisters}`, "vlstm {n:r}", badBase),
  ...multiple("VLDM", "1"),
  ...multiple("VSTM", "0"),
];

/**
 * Increment after with or without writeback, decrement before with it; an odd count of doubles is the old FLDMX and
 * FSTMX.
 */
function multiple(name: string, load: string): Encoding[] {
  const text = name.toLowerCase();
  const old = name.replace("V", "F").toLowerCase();
  const single = or(shl(bits("d"), 1), bits("e"));
  const singles: RowOptions = { unpredictable: any(isPc("n"), is("i", 0), ltu(32, add(single, bits("i")))) };
  const doubles: RowOptions = {
    ...onlySixteen,
    unpredictable: any(isPc("n"), is("i", 0), ltu(16, add(bits("d"), bits("i")))),
  };
  return [
    { mode: "ia", head: `1110 1100 1 e w ${load}`, base: "{n:r}{w:!}" },
    { mode: "db", head: `1110 1101 0 e 1 ${load}`, base: "{n:r}!" },
  ].flatMap(({ mode, head, base }) => {
    const own = `${name}_${mode.toUpperCase()}`;
    const row = (suffix: string, tail: string, syntax: string, options: RowOptions): Encoding =>
      float(`${own}_${suffix}`, `${head} nnnn | dddd ${tail}`, syntax, options);
    return [
      row("T2", "1010 iiiiiiii", `${text}${mode} ${base}, {dei:singles}`, singles),
      row("T1", "1011 iiiiiii 0", `${text}${mode} ${base}, {edi:doubles}`, doubles),
      row("X_T1", "1011 iiiiiii 1", `${old}${mode}x ${base}, {edi:doubles}`, doubles),
    ];
  });
}

export const floatRows: readonly Encoding[] = [...arithmetic, ...conversions, ...moves, ...memory];
