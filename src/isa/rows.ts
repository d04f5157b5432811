/**
 * What a row of the instruction set is. An *operation* says what happens and how it is written; an *encoding* says how
 * it is
 * spelt in bits and maps its fields onto an operation's arguments. Every consumer (decoders, disassembler, assembler,
 * printer,
 * evaluator, fuzzer, coverage) reads these rows and nothing else.
 */
import type { Builder } from "./builder.ts";
import type { ArgKind, Expr } from "./ir.ts";

/** Statics are small arguments fixed at decode time; each combination of their values is one dispatch variant. */
export type Statics = Readonly<Record<string, number>>;

export interface Operation {
  /** `ADD_ri`: mnemonic and operand kinds. */
  readonly name: string;
  /**
   * Registers and immediates kept in the decoded record. At most four `reg`, one `imm`; `small` shares the fourth
   * register's place.
   */
  readonly args: Readonly<Record<string, ArgKind>>;
  /** Name -> number of values, e.g. `{ s: 2 }`. */
  readonly statics: Readonly<Record<string, number>>;
  /**
   * Assembly text with `{arg}` places; rules in isa/syntax.ts. Encodings may override it.
   */
  readonly syntax: string;
  readonly class: OperationClass;
  /** Meaning, with `x` the values of the statics. */
  readonly semantics: (b: Builder, x: Statics) => void;
  /** Executes even where an IT block's condition fails (BKPT). */
  readonly unconditional: boolean;
}

/** `gap` marks rows that exist but whose meaning this release lacks: executing one is reported as our gap, by name. */
export type OperationClass =
  | "alu"
  | "multiply"
  | "divide"
  | "load"
  | "store"
  | "branch"
  | "exclusive"
  | "system"
  | "hint"
  | "security"
  | "dsp"
  | "float"
  | "gap";

export type Profile = "t16" | "t32";

export interface Encoding {
  /** `ADD_imm_T3`: the manual's section and encoding. */
  readonly name: string;
  readonly profile: Profile;
  /**
   * Bits from most to least significant, blanks and `|` ignored; letters are fields, `(0)`/`(1)` should-be bits written
   * as in the manual.
   */
  readonly pattern: string;
  readonly operation: Operation;
  /** Operation argument or static -> how it is computed from the fields. */
  readonly args: Readonly<Record<string, Expr>>;
  /** Earlier rows that overlap this one and win where both match. Undeclared overlap is an error. */
  readonly after: readonly string[];
  /**
   * When non-zero this word is UNPREDICTABLE; policy: UNDEFINED unless `policy` says `execute`, with the reason in a
   * comment.
   */
  readonly unpredictable: Expr | null;
  readonly policy: "undefined" | "execute";
  /** The same choice for words that break a should-be bit of the pattern; hardware and QEMU ignore those bits. */
  readonly shouldBePolicy: "undefined" | "execute";
  /** When non-zero this word is UNDEFINED although the pattern matches. */
  readonly undefined: Expr | null;
  readonly syntax: string | null;
}
