/**
 * T32 loads and stores: single, dual, multiple, exclusive, ordered, table branches, and TT and SG which live among
 * them.
 */
import { and, bits, or } from "../builder.ts";
import {
  any,
  atMostOne,
  is,
  isPc,
  isSp,
  listHas,
  midIt,
  pcRelative,
  pcValue,
  same,
  scaled,
  signed,
  spOrPc,
} from "../field.ts";
import type { Expr } from "../ir.ts";
import * as branch from "../operations/branch.ts";
import * as memory from "../operations/memory.ts";
import * as system from "../operations/system.ts";
import type { RowOptions } from "../row.ts";
import { t32, t32w, wide } from "../row.ts";
import type { Encoding, Operation } from "../rows.ts";

type Forms = { readonly [form in "ri" | "rr" | "rl" | "pre" | "post" | "t"]: Operation };
type Args = Readonly<Record<string, Expr | string | number>>;

const negative = signed(bits("u"), bits("i"));
const minus = signed({ kind: "const", value: 0 }, bits("i"));
const baseIsSp = isSp("n");
const never: Expr = { kind: "const", value: 0 };

/** How one kind of single load or store differs from the others. */
interface Single {
  /** Row names are `${name}_imm_T3` and so on. */
  readonly name: string;
  /** Sign bit and size of the encoding: `1111100 S . SS L`. */
  readonly sign: "0" | "1";
  readonly size: "00" | "01" | "10";
  readonly load: "0" | "1";
  readonly forms: Forms;
  /** The four bits of the destination: `tttt`, or `1111` for loads of PC and preloads. */
  readonly target: string;
  readonly args: Args;
  /** Encoding numbers of the manual: 12-bit, 8-bit and register offset. */
  readonly numbers: readonly [string, string, string];
  /** Rows that win over each of ours, by form. */
  readonly after: (form: string) => readonly string[];
  readonly badTarget: Expr;
  readonly badForUnprivileged: Expr;
}

/** Everything up to the destination; `u` is the bit that tells the 12-bit form from the others. */
const headOf = ({ sign, size, load, target }: Single, u: string): string =>
  `1111100 ${sign} ${u} ${size} ${load} nnnn | ${target}`;

function optionsOf(kind: Single, form: string, unpredictable: Expr): RowOptions {
  return {
    after: kind.after(form),
    unpredictable: any(unpredictable, kind.badTarget),
    // A store relative to PC is UNDEFINED; loads relative to PC have rows of their own.
    ...(kind.load === "0" ? { undefined: isPc("n") } : {}),
  };
}

/** Offset of 12 bits, negative offset, pre- and post-indexed. */
function constantOffsets(kind: Single): Encoding[] {
  const { name, forms, target, args } = kind;
  const [imm12, imm8] = kind.numbers;
  const head = headOf(kind, "0");
  const options = (form: string, unpredictable: Expr): RowOptions => optionsOf(kind, form, unpredictable);
  const indexed = target === "tttt" ? same("t", "n") : never;
  const writeback = { ...args, n: "n", imm: negative, sp: baseIsSp };
  const positive = { ...args, n: "n", imm: "i" };
  const syntax = wide(forms.ri.syntax).replace("{imm:offset}", ", #-{i}");
  const minusOptions = { ...options("imm8", never), syntax };
  return [
    t32w(`${name}_imm_${imm12}`, `${headOf(kind, "1")} iiiiiiiiiiii`, forms.ri, positive, options("imm12", never)),
    t32(`${name}_imm_${imm8}`, `${head} 1100 iiiiiiii`, forms.ri, { ...args, n: "n", imm: minus }, minusOptions),
    t32w(`${name}_imm_${imm8}_pre`, `${head} 11u1 iiiiiiii`, forms.pre, writeback, options("pre", indexed)),
    t32w(`${name}_imm_${imm8}_post`, `${head} 10u1 iiiiiiii`, forms.post, writeback, options("post", indexed)),
  ];
}

