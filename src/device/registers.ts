/**
 * The register-map language: a peripheral's registers as rows (names, offsets, resets and masks as the manual prints
 * them), from which come the declared storage, the reset, and guest accesses with byte lanes, masks and named hooks.
 */
import { assert } from "../base/assert.ts";
import { array, type FieldKind, type Fields, type MutableArray, u32 } from "../state/layout.ts";
import type { DeviceIo, RegisterName, Width } from "./device.ts";

/**
 * RW stored, written bits replace; RO stored, only the device changes it; W1C stored, ones clear; W1S stored, ones set;
 * WO not stored, reads 0; LIVE not stored, hooks answer; SET, CLR, TOG: ones set, clear or toggle bits of the
 * register `of` (SET reads that register back, CLR and TOG read 0).
 */
export type Access = "RW" | "RO" | "WO" | "W1C" | "W1S" | "LIVE" | "SET" | "CLR" | "TOG";
type Unstored = "WO" | "LIVE" | "SET" | "CLR" | "TOG";

export interface RegisterRow {
  readonly offset: number;
  readonly name: string;
  /** RW when absent. */
  readonly access?: Access;
  /** Value after reset, one for all elements or one each; 0 when absent. */
  readonly reset?: number | readonly number[];
  /** Bits a guest can write; all when absent. */
  readonly mask?: number | readonly number[];
  /** Bits that read back; all when absent. */
  readonly reads?: number;
  /** Elements of an array of registers, `stride` bytes apart (4 when absent). */
  readonly count?: number;
  readonly stride?: number;
  /** How the manual writes an element's name, `%` for its index (`FLEXFRG%CTRL`); name and index when absent. */
  readonly element?: string;
  /** Number that the manual gives the first element; 0 when absent. */
  readonly first?: number;
  /** SET, CLR, TOG: the register meant, with as many elements. */
  readonly of?: string;
  /** Stored, but nothing in the model acts on it: every access is told as a gap. */
  readonly plain?: boolean;
}

/** The storage words of the rows, one field per stored register, under the manual's name. */
export type StoredFields<R extends readonly RegisterRow[]> = {
  readonly [Row in R[number] as Row extends { readonly access: Unstored } ? never : Row["name"]]: Row extends {
    readonly count: number;
  }
    ? FieldKind
    : FieldKind<1>;
};

/** What a device does beside or instead of storing a register. `index` counts elements of an array of registers. */
export interface Hook<F extends Fields> {
  /** The value without any effect: for `peek`, and for `read` where no `read` hook stands. */
  readonly get?: (io: DeviceIo<F>, index: number) => number;
  /** A guest read that has effects. */
  readonly read?: (io: DeviceIo<F>, index: number) => number;
  /**
   * Instead of storing. RW: the whole word, masked, unwritten lanes as they were; other kinds: written lanes only,
   * rest 0. `lanes` has ones where the guest's access reached.
   */
  readonly write?: (io: DeviceIo<F>, value: number, index: number, lanes: number) => void;
  /** After storing, however it was reached (also through SET, CLR, TOG); `before` is the word until then. */
  readonly wrote?: (io: DeviceIo<F>, index: number, before: number) => void;
}

export type Hooks<R extends readonly RegisterRow[], F extends Fields> = { readonly [N in R[number]["name"]]?: Hook<F> };

/** One addressable word. */
export interface RegisterWord {
  /** With its index where the row is an array: `PRESETCTRL1`. */
  readonly name: string;
  readonly row: RegisterRow;
  readonly index: number;
  readonly access: Access;
  readonly offset: number;
  readonly reset: number;
  readonly mask: number;
  readonly reads: number;
  readonly stored: boolean;
  readonly target: RegisterWord | null;
}

export interface RegisterMap<R extends readonly RegisterRow[] = readonly RegisterRow[]> {
  readonly rows: R;
  readonly fields: StoredFields<R>;
  readonly words: readonly RegisterWord[];
  /** Word at `offset` (its low two bits ignored). */
  at(offset: number): RegisterWord | undefined;
  readonly names: readonly RegisterName[];
}

const isStored = (access: Access): boolean =>
  access === "RW" || access === "RO" || access === "W1C" || access === "W1S";

const element = (of: number | readonly number[] | undefined, index: number, otherwise: number): number =>
  (of === undefined ? otherwise : typeof of === "number" ? of : (of[index] ?? otherwise)) >>> 0;

const elementName = ({ name, element: pattern, first }: RegisterRow, index: number): string =>
  (pattern ?? `${name}%`).replace("%", `${index + (first ?? 0)}`);

function wordsOf(row: RegisterRow, find: (name: string, index: number) => RegisterWord | null): RegisterWord[] {
  const access = row.access ?? "RW";
  const count = row.count ?? 1;
  return Array.from({ length: count }, (_, index) => ({
    name: row.count === undefined ? row.name : elementName(row, index),
    row,
    index,
    access,
    offset: row.offset + index * (row.stride ?? 4),
    reset: element(row.reset, index, 0),
    mask: element(row.mask, index, 0xffffffff),
    reads: (row.reads ?? 0xffffffff) >>> 0,
    stored: isStored(access),
    target: row.of === undefined ? null : find(row.of, index),
  }));
}

