/**
 * The small language in which the meaning of an instruction is written once: 32-bit expressions and a few statements.
 * Clients: the printer of the interpreter (src/gen), the writer of compiled regions (src/jit), the evaluator
 * (isa/evaluate.ts), the analysis of dead flags.
 * The same expressions describe how the fields of an encoding become the arguments of an operation.
 */

export type UnaryOp = "not" | "neg" | "clz" | "rbit" | "rev" | "sxtb" | "sxth" | "isZero";

/** `ltu`, `lts`, `eq`, `ne` yield 0 or 1. Shifts take amounts 0..31. `divu`, `divs` yield 0 for a zero divisor. */
export type BinaryOp =
  | "add"
  | "sub"
  | "mul"
  | "mulhu"
  | "mulhs"
  | "divu"
  | "divs"
  | "and"
  | "or"
  | "xor"
  | "shl"
  | "shr"
  | "sar"
  | "ror"
  | "eq"
  | "ne"
  | "ltu"
  | "lts";

/** GE has four bits, one per byte; the others have one. */
export type Flag = "N" | "Z" | "C" | "V" | "GE";

/** Parts of the architecture that a processor may lack and whose encodings are UNDEFINED there. */
export type Extension = "dsp";

export type Expr =
  | { readonly kind: "const"; readonly value: number }
  /** An argument of the operation that is not a register: read from the decoded record. */
  | { readonly kind: "arg"; readonly name: string }
  /** The content of the register that argument `name` numbers. */
  | { readonly kind: "reg"; readonly name: string }
  /** The content of a fixed register: 13 SP, 14 LR. */
  | { readonly kind: "fixed"; readonly index: number }
  /** The address of this instruction; the value read as PC is this plus 4. */
  | { readonly kind: "pc" }
  /** The address of the next instruction in memory. */
  | { readonly kind: "next" }
  /** 0 or 1; GE 0..15. */
  | { readonly kind: "flag"; readonly flag: Flag }
  /** The single-precision register that argument `name` numbers, or the one after it: the upper word of a double. */
  | { readonly kind: "single"; readonly name: string; readonly next: 0 | 1 }
  /** FPSCR as a whole. */
  | { readonly kind: "fpscr" }
  | { readonly kind: "local"; readonly id: number }
  | { readonly kind: "unary"; readonly op: UnaryOp; readonly a: Expr }
  | { readonly kind: "binary"; readonly op: BinaryOp; readonly a: Expr; readonly b: Expr }
  /** `condition` non-zero picks `a`; both sides are free of effects, so either order of evaluation is right. */
  | { readonly kind: "select"; readonly condition: Expr; readonly a: Expr; readonly b: Expr }
  /** Only in encodings: the bits of field `name` of the instruction word. */
  | { readonly kind: "bits"; readonly name: string }
  /** Only in encodings: the ITSTATE byte that holds for this instruction, 0 outside an IT block. */
  | { readonly kind: "itstate" }
  /** Only in encodings: 1 where the processor has the extension. */
  | { readonly kind: "extension"; readonly extension: Extension };

export type AccessSize = 1 | 2 | 4;