/** Register offset without and with a shift. */
function registerOffsets(kind: Single): Encoding[] {
  const { forms } = kind;
  const name = `${kind.name}_reg_${kind.numbers[2]}`;
  const pattern = (shift: string): string => `${headOf(kind, "0")} 000000 ${shift} mmmm`;
  const args = { ...kind.args, n: "n", m: "m" };
  const shifted = optionsOf(kind, "lsl", spOrPc("m"));
  return [
    t32w(name, pattern("00"), forms.rr, args, optionsOf(kind, "reg", spOrPc("m"))),
    t32w(
      `${name}_lsl`,
      pattern("ii"),
      forms.rl,
      { ...args, imm: "i" },
      { ...shifted, after: [...kind.after("lsl"), name] },
    ),
  ];
}

/** The rows of one kind; loads of PC have no unprivileged form. */
function single(kind: Single): Encoding[] {
  const rows = [...constantOffsets(kind), ...registerOffsets(kind)];
  if (kind.target !== "tttt") return rows;
  const args = { ...kind.args, n: "n", imm: "i" };
  const options = optionsOf(kind, "unprivileged", kind.badForUnprivileged);
  return [...rows, t32(`${kind.name}T_T1`, `${headOf(kind, "0")} 1110 iiiiiiii`, kind.forms.t, args, options)];
}

const store = (
  name: string,
  size: Single["size"],
  forms: Forms,
  numbers: Single["numbers"],
  badTarget: Expr,
): Encoding[] =>
  single({
    name,
    sign: "0",
    size,
    load: "0",
    forms,
    target: "tttt",
    args: { t: "t" },
    numbers,
    after: () => [],
    badTarget,
    badForUnprivileged: spOrPc("t"),
  });

const stores: readonly Encoding[] = [
  ...store("STRB", "00", memory.STRB, ["T2", "T3", "T2"], spOrPc("t")),
  ...store("STRH", "01", memory.STRH, ["T2", "T3", "T2"], spOrPc("t")),
  ...store("STR", "10", memory.STR, ["T3", "T4", "T2"], isPc("t")),
];

const literalOffset = pcRelative(signed(bits("u"), bits("i")));
const literalText = (mnemonic: string, target: string): string => `${mnemonic} ${target}, [pc, #{-u}{i}]`;

/** Ends of the names of the preload rows that win over a byte or halfword load, by the form of the load. */
const preloadForms: Readonly<Record<string, readonly string[]>> = {
  imm12: ["_imm_T1"],
  imm8: ["_imm_T2"],
  reg: ["_reg_T1", "_reg_T1_lsl"],
  lsl: ["_reg_T1", "_reg_T1_lsl"],
};

/** Byte and halfword loads: PC as destination means a preload hint. */
function load(
  name: string,
  sign: Single["sign"],
  size: Single["size"],
  forms: memory.Loads,
  hint: string,
  numbers: Single["numbers"],
): Encoding[] {
  const literal = `${name}_lit_T1`;
  const head = `1111100 ${sign} u ${size} 1 1111`;
  return [
    t32(
      `${hint}_lit_T1`,
      `${head} | 1111 iiiiiiiiiiii`,
      memory.PRELOAD,
      {},
      {
        syntax: `${preloadText(hint)} [pc, #{-u}{i}]`,
      },
    ),
    t32(
      literal,
      `${head} | tttt iiiiiiiiiiii`,
      forms.lit,
      { t: "t", imm: literalOffset },
      {
        after: [`${hint}_lit_T1`],
        unpredictable: isSp("t"),
        syntax: literalText(`${name.toLowerCase()}.w`, "{t}"),
      },
    ),
    ...preloads(hint, sign, size, [literal, `${hint}_lit_T1`]),
    ...single({
      name,
      sign,
      size,
      load: "1",
      forms,
      target: "tttt",
      args: { t: "t" },
      numbers,
      after: (form) => [literal, `${hint}_lit_T1`, ...(preloadForms[form] ?? []).map((end) => `${hint}${end}`)],
      badTarget: spOrPc("t"),
      badForUnprivileged: spOrPc("t"),
    }),
  ];
}

/** PLD and PLI by name; the other two are hints without a name of their own. */
const preloadText = (hint: string): string => hint.toLowerCase();

