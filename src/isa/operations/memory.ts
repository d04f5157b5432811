/**
 * Loads and stores. Address forms: `ri` base plus signed constant, `rr` base plus register, `rl` base plus register LSL
 * #1..3,
 * `pre` and `post` with writeback, `lit` absolute (computed when decoded). Static `tosp` of word loads: the destination
 * is SP.
 * Word loads of PC end the block, and are operations of their own.
 * Static `sp` of writeback forms: the base is SP, and the limit is checked before memory is touched.
 */

import type { Builder, LoadOptions } from "../builder.ts";
import { add, and, isZero, lts, shl } from "../builder.ts";
import type { AccessSize, Expr } from "../ir.ts";
import { operation } from "../row.ts";
import type { Operation, Statics } from "../rows.ts";

interface Addressed {
  readonly ri: Operation;
  readonly rr: Operation;
  readonly rl: Operation;
  readonly pre: Operation;
  readonly post: Operation;
  /** Unprivileged: LDRT and its kin. */
  readonly t: Operation;
}

type Access = (b: Builder, x: Statics, address: Expr, options: LoadOptions) => (() => void) | null;

/**
 * Writeback of `n`, after the access. With SP as base the limit check comes first: on the new value where SP falls,
 * else on the
 * present one (the lower of the two, as QEMU does; DDI 0553 leaves it open whether an SP that is already too low
 * faults).
 */
function withWriteback(b: Builder, { sp }: Statics, access: (base: Expr, updated: Expr) => (() => void) | null): void {
  if (sp) {
    const base = b.fixed(13);
    const updated = b.let(add(base, b.arg("imm")));
    b.if(
      lts(b.arg("imm"), 0),
      () => b.checkStackLimit(updated),
      () => b.checkStackLimit(base),
    );
    const finish = access(base, updated);
    b.setFixed(13, and(updated, ~3));
    finish?.();
    return;
  }
  const base = b.reg("n");
  const updated = b.let(add(base, b.arg("imm")));
  const finish = access(base, updated);
  b.setReg("n", updated);
  finish?.();
}

/** `target` is the first register: `t`, or `pc` where it is no argument. */
function addressed(
  mnemonic: string,
  kind: "load" | "store",
  statics: Statics,
  access: Access,
  target = "{t}",
): Addressed {
  const text = (mnemonic.split("_")[0] ?? "").toLowerCase();
  const t = target === "{t}" ? "t " : "";
  const row = (
    form: string,
    args: string,
    more: Statics,
    syntax: string,
    f: (b: Builder, x: Statics) => void,
  ): Operation => operation(`${mnemonic}_${form}`, kind, t + args, { ...statics, ...more }, `${text}${syntax}`, f);
  const at = (b: Builder, x: Statics, address: Expr, options: LoadOptions = {}): void =>
    access(b, x, address, options)?.();
  return {
    ri: row("ri", "n imm", {}, ` ${target}, [{n}{imm:offset}]`, (b, x) => at(b, x, add(b.reg("n"), b.arg("imm")))),
    rr: row("rr", "n m", {}, ` ${target}, [{n}, {m}]`, (b, x) => at(b, x, add(b.reg("n"), b.reg("m")))),
    rl: row("rl", "n m imm", {}, ` ${target}, [{n}, {m}, lsl #{imm}]`, (b, x) =>
      at(b, x, add(b.reg("n"), shl(b.reg("m"), b.arg("imm")))),
    ),
    pre: row("pre", "n imm", { sp: 2 }, ` ${target}, [{n}, #{-u}{i}]!`, (b, x) =>
      withWriteback(b, x, (_, updated) => access(b, x, updated, {})),
    ),
    post: row("post", "n imm", { sp: 2 }, ` ${target}, [{n}], #{-u}{i}`, (b, x) =>
      withWriteback(b, x, (base) => access(b, x, base, {})),
    ),
    t: row("t_ri", "n imm", {}, `t ${target}, [{n}{imm:offset}]`, (b, x) =>
      at(b, x, add(b.reg("n"), b.arg("imm")), { unprivileged: true }),
    ),
  };
}

