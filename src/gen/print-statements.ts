/**
 * Prints the statements of one operation variant as the body of its case in the interpreter's switch.
 *
 * A memory access first asks the access table; where the answer is no, the slow path in assembly/mem/access.ts does
 * what the architecture says. An operation with a single access is printed twice from there on, so that the fast side
 * pays nothing for the slow one; others remember in `slow` that they must leave the fast loop afterwards.
 */
import type { Expr, Stmt } from "../isa/ir.ts";
import type { Slot } from "../isa/record.ts";
import { endsBlock, type Variant } from "../isa/variants.ts";
import { type PrintLeaf, printExpression } from "./print-expression.ts";

/** How the case is left once its statements are done. */
type Tail = "fast" | "slow" | "maybeSlow" | "afterExec";

/** Where a case finds the flags: N in bit 31 of a word, Z as a word that is zero, C and V as 0 or 1. */
export interface FlagPlaces {
  readonly N: string;
  readonly Z: string;
  readonly C: string;
  readonly V: string;
}

export const flagsInState: FlagPlaces = {
  N: "load<u32>(CPU_FLAG_N)",
  Z: "load<u32>(CPU_FLAG_Z)",
  C: "load<u32>(CPU_FLAG_C)",
  V: "load<u32>(CPU_FLAG_V)",
};

interface Context {
  readonly flags: FlagPlaces;
  /** Flags go to the locals flagNZ, flagC and flagV as well, for the record that this one is fused with. */
  readonly keepFlags: boolean;
  readonly slots: ReadonlyMap<string, Slot>;
  readonly ends: boolean;
  readonly tail: Tail;
  /** Names of assembly/exec functions used: collected for the imports. */
  readonly used: Set<string>;
  readonly indent: string;
}

const recordRegister = (slot: Slot): string => `u32(load<u8>(ip, ${slot.offset}))`;

function slotOf(context: Context, name: string): Slot {
  const slot = context.slots.get(name);
  if (slot === undefined) throw new Error(`argument ${name} has no place in the record`);
  return slot;
}

function leafOf(context: Context): PrintLeaf {
  return (leaf) => {
    switch (leaf.kind) {
      case "arg": {
        const slot = slotOf(context, leaf.name);
        if (slot.kind === "imm") return "load<u32>(ip, 8)";
        return slot.kind === "small" ? recordRegister(slot) : `(${recordRegister(slot)} >>> 2)`;
      }
      case "reg":
        return `load<u32>(${recordRegister(slotOf(context, leaf.name))}, CPU_R)`;
      case "single":
        return `load<u32>(${recordRegister(slotOf(context, leaf.name))}, CPU_S${leaf.next ? " + 4" : ""})`;
      case "fpscr":
        return "load<u32>(CPU_FPSCR)";
      case "fixed":
        return `load<u32>(CPU_R + ${leaf.index * 4})`;
      case "pc":
        return "(load<u32>(ip, 12) & ~1)";
      case "next":
        return "nextAddress(ip)";
      case "flag":
        if (leaf.flag === "N") return `(${context.flags.N} >>> 31)`;
        if (leaf.flag === "Z") return `u32(${context.flags.Z} == 0)`;
        return leaf.flag === "GE" ? "load<u32>(CPU_FLAG_GE)" : context.flags[leaf.flag];
      default:
        throw new Error(`${leaf.kind} has no meaning in an operation`);
    }
  };
}

const printValue = (context: Context, value: Expr): string => printExpression(value, leafOf(context));

/** Body of one case, ending in `continue` or `break` on every path. */
export function printVariant(
  variant: Variant,
  slots: ReadonlyMap<string, Slot>,
  used: Set<string>,
  flags = flagsInState,
): string[] {
  const { statements, ends } = variant;
  const accesses = countAccesses(statements);
  const execs = statements.some((stmt) => hasExec(stmt));
  const single = accesses === 1 && !execs && statements.some((stmt) => stmt.kind === "load" || stmt.kind === "store");
  const tail: Tail = execs ? "afterExec" : accesses === 0 || single ? "fast" : "maybeSlow";
  const context: Context = { flags, keepFlags: false, slots, ends, tail, used, indent: "        " };
  const head = tail === "maybeSlow" ? [`${context.indent}let slow: u32 = 0;`] : [];
  return [...head, ...printList(statements, context)];
}

/** A variant without accesses and without a way out, as the first half of a fused case. */
export function printKeepingFlags(variant: Variant, slots: ReadonlyMap<string, Slot>, used: Set<string>): string[] {
  const indent = "        ";
  const context: Context = { flags: flagsInState, keepFlags: true, slots, ends: false, tail: "fast", used, indent };
  return variant.statements.flatMap((stmt) => printStatement(stmt, context));
}