/** LDRB PC is PLD, LDRH PC is PLDW, LDRSB PC is PLI, LDRSH PC an unallocated hint: nothing happens. */
function preloads(hint: string, sign: string, size: string, after: readonly string[]): Encoding[] {
  const head = (u: string): string => `1111100 ${sign} ${u} ${size} 1 nnnn | 1111`;
  const text = preloadText(hint);
  return [
    t32(`${hint}_imm_T1`, `${head("1")} iiiiiiiiiiii`, memory.PRELOAD, {}, { after, syntax: `${text} [{n:r}, #{i}]` }),
    t32(
      `${hint}_imm_T2`,
      `${head("0")} 1100 iiiiiiii`,
      memory.PRELOAD,
      {},
      { after, syntax: `${text} [{n:r}, #-{i}]` },
    ),
    t32(
      `${hint}_reg_T1`,
      `${head("0")} 000000 00 mmmm`,
      memory.PRELOAD,
      {},
      {
        after,
        unpredictable: spOrPc("m"),
        syntax: `${text} [{n:r}, {m:r}]`,
      },
    ),
    t32(
      `${hint}_reg_T1_lsl`,
      `${head("0")} 000000 ii mmmm`,
      memory.PRELOAD,
      {},
      {
        after: [...after, `${hint}_reg_T1`],
        unpredictable: spOrPc("m"),
        syntax: `${text} [{n:r}, {m:r}, lsl #{i}]`,
      },
    ),
  ];
}

const wordHead = "1111100 0 u 10 1 1111";
const wordLiterals = ["LDR_PC_lit_T2", "LDR_lit_T2"];
const wordNumbers = ["T3", "T4", "T2"] as const;

const loads: readonly Encoding[] = [
  ...load("LDRB", "0", "00", memory.LDRB, "PLD", ["T2", "T3", "T2"]),
  ...load("LDRH", "0", "01", memory.LDRH, "PLDW", ["T2", "T3", "T2"]),
  ...load("LDRSB", "1", "00", memory.LDRSB, "PLI", ["T1", "T2", "T2"]),
  ...load("LDRSH", "1", "01", memory.LDRSH, "HINT_LDRSH", ["T1", "T2", "T2"]),
  t32(
    "LDR_PC_lit_T2",
    `${wordHead} | 1111 iiiiiiiiiiii`,
    memory.LDR_pc.lit,
    { imm: literalOffset },
    {
      unpredictable: midIt,
      syntax: literalText("ldr.w", "pc"),
    },
  ),
  t32(
    "LDR_lit_T2",
    `${wordHead} | tttt iiiiiiiiiiii`,
    memory.LDR.lit,
    { t: "t", imm: literalOffset, tosp: isSp("t") },
    {
      after: ["LDR_PC_lit_T2"],
      syntax: literalText("ldr.w", "{t}"),
    },
  ),
  ...single({
    name: "LDR_PC",
    sign: "0",
    size: "10",
    load: "1",
    forms: memory.LDR_pc,
    target: "1111",
    args: {},
    numbers: wordNumbers,
    after: () => wordLiterals,
    badTarget: midIt,
    badForUnprivileged: never,
  }),
  ...single({
    name: "LDR",
    sign: "0",
    size: "10",
    load: "1",
    forms: memory.LDR,
    target: "tttt",
    args: { t: "t", tosp: isSp("t") },
    numbers: wordNumbers,
    after: (form) => {
      const sibling: Readonly<Record<string, string[]>> = {
        imm12: ["LDR_PC_imm_T3"],
        imm8: ["LDR_PC_imm_T4"],
        pre: ["LDR_PC_imm_T4_pre"],
        post: ["LDR_PC_imm_T4_post"],
        reg: ["LDR_PC_reg_T2", "LDR_PC_reg_T2_lsl"],
        lsl: ["LDR_PC_reg_T2", "LDR_PC_reg_T2_lsl"],
      };
      return [...wordLiterals, ...(sibling[form] ?? [])];
    },
    badTarget: never,
    badForUnprivileged: spOrPc("t"),
  }),
];

const pairImm = signed(bits("u"), scaled("i", 2));
const pairArgs = { t: "t", v: "v", n: "n", imm: pairImm };
const pairWriteback = { ...pairArgs, sp: baseIsSp };
const listedBase = or(same("t", "n"), same("v", "n"));
const badLoad = or(spOrPc("t", "v"), same("t", "v"));
const badStore = or(spOrPc("t", "v"), isPc("n"));
const pairText = (syntax: string): string => syntax.replace("{imm:offset}", ", #{-u}{i*4}");