export type Loads = Addressed & { readonly lit: Operation };

function loads(mnemonic: string, size: AccessSize, signed: boolean): Loads {
  const statics: Statics = size === 4 ? { tosp: 2 } : {};
  const access: Access = (b, { tosp }, address, options) => {
    const value = b.load(address, size, { ...options, signed });
    if (tosp) b.setFixed(13, and(value, ~3));
    else b.setReg("t", value);
    return null;
  };
  return {
    ...addressed(mnemonic, "load", statics, access),
    lit: operation(
      `${mnemonic}_lit`,
      "load",
      "t imm",
      statics,
      `${mnemonic.toLowerCase()} {t}, {imm:address}`,
      (b, x) => access(b, x, b.arg("imm"), {}),
    ),
  };
}

/** LoadWritePC(), after the writeback. */
const loadPc: Access = (b, _, address, options) => {
  const target = b.load(address, 4, options);
  return () => b.exchange("load", target);
};
export const LDR_pc: Loads = {
  ...addressed("LDR_pc", "load", {}, loadPc, "pc"),
  lit: operation("LDR_pc_lit", "load", "imm", {}, "ldr pc, {imm:address}", (b, x) =>
    loadPc(b, x, b.arg("imm"), {})?.(),
  ),
};

const stores = (mnemonic: string, size: AccessSize): Addressed =>
  addressed(mnemonic, "store", {}, (b, _, address, options) => {
    b.store(address, b.reg("t"), size, options);
    return null;
  });

export const LDR = loads("LDR", 4, false);
export const LDRH = loads("LDRH", 2, false);
export const LDRB = loads("LDRB", 1, false);
export const LDRSH = loads("LDRSH", 2, true);
export const LDRSB = loads("LDRSB", 1, true);
export const STR = stores("STR", 4);
export const STRH = stores("STRH", 2);
export const STRB = stores("STRB", 1);

/** Two words at word-aligned addresses, `t` then `v`. */
const loadPair = (b: Builder, address: Expr): void => {
  const first = b.load(address, 4, { aligned: true });
  const second = b.load(add(address, 4), 4, { aligned: true });
  b.setReg("t", first);
  b.setReg("v", second);
};
const storePair = (b: Builder, address: Expr): void => {
  b.store(address, b.reg("t"), 4, { aligned: true });
  b.store(add(address, 4), b.reg("v"), 4, { aligned: true });
};

function pairs(mnemonic: string, kind: "load" | "store", access: (b: Builder, address: Expr) => void) {
  const text = `${mnemonic.toLowerCase()} {t}, {v}, [{n}`;
  const row = (form: string, statics: Statics, syntax: string, f: (b: Builder, x: Statics) => void): Operation =>
    operation(`${mnemonic}_${form}`, kind, "t v n imm", statics, syntax, f);
  return {
    ri: row("ri", {}, `${text}{imm:offset}]`, (b) => access(b, b.let(add(b.reg("n"), b.arg("imm"))))),
    pre: row("pre", { sp: 2 }, `${text}, #{-u}{i*4}]!`, (b, x) =>
      withWriteback(b, x, (_, updated) => {
        access(b, updated);
        return null;
      }),
    ),
    post: row("post", { sp: 2 }, `${text}], #{-u}{i*4}`, (b, x) =>
      withWriteback(b, x, (base) => {
        access(b, base);
        return null;
      }),
    ),
  };
}

export const LDRD = {
  ...pairs("LDRD", "load", loadPair),
  lit: operation("LDRD_lit", "load", "t v imm", {}, "ldrd {t}, {v}, {imm:address}", (b) => loadPair(b, b.arg("imm"))),
};
export const STRD = pairs("STRD", "store", storePair);