export type Stmt =
  | { readonly kind: "let"; readonly id: number; readonly value: Expr }
  | { readonly kind: "setReg"; readonly name: string; readonly value: Expr }
  | { readonly kind: "setFixed"; readonly index: number; readonly value: Expr }
  /** N = bit 31 of `value`, Z = (`value` == 0). */
  | { readonly kind: "setNZ"; readonly value: Expr }
  /** Bits 31:28 of `value`. */
  | { readonly kind: "setNZCV"; readonly value: Expr }
  /** `value` is 0 or 1. */
  | { readonly kind: "setC"; readonly value: Expr }
  | { readonly kind: "setV"; readonly value: Expr }
  /** Q is set where `value` is not 0, and never cleared. */
  | { readonly kind: "setQ"; readonly value: Expr }
  /** `value` is 0..15. */
  | { readonly kind: "setGE"; readonly value: Expr }
  | {
      readonly kind: "load";
      readonly id: number;
      readonly address: Expr;
      readonly size: AccessSize;
      readonly signed: boolean;
      /** Load-acquire and exclusive forms fault on any unaligned address. */
      readonly aligned: boolean;
      readonly unprivileged: boolean;
    }
  | {
      readonly kind: "store";
      readonly address: Expr;
      readonly value: Expr;
      readonly size: AccessSize;
      readonly aligned: boolean;
      readonly unprivileged: boolean;
    }
  | { readonly kind: "if"; readonly condition: Expr; readonly then: readonly Stmt[]; readonly else: readonly Stmt[] }
  /** Branch to a target known when the instruction is decoded. */
  | { readonly kind: "branch"; readonly target: Expr }
  /** Branch to a computed even address (table branches). */
  | { readonly kind: "jump"; readonly target: Expr }
  /**
   * Interworking branch. `bx` and `load` honour EXC_RETURN and FNC_RETURN (BXWritePC, LoadWritePC), `blx` does not;
   * an even target sets EPSR.T to 0, so that the next fetch raises INVSTATE.
   */
  | { readonly kind: "exchange"; readonly form: "bx" | "blx" | "load"; readonly target: Expr }
  /** Check `value`, about to be written to SP, against the stack limit; below it raises STKOF. */
  | { readonly kind: "checkStackLimit"; readonly value: Expr }
  | { readonly kind: "setSingle"; readonly name: string; readonly next: 0 | 1; readonly value: Expr }
  | { readonly kind: "setFpscr"; readonly value: Expr }
  /**
   * ExecuteFPCheck(): NOCP where access is denied, lazy state preservation, a new floating-point context. First
   * statement of every floating-point instruction. Done before, it stays done until control, privilege, security or a
   * system register change.
   */
  | { readonly kind: "checkFloat" }
  /** Call a floating-point function: it reads FPSCR and sets its cumulative bits, and touches nothing else. */
  | { readonly kind: "float"; readonly name: FloatFunction; readonly args: readonly Expr[]; readonly id: number }
  /**
   * Call the function `name` of assembly/exec. It may read and write all state and may fault. `result` is the local
   * that receives its value, or null. `ends` says that control, privilege, security or masks may have changed.
   */
  | {
      readonly kind: "exec";
      readonly name: string;
      readonly args: readonly Expr[];
      readonly result: number | null;
      readonly ends: boolean;
    };

/**
 * Floating-point functions, named after those of DDI 0553: in assembly/exec/float for the engine, in isa/float.ts for
 * the evaluator. Arguments and results are bit patterns; `mode` is FPSCR.RMode, 4 for ties away from zero.
 *
 *   floatAdd floatSub floatMul floatDiv floatMaxNum floatMinNum (a, b)   floatSqrt (a)   floatMulAdd (addend, a, b)
 *   floatCompare (a, b, 1: quiet NaNs are invalid, too)         NZCV in bits 31:28
 *   floatRoundInt (a, mode, 1: inexact is told)
 *   floatToFixed (a, format, mode)  fixedToFloat (value, format, mode)
 *     format: fraction bits, plus 64 for 16 bits instead of 32, plus 128 for unsigned
 *   halfToSingle (half)  singleToHalf (a)
 */
export type FloatFunction =
  | "floatAdd"
  | "floatSub"
  | "floatMul"
  | "floatDiv"
  | "floatSqrt"
  | "floatMulAdd"
  | "floatMaxNum"
  | "floatMinNum"
  | "floatCompare"
  | "floatRoundInt"
  | "floatToFixed"
  | "fixedToFloat"
  | "halfToSingle"
  | "singleToHalf";

/**
 * How a syntax argument is kept in the decoded record. `reg` is the number of a register, `single` that of a
 * single-precision one, `imm` 32 bits, `small` 8 bits.
 */
export type ArgKind = "reg" | "single" | "imm" | "small";
