/**
 * How the places of a syntax template are written and read: registers, lists, shifts and the like, in UAL as GNU tools
 * print it.
 */
import { isProgramStatus, specialRegisters } from "./sysregs.ts";

export interface Format {
  /** Regular expression of the text, without capture groups. */
  readonly pattern: string;
  readonly print: (value: number) => string;
  /** Null where the text, though it matches the pattern, says nothing that can be encoded. */
  readonly parse: (text: string) => number | null;
}

const registerNames = [...Array.from({ length: 13 }, (_, index) => `r${index}`), "sp", "lr", "pc"];
const registerAliases: Readonly<Record<string, number>> = { sb: 9, sl: 10, fp: 11, ip: 12, r13: 13, r14: 14, r15: 15 };
const registerPattern = "r\\d+|s[pbl]|lr|pc|fp|ip";

function parseRegister(text: string): number | null {
  const index = registerNames.indexOf(text);
  return index >= 0 ? index : (registerAliases[text] ?? null);
}

export const conditions = [
  "eq",
  "ne",
  "cs",
  "cc",
  "mi",
  "pl",
  "vs",
  "vc",
  "hi",
  "ls",
  "ge",
  "lt",
  "gt",
  "le",
  "al",
] as const;

const number = "-?(?:0x[0-9a-f]+|\\d+)";
/** Minus zero is no number: addresses tell `#-0` from `#0`, and have a format of their own for the sign. */
function parseNumber(text: string): number | null {
  const magnitude = Number(text.replace("-", ""));
  if (!text.startsWith("-")) return magnitude >>> 0;
  return magnitude === 0 ? null : -magnitude >>> 0;
}
const parseAmount = (text: string): number => parseNumber(text) ?? -1;