/**
 * Multiple loads and stores run in assembly/exec. `n` is the number of the base register, `imm` the register list;
 * statics `wback`
 * (the base is updated) and `db` (decrement before, otherwise increment after) are handed on as flags 1 and 2.
 */
const flags = ({ wback = 0, db = 0 }: Statics): number => wback | (db << 1);
const multipleStatics = { wback: 2, db: 2 };

export const LDM = operation(
  "LDM",
  "load",
  "n:small imm",
  multipleStatics,
  "ldmia {n:r}{wback:!}, {imm:list}",
  (b, x) => b.exec("loadMultiple", b.arg("n"), b.arg("imm"), flags(x)),
);
/** With PC in the list: ends in LoadWritePC(). */
export const LDM_pc = operation("LDM_pc", "load", "n:small imm", multipleStatics, LDM.syntax, (b, x) =>
  b.execEnds("loadMultiplePc", b.arg("n"), b.arg("imm"), flags(x)),
);
export const STM = operation(
  "STM",
  "store",
  "n:small imm",
  multipleStatics,
  "stmia {n:r}{wback:!}, {imm:list}",
  (b, x) => b.exec("storeMultiple", b.arg("n"), b.arg("imm"), flags(x)),
);

/** Exclusive and acquire/release accesses fault on any unaligned address. */
function ordered(size: AccessSize, suffix: string) {
  const aligned = { aligned: true };
  const at = (b: Builder): Expr => b.let(add(b.reg("n"), b.arg("imm")));
  const storeExclusive = (b: Builder, address: Expr): void => {
    const passes = b.execValue("passExclusive", address, size);
    b.if(passes, () => b.store(address, b.reg("t"), size, aligned));
    b.setReg("d", isZero(passes));
  };
  const loadExclusive = (b: Builder, address: Expr): void => {
    const value = b.load(address, size, aligned);
    b.exec("setExclusive", address, size);
    b.setReg("t", value);
  };
  const s = suffix.toLowerCase();
  const place = suffix === "" ? "[{n}{imm:offset}]" : "[{n}]";
  const args = suffix === "" ? " imm" : "";
  const address = (b: Builder): Expr => (suffix === "" ? at(b) : b.reg("n"));
  return {
    ldrex: operation(`LDREX${suffix}_r`, "exclusive", `t n${args}`, {}, `ldrex${s} {t}, ${place}`, (b) =>
      loadExclusive(b, address(b)),
    ),
    strex: operation(`STREX${suffix}_r`, "exclusive", `d t n${args}`, {}, `strex${s} {d}, {t}, ${place}`, (b) =>
      storeExclusive(b, address(b)),
    ),
    lda: operation(`LDA${suffix}_r`, "load", "t n", {}, `lda${s} {t}, [{n}]`, (b) =>
      b.setReg("t", b.load(b.reg("n"), size, aligned)),
    ),
    stl: operation(`STL${suffix}_r`, "store", "t n", {}, `stl${s} {t}, [{n}]`, (b) =>
      b.store(b.reg("n"), b.reg("t"), size, aligned),
    ),
    ldaex: operation(`LDAEX${suffix}_r`, "exclusive", "t n", {}, `ldaex${s} {t}, [{n}]`, (b) =>
      loadExclusive(b, b.reg("n")),
    ),
    stlex: operation(`STLEX${suffix}_r`, "exclusive", "d t n", {}, `stlex${s} {d}, {t}, [{n}]`, (b) =>
      storeExclusive(b, b.reg("n")),
    ),
  };
}

export const word = ordered(4, "");
export const half = ordered(2, "H");
export const byte = ordered(1, "B");

export const CLREX = operation("CLREX", "exclusive", "", {}, "clrex", (b) => b.exec("clearExclusive"));

/** Preload hints touch nothing. `imm` and the registers are only text. */
export const PRELOAD = operation("PRELOAD", "hint", "", {}, "pld", () => {});
