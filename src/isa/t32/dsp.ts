/** T32 encodings of the DSP extension. A processor without it finds them UNDEFINED. */
import { bits, eq, extension, isZero, or, select, shl, sub } from "../builder.ts";
import { any, isSp, scaled, spOrPc } from "../field.ts";
import type { Expr } from "../ir.ts";
import * as alu from "../operations/alu.ts";
import * as parallel from "../operations/parallel.ts";
import * as product from "../operations/product.ts";
import * as saturation from "../operations/saturation.ts";
import { type ArgSource, t32 } from "../row.ts";
import type { Encoding, Operation } from "../rows.ts";

interface DspOptions {
  /** Arguments that are not the field of their own name. */
  readonly args?: Readonly<Record<string, ArgSource>>;
  readonly syntax?: string;
  readonly after?: readonly string[];
}

const lacking = isZero(extension("dsp"));

function dsp(
  name: string,
  pattern: string,
  target: Operation,
  unpredictable: Expr,
  options: DspOptions = {},
): Encoding {
  const { args, ...rest } = options;
  const own = [...Object.keys(target.args), ...Object.keys(target.statics)].map((arg) => [arg, arg] as const);
  return t32(
    name,
    pattern,
    target,
    { ...Object.fromEntries(own), ...args },
    { ...rest, unpredictable, undefined: lacking },
  );
}

const dnm = spOrPc("d", "n", "m");

const prefixCodes: Readonly<Record<string, string>> = { S: "000", Q: "001", SH: "010", U: "100", UQ: "101", UH: "110" };
const formCodes: Readonly<Record<string, string>> = {
  ADD8: "000",
  ADD16: "001",
  ASX: "010",
  SUB8: "100",
  SUB16: "101",
  SAX: "110",
};
const sums: readonly Encoding[] = [...parallel.parallelOperations].flatMap(([prefix, forms]) =>
  [...forms].map(([form, target]) => {
    const pattern = `11111010 1 ${formCodes[form]} nnnn | 1111 dddd 0 ${prefixCodes[prefix]} mmmm`;
    return dsp(`${prefix}${form}_T1`, pattern, target, dnm);
  }),
);

const twoSources = (name: string, code: string, low: string, target: Operation): Encoding =>
  dsp(name, `11111010 1 ${code} nnnn | 1111 dddd ${low} mmmm`, target, dnm);
/** `k` says the width, `largest` what fits. */
const saturate16 = (name: string, code: string, target: Operation, syntax: string): Encoding =>
  dsp(name, `11110 (0) 11 ${code} nnnn | 0 000 dddd 00 (0)(0) kkkk`, target, spOrPc("d", "n"), {
    args: { imm: sub(shl(1, bits("k")), 1) },
    syntax,
  });
const saturating: readonly Encoding[] = [
  twoSources("QADD_T1", "000", "1000", saturation.QADD_rr),
  twoSources("QDADD_T1", "000", "1001", saturation.QDADD_rr),
  twoSources("QSUB_T1", "000", "1010", saturation.QSUB_rr),
  twoSources("QDSUB_T1", "000", "1011", saturation.QDSUB_rr),
  saturate16("SSAT16_T1", "0010", saturation.SSAT16_r, "ssat16 {d}, #{k+1}, {n}"),
  saturate16("USAT16_T1", "1010", saturation.USAT16_r, "usat16 {d}, #{k}, {n}"),
  twoSources("SEL_T1", "010", "1000", parallel.SEL_rr),
];

const rotation = scaled("r", 3);
/** Extend and add; without a first operand SXTB16 and UXTB16 (the others are in the base set). */
const extendAdd = (mnemonic: string, code: string, target: Operation, after: readonly string[]): Encoding =>
  dsp(`${mnemonic}_T1`, `11111010 0 ${code} nnnn | 1111 dddd 1 (0) rr mmmm`, target, or(spOrPc("d", "m"), isSp("n")), {
    args: { imm: rotation },
    syntax: `${mnemonic.toLowerCase()} {d}, {n}, {m}{r:rotation}`,
    after,
  });
const extend16 = (mnemonic: string, code: string, target: Operation): Encoding =>
  dsp(`${mnemonic}_T1`, `11111010 0 ${code} 1111 | 1111 dddd 1 (0) rr mmmm`, target, spOrPc("d", "m"), {
    args: { imm: rotation },
    syntax: `${mnemonic.toLowerCase()} {d}, {m}{r:rotation}`,
  });