/** Read `rows` into a map: checks that no two registers share a word and that every `of` names a stored register. */
export function registerMap<const R extends readonly RegisterRow[]>(rows: R): RegisterMap<R> {
  const words: RegisterWord[] = [];
  const find = (name: string, index: number) =>
    words.find((word) => word.row.name === name && word.index === index) ?? null;
  const direct = rows.filter((row) => row.of === undefined);
  for (const row of [...direct, ...rows.filter((row) => row.of !== undefined)]) words.push(...wordsOf(row, find));
  const byOffset = new Map<number, RegisterWord>();
  const fields: Record<string, FieldKind> = {};
  for (const word of words) {
    assert(word.offset % 4 === 0, `${word.name} lies at a word address`);
    assert(!byOffset.has(word.offset), `${word.name} shares its address with another register`);
    assert(word.row.of === undefined || word.target?.stored === true, `${word.name} names no stored register`);
    byOffset.set(word.offset, word);
    if (word.stored) fields[word.row.name] = word.row.count === undefined ? u32 : array(u32, word.row.count);
  }
  return {
    rows,
    fields: fields as StoredFields<R>,
    words,
    at: (offset) => byOffset.get(offset & ~3),
    names: words.map(({ name, offset }) => ({ name, offset })),
  };
}

/** State of any device, by field name, as the generic code below sees it. */
type AnyState = Record<string, number | MutableArray>;

export function storedWord(state: unknown, word: RegisterWord): number {
  const field = (state as AnyState)[word.row.name];
  return typeof field === "number" ? field : (field?.[word.index] ?? 0);
}

export function storeWord(state: unknown, word: RegisterWord, value: number): void {
  const all = state as AnyState;
  const field = all[word.row.name];
  if (typeof field === "number") all[word.row.name] = value >>> 0;
  else if (field !== undefined) field[word.index] = value >>> 0;
}

/** The bits of a word that an access of `width` bytes at `offset` reaches. */
export const lanesOf = (offset: number, width: Width): number =>
  width === 4 ? 0xffffffff : ((width === 1 ? 0xff : 0xffff) << ((offset & 3) * 8)) >>> 0;

const take = (word: number, offset: number, lanes: number): number => ((word & lanes) >>> 0) >>> ((offset & 3) * 8);

type AnyIo = DeviceIo<Fields>;
type AnyHooks = Readonly<Record<string, Hook<Fields> | undefined>>;

/** The plain accesses of a map with hooks, without the updates a device adds. */
export interface RegisterAccess {
  readonly read: (io: AnyIo, offset: number, width: Width) => { readonly value: number; readonly effect: boolean };
  readonly write: (io: AnyIo, offset: number, width: Width, value: number) => void;
  readonly peek: (io: AnyIo, offset: number) => number;
  /** Reset values into all stored registers but the `kept` ones. */
  readonly reset: (io: AnyIo, kept: ReadonlySet<string>) => void;
}

/** `label` is how gaps name the peripheral: `SYSCON.FMCCR write`. */
export function registerAccess(label: string, map: RegisterMap, hooks: AnyHooks): RegisterAccess {
  const gap = (io: AnyIo, word: RegisterWord | undefined, offset: number, what: string) =>
    io.gap(`${label}${word === undefined ? `+0x${offset.toString(16).padStart(3, "0")}` : `.${word.name}`} ${what}`);
  const value = (io: AnyIo, word: RegisterWord): number => {
    const get = hooks[word.row.name]?.get;
    if (get !== undefined) return (get(io, word.index) & word.reads) >>> 0;
    if (word.access === "SET" && word.target !== null) return (value(io, word.target) & word.reads) >>> 0;
    return word.stored ? (storedWord(io.state, word) & word.reads) >>> 0 : 0;
  };
  return {
    read(io, offset, width) {
      const word = map.at(offset);
      if (word === undefined || word.row.plain === true) gap(io, word, offset, "read");
      if (word === undefined) return { value: 0, effect: false };
      const read = hooks[word.row.name]?.read;
      const whole = read === undefined ? value(io, word) : read(io, word.index) & word.reads;
      return { value: take(whole, offset, lanesOf(offset, width)), effect: read !== undefined };
    },
    write(io, offset, width, written) {
      const word = map.at(offset);
      if (word === undefined || word.row.plain === true) gap(io, word, offset, "write");
      if (word !== undefined) writeWord(io, hooks, word, (written << ((offset & 3) * 8)) >>> 0, lanesOf(offset, width));
    },
    peek(io, offset) {
      const word = map.at(offset);
      return word === undefined ? 0 : value(io, word);
    },
    reset(io, kept) {
      for (const word of map.words) if (word.stored && !kept.has(word.row.name)) storeWord(io.state, word, word.reset);
    },
  };
}

function writeWord(io: AnyIo, hooks: AnyHooks, word: RegisterWord, written: number, lanes: number): void {
  const reach = lanes & word.mask;
  const ones = (written & reach) >>> 0;
  const hook = hooks[word.row.name];
  if (hook?.write !== undefined) {
    const kept = word.access === "RW" ? storedWord(io.state, word) & ~reach : 0;
    hook.write(io, (kept | ones) >>> 0, word.index, lanes);
    return;
  }
  const stored = word.target ?? word;
  if (!stored.stored || word.access === "RO") return;
  const before = storedWord(io.state, stored);
  storeWord(io.state, stored, combine(word.access, before, ones, reach, stored.mask));
  hooks[stored.row.name]?.wrote?.(io, stored.index, before);
}

/** The stored word after a write of `ones` (already within `reach`); `of` are the bits the target register has. */
function combine(access: Access, before: number, ones: number, reach: number, of: number): number {
  if (access === "SET" || access === "W1S") return before | (ones & of);
  if (access === "CLR") return before & ~(ones & of);
  if (access === "TOG") return before ^ (ones & of);
  if (access === "W1C") return before & ~ones;
  return (before & ~reach) | ones;
}