const pairs: readonly Encoding[] = [
  t32("SG_T1", "1110 1001 0111 1111 | 1110 1001 0111 1111", system.SG, {}),
  t32(
    "LDRD_lit_T1",
    "1110 1001 u 1 0 1 1111 | tttt vvvv iiiiiiii",
    memory.LDRD.lit,
    {
      t: "t",
      v: "v",
      imm: pcRelative(pairImm),
    },
    {
      unpredictable: badLoad,
      syntax: "ldrd {t}, {v}, [pc, #{-u}{i*4}]",
    },
  ),
  t32("LDRD_imm_T1", "1110 1001 u 1 0 1 nnnn | tttt vvvv iiiiiiii", memory.LDRD.ri, pairArgs, {
    after: ["LDRD_lit_T1"],
    unpredictable: badLoad,
    syntax: pairText(memory.LDRD.ri.syntax),
  }),
  t32("LDRD_imm_T1_pre", "1110 1001 u 1 1 1 nnnn | tttt vvvv iiiiiiii", memory.LDRD.pre, pairWriteback, {
    after: ["SG_T1"],
    unpredictable: any(badLoad, listedBase, isPc("n")),
  }),
  t32("LDRD_imm_T1_post", "1110 1000 u 1 1 1 nnnn | tttt vvvv iiiiiiii", memory.LDRD.post, pairWriteback, {
    unpredictable: any(badLoad, listedBase, isPc("n")),
  }),
  t32("STRD_imm_T1", "1110 1001 u 1 0 0 nnnn | tttt vvvv iiiiiiii", memory.STRD.ri, pairArgs, {
    unpredictable: badStore,
    syntax: pairText(memory.STRD.ri.syntax),
  }),
  t32("STRD_imm_T1_pre", "1110 1001 u 1 1 0 nnnn | tttt vvvv iiiiiiii", memory.STRD.pre, pairWriteback, {
    unpredictable: or(badStore, listedBase),
  }),
  t32("STRD_imm_T1_post", "1110 1000 u 1 1 0 nnnn | tttt vvvv iiiiiiii", memory.STRD.post, pairWriteback, {
    unpredictable: or(badStore, listedBase),
  }),
];

const few = atMostOne("l");
const spListed = listHas("l", 13);
const pcListed = listHas("l", 15);
const baseListed = and(bits("w"), listHas("l", bits("n")));
const loadRefused = any(isPc("n"), few, spListed, baseListed);
const multipleArgs = (db: number) => ({ n: "n", imm: "l", wback: "w", db });
const multipleText = (mnemonic: string): string => `${mnemonic} {n:r}{w:!}, {l:list}`;

const multiple: readonly Encoding[] = [
  t32("STM_T2", "1110 1000 10 w 0 nnnn | llllllllllllllll", memory.STM, multipleArgs(0), {
    unpredictable: any(loadRefused, pcListed),
    syntax: multipleText("stmia.w"),
  }),
  t32("STMDB_T1", "1110 1001 00 w 0 nnnn | llllllllllllllll", memory.STM, multipleArgs(1), {
    unpredictable: any(loadRefused, pcListed),
    syntax: multipleText("stmdb"),
  }),
  t32(
    "LDM_PC_T2",
    "1110 1000 10 w 1 nnnn | 1lllllllllllllll",
    memory.LDM_pc,
    { ...multipleArgs(0), imm: or(bits("l"), 0x8000) },
    {
      unpredictable: any(isPc("n"), is("l", 0), listHas("l", 14), spListed, baseListed, midIt),
      syntax: "ldmia.w {n:r}{w:!}, {imm:list}",
    },
  ),
  t32("LDM_T2", "1110 1000 10 w 1 nnnn | 0lllllllllllllll", memory.LDM, multipleArgs(0), {
    unpredictable: loadRefused,
    syntax: multipleText("ldmia.w"),
  }),
  t32(
    "LDMDB_PC_T1",
    "1110 1001 00 w 1 nnnn | 1lllllllllllllll",
    memory.LDM_pc,
    { ...multipleArgs(1), imm: or(bits("l"), 0x8000) },
    {
      unpredictable: any(isPc("n"), is("l", 0), listHas("l", 14), spListed, baseListed, midIt),
      syntax: "ldmdb {n:r}{w:!}, {imm:list}",
    },
  ),
  t32("LDMDB_T1", "1110 1001 00 w 1 nnnn | 0lllllllllllllll", memory.LDM, multipleArgs(1), {
    unpredictable: loadRefused,
    syntax: multipleText("ldmdb"),
  }),
];