function countAccesses(statements: readonly Stmt[]): number {
  let count = 0;
  for (const stmt of statements) {
    if (stmt.kind === "load" || stmt.kind === "store") count++;
    if (stmt.kind === "if") count += countAccesses(stmt.then) + countAccesses(stmt.else);
  }
  return count;
}

const hasExec = (stmt: Stmt): boolean =>
  stmt.kind === "exec" ||
  stmt.kind === "checkStackLimit" ||
  (stmt.kind === "if" && [...stmt.then, ...stmt.else].some(hasExec));

/** Statements, then the way out. */
function printList(statements: readonly Stmt[], context: Context): string[] {
  const [first, ...rest] = statements;
  if (first === undefined) return printTail(context);
  if ((first.kind === "load" || first.kind === "store") && context.tail === "fast") {
    return printSplitAccess(first, rest, context);
  }
  const lines = printStatement(first, context);
  if (isFinal(first)) return lines;
  return [...lines, ...printList(rest, context)];
}

/** Control never comes back from these. */
const isFinal = (stmt: Stmt): boolean =>
  stmt.kind === "branch" || stmt.kind === "jump" || stmt.kind === "exchange" || (stmt.kind === "exec" && stmt.ends);

function printTail({ ends, tail, indent }: Context): string[] {
  if (ends)
    return tail === "fast" ? followLink("8", "nextAddress(ip)", indent) : leave("BRANCHED", "nextAddress(ip)", indent);
  const advance = [`${indent}ip += 16;`, `${indent}continue;`];
  if (tail === "fast") return advance;
  if (tail === "slow") return [`${indent}exit = RESYNC;`, `${indent}break;`];
  const flag = tail === "maybeSlow" ? "slow" : "load<u32>(SCRATCH_RESYNC)";
  return [`${indent}if (${flag} != 0) {`, `${indent}  exit = RESYNC;`, `${indent}  break;`, `${indent}}`, ...advance];
}

const leave = (exit: string, target: string, indent: string): string[] => [
  `${indent}pc = ${target};`,
  `${indent}exit = ${exit};`,
  `${indent}break;`,
];

/** Go on in the block that the link cell at `ip + 16 + offset` names, or look it up. */
function followLink(offset: string, target: string, indent: string): string[] {
  return [
    `${indent}let block = load<u32>(ip, 16 + ${offset});`,
    `${indent}if (block != 0) {`,
    `${indent}  let rest = budget - load<i32>(block);`,
    `${indent}  if (rest >= 0) {`,
    `${indent}    budget = rest;`,
    `${indent}    ip = block + 16;`,
    `${indent}    continue;`,
    `${indent}  }`,
    `${indent}}`,
    `${indent}pc = ${target};`,
    `${indent}link = ip + 16 + ${offset};`,
    `${indent}exit = DISPATCH;`,
    `${indent}break;`,
  ];
}

type Access = Extract<Stmt, { kind: "load" | "store" }>;

const fastLoad = (stmt: Extract<Stmt, { kind: "load" }>, at: string): string => {
  if (stmt.size === 4) return `load<u32>(${at})`;
  return `u32(load<${stmt.signed ? "i" : "u"}${stmt.size * 8}>(${at}))`;
};

const slowFlags = (stmt: Access): number => (stmt.aligned ? 1 : 0) | (stmt.unprivileged ? 2 : 0);

function slowCall(stmt: Access, address: string, context: Context): string {
  if (stmt.kind === "store") {
    return `writeMemory(${address}, ${printValue(context, stmt.value)}, ${stmt.size}, ${slowFlags(stmt)})`;
  }
  const call = `readMemory(${address}, ${stmt.size}, ${slowFlags(stmt)})`;
  return stmt.signed && stmt.size < 4 ? `extend${stmt.size * 8}(${call})` : call;
}

/** The condition under which the access table alone answers. */
function fastCondition(stmt: Access, address: string): string {
  const permission = stmt.kind === "load" ? "READ" : "WRITE";
  const aligned = stmt.size === 1 ? "" : ` && (${address} & ${stmt.size - 1}) == 0`;
  return `(entry & ${permission}) != 0${aligned}`;
}

const entryOf = (address: string): string => `load<u32>(table + ((${address} >>> PAGE_BITS) << 2))`;

