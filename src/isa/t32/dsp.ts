/** T32 encodings of the DSP extension: rows without a meaning yet. */
import { bits, eq, or } from "../builder.ts";
import { any, isSp, spOrPc } from "../field.ts";
import type { Expr } from "../ir.ts";
import { dspGap } from "../operations/gap.ts";
import { t32 } from "../row.ts";
import type { Encoding } from "../rows.ts";

const dnm = spOrPc("d", "n", "m");

/** One mnemonic, one row; `operands` follows the mnemonic in the text. */
function dsp(
  mnemonic: string,
  pattern: string,
  operands: string,
  unpredictable: Expr,
  after: readonly string[] = [],
): Encoding {
  return t32(
    `${mnemonic}_T1`,
    pattern,
    dspGap(mnemonic),
    {},
    {
      after,
      unpredictable,
      syntax: `${mnemonic.toLowerCase()} ${operands}`,
    },
  );
}

const parallelKinds = { S: "000", Q: "001", SH: "010", U: "100", UQ: "101", UH: "110" };
const parallelForms = { ADD8: "000", ADD16: "001", ASX: "010", SUB8: "100", SUB16: "101", SAX: "110" };
const parallel: readonly Encoding[] = Object.entries(parallelKinds).flatMap(([prefix, kind]) =>
  Object.entries(parallelForms).map(([form, code]) =>
    dsp(`${prefix}${form}`, `11111010 1 ${code} nnnn | 1111 dddd 0 ${kind} mmmm`, "{d:r}, {n:r}, {m:r}", dnm),
  ),
);

const twoSources = (mnemonic: string, code: string, low: string): Encoding =>
  dsp(mnemonic, `11111010 1 ${code} nnnn | 1111 dddd ${low} mmmm`, "{d:r}, {m:r}, {n:r}", dnm);
const saturating: readonly Encoding[] = [
  twoSources("QADD", "000", "1000"),
  twoSources("QDADD", "000", "1001"),
  twoSources("QSUB", "000", "1010"),
  twoSources("QDSUB", "000", "1011"),
  dsp("SEL", "11111010 1 010 nnnn | 1111 dddd 1000 mmmm", "{d:r}, {n:r}, {m:r}", dnm),
  dsp("SSAT16", "11110 (0) 11 0010 nnnn | 0 000 dddd 00 (0)(0) kkkk", "{d:r}, #{k+1}, {n:r}", spOrPc("d", "n")),
  dsp("USAT16", "11110 (0) 11 1010 nnnn | 0 000 dddd 00 (0)(0) kkkk", "{d:r}, #{k}, {n:r}", spOrPc("d", "n")),
];

/** Extend and add; without a first operand SXTB16 and UXTB16 (the others are in the base set). */
const extendAdd = (mnemonic: string, code: string, sibling: readonly string[]): Encoding =>
  dsp(
    mnemonic,
    `11111010 0 ${code} nnnn | 1111 dddd 1 (0) rr mmmm`,
    "{d:r}, {n:r}, {m:r}{r:rotation}",
    or(spOrPc("d", "m"), isSp("n")),
    sibling,
  );
const extend16 = (mnemonic: string, code: string): Encoding =>
  dsp(mnemonic, `11111010 0 ${code} 1111 | 1111 dddd 1 (0) rr mmmm`, "{d:r}, {m:r}{r:rotation}", spOrPc("d", "m"));
const extensions: readonly Encoding[] = [
  extendAdd("SXTAH", "000", ["SXTH_T2", "SXTH_T2_ror"]),
  extendAdd("UXTAH", "001", ["UXTH_T2", "UXTH_T2_ror"]),
  extend16("SXTB16", "010"),
  extendAdd("SXTAB16", "010", ["SXTB16_T1"]),
  extend16("UXTB16", "011"),
  extendAdd("UXTAB16", "011", ["UXTB16_T1"]),
  extendAdd("SXTAB", "100", ["SXTB_T2", "SXTB_T2_ror"]),
  extendAdd("UXTAB", "101", ["UXTB_T2", "UXTB_T2_ror"]),
];

const packing: readonly Encoding[] = [
  dsp("PKHBT", "1110101 0110 0 nnnn | (0) iii dddd ii 0 0 mmmm", "{d:r}, {n:r}, {m:r}{i:lsl}", dnm),
  dsp("PKHTB", "1110101 0110 0 nnnn | (0) iii dddd ii 1 0 mmmm", "{d:r}, {n:r}, {m:r}{i:asr}", dnm),
];

/** `d := n * m`, and with an accumulator unless it is the register 15. */
function product(name: string, sumName: string, op: string, low: string): Encoding[] {
  return [
    dsp(name, `11111011 0 ${op} nnnn | 1111 dddd ${low} mmmm`, "{d:r}, {n:r}, {m:r}", dnm),
    dsp(sumName, `11111011 0 ${op} nnnn | aaaa dddd ${low} mmmm`, "{d:r}, {n:r}, {m:r}, {a:r}", or(dnm, isSp("a")), [
      `${name}_T1`,
    ]),
  ];
}
const difference = (name: string, low: string): Encoding =>
  dsp(name, `11111011 0 110 nnnn | aaaa dddd ${low} mmmm`, "{d:r}, {n:r}, {m:r}, {a:r}", or(dnm, spOrPc("a")));
const long = (name: string, op: string, low: string): Encoding =>
  dsp(
    name,
    `11111011 1 ${op} nnnn | llll hhhh ${low} mmmm`,
    "{l:r}, {h:r}, {n:r}, {m:r}",
    any(spOrPc("l", "h", "n", "m"), eq(bits("l"), bits("h"))),
  );
const halves = [
  ["BB", "00"],
  ["BT", "01"],
  ["TB", "10"],
  ["TT", "11"],
] as const;

const products: readonly Encoding[] = [
  ...halves.flatMap(([xy, code]) => product(`SMUL${xy}`, `SMLA${xy}`, "001", `00${code}`)),
  ...product("SMUAD", "SMLAD", "010", "0000"),
  ...product("SMUADX", "SMLADX", "010", "0001"),
  ...product("SMULWB", "SMLAWB", "011", "0000"),
  ...product("SMULWT", "SMLAWT", "011", "0001"),
  ...product("SMUSD", "SMLSD", "100", "0000"),
  ...product("SMUSDX", "SMLSDX", "100", "0001"),
  ...product("SMMUL", "SMMLA", "101", "0000"),
  ...product("SMMULR", "SMMLAR", "101", "0001"),
  difference("SMMLS", "0000"),
  difference("SMMLSR", "0001"),
  ...product("USAD8", "USADA8", "111", "0000"),
  ...halves.map(([xy, code]) => long(`SMLAL${xy}`, "100", `10${code}`)),
  long("SMLALD", "100", "1100"),
  long("SMLALDX", "100", "1101"),
  long("SMLSLD", "101", "1100"),
  long("SMLSLDX", "101", "1101"),
  long("UMAAL", "110", "0110"),
];

export const dspRows: readonly Encoding[] = [...parallel, ...saturating, ...extensions, ...packing, ...products];
