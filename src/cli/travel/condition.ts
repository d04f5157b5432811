/**
 * Conditions as people write them: `r0 == 5 && kernel:tick_count > 10`. Names are registers, `vm`, `exception`,
 * `secure`, `tick`, VMs (their numbers, to compare with `vm`), and variables, which stand for their values; `&name` is
 * an address, `[address]` the word there, `value` what a watched access reads or writes.
 */
import type { Machine } from "../../machine/machine.ts";
import type { Access } from "../../machine/probes.ts";
import { type System, vmNames } from "../../system/system.ts";
import { isPlace, placeOf } from "../../time/questions/place.ts";
import { UsageError } from "../exit.ts";

/** Numbers are unsigned 32-bit but for `tick`; 0 is false. */
export type Condition = (machine: Machine, access?: Access) => number;

/** `@throws` UsageError: what is wrong, and where. */
export function parseCondition(system: System, text: string): Condition {
  const reader: Reader = { system, text, tokens: tokensOf(text), at: 0 };
  const condition = binary(reader, 0);
  const rest = reader.tokens[reader.at];
  if (rest !== undefined) throw wrong(reader, `\`${rest}\` is not expected there`);
  return condition;
}

interface Reader {
  readonly system: System;
  readonly text: string;
  readonly tokens: readonly string[];
  at: number;
}

/** A VM's name may have dashes, where a symbol follows. */
const tokenForm =
  /\s*(0x[0-9a-f]+|\d+|[a-z_][\w-]*:[a-z_.][\w.$]*|[a-z_][\w.$]*|&&|\|\||[<>=!]=|<<|>>|[-+*&|^<>()[\]!~])/iy;

function tokensOf(text: string): string[] {
  const tokens: string[] = [];
  tokenForm.lastIndex = 0;
  for (let at = 0; text.slice(at).trim() !== ""; at = tokenForm.lastIndex) {
    tokenForm.lastIndex = at;
    const match = tokenForm.exec(text);
    if (match === null)
      throw new UsageError(`condition: \`${text.slice(at).trim()}\` is not understood`, conditionHelp);
    tokens.push(match[1] ?? "");
  }
  return tokens;
}

const conditionHelp = "like `r0 == 5 && [sp] != 0`, with registers, variables and numbers";

const wrong = ({ text }: Reader, why: string): UsageError =>
  new UsageError(`condition \`${text}\`: ${why}`, conditionHelp);

type Operator = (a: number, b: number) => number;

/** By how tightly they bind, as in C. */
const levels: readonly Readonly<Record<string, Operator>>[] = [
  { "||": (a, b) => Number(a !== 0 || b !== 0) },
  { "&&": (a, b) => Number(a !== 0 && b !== 0) },
  { "|": (a, b) => (a | b) >>> 0 },
  { "^": (a, b) => (a ^ b) >>> 0 },
  { "&": (a, b) => (a & b) >>> 0 },
  { "==": (a, b) => Number(a === b), "!=": (a, b) => Number(a !== b) },
  {
    "<": (a, b) => Number(a < b),
    ">": (a, b) => Number(a > b),
    "<=": (a, b) => Number(a <= b),
    ">=": (a, b) => Number(a >= b),
  },
  { "<<": (a, b) => (a << b) >>> 0, ">>": (a, b) => a >>> b },
  { "+": (a, b) => a + b, "-": (a, b) => a - b },
  { "*": (a, b) => Math.imul(a, b) >>> 0 },
];

function binary(reader: Reader, level: number): Condition {
  const operators = levels[level];
  if (operators === undefined) return unary(reader);
  let left = binary(reader, level + 1);
  for (;;) {
    const token = reader.tokens[reader.at] ?? "";
    const operator = Object.hasOwn(operators, token) ? operators[token] : undefined;
    if (operator === undefined) return left;
    reader.at += 1;
    const [first, second] = [left, binary(reader, level + 1)];
    left = (machine, access) => operator(first(machine, access), second(machine, access));
  }
}

function unary(reader: Reader): Condition {
  const token = reader.tokens[reader.at];
  if (token === undefined) throw wrong(reader, "it ends too early");
  reader.at += 1;
  if (token === "(") return closed(reader, ")");
  if (token === "[") {
    const address = closed(reader, "]");
    return (machine, access) => valueAt(machine, address(machine, access) >>> 0, 4);
  }
  if (token === "&") {
    const name = reader.tokens[reader.at++] ?? "";
    const { address } = placeIn(reader, name);
    return () => address;
  }
  if (token === "!" || token === "~" || token === "-") {
    const inner = unary(reader);
    if (token === "!") return (machine, access) => Number(inner(machine, access) === 0);
    if (token === "~") return (machine, access) => ~inner(machine, access) >>> 0;
    return (machine, access) => -inner(machine, access) >>> 0;
  }
  if (/^\d/.test(token)) {
    const number = Number(token);
    return () => number;
  }
  return named(reader, token);
}

function closed(reader: Reader, bracket: string): Condition {
  const inner = binary(reader, 0);
  if (reader.tokens[reader.at++] !== bracket) throw wrong(reader, `\`${bracket}\` is missing`);
  return inner;
}

/** R0 to R15 by all their names; null for any other name. */
export function registerNumber(name: string): number | null {
  const alias = ["sp", "lr", "pc"].indexOf(name.toLowerCase());
  if (alias >= 0) return 13 + alias;
  const number = /^r(\d|1[0-5])$/i.exec(name)?.[1];
  return number === undefined ? null : Number(number);
}

const special: Readonly<Record<string, Condition>> = {
  vm: (machine) => machine.currentVm?.() ?? 0,
  exception: ({ core }) => core.cpu.ipsr,
  secure: ({ core }) => core.cpu.secure,
  tick: (machine) => machine.tick(),
  value: (_, access) => (access?.value ?? 0) >>> 0,
};

/** Names that conditions know beside symbols. */
export const conditionNames: readonly string[] = Object.keys(special);

function named(reader: Reader, name: string): Condition {
  const register = registerNumber(name);
  if (register !== null) return ({ core }) => (core.cpu.r[register] ?? 0) >>> 0;
  const known = Object.hasOwn(special, name) ? special[name] : undefined;
  if (known !== undefined) return known;
  const vm = vmNames(reader.system).indexOf(name);
  if (vm >= 0) return () => vm;
  const { address, sizeBytes } = placeIn(reader, name);
  const size = sizeBytes === 1 || sizeBytes === 2 ? sizeBytes : 4;
  return (machine) => valueAt(machine, address, size);
}

function placeIn(reader: Reader, name: string): { readonly address: number; readonly sizeBytes: number | null } {
  const place = placeOf(reader.system, name);
  if (isPlace(place)) return place;
  throw new UsageError(`condition \`${reader.text}\`: ${place.problem}`, place.help);
}

/** Where no memory answers: 0. */
function valueAt(machine: Machine, address: number, sizeBytes: 1 | 2 | 4): number {
  const bytes = machine.peek(address, sizeBytes);
  return bytes === null ? 0 : bytes.reduceRight((sum, byte) => sum * 256 + byte, 0);
}