function fastAccess(stmt: Access, address: string, context: Context): string {
  const at = `${address} + (entry & PAGE_MASK)`;
  if (stmt.kind === "load") return `l${stmt.id} = ${fastLoad(stmt, at)};`;
  const type = stmt.size === 4 ? "u32" : `u${stmt.size * 8}`;
  const value = printValue(context, stmt.value);
  return `store<${type}>(${at}, ${stmt.size === 4 ? value : `${type}(${value})`});`;
}

const leaveOnFault = (indent: string): string[] => [
  `${indent}if (load<u32>(SCRATCH_FAULT) != 0) {`,
  `${indent}  exit = FAULT;`,
  `${indent}  break;`,
  `${indent}}`,
];

function printSplitAccess(stmt: Access, rest: readonly Stmt[], context: Context): string[] {
  const { indent } = context;
  const address = printValue(context, stmt.address);
  const inner = { ...context, indent: `${indent}  ` };
  const assign = stmt.kind === "load" ? `l${stmt.id} = ` : "";
  const fast = stmt.unprivileged
    ? []
    : [
        `${indent}let entry = ${entryOf(address)};`,
        `${indent}if (${fastCondition(stmt, address)}) {`,
        `${indent}  ${fastAccess(stmt, address, context)}`,
        ...printList(rest, { ...inner, tail: "fast" }),
        `${indent}}`,
      ];
  return [
    ...(stmt.kind === "load" ? [`${indent}let l${stmt.id}: u32 = 0;`] : []),
    ...fast,
    `${indent}sync(ip, budget);`,
    `${indent}${assign}${slowCall(stmt, address, context)};`,
    ...leaveOnFault(indent),
    ...printList(rest, { ...context, tail: "slow" }),
  ];
}

function printFlaggedAccess(stmt: Access, context: Context): string[] {
  const { indent } = context;
  const address = printValue(context, stmt.address);
  const assign = stmt.kind === "load" ? `l${stmt.id} = ` : "";
  return [
    ...(stmt.kind === "load" ? [`${indent}let l${stmt.id}: u32 = 0;`] : []),
    `${indent}{`,
    `${indent}  let entry = ${stmt.unprivileged ? "0" : entryOf(address)};`,
    `${indent}  if (${fastCondition(stmt, address)}) {`,
    `${indent}    ${fastAccess(stmt, address, context)}`,
    `${indent}  } else {`,
    `${indent}    sync(ip, budget);`,
    `${indent}    ${assign}${slowCall(stmt, address, context)};`,
    ...leaveOnFault(`${indent}    `),
    ...(context.tail === "maybeSlow" ? [`${indent}    slow = 1;`] : []),
    `${indent}  }`,
    `${indent}}`,
  ];
}

function printStatement(stmt: Stmt, context: Context): string[] {
  const { indent } = context;
  const value = (e: Expr): string => printValue(context, e);
  switch (stmt.kind) {
    case "let":
      return [`${indent}let l${stmt.id}: u32 = ${value(stmt.value)};`];
    case "setReg":
      return [`${indent}store<u32>(${recordRegister(slotOf(context, stmt.name))}, ${value(stmt.value)}, CPU_R);`];
    case "setFixed":
      return [`${indent}store<u32>(CPU_R + ${stmt.index * 4}, ${value(stmt.value)});`];
    case "setNZ":
      return printSetNZ(value(stmt.value), context);
    case "setNZCV":
      return printFlags(value(stmt.value), indent);
    case "setSingle": {
      const at = `CPU_S${stmt.next ? " + 4" : ""}`;
      return [`${indent}store<u32>(${recordRegister(slotOf(context, stmt.name))}, ${value(stmt.value)}, ${at});`];
    }
    case "setFpscr":
      return [`${indent}store<u32>(CPU_FPSCR, ${value(stmt.value)});`];
    case "setC":
    case "setV":
      return printSetFlag(stmt.kind === "setC" ? "C" : "V", value(stmt.value), context);
    case "setGE":
      return [`${indent}store<u32>(CPU_FLAG_GE, ${value(stmt.value)});`];
    case "setQ":
      return [`${indent}if (${value(stmt.value)} != 0) store<u32>(CPU_FLAG_Q, 1);`];
    case "load":
    case "store":
      return printFlaggedAccess(stmt, context);
    case "if":
      return printIf(stmt, context);
    case "branch":
      if (context.tail !== "fast") return leave("BRANCHED", value(stmt.target), indent);
      return followLink("4", value(stmt.target), indent);
    case "jump":
      return leave(context.tail === "fast" ? "DISPATCH" : "BRANCHED", value(stmt.target), indent);
    case "exchange":
      return printExchange(stmt, context);
    case "checkStackLimit":
      context.used.add("checkStackLimit");
      return [`${indent}sync(ip, budget);`, `${indent}checkStackLimit(${value(stmt.value)});`, ...leaveOnFault(indent)];
    case "checkFloat":
      return printCheckFloat(context);
    case "float":
      context.used.add(stmt.name);
      return [`${indent}let l${stmt.id}: u32 = ${stmt.name}(${stmt.args.map(value).join(", ")});`];
    case "exec":
      return printExec(stmt, context);
  }
}