const extensions: readonly Encoding[] = [
  extendAdd("SXTAH", "000", alu.SXTH.add, ["SXTH_T2", "SXTH_T2_ror"]),
  extendAdd("UXTAH", "001", alu.UXTH.add, ["UXTH_T2", "UXTH_T2_ror"]),
  extend16("SXTB16", "010", parallel.SXTB16.r),
  extendAdd("SXTAB16", "010", parallel.SXTB16.rr, ["SXTB16_T1"]),
  extend16("UXTB16", "011", parallel.UXTB16.r),
  extendAdd("UXTAB16", "011", parallel.UXTB16.rr, ["UXTB16_T1"]),
  extendAdd("SXTAB", "100", alu.SXTB.add, ["SXTB_T2", "SXTB_T2_ror"]),
  extendAdd("UXTAB", "101", alu.UXTB.add, ["UXTB_T2", "UXTB_T2_ror"]),
];

/** ASR #32 is written as 0, and does the same as ASR #31. */
const asrAmount = select(bits("i"), bits("i"), 31);
const packing: readonly Encoding[] = [
  dsp("PKHBT_T1", "1110101 0110 0 nnnn | (0) iii dddd ii 0 0 mmmm", parallel.PKHBT_rl, dnm, {
    args: { imm: "i" },
    syntax: "pkhbt {d}, {n}, {m}{i:lsl}",
  }),
  dsp("PKHTB_T1", "1110101 0110 0 nnnn | (0) iii dddd ii 1 0 mmmm", parallel.PKHTB_rs, dnm, {
    args: { imm: asrAmount },
    syntax: "pkhtb {d}, {n}, {m}{i:asr}",
  }),
];

/** `d := n * m`, and with an accumulator unless it is the register 15. `low` holds the fields of the statics. */
function products(op: string, low: string, plain: Operation, sum: Operation, args?: DspOptions["args"]): Encoding[] {
  const nameOf = ({ name }: Operation): string => `${name.replace(/_r+$/, "")}_T1`;
  const options = args === undefined ? {} : { args };
  return [
    dsp(nameOf(plain), `11111011 0 ${op} nnnn | 1111 dddd ${low} mmmm`, plain, dnm, options),
    dsp(nameOf(sum), `11111011 0 ${op} nnnn | aaaa dddd ${low} mmmm`, sum, or(dnm, isSp("a")), {
      ...options,
      after: [nameOf(plain)],
    }),
  ];
}
const long = (name: string, op: string, low: string, target: Operation, args: DspOptions["args"] = {}): Encoding =>
  dsp(
    name,
    `11111011 1 ${op} nnnn | llll hhhh ${low} mmmm`,
    target,
    any(spOrPc("l", "h", "n", "m"), eq(bits("l"), bits("h"))),
    { args },
  );
const swap = { swap: "s" };
const round = { round: "s" };

const multiplications: readonly Encoding[] = [
  ...products("001", "00xy", product.SMULxy.rr, product.SMULxy.rrr),
  ...products("010", "000s", product.SMUAD_rr, product.SMLAD_rrr, swap),
  ...products("011", "000y", product.SMULWy.rr, product.SMULWy.rrr),
  ...products("100", "000s", product.SMUSD.rr, product.SMUSD.rrr, swap),
  ...products("101", "000s", product.SMMUL.rr, product.SMMUL.rrr, round),
  dsp("SMMLS_T1", "11111011 0 110 nnnn | aaaa dddd 000s mmmm", product.SMMLS_rrr, or(dnm, spOrPc("a")), {
    args: round,
  }),
  ...products("111", "0000", parallel.USAD8_rr, parallel.USADA8_rrr),
  long("SMLALxy_T1", "100", "10xy", product.SMLALxy),
  long("SMLALD_T1", "100", "110s", product.SMLALD, swap),
  long("SMLSLD_T1", "101", "110s", product.SMLSLD, swap),
  long("UMAAL_T1", "110", "0110", product.UMAAL),
];

export const dspRows: readonly Encoding[] = [...sums, ...saturating, ...extensions, ...packing, ...multiplications];