const tn = { t: "t", n: "n" };
const badOrdered = or(spOrPc("t"), isPc("n"));
const badExclusiveStore = any(spOrPc("d", "t"), isPc("n"), same("d", "n"), same("d", "t"));
type Ordered = typeof memory.word;

/** STREXB, STLB and so on of one size; `s` is the size in the encoding: 00 byte, 01 halfword, 10 word. */
function ordered(suffix: string, s: string, forms: Ordered): Encoding[] {
  const load = "1110 1000 1101 nnnn | tttt (1)(1)(1)(1)";
  const store = "1110 1000 1100 nnnn | tttt (1)(1)(1)(1)";
  const refused = { unpredictable: badOrdered };
  const refusedStore = { unpredictable: badExclusiveStore };
  // The word forms have an offset and an encoding of their own.
  const exclusive = () => [
    t32(`LDREX${suffix}_T1`, `${load} 01${s} (1)(1)(1)(1)`, forms.ldrex, tn, refused),
    t32(`STREX${suffix}_T1`, `${store} 01${s} dddd`, forms.strex, { ...tn, d: "d" }, refusedStore),
  ];
  return [
    ...(suffix === "" ? [] : exclusive()),
    t32(`LDA${suffix}_T1`, `${load} 10${s} (1)(1)(1)(1)`, forms.lda, tn, refused),
    t32(`STL${suffix}_T1`, `${store} 10${s} (1)(1)(1)(1)`, forms.stl, tn, refused),
    t32(`LDAEX${suffix}_T1`, `${load} 11${s} (1)(1)(1)(1)`, forms.ldaex, tn, refused),
    t32(`STLEX${suffix}_T1`, `${store} 11${s} dddd`, forms.stlex, { ...tn, d: "d" }, refusedStore),
  ];
}

const badTable = or(spOrPc("m"), midIt);
const tableBranch = (name: string, h: string, forms: typeof branch.TBB): Encoding[] => [
  t32(
    `${name}_PC_T1`,
    `1110 1000 1101 1111 | (1)(1)(1)(1)(0)(0)(0)(0) 000${h} mmmm`,
    forms.pc,
    { m: "m", imm: pcValue },
    {
      unpredictable: badTable,
    },
  ),
  t32(
    `${name}_T1`,
    `1110 1000 1101 nnnn | (1)(1)(1)(1)(0)(0)(0)(0) 000${h} mmmm`,
    forms.rr,
    { n: "n", m: "m" },
    {
      after: [`${name}_PC_T1`],
      unpredictable: or(badTable, isSp("n")),
    },
  ),
];

const synchronization: readonly Encoding[] = [
  t32(
    "TT_T1",
    "1110 1000 0100 nnnn | 1111 dddd aa (0)(0)(0)(0)(0)(0)",
    system.TT_r,
    { d: "d", n: "n", form: "a" },
    {
      unpredictable: or(spOrPc("d"), isPc("n")),
    },
  ),
  t32(
    "STREX_T1",
    "1110 1000 0100 nnnn | tttt dddd iiiiiiii",
    memory.word.strex,
    {
      ...tn,
      d: "d",
      imm: scaled("i", 2),
    },
    {
      after: ["TT_T1"],
      unpredictable: badExclusiveStore,
    },
  ),
  t32(
    "LDREX_T1",
    "1110 1000 0101 nnnn | tttt (1)(1)(1)(1) iiiiiiii",
    memory.word.ldrex,
    { ...tn, imm: scaled("i", 2) },
    {
      unpredictable: badOrdered,
    },
  ),
  ...ordered("B", "00", memory.byte),
  ...ordered("H", "01", memory.half),
  ...ordered("", "10", memory.word),
  ...tableBranch("TBB", "0", branch.TBB),
  ...tableBranch("TBH", "1", branch.TBH),
];

export const memoryRows: readonly Encoding[] = [...stores, ...loads, ...pairs, ...multiple, ...synchronization];