/** A format with a fixed text for each value; holes cannot be written. */
function choices(texts: readonly (string | null)[]): Format {
  const escaped = texts.filter((text) => text !== null).map((text) => text.replaceAll(/[.*+?^${}()|[\]\\#]/g, "\\$&"));
  const longestFirst = [...new Set(escaped)].sort((a, b) => b.length - a.length);
  return {
    pattern: longestFirst.join("|"),
    print: (value) => texts[value] ?? `<${value}>`,
    parse: (text) => {
      const value = texts.indexOf(text);
      return value < 0 ? null : value;
    },
  };
}

/** One flag, written as `text` when it is 1. */
const flag = (text: string): Format => choices(["", text]);

const numbered = (prefix: string): Format => ({
  pattern: `${prefix}\\d+`,
  print: (value) => `${prefix}${value}`,
  parse: (text) => Number(text.slice(prefix.length)),
});

/** `{r0, r1, lr}`; ranges such as `r0-r3` are read, too. */
const list: Format = {
  pattern: "\\{[^}]*\\}",
  print: (value) => `{${registerNames.filter((_, index) => (value >>> index) & 1).join(", ")}}`,
  parse: (text) => {
    let bits = 0;
    for (const part of text.slice(1, -1).split(",")) {
      const [first = null, last = first] = part.trim().split("-").map(parseRegister);
      if (first === null || last === null) return null;
      for (let index = first; index <= last; index++) bits |= 1 << index;
    }
    return bits;
  },
};

/** `{s0-s3}` or `{d1}`; the value holds the first register above a count of eight bits. */
const range = (prefix: string, countBits: number): Format => ({
  pattern: `\\{${prefix}\\d+(?:-${prefix}\\d+)?\\}`,
  print: (value) => {
    const first = value >>> countBits;
    const count = value & (2 ** countBits - 1);
    return count === 1 ? `{${prefix}${first}}` : `{${prefix}${first}-${prefix}${first + count - 1}}`;
  },
  parse: (text) => {
    const [first = Number.NaN, last = first] = [...text.matchAll(/\d+/g)].map(([digits]) => Number(digits));
    return Number.isNaN(first) || last < first ? null : (first << countBits) | (last - first + 1);
  },
});

const shiftNames = ["lsl", "lsr", "asr", "ror"];

/** Type and amount of a shifted operand other than LSL: the value is imm5:type. */
const shift: Format = {
  pattern: `(?:lsr|asr|ror) #${number}|rrx`,
  print: (value) => {
    const amount = value >>> 2;
    const type = value & 3;
    if (amount === 0 && type === 3) return "rrx";
    return `${shiftNames[type]} #${amount === 0 ? 32 : amount}`;
  },
  parse: (text) => {
    if (text === "rrx") return 3;
    const type = shiftNames.indexOf(text.slice(0, 3));
    const amount = parseAmount(text.slice(5));
    const most = type === 3 ? 31 : 32;
    return amount < 1 || amount > most ? null : ((amount & 31) << 2) | type;
  },
};

/** A shift of known type that is left out when `absent`. */
const optionalShift = (name: string, unit: number, absent: number, zero: number): Format => ({
  pattern: `(?:, ${name} #${number})?`,
  print: (value) => (value === absent ? "" : `, ${name} #${value === 0 ? zero : value * unit}`),
  parse: (text) => {
    if (text === "") return absent < 0 ? null : absent;
    const amount = parseAmount(text.slice(text.indexOf("#") + 1));
    if (amount === zero) return 0;
    return amount % unit === 0 ? amount / unit : null;
  },
});

/** Shift of SSAT and USAT: the value is sh:imm5, sh being ASR. */
const saturation: Format = {
  pattern: `(?:, (?:lsl|asr) #${number})?`,
  print: (value) => (value === 0 ? "" : `, ${value & 32 ? "asr" : "lsl"} #${value & 31}`),
  parse: (text) => {
    if (text === "") return 0;
    const amount = parseAmount(text.slice(7));
    return amount < 1 || amount > 31 ? null : amount | (text.includes("asr") ? 32 : 0);
  },
};

const addressed: Format = {
  pattern: "0x[0-9a-f]+",
  print: (value) => `0x${value.toString(16)}`,
  parse: (text) => Number(text) >>> 0,
};

/** Left out when 0. */
const offset: Format = {
  pattern: `(?:, #${number})?`,
  print: (value) => (value === 0 ? "" : `, #${value | 0}`),
  parse: (text) => (text === "" ? 0 : parseNumber(text.slice(3))),
};

/** The value is firstcond:mask. Letters follow the mnemonic, the condition is the operand. */
const it: Format = {
  pattern: "[te]{0,3} [a-z]{2}",
  print: (value) => {
    const first = value >>> 4;
    let letters = "";
    for (let mask = value & 15; (mask & 7) !== 0; mask = (mask << 1) & 15) {
      letters += ((mask >>> 3) & 1) === (first & 1) ? "t" : "e";
    }
    return `${letters} ${conditions[first]}`;
  },
  parse: (text) => {
    const [letters = "", condition = ""] = text.split(" ");
    const first = (conditions as readonly string[]).indexOf(condition);
    if (first < 0) return null;
    const then = [...letters].map((letter) => (letter === "t" ? first & 1 : ~first & 1));
    const mask = [...then, 1].reduce((bits, bit) => (bits << 1) | bit, 0) << (3 - then.length);
    return (first << 4) | mask;
  },
};

const maskSuffixes = ["_<none>", "_g", "", "_nzcvqg"];
const maskOf = (sysm: number, mask: number): string =>
  mask === 2 && isProgramStatus(sysm) ? "_nzcvq" : (maskSuffixes[mask] ?? "");
const sysmName = (sysm: number): string => specialRegisters.get(sysm) ?? `SYSm_${sysm}`;

function parseSysm(name: string): number | null {
  const free = /^SYSm_(\d+)$/.exec(name);
  if (free) return Number(free[1]);
  for (const [sysm, known] of specialRegisters) if (known.toLowerCase() === name.toLowerCase()) return sysm;
  return null;
}

const sysm: Format = { pattern: "[A-Za-z_\\d]+", print: sysmName, parse: parseSysm };

/** MSR's destination: the value is SYSm:mask. */
const special: Format = {
  pattern: "[A-Za-z_\\d]+",
  print: (value) => `${sysmName(value >>> 2)}${maskOf(value >>> 2, value & 3)}`,
  parse: (text) => {
    for (const suffix of ["_nzcvqg", "_nzcvq", "_g", ""]) {
      const sysmValue = text.endsWith(suffix) ? parseSysm(text.slice(0, text.length - suffix.length)) : null;
      if (sysmValue === null) continue;
      const mask = { _nzcvqg: 3, _nzcvq: 2, _g: 1 }[suffix] ?? 2;
      return (sysmValue << 2) | mask;
    }
    return null;
  },
};

const barrierNames: Readonly<Record<number, string>> = {
  15: "sy",
  13: "ld",
  14: "st",
  11: "ish",
  10: "ishst",
  9: "ishld",
  7: "nsh",
  6: "nshst",
  5: "nshld",
  3: "osh",
  2: "oshst",
  1: "oshld",
};
const barrier = choices(Array.from({ length: 16 }, (_, option) => barrierNames[option] ?? `#${option}`));

/** VFPExpandImm() for single precision: sign, a binary exponent -3..4, and four bits of fraction. */
function expandFloat(imm8: number): number {
  const exponent = ((imm8 >>> 4) & 7) ^ 4;
  const magnitude = (1 + (imm8 & 15) / 16) * 2 ** (exponent - 3);
  return imm8 & 0x80 ? -magnitude : magnitude;
}
const float: Format = {
  pattern: "-?\\d+(?:\\.\\d+)?",
  print: (value) => `${expandFloat(value)}`,
  parse: (text) => {
    const wanted = Number(text);
    for (let imm8 = 0; imm8 < 256; imm8++) if (expandFloat(imm8) === wanted) return imm8;
    return null;
  },
};

/** Address of LDC and STC: the value is P:U:W:Rn:imm8. */
const coprocessor: Format = {
  pattern: `\\[(?:${registerPattern})(?:, #${number})?\\](?:!|, #${number}|, \\{\\d+\\})?`,
  print: (value) => {
    const base = registerNames[(value >>> 8) & 15];
    const imm8 = value & 255;
    const distance = `#${value & 0x2000 ? "" : "-"}${imm8 * 4}`;
    if (value & 0x4000) return `[${base}, ${distance}]${value & 0x1000 ? "!" : ""}`;
    return `[${base}], ${value & 0x1000 ? distance : `{${imm8}}`}`;
  },
  parse: (text) => {
    const parts = /^\[(\w+)(?:, #(-?)(\d+))?\](!?)(?:, #(-?)(\d+)|, \{(\d+)\})?$/.exec(text);
    const base = parseRegister(parts?.[1] ?? "");
    if (!parts || base === null) return null;
    const [, , minus, before, writeback, minusAfter, after, option] = parts;
    if (option !== undefined) return 0x2000 | (base << 8) | Number(option);
    const up = (after === undefined ? minus : minusAfter) === "-" ? 0 : 0x2000;
    const mode = after !== undefined ? 0x1000 : 0x4000 | (writeback === "!" ? 0x1000 : 0);
    return mode | up | (base << 8) | (Number(after ?? before) / 4);
  },
};

/** A number counted down from `top`. */
const below = (top: number): Format => ({
  pattern: "\\d+",
  print: (value) => `${top - value}`,
  parse: (text) => (Number(text) > top ? null : top - Number(text)),
});

const register: Format = {
  pattern: registerPattern,
  print: (value) => registerNames[value] ?? "?",
  parse: parseRegister,
};

/** By the name after the colon of a place. */
export const formats: Readonly<Record<string, Format>> = {
  r: register,
  /** The register 15 stands for the flags. */
  rflags: {
    pattern: `${registerPattern}|APSR_nzcv`,
    print: (value) => (value === 15 ? "APSR_nzcv" : register.print(value)),
    parse: (text) => (text === "APSR_nzcv" ? 15 : parseRegister(text)),
  },
  imm: { pattern: number, print: (value) => `${value}`, parse: parseNumber },
  offset,
  address: addressed,
  list,
  flag: flag("s"),
  "!": flag("!"),
  l: flag("l"),
  /** The swapped halfwords of SMLADX, the rounding of SMMULR, and which halfword SMULBT takes. */
  x: flag("x"),
  rounding: flag("r"),
  half: choices(["b", "t"]),
  /** The sign of an offset, which may be zero: 1 is plus. */
  sign: choices(["-", ""]),
  condition: choices([...conditions]),
  shift,
  lsl: optionalShift("lsl", 1, 0, -1),
  asr: optionalShift("asr", 1, -1, 32),
  rotation: optionalShift("ror", 8, 0, -1),
  saturation,
  it,
  sysm,
  special,
  barrier,
  /** ISB has one option with a name. */
  isb: choices(Array.from({ length: 16 }, (_, option) => (option === 15 ? "sy" : `#${option}`))),
  tt: choices(["", "t", "a", "at"]),
  ie: choices(["ie", "id"]),
  aif: choices([null, "f", "i", "if"]),
  p: numbered("p"),
  c: numbered("c"),
  s: numbered("s"),
  d: numbered("d"),
  singles: range("s", 8),
  doubles: range("d", 7),
  float,
  below32: below(32),
  below16: below(16),
  coprocessor,
};