function printSetNZ(value: string, { keepFlags, indent }: Context): string[] {
  const head = keepFlags ? [`${indent}let flagNZ: u32 = ${value};`] : [];
  const text = keepFlags ? "flagNZ" : value;
  return [...head, `${indent}store<u32>(CPU_FLAG_N, ${text});`, `${indent}store<u32>(CPU_FLAG_Z, ${text});`];
}

function printSetFlag(flag: "C" | "V", value: string, { keepFlags, indent }: Context): string[] {
  const head = keepFlags ? [`${indent}let flag${flag}: u32 = ${value};`] : [];
  return [...head, `${indent}store<u32>(CPU_FLAG_${flag}, ${keepFlags ? `flag${flag}` : value});`];
}

function printFlags(value: string, indent: string): string[] {
  return [
    `${indent}let nzcv: u32 = ${value};`,
    `${indent}store<u32>(CPU_FLAG_N, nzcv);`,
    `${indent}store<u32>(CPU_FLAG_Z, ~nzcv & 0x40000000);`,
    `${indent}store<u32>(CPU_FLAG_C, (nzcv >>> 29) & 1);`,
    `${indent}store<u32>(CPU_FLAG_V, (nzcv >>> 28) & 1);`,
  ];
}

/**
 * The check is called once per stay in the loop: whatever could change its answer leaves the loop or passes ENDED. What
 * it has done besides (preserved state may have gone to a device) is looked at before the instruction, not after.
 */
function printCheckFloat({ indent, used }: Context): string[] {
  used.add("checkFloat");
  return [
    `${indent}if (!floatChecked) {`,
    `${indent}  sync(ip, budget);`,
    `${indent}  checkFloat();`,
    `${indent}  if ((load<u32>(SCRATCH_FAULT) | load<u32>(SCRATCH_RESYNC)) != 0) {`,
    `${indent}    exit = load<u32>(SCRATCH_FAULT) != 0 ? FAULT : AGAIN;`,
    `${indent}    break;`,
    `${indent}  }`,
    `${indent}  floatChecked = true;`,
    `${indent}}`,
  ];
}

function printIf(stmt: Extract<Stmt, { kind: "if" }>, context: Context): string[] {
  const { indent } = context;
  const inner = { ...context, indent: `${indent}  ` };
  const body = (list: readonly Stmt[]): string[] => list.flatMap((one) => printStatement(one, inner));
  const lines = [`${indent}if (${printValue(context, stmt.condition)} != 0) {`, ...body(stmt.then)];
  if (stmt.else.length > 0) lines.push(`${indent}} else {`, ...body(stmt.else));
  return [...lines, `${indent}}`];
}

function printExchange(stmt: Extract<Stmt, { kind: "exchange" }>, context: Context): string[] {
  const { indent } = context;
  const form = { bx: 0, blx: 1, load: 2 }[stmt.form];
  context.used.add("exchangeSlow");
  return [
    `${indent}let target: u32 = ${printValue(context, stmt.target)};`,
    `${indent}if ((target & 1) != 0 && target < 0xfe000000) {`,
    ...leave(context.tail === "fast" ? "DISPATCH" : "BRANCHED", "target & ~1", `${indent}  `),
    `${indent}}`,
    `${indent}syncEnd(ip, budget);`,
    `${indent}exchangeSlow(target, ${form});`,
    `${indent}exit = ENDED;`,
    `${indent}break;`,
  ];
}

function printExec(stmt: Extract<Stmt, { kind: "exec" }>, context: Context): string[] {
  const { indent } = context;
  context.used.add(stmt.name);
  const call = `${stmt.name}(${stmt.args.map((arg) => printValue(context, arg)).join(", ")})`;
  if (stmt.ends)
    return [`${indent}syncEnd(ip, budget);`, `${indent}${call};`, `${indent}exit = ENDED;`, `${indent}break;`];
  const result = stmt.result === null ? "" : `let l${stmt.result}: u32 = `;
  return [`${indent}sync(ip, budget);`, `${indent}${result}${call};`, ...leaveOnFault(indent)];
}

export { endsBlock };
